import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { restoreFits } from "../../excel/write";
import { columnLetters } from "../../sheet/address";
import type { AssessedSheet } from "../../sheet/types";
import { useAssessed } from "../hooks/useAssessed";
import { usePane, usePart } from "../hooks/usePane";
import { useMessages, type Messages } from "../i18n";
import { headerOf } from "../state/derive";
import { planFor } from "../state/plans";
import { TextLink } from "./TextLink";
import { Notice } from "./Notice";
import { WriteOutcome } from "./WriteOutcome";

const useStyles = makeStyles({
  foot: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  into: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  place: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  buttons: { display: "flex", gap: tokens.spacingHorizontalS },
  primary: { flexGrow: 1, whiteSpace: "nowrap" },
  secondary: { flexShrink: 0, minWidth: "auto", whiteSpace: "nowrap" },
});

/** Where the grades go, in the words of the sheet. */
function placeText(sheets: readonly AssessedSheet[], t: Messages): string | null {
  const places = sheets
    .flatMap(({ tables }) => tables)
    .flatMap((assessed) => {
      const { grade } = assessed.table.columns;
      return grade === null ? [] : [t.write.column(headerOf(assessed, grade), columnLetters(grade))];
    });
  if (places.length === 0) return null;
  const distinct = [...new Set(places)];
  return distinct.length === 1 ? (distinct[0] ?? null) : t.write.columns(places.length);
}

/** The foot of 評価: the bar of the last write, where the next one goes, and the one next step. */
export function WriteFoot() {
  const styles = useStyles();
  const t = useMessages();
  const { store, writing } = usePane();
  const write = usePart("write");
  const assessment = usePart("assessment");
  const preferences = usePart("preferences");
  const ticked = usePart("ticked");
  const newColumns = usePart("newColumns");
  const settings = usePart("settings");
  const assessed = useAssessed();
  const { scope } = preferences;
  const plan = useMemo(
    () => (assessment === null ? null : planFor(assessment, scope, { mode: "values", ticked, newColumns, settings })),
    [assessment, scope, ticked, newColumns, settings],
  );
  if (write.kind === "working") return <WriteOutcome />;
  if (write.kind === "preview") {
    const count = write.plan.edits.length;
    return (
      <div className={styles.foot}>
        {!restoreFits(write.plan) && <Notice tone="warning">{t.write.noUndo}</Notice>}
        <div className={styles.buttons}>
          <Button
            className={styles.primary}
            appearance="primary"
            disabled={count === 0}
            onClick={() => void writing.write()}
          >
            {write.mode === "formulas" ? t.write.formulasCount(count) : t.write.grades(count)}
          </Button>
          <Button className={styles.secondary} onClick={writing.leave}>
            {t.write.cancel}
          </Button>
        </div>
      </div>
    );
  }
  const place = placeText(assessed?.sheets ?? [], t);
  const count = plan?.edits.length ?? 0;
  const something = count > 0 || (plan?.refused.length ?? 0) > 0;
  const kpis = assessed?.counts.kpi ?? 0;
  return (
    <>
      <WriteOutcome />
      {kpis > 0 && (
        <div className={styles.foot}>
          <div className={styles.into}>
            <span className={styles.place} title={place ?? undefined}>
              {place === null ? t.write.noColumn : `${t.write.into} ${place}`}
            </span>
            <TextLink
              text={place === null ? t.write.choose : t.write.change}
              label={`${t.write.into} ${place === null ? t.write.choose : t.write.change}`}
              onClick={() => store.prefer({ tab: "settings" })}
            />
          </div>
          <div className={styles.buttons}>
            <Button
              className={styles.primary}
              appearance="primary"
              disabled={!something}
              onClick={() => writing.preview("values")}
            >
              {something || place === null ? t.write.grades(count) : t.write.allWritten}
            </Button>
            <Button
              className={styles.secondary}
              disabled={place === null}
              title={t.write.formulasHint}
              onClick={() => writing.preview("formulas")}
            >
              {t.write.formulas}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
