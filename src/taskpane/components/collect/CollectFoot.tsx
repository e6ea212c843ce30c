import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { Work } from "../../collect/types";
import { useCollecting, useCollectMessages, useCollectState } from "../../collect/useCollect";
import type { CollectMessages } from "../../collect/messages";
import { Working } from "../Working";

const useStyles = makeStyles({
  foot: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
  },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  hidden: { display: "none" },
});

const LABELS: { readonly [K in Work["kind"]]: (t: CollectMessages, work: Work & { kind: K }) => string } = {
  idle: () => "",
  reading: (t, { done, total, file }) => t.reading(done, total, file),
  writing: (t) => t.writing,
  inserting: (t, { done, total, file }) => t.inserting(done, total, file),
};
const labelOf = <K extends Work["kind"]>(t: CollectMessages, work: Work & { kind: K }): string =>
  LABELS[work.kind as K](t, work);

/** The next step: choose, go on, write; or what is under way, with a way out. */
export function CollectFoot() {
  const styles = useStyles();
  const t = useCollectMessages();
  const collecting = useCollecting();
  const { files, work, collection } = useCollectState();
  const input = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  if (work.kind !== "idle") {
    const share = "total" in work && work.total > 0 ? work.done / work.total : null;
    const stop = work.kind === "writing" ? null : collecting.stop;
    return <Working key={work.kind} label={labelOf(t, work)} share={share} cancelLabel={t.stop} onCancel={stop} />;
  }
  const left = files.filter(({ state }) => state.kind === "waiting").length;
  const lines = collection?.files ?? [];
  const kpis = collection?.kpis.length ?? 0;
  const readable = lines.flatMap((line) => (line.kind === "read" ? [line.submission] : []));
  const sheets = readable.reduce((sum, submission) => sum + submission.sheets.length, 0);
  const chooser = (
    <>
      <Button appearance={files.length === 0 ? "primary" : "secondary"} onClick={() => input.current?.click()}>
        {files.length === 0 ? t.choose : t.addMore}
      </Button>
      <input
        ref={input}
        className={styles.hidden}
        type="file"
        multiple
        accept=".xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        aria-label={t.choose}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // The same files may be chosen again after they were mended.
          event.target.value = "";
          if (chosen.length > 0) void collecting.add(chosen);
        }}
      />
    </>
  );
  if (asking) {
    return (
      <div className={styles.foot} role="group" aria-label={t.insert}>
        <p className={styles.hint}>{t.insertAsk(sheets, readable.length)}</p>
        <div className={styles.buttons}>
          <Button
            appearance="primary"
            onClick={() => {
              setAsking(false);
              void collecting.insert();
            }}
          >
            {t.insertYes(sheets)}
          </Button>
          <Button onClick={() => setAsking(false)}>{t.cancel}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.foot}>
      {lines.length > 0 && <p className={styles.hint}>{t.writeHint}</p>}
      <div className={styles.buttons}>
        {left > 0 && (
          <Button appearance="primary" onClick={() => void collecting.read()}>
            {t.resume(left)}
          </Button>
        )}
        {lines.length > 0 && (
          <Button appearance={left > 0 ? "secondary" : "primary"} onClick={() => void collecting.write()}>
            {t.write(kpis)}
          </Button>
        )}
        {sheets > 0 && <Button onClick={() => setAsking(true)}>{t.insert}</Button>}
        {chooser}
      </div>
    </div>
  );
}
