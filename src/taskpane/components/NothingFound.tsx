import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMessages } from "../i18n";
import type { Preferences } from "../preferences";

const useStyles = makeStyles({
  nothing: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
    lineHeight: tokens.lineHeightBase300,
  },
  line: { margin: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly scope: Preferences["scope"];
  /** The sheet has no used cells. */
  readonly empty: boolean;
  /** KPIs on other sheets. */
  readonly elsewhere: number;
  readonly onWorkbook: () => void;
  readonly onByHand: () => void;
  readonly onRead: () => void;
}

/** Zero is a state too: what was looked for, where else there is something, and how to point at a table by hand. */
export function NothingFound({ scope, empty, elsewhere, onWorkbook, onByHand, onRead }: Props) {
  const styles = useStyles();
  const t = useMessages();
  return (
    <div className={styles.nothing}>
      <p className={styles.title}>{scope === "sheet" ? t.nothing.sheet : t.nothing.workbook}</p>
      <p className={styles.line}>{empty ? t.nothing.emptySheet : t.nothing.looked}</p>
      {scope === "sheet" && elsewhere > 0 && (
        <>
          <p className={styles.line}>{t.nothing.elsewhere(elsewhere)}</p>
          <Button appearance="primary" onClick={onWorkbook}>
            {t.nothing.showWorkbook}
          </Button>
        </>
      )}
      {!empty && (
        <>
          <p className={styles.line}>{t.nothing.byHand}</p>
          <Button onClick={onByHand}>{t.nothing.byHandButton}</Button>
        </>
      )}
      <Button appearance="subtle" onClick={onRead}>
        {t.frame.reread}
      </Button>
    </div>
  );
}
