import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons/svg/arrow-left";
import { useEffect, useState } from "react";
import { Fold } from "../components/Fold";
import { TabFrame } from "../components/TabFrame";
import { useLanguage, useMessages } from "../i18n";
import { TOPICS } from "./helpTopics";
import { Markdown } from "./markdown";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, padding: tokens.spacingHorizontalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  topic: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    lineHeight: tokens.lineHeightBase300,
  },
  reference: {
    padding: `0 ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
    "& table": { borderCollapse: "collapse", display: "block", overflowX: "auto" },
    "& th, & td": {
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      padding: tokens.spacingHorizontalXS,
      textAlign: "left",
      verticalAlign: "top",
    },
    "& pre": { whiteSpace: "pre-wrap" },
    "& code, & pre": { fontFamily: tokens.fontFamilyMonospace },
  },
});

/** 使い方: the questions people have, then the reference of the functions. */
export default function HelpView({ onBack }: { onBack: () => void }) {
  const styles = useStyles();
  const t = useMessages();
  const language = useLanguage();
  const [reference, setReference] = useState<string | null>(null);
  useEffect(() => {
    let shown = true;
    import("../../../docs/functions.md").then(
      ({ default: text }) => shown && setReference(text),
      () => shown && setReference(t.help.failed),
    );
    return () => {
      shown = false;
    };
  }, [t]);
  return (
    <>
      <header className={styles.head}>
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={t.frame.back} onClick={onBack} />
        <h1 className={styles.title}>{t.help.title}</h1>
      </header>
      <TabFrame>
        {TOPICS[language].map((topic, i) => (
          <Fold key={topic.title} title={topic.title} openAtFirst={i === 0}>
            <ul className={styles.topic}>
              {topic.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Fold>
        ))}
        <Fold title={t.help.functions} openAtFirst={false}>
          {reference === null ? t.help.loading : <Markdown className={styles.reference} source={reference} />}
        </Fold>
      </TabFrame>
    </>
  );
}
