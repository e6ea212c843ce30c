import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { noteSentence } from "../../../kpi/explain";
import { lintRubric } from "../../../kpi/lint";
import { DEFAULT_RUBRIC, PRESETS } from "../../../kpi/rubric";
import type { Rubric } from "../../../kpi/types";
import type { Settings } from "../../../sheet/settings";
import type { RubricSource } from "../../../sheet/types";
import { useLanguage, useMessages } from "../../i18n";
import { Choice } from "../Choice";
import { GradeMark } from "../GradeMark";
import { Section } from "../Section";

const useStyles = makeStyles({
  bands: { listStyleType: "none", margin: 0, padding: 0 },
  band: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  mark: { display: "flex", minWidth: "32px" },
  condition: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  quiet: { color: tokens.colorNeutralForeground3, margin: 0, overflowWrap: "anywhere" },
  problems: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

const AUTO = "";
const OWN = "own";

interface Props {
  readonly settings: Settings;
  readonly rubric: Rubric;
  readonly from: RubricSource;
  readonly onChange: (settings: Settings) => void;
  /** Takes the selected range as the rubric table. */
  readonly onOwn: () => void;
}

/** 評価基準: which one, what it says in plain words, where it comes from, what it leaves open. */
export function RubricSection({ settings, rubric, from, onChange, onOwn }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const language = useLanguage();
  const stored = settings.rubric;
  const value = stored === null ? AUTO : "preset" in stored ? stored.preset : OWN;
  const options: [string, string][] = [
    [AUTO, t.setup.rubricAuto(DEFAULT_RUBRIC.name)],
    ...PRESETS.map(({ name }): [string, string] => [name, name]),
    ...(stored !== null && "table" in stored ? [[OWN, stored.name] as [string, string]] : []),
  ];
  const problems = lintRubric(rubric);
  return (
    <Section title={t.setup.rubric}>
      <Choice
        label={t.setup.rubricChoose}
        value={value}
        options={options}
        onChoose={(next) => {
          if (next !== OWN) onChange({ ...settings, rubric: next === AUTO ? null : { preset: next } });
        }}
      />
      <p className={styles.quiet}>
        {t.bracket(rubric.name, t.setup.rubricFrom[from])}
        {rubric.source !== "" && ` ${t.setup.source}${t.colon}${rubric.source}`}
      </p>
      <ul className={styles.bands}>
        {rubric.bands.map((band, i) => (
          <li key={i} className={styles.band}>
            <span className={styles.mark}>
              <GradeMark grade={band.grade} rubric={rubric} small />
            </span>
            <span className={styles.condition}>
              <span>{band.condition}</span>
              {band.description !== band.condition && <span className={styles.quiet}>{band.description}</span>}
            </span>
          </li>
        ))}
      </ul>
      {problems.length > 0 && (
        <div>
          {t.setup.problems}
          <ul className={styles.problems}>
            {problems.map((problem, i) => (
              <li key={i}>{noteSentence(problem, language)}</li>
            ))}
          </ul>
        </div>
      )}
      <Choice
        label={t.setup.compareWith}
        value={settings.targetThatCounts ?? "auto"}
        options={(["auto", "final", "year"] as const).map((option) => [option, t.setup.compare[option]])}
        onChoose={(next) => onChange({ ...settings, targetThatCounts: next === "auto" ? null : next })}
      />
      <Choice
        label={t.setup.missing}
        value={settings.missingActual ?? "auto"}
        options={(["auto", "grade", "older"] as const).map((option) => [option, t.setup.missingChoice[option]])}
        onChoose={(next) => onChange({ ...settings, missingActual: next === "auto" ? null : next })}
      />
      <Choice
        label={t.setup.composite}
        value={settings.compositeRule}
        options={(["worst", "majority"] as const).map((option) => [option, t.setup.compositeChoice[option]])}
        onChoose={(next) => onChange({ ...settings, compositeRule: next })}
      />
      <p className={styles.quiet}>{t.setup.rubricOwnHint}</p>
      <Button onClick={onOwn}>{t.setup.rubricOwnUse}</Button>
    </Section>
  );
}
