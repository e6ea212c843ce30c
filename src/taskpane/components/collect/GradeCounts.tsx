import { makeStyles, tokens } from "@fluentui/react-components";
import type { RollupResult } from "../../../sheet/rollup";
import { useCollectMessages } from "../../collect/useCollect";
import { Fold } from "../Fold";

const useStyles = makeStyles({
  counts: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    fontVariantNumeric: "tabular-nums",
  },
});

/** How many KPIs of all files have which grade. */
export function GradeCounts({ rollup: { all } }: { rollup: RollupResult }) {
  const styles = useStyles();
  const t = useCollectMessages();
  if (all.total === 0) return null;
  return (
    <Fold title={t.rollup}>
      <p className={styles.counts}>
        {[...all.counts].map(([grade, count]) => (
          <span key={grade}>{t.grade(grade, count)}</span>
        ))}
      </p>
    </Fold>
  );
}
