import { Button, makeStyles } from "@fluentui/react-components";
import { cellAddress } from "../../sheet/address";
import type { RestoreOffer } from "../../excel/record";
import type { CellRef, Refusal } from "../../sheet/types";
import { useMessages, type Messages } from "../i18n";
import type { Outcome } from "../state/types";
import { TextLink } from "./TextLink";
import { Fold } from "./Fold";
import { Notice, type NoticeTone } from "./Notice";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  line: { margin: 0 },
});

interface Place extends CellRef {
  readonly sheetName: string;
}

interface Summary {
  readonly tone: NoticeTone;
  readonly title: string;
  readonly lines: readonly string[];
  /** Cells that are not as the user wanted them, with the reason. */
  readonly places: readonly { readonly place: Place; readonly why: string }[];
}

const DONE: Record<Outcome["job"], (t: Messages, n: number) => string> = {
  write: (t, n) => t.write.written(n),
  formulas: (t, n) => t.write.formulasWritten(n),
  toValues: (t, n) => t.write.valuesWritten(n),
  fix: (t, n) => t.write.cellsWritten(n),
  rollup: (t, n) => t.write.cellsWritten(n),
  report: (t, n) => t.write.cellsWritten(n),
  undo: (t, n) => t.write.undone(n),
};

const refusedPlaces = (refused: readonly Refusal[], t: Messages) =>
  refused.map(({ edit, reason }) => ({ place: edit, why: t.write.refusal[reason] }));

/** What happened to the sheet, in sentences; a person's own grades that stay are no failure. */
export function summarise(outcome: Outcome, t: Messages, sentenceOf: (problem: unknown) => string): Summary {
  const lines: string[] = [];
  let places: Summary["places"];
  let done: number;
  let wrong: number;
  const { report } = outcome;
  if (outcome.job === "undo") {
    const { restored, changed, protected: guarded, missing, failed, unverified } = outcome.report;
    done = restored.length;
    wrong = changed.length + guarded.length + missing.length + failed.length + unverified.length;
    if (changed.length > 0) lines.push(t.write.notUndone(changed.length));
    if (guarded.length > 0) lines.push(t.write.undoProtected(guarded.length));
    if (missing.length > 0) lines.push(t.write.undoMissing(missing.length));
    if (failed.length > 0) lines.push(t.write.notBack(failed.length));
    if (unverified.length > 0) lines.push(t.write.unverified(unverified.length));
    places = [
      ...changed.map((place) => ({ place, why: t.write.refusal.changed })),
      ...guarded.map((place) => ({ place, why: t.write.refusal.protected })),
      ...failed.map(({ cell, found }) => ({ place: cell, why: t.write.foundInstead(String(found.formula)) })),
      ...unverified.map((place) => ({ place, why: t.write.unverifiedCell })),
    ];
  } else {
    const { written, failed, unverified } = outcome.report;
    const refused = outcome.report.refused.filter(({ reason }) => reason !== "kept");
    const asBefore = failed.filter(({ edit, found }) => found.formula === edit.before.formula);
    const other = failed.filter((cell) => !asBefore.includes(cell));
    done = written.length;
    wrong = refused.length + failed.length + unverified.length;
    const left = refused.length + asBefore.length;
    if (left > 0) lines.push(t.write.notWritten(left));
    if (other.length > 0) lines.push(t.write.differs(other.length));
    if (unverified.length > 0) lines.push(t.write.unverified(unverified.length));
    places = [
      ...refusedPlaces(refused, t),
      ...asBefore.map(({ edit }) => ({ place: edit, why: t.write.asBefore })),
      ...other.map(({ edit, found }) => ({ place: edit, why: t.write.foundInstead(String(found.formula)) })),
      ...unverified.map((place) => ({ place, why: t.write.unverifiedCell })),
    ];
  }
  const sheet = outcome.job === "undo" ? undefined : outcome.sheet;
  const drawn = outcome.job === "report" ? t.check.reported : t.rollup.sheetWritten;
  if (sheet !== undefined && done > 0) lines.push(drawn(sheet));
  if (report.problem !== null) lines.push(sentenceOf(report.problem));
  const undrawn = outcome.job === "undo" ? undefined : outcome.undrawn;
  if (undrawn !== undefined) lines.push(t.write.undrawn, sentenceOf(undrawn));
  if (outcome.job !== "undo" && done > 0 && outcome.report.restorable === null) lines.push(t.write.notUndoable);
  if (outcome.unread) lines.push(t.write.unread);
  const sure = report.problem === null && undrawn === undefined && !outcome.unread;
  const tone: NoticeTone = wrong === 0 && sure ? "success" : "warning";
  const unknown = done === 0 && report.unverified.length > 0;
  const nothing = done === 0 && outcome.job !== "undo";
  const title = unknown
    ? t.write.unknown
    : nothing
      ? sheet === undefined
        ? t.write.writtenNone
        : drawn(sheet)
      : DONE[outcome.job](t, done);
  return { tone, title, lines, places };
}

interface Props {
  readonly outcome: Outcome | null;
  /** What 元に戻す would undo. */
  readonly undoable: RestoreOffer | null;
  /** Formulas of ours stand in the sheet. */
  readonly offerValues: boolean;
  readonly sentenceOf: (problem: unknown) => string;
  readonly onUndo: () => void;
  readonly onToValues: () => void;
  readonly onSelect: (sheetId: string, row: number, column: number) => void;
  readonly onDismiss: () => void;
}

/** The bar that stays after a write: what changed, what did not, 元に戻す. */
export function OutcomeBar(props: Props) {
  const { outcome, undoable, offerValues, sentenceOf, onUndo, onToValues, onSelect, onDismiss } = props;
  const styles = useStyles();
  const t = useMessages();
  if (outcome === null && undoable === null && !offerValues) return null;
  const summary = outcome === null ? null : summarise(outcome, t, sentenceOf);
  return (
    <Notice
      tone={summary?.tone ?? "info"}
      title={summary?.title ?? (undoable ? t.write.undoEarlier(undoable.cells, undoable.sheets.length) : undefined)}
      actions={
        <>
          {undoable !== null && <Button onClick={onUndo}>{t.write.undo}</Button>}
          {offerValues && <Button onClick={onToValues}>{t.write.toValues}</Button>}
          {outcome !== null && (
            <Button appearance="subtle" onClick={onDismiss}>
              {t.frame.close}
            </Button>
          )}
        </>
      }
    >
      {summary?.lines.map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
      {offerValues && <p className={styles.line}>{t.write.toValuesHint}</p>}
      {summary !== null && summary.places.length > 0 && (
        <Fold title={t.write.places} openAtFirst={summary.places.length <= 5}>
          <ul className={styles.list}>
            {summary.places.map(({ place, why }) => {
              const address = `${place.sheetName} ${cellAddress(place.row, place.column)}`;
              return (
                <li key={`${place.sheetId}!${address}`}>
                  <TextLink
                    text={address}
                    label={t.table.goTo(address)}
                    onClick={() => onSelect(place.sheetId, place.row, place.column)}
                  />
                  {why}
                </li>
              );
            })}
          </ul>
        </Fold>
      )}
    </Notice>
  );
}
