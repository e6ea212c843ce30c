import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import type { SummaryKind } from "../../sheet/rollup";
import type { BlockKind } from "../../sheet/rollup/plan";
import { useMessages } from "../i18n";
import type { FoundBlock, RollupTargets } from "../state/summary";
import { Choice } from "./Choice";
import { Section } from "./Section";

const KINDS: readonly SummaryKind[] = ["values", "formulas", "function"];

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column" },
  choice: { paddingLeft: "32px" },
  note: { margin: 0, paddingLeft: "32px", color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly blocks: readonly FoundBlock[];
  readonly targets: RollupTargets;
  /** KPIs that formulas would not count yet. */
  readonly blankGrades: number;
  readonly onChange: (targets: RollupTargets) => void;
}

/** 書き込み先: the sheets' own blocks that were found, and a summary sheet. */
export function RollupTargetsSection({ blocks, targets, blankGrades, onChange }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const toggle = (kind: BlockKind, on: boolean): void => {
    const kinds = new Set(targets.kinds);
    if (on) kinds.add(kind);
    else kinds.delete(kind);
    onChange({ ...targets, kinds });
  };
  return (
    <Section title={t.rollup.into}>
      <div className={styles.list}>
        {blocks.map(({ kind, cells, notes }) => (
          <div key={kind}>
            <Checkbox
              checked={targets.kinds.has(kind)}
              label={t.bracket(t.rollup.kinds[kind], cells === 0 ? t.rollup.agree : t.rollup.cells(cells))}
              onChange={(_, data) => toggle(kind, data.checked === true)}
            />
            {notes.map((note) => (
              <p key={note} className={styles.note} lang="ja">
                {note}
              </p>
            ))}
          </div>
        ))}
        <Checkbox
          checked={targets.sheet}
          label={t.rollup.sheet}
          onChange={(_, data) => onChange({ ...targets, sheet: data.checked === true })}
        />
        {targets.sheet && (
          <div className={styles.choice}>
            <Choice
              label={t.rollup.sheetAs}
              value={targets.as}
              options={KINDS.map((kind) => [kind, t.rollup.sheetAsChoice[kind]])}
              onChoose={(as) => onChange({ ...targets, as })}
            />
          </div>
        )}
        {targets.sheet && targets.as !== "values" && blankGrades > 0 && (
          <p className={styles.note}>{t.rollup.blankGrades(blankGrades)}</p>
        )}
        {blocks.length > 0 && (
          <Checkbox
            checked={targets.overwrite}
            label={t.rollup.overwrite}
            onChange={(_, data) => onChange({ ...targets, overwrite: data.checked === true })}
          />
        )}
      </div>
    </Section>
  );
}
