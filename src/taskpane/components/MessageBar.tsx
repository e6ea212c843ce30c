import { Button } from "@fluentui/react-components";
import { hostErrorSentence } from "../../excel/host-errors";
import { usePane, usePart } from "../hooks/usePane";
import { useLanguage, useMessages } from "../i18n";
import { Notice, type NoticeTone } from "./Notice";

/** What happened outside reading and writing: settings saved, a file that could not be read. */
export function MessageBar() {
  const t = useMessages();
  const language = useLanguage();
  const { store } = usePane();
  const message = usePart("message");
  if (message === null) return null;
  const texts: Record<typeof message.kind, [NoticeTone, string]> = {
    settingsSaved: ["success", t.setup.saved],
    settingsImported: ["success", t.setup.imported],
    settingsProblems: ["warning", t.setup.problemsFound],
    importFailed: ["error", t.setup.importFailed],
    notARubric: ["warning", t.setup.notARubric],
    noWords: ["warning", t.setup.noWords],
    failed: ["error", message.kind === "failed" ? hostErrorSentence(message.error, language) : ""],
  };
  const [tone, text] = texts[message.kind];
  return (
    <Notice
      tone={tone}
      actions={
        <Button size="small" appearance="subtle" onClick={store.dismiss}>
          {t.frame.close}
        </Button>
      }
    >
      {text}
      {"problems" in message && message.problems.map((problem) => <div key={problem}>{problem}</div>)}
    </Notice>
  );
}
