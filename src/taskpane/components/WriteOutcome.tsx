import { Button } from "@fluentui/react-components";
import { hostErrorSentence, hostProblemSentence, toHostError } from "../../excel/host-errors";
import { useOwnOutcome } from "../hooks/useOwnOutcome";
import { usePane, usePart } from "../hooks/usePane";
import { useLanguage, useMessages, type Messages } from "../i18n";
import { formulaCount } from "../state/plans";
import type { Job } from "../state/types";
import { Notice } from "./Notice";
import { OutcomeBar } from "./OutcomeBar";
import { Working } from "./Working";

const WORKING: Readonly<Record<Job, (t: Messages) => string>> = {
  write: (t) => t.write.writing,
  formulas: (t) => t.write.writing,
  toValues: (t) => t.write.writing,
  fix: (t) => t.write.writing,
  rollup: (t) => t.write.writing,
  report: (t) => t.check.reporting,
  undo: (t) => t.write.undoing,
};

/** What is being written, what went wrong, or what was done on this tab and can be undone. */
export function WriteOutcome() {
  const t = useMessages();
  const language = useLanguage();
  const { store, writing } = usePane();
  const write = usePart("write");
  const outcome = useOwnOutcome();
  const { tab } = usePart("preferences");
  const undoable = usePart("undoable");
  const assessment = usePart("assessment");
  // What was done earlier is undone where grades are written.
  const offers = outcome !== null || tab === "grades";
  // What was written stands in the bar: the reason of an interruption says nothing of it.
  const sentenceOf = (problem: unknown): string => hostProblemSentence(toHostError(problem), language);
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
  return (
    <>
      {write.kind === "failed" && (
        <Notice
          tone="error"
          title={write.job === "undo" ? t.write.undoFailed : t.write.failed}
          actions={<Button onClick={writing.leave}>{t.frame.close}</Button>}
        >
          {hostErrorSentence(write.error, language)}
        </Notice>
      )}
      <OutcomeBar
        outcome={outcome}
        undoable={offers ? undoable : null}
        offerValues={offers && assessment !== null && formulaCount(assessment) > 0}
        sentenceOf={sentenceOf}
        onUndo={() => void writing.undo()}
        onToValues={() => void writing.toValues()}
        onSelect={(sheetId, row, column) =>
          void store.select(sheetId, { top: row, left: column, bottom: row, right: column })
        }
        onDismiss={writing.closeOutcome}
      />
    </>
  );
}
