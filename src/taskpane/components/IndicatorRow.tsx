import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUp16Regular } from "@fluentui/react-icons/svg/chevron-up";
import { memo, useId, useState } from "react";
import type { Direction } from "../../kpi/types";
import type { GradedIndicator } from "../../sheet/types";
import { reason, readingText, unitOf, yearLabel } from "../format";
import { useLanguage, useMessages } from "../i18n";
import { DirectionQuestion } from "./DirectionQuestion";
import { GradeMark } from "./GradeMark";
import { IndicatorDetails } from "./IndicatorDetails";

const useStyles = makeStyles({
  row: {
    position: "relative",
    listStyleType: "none",
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `${tokens.strokeWidthThicker} solid transparent`,
    // High contrast paints what is transparent.
    "@media (forced-colors: active)": { borderLeftColor: "Canvas" },
    // A workbook may hold a thousand rows: those out of sight cost no layout.
    contentVisibility: "auto",
    containIntrinsicSize: "auto 76px",
  },
  active: {
    borderLeftColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    "@media (forced-colors: active)": { borderLeftColor: "Highlight" },
  },
  head: { display: "flex", alignItems: "flex-start" },
  main: {
    display: "flex",
    alignItems: "flex-start",
    flexGrow: 1,
    minWidth: 0,
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  text: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXXS, minWidth: 0, flexGrow: 1 },
  name: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    display: "-webkit-box",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: "2",
    overflow: "hidden",
    overflowWrap: "anywhere",
  },
  wholeName: { WebkitLineClamp: "unset" },
  part: { color: tokens.colorNeutralForeground3 },
  values: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  reason: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  chip: {
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusSmall,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
    whiteSpace: "nowrap",
  },
  unfold: {
    minWidth: "32px",
    height: "32px",
    margin: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} 0 0`,
    flexShrink: 0,
  },
  below: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM} 44px` },
});

interface Props {
  readonly graded: GradedIndicator;
  /** The fiscal year that the sheet is graded for. */
  readonly year: number | null;
  /** The sheet's selection is in this row. */
  readonly active: boolean;
  readonly onSelect: (graded: GradedIndicator) => void;
  readonly onDirection: (graded: GradedIndicator, direction: Direction) => void;
}

/** One KPI: grade, name, values, the half-sentence why; details unfold, a question is answered in place. */
export const IndicatorRow = memo(function IndicatorRow({ graded, year, active, onSelect, onDirection }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const below = useId();
  const { indicator, grading, rubric } = graded;
  const unit = indicator.printedUnit ?? unitOf(indicator);
  const baseline = readingText(indicator.baseline.reading, unit, t.row.absent);
  const actual = readingText(indicator.actual.reading, unit, t.row.absent);
  const target = readingText(indicator.target.reading, unit, t.row.absent);
  const name = indicator.name === "" ? t.table.noName : indicator.name;
  const unreadable = [indicator.baseline, indicator.actual, indicator.target].some(
    ({ reading }) => reading.kind === "unreadable" || reading.kind === "error",
  );
  const { existingGrade } = indicator;
  const differs = existingGrade !== null && existingGrade !== "" && existingGrade !== grading.grade;
  const older =
    year !== null && indicator.actualYear !== null && indicator.actualYear < year ? indicator.actualYear : null;
  const confirm = grading.direction.needsConfirmation;

  return (
    <li className={mergeClasses(styles.row, active && styles.active)} data-key={indicator.key}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.main}
          aria-current={active ? "true" : undefined}
          title={t.row.select}
          onClick={() => onSelect(graded)}
        >
          <GradeMark grade={grading.grade} rubric={rubric} />
          <span className={styles.text}>
            <span className={mergeClasses(styles.name, open && styles.wholeName)}>
              {name}
              {indicator.part !== null && <span className={styles.part}> {indicator.part}</span>}
            </span>
            <span className={styles.values}>
              <span>
                {baseline} {t.row.arrow} {actual}
              </span>
              <span>
                <span className={styles.quiet}>{t.row.target}</span> {target}
              </span>
            </span>
            <span className={styles.reason}>
              <span>{reason(grading, indicator, t.reason, language)}</span>
              {older !== null && <span>{t.row.olderYear(yearLabel(older, language))}</span>}
              {confirm && <span className={styles.chip}>{t.row.confirm}</span>}
              {unreadable && <span className={styles.chip}>{t.row.unreadable}</span>}
              {differs && <span className={styles.chip}>{t.row.differs(existingGrade)}</span>}
            </span>
          </span>
        </button>
        <Button
          className={styles.unfold}
          appearance="subtle"
          icon={open ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
          aria-expanded={open}
          aria-controls={below}
          aria-label={`${name} ${open ? t.row.lessDetails : t.row.details}`}
          onClick={() => setOpen(!open)}
        />
      </div>
      <div id={below} className={confirm || open ? styles.below : undefined}>
        {confirm && <DirectionQuestion graded={graded} onDirection={onDirection} />}
        {open && <IndicatorDetails graded={graded} onDirection={onDirection} />}
      </div>
    </li>
  );
});
