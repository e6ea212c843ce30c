import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons/svg/arrow-left";
import { useEffect } from "react";
import { useCollecting, useCollectMessages, useCollectState } from "../collect/useCollect";
import { CollectFoot } from "../components/collect/CollectFoot";
import { CollectOutcomeBar } from "../components/collect/CollectOutcomeBar";
import { CrossList } from "../components/collect/CrossList";
import { FileList } from "../components/collect/FileList";
import { GradeCounts } from "../components/collect/GradeCounts";
import { Notice } from "../components/Notice";
import { TabFrame } from "../components/TabFrame";
import { useMessages } from "../i18n";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, padding: tokens.spacingHorizontalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  counts: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
  intro: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    lineHeight: tokens.lineHeightBase300,
  },
});

/** 提出シートを集める: files with their state, what differs between departments, and the next step below. */
export default function CollectView({ onBack }: { onBack: () => void }) {
  const styles = useStyles();
  const t = useCollectMessages();
  const { frame } = useMessages();
  const { files, collection, work } = useCollectState();
  const collecting = useCollecting();
  useEffect(() => void collecting.renew(), [collecting]);
  const left = files.filter(({ state }) => state.kind === "waiting").length;
  return (
    <>
      <header className={styles.head}>
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={frame.back} onClick={onBack} />
        <h1 className={styles.title}>{t.title}</h1>
      </header>
      {collection !== null && (
        <p className={styles.counts} role="status">
          {t.counts(files.length, collection.kpis.length)}
        </p>
      )}
      <CollectOutcomeBar />
      <TabFrame foot={<CollectFoot />}>
        {files.length === 0 && <p className={styles.intro}>{t.intro}</p>}
        {work.kind === "idle" && left > 0 && <Notice tone="info">{t.stopped(left)}</Notice>}
        <FileList only="failed" />
        {collection !== null && work.kind !== "reading" && (
          <>
            <CrossList findings={collection.cross} />
            <GradeCounts rollup={collection.rollup} />
          </>
        )}
        <FileList only="others" />
      </TabFrame>
    </>
  );
}
