import { makeStyles, tokens } from "@fluentui/react-components";
import type { Rubric } from "../../kpi/types";
import { TONES, toneOf } from "../tones";

const useStyles = makeStyles({
  bar: {
    display: "block",
    width: "100%",
    height: "12px",
    // The parts keep their edges where colours are replaced.
    "@media (forced-colors: active)": { forcedColorAdjust: "none" },
  },
  edge: { stroke: tokens.colorNeutralBackground1, strokeWidth: "1px" },
});

interface Props {
  /** What a screen reader says instead: the same as the text below the bar. */
  readonly label: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  readonly rubric: Rubric;
}

/** How many of each grade, best first, as one bar. The figures stand below it in words. */
export function StackedBar({ label, counts, total, rubric }: Props) {
  const styles = useStyles();
  const parts = [...counts].filter(([, n]) => n > 0);
  let left = 0;
  const placed = parts.map(([grade, n]) => {
    const x = left;
    left += (100 * n) / Math.max(total, 1);
    return { grade, x, width: (100 * n) / Math.max(total, 1) };
  });
  return (
    <svg className={styles.bar} viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label={label}>
      {placed.map(({ grade, x, width }) => {
        const tone = toneOf(grade, rubric);
        const fill = tone === "none" ? tokens.colorNeutralStroke1 : TONES[tone].background;
        return (
          <rect
            key={grade}
            className={styles.edge}
            x={x}
            y={0}
            width={width}
            height={12}
            style={{ fill }}
            vectorEffect="non-scaling-stroke"
          />
        );
      })}
    </svg>
  );
}
