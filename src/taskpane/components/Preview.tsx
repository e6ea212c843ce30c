import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { cellAddress } from "../../sheet/address";
import type { Settings } from "../../sheet/settings";
import type { Edit, EditPlan, GradedIndicator, Refusal } from "../../sheet/types";
import { reason } from "../format";
import { useLanguage, useMessages } from "../i18n";
import type { WriteMode } from "../state/types";
import { TextLink } from "./TextLink";
import { Fold } from "./Fold";
import { GradeMark } from "./GradeMark";
import { KeepReason } from "./KeepReason";

const useStyles = makeStyles({
  head: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ":focus": { outline: "none" },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
    contentVisibility: "auto",
    containIntrinsicSize: "auto 56px",
  },
  top: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, minWidth: 0 },
  change: { display: "flex", alignItems: "center", flexShrink: 0, gap: tokens.spacingHorizontalXS },
  old: { color: tokens.colorNeutralForeground3 },
  below: { display: "block", color: tokens.colorNeutralForeground3 },
  why: { color: tokens.colorNeutralForeground3, margin: 0 },
  reason: { color: tokens.colorStatusDangerForeground1, margin: 0 },
  formula: { fontFamily: tokens.fontFamilyMonospace, margin: 0, color: tokens.colorNeutralForeground2 },
  hint: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
  },
});

export { PreviewFoot } from "./PreviewFoot";

export interface PreviewProps {
  readonly plan: EditPlan;
  readonly mode: WriteMode;
  /** Grades that would be written but already stand in the sheet. */
  readonly unchanged: readonly GradedIndicator[];
  /** The row that an edit belongs to. */
  readonly rowOf: (edit: Edit) => GradedIndicator | null;
  /** Keys of indicators whose hand-made grade the user wants overwritten. */
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (key: string, ticked: boolean) => void;
  /** Hand-made grades that are kept for good, with their reasons, by key. */
  readonly kept: Settings["kept"];
  readonly onKeep: (row: GradedIndicator, reason: string | null) => void;
  readonly newColumns: boolean;
  readonly onNewColumns: (newColumns: boolean) => void;
  readonly onSelect: (sheetId: string, row: number, column: number) => void;
}

