import { makeStyles, mergeClasses, shorthands, tokens } from "@fluentui/react-components";
import { gradeOrder } from "../../kpi/rubric";
import type { Rubric } from "../../kpi/types";
import { useMessages } from "../i18n";
import { TONES, toneOf, type ToneColours } from "../tones";

const paint = ({ background, foreground, border }: ToneColours) => ({
  backgroundColor: background,
  color: foreground,
  ...shorthands.borderColor(border),
});

const useStyles = makeStyles({
  mark: {
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    flexShrink: 0,
    boxSizing: "border-box",
    minWidth: "28px",
    maxWidth: "64px",
    minHeight: "28px",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusMedium,
    ...shorthands.borderWidth(tokens.strokeWidthThin),
    ...shorthands.borderStyle("solid"),
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase200,
    textAlign: "center",
    // In high contrast the letter and the outline remain.
    "@media (forced-colors: active)": {
      backgroundColor: "Canvas",
      color: "CanvasText",
      ...shorthands.borderColor("CanvasText"),
    },
  },
  words: {
    fontSize: tokens.fontSizeBase200,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    // Between any two characters: a phrase like 「相当程度効果が」 is wider than the mark.
    wordBreak: "normal",
    overflowWrap: "anywhere",
    textWrap: "balance",
  },
  small: { minWidth: "22px", minHeight: "22px", fontSize: tokens.fontSizeBase200 },
  wide: { width: "72px", maxWidth: "72px" },
  best: paint(TONES.best),
  good: paint(TONES.good),
  fair: paint(TONES.fair),
  low: paint(TONES.low),
  poor: paint(TONES.poor),
  none: { ...paint(TONES.none), ...shorthands.borderStyle("dashed") },
});

const isLong = (grade: string): boolean => [...grade].length > 2;

/**
 * A grade as a letter in a shape; 「？」 where a cell could not be read. Colour is the second signal only.
 * Where a rubric speaks in words, all of its marks are of one width, so that the names beside them stand in line.
 */
export function GradeMark({ grade, rubric, small = false }: { grade: string; rubric: Rubric; small?: boolean }) {
  const styles = useStyles();
  const t = useMessages();
  return (
    <span
      role="img"
      aria-label={grade === "" ? t.row.noGrade : t.row.gradeIs(grade)}
      className={mergeClasses(
        styles.mark,
        small && styles.small,
        gradeOrder(rubric).some((one) => [...one].length > 3) && styles.wide,
        isLong(grade) && styles.words,
        styles[toneOf(grade, rubric)],
      )}
    >
      {grade === "" ? "？" : grade}
    </span>
  );
}
