import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { cellAddress } from "../../sheet/address";
import type { Language } from "../../kpi/types";
import { LABELS, RULES } from "../../sheet/checks";
import type { Edit, Finding } from "../../sheet/types";
import { useLanguage, useMessages } from "../i18n";
import { ReasonLine } from "./ReasonLine";
import { TextLink } from "./TextLink";

const useStyles = makeStyles({
  item: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
    contentVisibility: "auto",
    containIntrinsicSize: "auto 120px",
  },
  top: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  severity: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusSmall,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: "nowrap",
  },
  error: {
    backgroundColor: tokens.colorStatusDangerForeground1,
    color: tokens.colorNeutralForegroundInverted,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusDangerForeground1}`,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
  },
  info: {},
  message: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  values: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(120px, 1fr))",
    gap: tokens.spacingHorizontalS,
    margin: 0,
    fontVariantNumeric: "tabular-nums",
  },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, fontSize: tokens.fontSizeBase300 },
  change: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly finding: Finding;
  readonly sheetName: (id: string) => string;
  /** The reason for which it was marked 確認済み; null: open. */
  readonly acknowledged: string | null;
  readonly busy: boolean;
  readonly onGo: (sheetId: string, row: number, column: number) => void;
  readonly onMend: () => void;
  /** null: open again. */
  readonly onAcknowledge: (reason: string | null) => void;
}

/** One inconsistency: the sentence, the values side by side, the places, and what can be done. */
export function FindingItem({ finding, sheetName, acknowledged, busy, onGo, onMend, onAcknowledge }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const language = useLanguage();
  const [asked, setAsked] = useState<"mend" | "reason" | null>(null);
  const { severity, message, values, fix } = finding;
  const places = [{ sheetId: finding.sheetId, cells: finding.cells }, ...finding.others].flatMap(({ sheetId, cells }) =>
    cells.map((cell) => ({ sheetId, ...cell })),
  );
  const several = new Set(places.map(({ sheetId }) => sheetId)).size > 1;
  const [place] = places;
  return (
    <li className={styles.item}>
      <div className={styles.top}>
        <span className={mergeClasses(styles.severity, styles[severity])}>{t.check.severity[severity]}</span>
        {places.map(({ sheetId, row, column }) => {
          const address = cellAddress(row, column);
          const text = several || places.length === 1 ? `${sheetName(sheetId)} ${address}` : address;
          return (
            <TextLink
              key={`${sheetId}!${address}`}
              text={text}
              label={t.table.goTo(`${sheetName(sheetId)} ${address}`)}
              onClick={() => onGo(sheetId, row, column)}
            />
          );
        })}
      </div>
      {language === "en" && <p className={styles.message}>{RULES.find(({ id }) => id === finding.rule)?.title.en}</p>}
      <p className={styles.message} lang="ja">
        {message}
      </p>
      {values.length > 0 && (
        <dl className={styles.values}>
          {values.map(({ label, text }, i) => (
            <div key={i}>
              <dt className={styles.label}>{labelOf(label, language)}</dt>
              <dd className={styles.value}>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {acknowledged !== null && (
        <p className={styles.change}>{acknowledged === "" ? t.check.acknowledged : t.check.because(acknowledged)}</p>
      )}
      {asked === "mend" &&
        fix !== null &&
        fix.edits.map((edit) => <Change key={cellAddress(edit.row, edit.column)} edit={edit} />)}
      {asked === "reason" ? (
        <ReasonLine
          label={t.check.reasonLabel}
          placeholder={t.check.reasonPlaceholder}
          button={t.check.reasonSave}
          required={false}
          onReason={(reason) => {
            setAsked(null);
            onAcknowledge(reason);
          }}
        />
      ) : (
        <div className={styles.actions}>
          {place && <Button onClick={() => onGo(place.sheetId, place.row, place.column)}>{t.check.go}</Button>}
          {acknowledged === null && fix !== null && fix.edits.length > 0 && (
            <Button
              appearance={asked === "mend" ? "primary" : "secondary"}
              disabled={busy}
              onClick={() => {
                if (asked === "mend") onMend();
                setAsked(asked === "mend" ? null : "mend");
              }}
            >
              {asked === "mend" ? t.check.mendNow : t.check.mend}
            </Button>
          )}
          {asked === "mend" && <Button onClick={() => setAsked(null)}>{t.write.cancel}</Button>}
          {asked === null &&
            (acknowledged === null ? (
              <Button appearance="subtle" onClick={() => setAsked("reason")}>
                {t.check.acknowledge}
              </Button>
            ) : (
              <Button appearance="subtle" onClick={() => onAcknowledge(null)}>
                {t.check.reopen}
              </Button>
            ))}
        </div>
      )}
    </li>
  );
}

const labelOf = (label: string, language: Language): string =>
  label in LABELS ? LABELS[label as keyof typeof LABELS][language] : label;

/** Old → new of one cell, before it is written. */
function Change({ edit }: { edit: Edit }) {
  const styles = useStyles();
  const t = useMessages();
  const before = String(edit.before.formula);
  return (
    <p className={styles.change}>
      {cellAddress(edit.row, edit.column)} {before === "" ? t.write.empty : before} {t.row.arrow}{" "}
      <b>{String(edit.after.formula)}</b>
    </p>
  );
}
