import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { directionNote, noteSentence } from "../../kpi/explain";
import type { Direction } from "../../kpi/types";
import type { GradedIndicator } from "../../sheet/types";
import { useLanguage, useMessages } from "../i18n";

const useStyles = makeStyles({
  question: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalS,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorStatusWarningBorder2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  line: { margin: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export const DIRECTIONS: readonly Direction[] = ["up", "down", "keepUp", "keepDown"];

interface Props {
  readonly graded: GradedIndicator;
  readonly onDirection: (graded: GradedIndicator, direction: Direction) => void;
}

/** 要確認 in place: what is proposed and why; one press answers, the answer stays in the workbook. */
export function DirectionQuestion({ graded, onDirection }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const language = useLanguage();
  const [others, setOthers] = useState(false);
  const finding = graded.grading.direction;
  const proposed = finding.direction;
  const why = directionNote(finding);
  return (
    <div className={styles.question} role="group" aria-label={t.question.direction}>
      <p className={styles.line}>
        {why ? noteSentence(why, language) : t.question.direction}
        {t.question.stop}
      </p>
      <div className={styles.buttons}>
        <Button appearance="outline" onClick={() => onDirection(graded, proposed)}>
          {t.question.yes(t.directions[proposed])}
        </Button>
        {!others && (
          <Button appearance="subtle" onClick={() => setOthers(true)}>
            {t.question.other}
          </Button>
        )}
        {others &&
          DIRECTIONS.filter((direction) => direction !== proposed).map((direction) => (
            <Button key={direction} appearance="outline" onClick={() => onDirection(graded, direction)}>
              {t.directions[direction]}
            </Button>
          ))}
      </div>
    </div>
  );
}
