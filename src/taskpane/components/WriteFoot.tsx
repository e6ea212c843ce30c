import { Button } from "@fluentui/react-components";
import { useMemo } from "react";
import { columnLetters } from "../../sheet/address";
import type { AssessedSheet } from "../../sheet/types";
import { useAssessed } from "../hooks/useAssessed";
import { usePane, usePart } from "../hooks/usePane";
import { useMessages, type Messages } from "../i18n";
import { headerOf } from "../state/derive";
import { planFor } from "../state/plans";
import { TextLink } from "./TextLink";
import { useFootStyles } from "./footStyles";
import { WriteOutcome } from "./WriteOutcome";

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
  const styles = useFootStyles();
  const t = useMessages();
  const { store, writing } = usePane();
  const write = usePart("write");
  const assessment = usePart("assessment");
  const preferences = usePart("preferences");
  const ticked = usePart("ticked");
  const newColumns = usePart("newColumns");
  const written = usePart("undoable")?.written ?? null;
  const settings = usePart("settings");
  const assessed = useAssessed();
  const { scope } = preferences;
  const plan = useMemo(
    () =>
      assessment === null
        ? null
        : planFor(assessment, scope, { mode: "values", ticked, newColumns, written, settings }),
    [assessment, scope, ticked, newColumns, written, settings],
  );
  if (write.kind === "working") return <WriteOutcome />;
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
