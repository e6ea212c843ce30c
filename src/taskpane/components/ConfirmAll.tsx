import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMessages } from "../i18n";

const useStyles = makeStyles({
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

/** Several questions at once: one press takes all proposals. */
export function ConfirmAll({ count, onAll }: { count: number; onAll: () => void }) {
  const styles = useStyles();
  const t = useMessages();
  return (
    <div className={styles.line}>
      {t.question.stored}
      <Button onClick={onAll}>{t.question.allProposed(count)}</Button>
    </div>
  );
}
