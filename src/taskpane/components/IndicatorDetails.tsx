import { makeStyles, tokens } from "@fluentui/react-components";
import { explain } from "../../kpi/explain";
import type { Direction } from "../../kpi/types";
import type { GradedIndicator } from "../../sheet/types";
import { readingText, reason, unitOf, yearLabel } from "../format";
import { useLanguage, useMessages } from "../i18n";
import { DIRECTIONS } from "./DirectionQuestion";
import { GradeMark } from "./GradeMark";
import { Select } from "./Select";

const useStyles = makeStyles({
  details: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  line: { margin: 0 },
  list: {
    display: "grid",
    gridTemplateColumns: "max-content minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    margin: 0,
    fontVariantNumeric: "tabular-nums",
  },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, whiteSpace: "pre-line" },
  part: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  select: { maxWidth: "200px" },
});

interface Props {
  readonly graded: GradedIndicator;
  readonly onDirection: (graded: GradedIndicator, direction: Direction) => void;
}

/** Everything behind one grade: the full sentence, the values as read, assumptions, warnings, parts, the direction. */
export function IndicatorDetails({ graded, onDirection }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const language = useLanguage();
  const { indicator, grading, rubric } = graded;
  const unit = indicator.printedUnit ?? unitOf(indicator);
  // Columns of years to come are no news.
  const history = indicator.actuals.filter(
    ({ reading, year }) => year === indicator.actualYear || reading.text.trim() !== "",
  );
  const row = (term: string, value: string) => [
    <dt key={`${term}t`} className={styles.term}>
      {term}
    </dt>,
    <dd key={`${term}d`} className={styles.value}>
      {value}
    </dd>,
  ];
  const withYear = (term: string, year: number | null) =>
    year === null ? term : t.bracket(term, yearLabel(year, language));

  return (
    <div className={styles.details}>
      <p className={styles.line}>
        {explain(grading, language)}
        {t.question.stop}
      </p>
      {grading.parts.length > 0 && (
        <div>
          <span className={styles.term}>{t.details.parts}</span>
          {grading.parts.map((part, i) => (
            <div key={i} className={styles.part}>
              <GradeMark grade={part.grade} rubric={rubric} small />
              <span>
                {partLabel(part.input.actual)} {reason(part, indicator, t.reason, language)}
              </span>
            </div>
          ))}
        </div>
      )}
      <dl className={styles.list} aria-label={t.details.values}>
        {row(t.details.baseline, readingText(indicator.baseline.reading, unit, t.row.absent))}
        {history.length > 1
          ? history.flatMap((actual) =>
              row(withYear(t.details.actual, actual.year), readingText(actual.reading, unit, t.row.absent)),
            )
          : row(
              withYear(t.details.actual, indicator.actualYear),
              readingText(indicator.actual.reading, unit, t.row.absent),
            )}
        {row(
          withYear(t.details.target, indicator.targetYear),
          readingText(indicator.target.reading, unit, t.row.absent),
        )}
        {row(t.details.rubric, rubric.name)}
      </dl>
      <label>
        <span className={styles.term}>{t.details.direction}</span>
        <Select
          label={t.details.direction}
          className={styles.select}
          value={grading.direction.direction}
          onChange={(next) => onDirection(graded, next as Direction)}
        >
          {DIRECTIONS.map((direction) => (
            <option key={direction} value={direction}>
              {t.directions[direction]}
            </option>
          ))}
        </Select>
      </label>
    </div>
  );
}

const partLabel = (reading: GradedIndicator["grading"]["input"]["actual"]): string =>
  reading.kind === "quantity" ? (reading.parts[0].label ?? reading.text) : reading.text;
