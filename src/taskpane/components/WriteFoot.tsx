import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { hostErrorSentence } from "../../excel/host-errors";
import { restoreFits } from "../../excel/write";
import { columnLetters } from "../../sheet/address";
import type { AssessedSheet } from "../../sheet/types";
import { useAssessed } from "../hooks/useAssessed";
import { usePane, usePart } from "../hooks/usePane";
import { useLanguage, useMessages, type Messages } from "../i18n";
import { headerOf } from "../state/derive";
import { formulaCount, planFor } from "../state/plans";
import type { Job } from "../state/types";
import { TextLink } from "./TextLink";
import { Notice } from "./Notice";
import { OutcomeBar } from "./OutcomeBar";
import { Working } from "./Working";

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

const WORKING: Readonly<Record<Job, (t: Messages) => string>> = {
  write: (t) => t.write.writing,
  formulas: (t) => t.write.writing,
  toValues: (t) => t.write.writing,
  undo: (t) => t.write.undoing,
};

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
  const language = useLanguage();
  const { store, writing } = usePane();
  const write = usePart("write");
  const outcome = usePart("outcome");
  const undoable = usePart("undoable");
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
  const sentenceOf = (problem: unknown): string => hostErrorSentence(problem, language);
  const select = (sheetId: string, row: number, column: number): void =>
    void store.select(sheetId, { top: row, left: column, bottom: row, right: column });

  if (write.kind === "working") {
    return (
      <Working
        label={WORKING[write.job](t)}
        share={write.share}
        cancelLabel={t.write.stop}
        onCancel={write.job === "undo" ? null : writing.stop}
      />
    );
  }
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
      {write.kind === "failed" && (
        <Notice
          tone="error"
          title={write.job === "undo" ? t.write.undoFailed : t.write.failed}
          actions={<Button onClick={writing.leave}>{t.frame.close}</Button>}
        >
          {sentenceOf(write.error)}
        </Notice>
      )}
      <OutcomeBar
        outcome={outcome}
        undoable={undoable}
        offerValues={assessment !== null && formulaCount(assessment) > 0}
        sentenceOf={sentenceOf}
        onUndo={() => void writing.undo()}
        onToValues={() => void writing.toValues()}
        onSelect={select}
        onDismiss={writing.closeOutcome}
      />
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