/** Before a write: old → new, cell by cell; what is not written says why in its place; unchanged rows are folded. */
export function Preview(props: PreviewProps) {
  const { plan, mode, unchanged, rowOf, ticked, onTick, kept, onKeep, newColumns, onNewColumns, onSelect } = props;
  const styles = useStyles();
  const t = useMessages();
  const language = useLanguage();
  // A grade that a person entered, ticked or not: both stay in this list, so that a tick can be taken back.
  const byHand = [
    ...plan.refused.filter((refusal) => refusal.reason === "kept").map((refusal) => refusal.edit),
    ...plan.edits.filter((edit) => ticked.has(rowOf(edit)?.indicator.key ?? "")),
  ].sort((a, b) => (a.sheetId === b.sheetId ? a.row - b.row : 0));
  const refused = plan.refused.filter((refusal) => refusal.reason !== "kept");

  const address = (edit: Edit) => {
    const cell = cellAddress(edit.row, edit.column);
    return (
      <TextLink
        text={cell}
        label={t.table.goTo(`${edit.sheetName} ${cell}`)}
        onClick={() => onSelect(edit.sheetId, edit.row, edit.column)}
      />
    );
  };
  const change = (edit: Edit) => {
    const row = rowOf(edit);
    const before = String(edit.before.formula);
    return (
      <span className={styles.change}>
        <span className={styles.old}>{before === "" ? t.write.empty : before}</span>
        <span aria-hidden>{t.row.arrow}</span>
        {row ? <GradeMark grade={row.grading.grade} rubric={row.rubric} small /> : <b>{String(edit.after.formula)}</b>}
      </span>
    );
  };
  const nameOf = (edit: Edit) => {
    const row = rowOf(edit);
    if (row === null) return t.write.header;
    return [row.indicator.name || t.table.noName, row.indicator.part].filter(Boolean).join(" ");
  };
  const whyOf = (edit: Edit): string => {
    const row = rowOf(edit);
    return row === null ? edit.why : reason(row.grading, row.indicator, t.reason, language);
  };
  const top = (edit: Edit, why?: string) => (
    <div className={styles.top}>
      <span className={styles.name}>
        {nameOf(edit)}
        {why !== undefined && <span className={styles.below}>{why}</span>}
      </span>
      {change(edit)}
      {address(edit)}
    </div>
  );
  const refusalRow = ({ edit, reason: refusal }: Refusal) => (
    <li key={placeOf(edit)} className={styles.row}>
      {top(edit)}
      <p className={styles.reason}>{t.write.refusal[refusal]}</p>
      {refusal === "noFormula" && <p className={styles.why}>{edit.why}</p>}
      <p className={styles.why}>{t.write.refusalHelp[refusal]}</p>
    </li>
  );

  return (
    <div>
      {/* Takes the focus when the preview opens, so that it is read out from its beginning. Excel on the web leaves the
          pane when Tab is pressed on an element with tabindex -1, so it is an ordinary stop. */}
      <div className={styles.head} tabIndex={0} ref={focusOnce}>
        <p className={styles.title}>{t.write.previewTitle}</p>
        <p className={styles.line}>
          {plan.edits.length === 0
            ? refused.length > 0
              ? t.write.previewNoneNow
              : t.write.previewNone
            : (mode === "formulas" ? t.write.formulasCounted : t.write.previewCount)(plan.edits.length)}
        </p>
        {(newColumns || refused.some(({ reason }) => reason === "noCell")) && (
          <Checkbox
            checked={newColumns}
            label={t.write.newColumns}
            onChange={(_, data) => onNewColumns(data.checked === true)}
          />
        )}
      </div>
      <ul className={styles.list}>
        {plan.edits
          .filter((edit) => !byHand.includes(edit))
          .map((edit) => (
            <li key={placeOf(edit)} className={styles.row}>
              {top(edit, mode === "formulas" ? undefined : whyOf(edit))}
              {mode === "formulas" && <p className={styles.formula}>{String(edit.after.formula)}</p>}
            </li>
          ))}
      </ul>
      {refused.length > 0 && (
        <Fold title={t.write.refused(refused.length)}>
          <ul className={styles.list}>{refused.map(refusalRow)}</ul>
        </Fold>
      )}
      {byHand.length > 0 && (
        <Fold title={t.write.kept(byHand.length)}>
          <p className={styles.hint}>{t.write.keptHint}</p>
          <ul className={styles.list}>
            {byHand.map((edit) => {
              const row = rowOf(edit);
              if (!row) return null;
              const { key } = row.indicator;
              const because = kept[key]?.reason ?? null;
              return (
                <li key={placeOf(edit)} className={styles.row}>
                  {top(edit)}
                  {because === null && (
                    <Checkbox
                      checked={ticked.has(key)}
                      label={t.write.overwrite(row.grading.grade)}
                      aria-label={`${nameOf(edit)} ${t.write.overwrite(row.grading.grade)}`}
                      onChange={(_, data) => onTick(key, data.checked === true)}
                    />
                  )}
                  {!ticked.has(key) && <KeepReason kept={because} onKeep={(words) => onKeep(row, words)} />}
                </li>
              );
            })}
          </ul>
        </Fold>
      )}
      {unchanged.length > 0 && (
        <Fold title={t.write.unchanged(unchanged.length)} openAtFirst={false}>
          <ul className={styles.list}>
            {unchanged.map(({ indicator, grading, rubric }) => (
              <li key={indicator.key} className={styles.row}>
                <div className={styles.top}>
                  <GradeMark grade={grading.grade} rubric={rubric} small />
                  <span className={styles.name}>{indicator.name || t.table.noName}</span>
                </div>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}

const placeOf = (edit: Edit): string => `${edit.sheetId}!${cellAddress(edit.row, edit.column)}`;

/** A stable ref callback: runs when the element appears, not on every render. */
function focusOnce(element: HTMLElement | null): void {
  element?.focus();
}
