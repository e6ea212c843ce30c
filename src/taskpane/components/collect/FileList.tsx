import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { failSentence } from "../../collect/reasons";
import type { ChosenFile } from "../../collect/types";
import { useCollecting, useCollectMessages, useCollectState } from "../../collect/useCollect";
import { useLanguage } from "../../i18n";
import { isGraded } from "../../state/derive";
import { Fold } from "../Fold";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  file: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    // Hundreds of files: only those in view are laid out.
    contentVisibility: "auto",
    containIntrinsicSize: "auto 48px",
  },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  name: { fontWeight: tokens.fontWeightSemibold },
  detail: { color: tokens.colorNeutralForeground2, fontVariantNumeric: "tabular-nums" },
  buttons: { display: "flex", flexDirection: "column", flexShrink: 0 },
});

const isFailed = ({ state }: ChosenFile): boolean => state.kind === "failed";

/** The chosen files with their state: those that could not be read, with the reason, or all others. */
export function FileList({ only }: { only: "failed" | "others" }) {
  const styles = useStyles();
  const t = useCollectMessages();
  const { files } = useCollectState();
  const shown = files.filter((file) => isFailed(file) === (only === "failed"));
  if (shown.length === 0) return null;
  return (
    <Fold title={only === "failed" ? t.unread(shown.length) : t.files(shown.length)}>
      <ul className={styles.list}>
        {shown.map((file) => (
          <FileRow key={file.name} file={file} />
        ))}
      </ul>
    </Fold>
  );
}

function FileRow({ file }: { file: ChosenFile }) {
  const styles = useStyles();
  const t = useCollectMessages();
  const collecting = useCollecting();
  const { work } = useCollectState();
  const idle = work.kind === "idle";
  return (
    <li className={styles.file}>
      <div className={styles.text}>
        <div className={styles.name}>{file.name}</div>
        <div className={styles.detail}>
          <StateText file={file} />
        </div>
      </div>
      <div className={styles.buttons}>
        {isFailed(file) && (
          <Button
            appearance="subtle"
            disabled={!idle}
            aria-label={t.again(file.name)}
            onClick={() => void collecting.again(file.name)}
          >
            {t.againShort}
          </Button>
        )}
        <Button
          appearance="subtle"
          disabled={!idle}
          aria-label={t.remove(file.name)}
          onClick={() => void collecting.remove(file.name)}
        >
          {t.removeShort}
        </Button>
      </div>
    </li>
  );
}

function StateText({ file: { state } }: { file: ChosenFile }) {
  const t = useCollectMessages();
  const language = useLanguage();
  if (state.kind === "waiting") return t.waiting;
  if (state.kind === "reading") return t.now;
  if (state.kind === "failed") return failSentence(state.code, language);
  const { kpis, findings, owner } = state.submission;
  if (kpis.length === 0) return t.noKpiHint;
  const size = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  return [owner, t.fileKpis(kpis.length, kpis.filter(isGraded).length), t.fileFindings(size("error"), size("warning"))]
    .filter((part) => part !== null)
    .join("　");
}
