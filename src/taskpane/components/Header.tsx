import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowClockwise20Regular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { useMessages } from "../i18n";
import type { Preferences } from "../preferences";
import { MoreMenu } from "./MoreMenu";

const useStyles = makeStyles({
  header: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0 ${tokens.spacingHorizontalM}`,
  },
  title: {
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: "2",
    overflow: "hidden",
    overflowWrap: "anywhere",
  },
});

interface Props {
  readonly title: string;
  readonly busy: boolean;
  readonly onRead: () => void;
  readonly language: Preferences["language"];
  readonly onLanguage: (language: Preferences["language"]) => void;
  readonly onHelp: () => void;
  readonly onCollect: () => void;
}

/** The sheet's title, 「シートを読み取る」, ⋯. */
export function Header({ title, busy, onRead, language, onLanguage, onHelp, onCollect }: Props) {
  const styles = useStyles();
  const t = useMessages();
  return (
    <header className={styles.header}>
      <h1 className={styles.title} title={title}>
        {title}
      </h1>
      <Button
        appearance="subtle"
        icon={<ArrowClockwise20Regular />}
        aria-label={t.frame.reread}
        title={t.frame.reread}
        disabled={busy}
        onClick={onRead}
      />
      <MoreMenu language={language} onLanguage={onLanguage} onHelp={onHelp} onCollect={onCollect} />
    </header>
  );
}
