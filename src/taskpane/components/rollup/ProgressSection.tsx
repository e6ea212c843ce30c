import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { shares } from "../../../kpi/rollup";
import type { FoundProgress } from "../../../sheet/rollup";
import { useMessages } from "../../i18n";
import { Choice } from "../Choice";
import { Section } from "../Section";

const useStyles = makeStyles({
  rows: { display: "grid", gridTemplateColumns: "1fr 72px 64px", alignItems: "center", gap: tokens.spacingHorizontalS },
  share: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  input: { minWidth: 0 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly found: FoundProgress;
  /** Numbers of projects by status; null: back to what the sheet says. */
  readonly onCounts: (counts: Readonly<Record<string, number>> | null) => void;
}

/** 施策の進捗状況 of one sheet, as its block is filled in: with one ring, or with shares. */
export function ProgressSection(props: Props) {
  return props.found.block.kind === "mark" ? <OneStatus {...props} /> : <Shares {...props} />;
}

function OneStatus({ found, onCounts }: Props) {
  const t = useMessages();
  const { block, counts, sheetName } = found;
  const told = block.values.find((_, i) => (counts?.counts[i] ?? 0) > 0)?.status;
  const marked = block.values.find((value) => value.marked)?.status;
  return (
    <Section title={t.rollup.progressOf(sheetName)} hint={t.rollup.progressMark}>
      <Choice
        label={t.rollup.progressChoose}
        hideLabel
        value={told ?? marked ?? ""}
        options={[
          ...(told === undefined && marked === undefined ? [["", t.rollup.progressUnmarked] as const] : []),
          ...block.values.map(({ status }) => [status, status] as const),
        ]}
        onChoose={(status) => onCounts(status === "" || status === marked ? null : { [status]: 1 })}
      />
    </Section>
  );
}

/** The number of projects in each status, and the shares that they make. */
function Shares({ found, onCounts }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const { block, counts, sheetName } = found;
  const initial = block.values.map((_, i) => String(counts?.counts[i] ?? 0));
  const [draft, setDraft] = useState<readonly string[]>(initial);
  const numbers = draft.map((text) => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : 0));
  const percents = shares(numbers, "plain");
  const total = numbers.reduce((a, b) => a + b, 0);
  const changed = numbers.some((n, i) => n !== (counts?.counts[i] ?? 0));
  return (
    <Section
      title={t.rollup.progressOf(sheetName)}
      hint={counts === null ? t.rollup.progressAsk : t.rollup.progressFrom[counts.from](counts.total)}
    >
      <div className={styles.rows}>
        {block.values.map(({ status }, i) => (
          <div key={status} style={{ display: "contents" }}>
            <span>{status}</span>
            <Input
              className={styles.input}
              type="number"
              min={0}
              aria-label={t.rollup.progressCount(status)}
              value={draft[i] ?? ""}
              onChange={(_, data) => setDraft(draft.map((text, at) => (at === i ? data.value : text)))}
            />
            <span className={styles.share}>{total === 0 ? "" : `${(percents[i] ?? 0).toFixed(1)}%`}</span>
          </div>
        ))}
      </div>
      <p className={styles.hint}>{t.rollup.progressTotal(total)}</p>
      <div className={styles.buttons}>
        <Button
          disabled={!changed || total === 0}
          onClick={() => onCounts(Object.fromEntries(block.values.map(({ status }, i) => [status, numbers[i] ?? 0])))}
        >
          {t.rollup.progressUse}
        </Button>
        {counts?.from === "user" && <Button onClick={() => onCounts(null)}>{t.rollup.progressReset}</Button>}
      </div>
    </Section>
  );
}
