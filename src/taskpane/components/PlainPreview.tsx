import { makeStyles, tokens } from "@fluentui/react-components";
import { cellAddress } from "../../sheet/address";
import type { Edit, EditPlan, RefusalReason } from "../../sheet/types";
import { useMessages } from "../i18n";
import { Fold } from "./Fold";
import { TextLink } from "./TextLink";

const useStyles = makeStyles({
  head: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  top: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  change: { flexGrow: 1, minWidth: 0, whiteSpace: "pre-line", fontVariantNumeric: "tabular-nums" },
  why: { margin: 0, color: tokens.colorNeutralForeground3 },
  reason: { margin: 0, color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  readonly plan: EditPlan;
  /** What is written besides cells. */
  readonly note: string | null;
  readonly onSelect: (sheetId: string, row: number, column: number) => void;
}

/** Old → new of any cells, with the reason of each, and what is left alone. */
export function PlainPreview({ plan, note, onSelect }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const item = (edit: Edit, reason: RefusalReason | null) => {
    const address = `${edit.sheetName} ${cellAddress(edit.row, edit.column)}`;
    const before = String(edit.before.formula);
    return (
      <li key={address} className={styles.row}>
        <div className={styles.top}>
          <span className={styles.change}>
            {before === "" ? t.write.empty : before} {t.row.arrow} <b>{String(edit.after.formula)}</b>
          </span>
          <TextLink
            text={cellAddress(edit.row, edit.column)}
            label={t.table.goTo(address)}
            onClick={() => onSelect(edit.sheetId, edit.row, edit.column)}
          />
        </div>
        {reason !== null && <p className={styles.reason}>{t.write.refusal[reason]}</p>}
        <p className={styles.why} lang="ja">
          {edit.why}
        </p>
      </li>
    );
  };
  return (
    <div>
      <div className={styles.head} tabIndex={0} ref={focusOnce}>
        <p className={styles.title}>{t.write.previewTitle}</p>
        {plan.edits.length > 0 && <p className={styles.line}>{t.rollup.cellsChange(plan.edits.length)}</p>}
        {note !== null && <p className={styles.line}>{note}</p>}
        {plan.edits.length === 0 && note === null && (
          <p className={styles.line}>{plan.refused.length > 0 ? t.write.previewNoneNow : t.rollup.agree}</p>
        )}
      </div>
      <ul className={styles.list}>{plan.edits.map((edit) => item(edit, null))}</ul>
      {plan.refused.length > 0 && (
        <Fold title={t.write.refused(plan.refused.length)}>
          <ul className={styles.list}>{plan.refused.map(({ edit, reason }) => item(edit, reason))}</ul>
        </Fold>
      )}
    </div>
  );
}

/** A stable ref callback: runs when the element appears, so that it is read out from its beginning. */
function focusOnce(element: HTMLElement | null): void {
  element?.focus();
}
