import { Button, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { hostErrorSentence, hostProblemSentence } from "../../../excel/host-errors";
import { insertSentence } from "../../collect/reasons";
import type { CollectOutcome } from "../../collect/types";
import { useCollecting, useCollectMessages, useCollectState } from "../../collect/useCollect";
import { useLanguage } from "../../i18n";
import { Fold } from "../Fold";
import { Notice } from "../Notice";

const useStyles = makeStyles({
  list: { margin: 0, maxHeight: "40vh", overflowY: "auto" },
  line: { margin: 0, overflowWrap: "anywhere" },
});

const quoted = (names: readonly string[]): string => names.map((name) => `「${name}」`).join("");

/** What was done to this workbook, until it is closed. */
export function CollectOutcomeBar() {
  const t = useCollectMessages();
  const language = useLanguage();
  const collecting = useCollecting();
  const { outcome } = useCollectState();
  if (outcome === null) return null;
  const close = (
    <Button size="small" appearance="subtle" onClick={collecting.closeOutcome}>
      {t.close}
    </Button>
  );
  if (outcome.kind === "written") {
    return (
      <Notice tone="success" actions={close}>
        {t.written(quoted(outcome.sheets))}
      </Notice>
    );
  }
  if (outcome.kind === "writeFailed") {
    return (
      <Notice tone="error" title={t.writeFailed} actions={close}>
        {/* 「何も変更していません」 holds only where nothing was written before. */}
        {(outcome.written.length > 0 ? hostProblemSentence : hostErrorSentence)(outcome.problem, language)}
        {outcome.written.length > 0 && <div>{t.partlyWritten(quoted(outcome.written))}</div>}
      </Notice>
    );
  }
  return <Inserted outcome={outcome} close={close} />;
}

function Inserted({ outcome, close }: { outcome: CollectOutcome & { kind: "inserted" }; close: ReactNode }) {
  const styles = useStyles();
  const t = useCollectMessages();
  const language = useLanguage();
  const { lines, stopped } = outcome;
  const came = lines.flatMap(({ outcome: one }) => (one.kind === "inserted" ? [one.sheets.length] : []));
  const present = lines.filter(({ outcome: one }) => one.kind === "present").length;
  const refused = lines.flatMap((line) => {
    const why = insertSentence(line, language);
    return why === null ? [] : [{ file: line.file, why }];
  });
  return (
    <Notice tone={refused.length > 0 || stopped ? "warning" : "success"} actions={close}>
      <p className={styles.line}>
        {t.inserted(
          came.reduce((sum, n) => sum + n, 0),
          came.length,
        )}
      </p>
      {present > 0 && <p className={styles.line}>{t.present(present)}</p>}
      {stopped && <p className={styles.line}>{t.insertStopped}</p>}
      {refused.length > 0 && (
        <Fold title={t.refused(refused.length)}>
          <ul className={styles.list}>
            {refused.map(({ file, why }) => (
              <li key={file}>
                {file}　{why}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </Notice>
  );
}
