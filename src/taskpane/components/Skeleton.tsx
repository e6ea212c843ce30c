import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", padding: tokens.spacingHorizontalM, gap: tokens.spacingVerticalL },
  row: { display: "flex", gap: tokens.spacingHorizontalM },
  mark: { width: "28px", height: "28px", borderRadius: tokens.borderRadiusMedium },
  lines: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, flexGrow: 1 },
  bar: { height: "12px", borderRadius: tokens.borderRadiusSmall },
  grey: { backgroundColor: tokens.colorNeutralStencil1 },
});

const WIDTHS = ["72%", "54%", "64%", "48%"];

/** The outline of the list while the sheet is being read. Says nothing to screen readers: the live region does. */
export function Skeleton() {
  const styles = useStyles();
  return (
    <div className={styles.list} aria-hidden>
      {WIDTHS.map((width) => (
        <div key={width} className={styles.row}>
          <div className={`${styles.mark} ${styles.grey}`} />
          <div className={styles.lines}>
            <div className={`${styles.bar} ${styles.grey}`} style={{ width }} />
            <div className={`${styles.bar} ${styles.grey}`} style={{ width: "40%" }} />
          </div>
        </div>
      ))}
    </div>
  );
}
