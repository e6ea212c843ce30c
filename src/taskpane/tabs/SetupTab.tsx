import { useState } from "react";
import { Choice } from "../components/Choice";
import { Section } from "../components/Section";
import { AnswersSection } from "../components/setup/AnswersSection";
import { FileSection } from "../components/setup/FileSection";
import { MappingSection } from "../components/setup/MappingSection";
import { RubricSection } from "../components/setup/RubricSection";
import { WordsSection } from "../components/setup/WordsSection";
import { Skeleton } from "../components/Skeleton";
import { TabFrame } from "../components/TabFrame";
import { yearLabel } from "../format";
import { useAssessed } from "../hooks/useAssessed";
import { usePane, usePart } from "../hooks/usePane";
import { useLanguage, useMessages } from "../i18n";
import { chooseYear } from "../state/answers";
import { rowsOf } from "../state/derive";
import { adoptSelectedRubric, importFile, selectedWords } from "../state/setup";
import type { Settings } from "../../sheet/settings";
import { DEFAULT_RUBRIC } from "../../kpi/rubric";
import { rubricOfSettings } from "../../sheet/settings";

/** 設定: how this workbook is read and graded. Everything is stored in the workbook. */
export default function SetupTab() {
  const t = useMessages();
  const language = useLanguage();
  const { store } = usePane();
  const settings = usePart("settings");
  const preferences = usePart("preferences");
  const assessment = usePart("assessment");
  const assessed = useAssessed();
  const [asked, setAsked] = useState<readonly string[]>([]);
  if (assessed === null || assessment === null) {
    return (
      <TabFrame>
        <Skeleton />
      </TabFrame>
    );
  }
  const { active, sheets, years } = assessed;
  const change = (next: Settings): void => void store.changeSettings(next, true);
  const table = active?.tables[0] ?? sheets.flatMap(({ tables }) => tables)[0];
  const stored = rubricOfSettings(settings);
  const rubric = table?.rubric ?? stored ?? DEFAULT_RUBRIC;
  const from = table?.rubricFrom ?? (stored ? "stored" : "default");
  const year = active === null ? undefined : settings.years[active.sheet.name];

  return (
    <TabFrame>
      <RubricSection
        settings={settings}
        rubric={rubric}
        from={from}
        onChange={change}
        onOwn={() => void adoptSelectedRubric(store, t.setup.rubricOwnName)}
      />
      <Section title={t.setup.year}>
        <Choice
          label={t.scope.year}
          hideLabel
          value={year === undefined ? "" : String(year)}
          options={[
            ["", t.setup.yearAuto],
            ...[...new Set([...years, ...(year === undefined ? [] : [year])])].map((option): [string, string] => [
              String(option),
              yearLabel(option, language),
            ]),
          ]}
          onChoose={(next) => change(chooseYear(settings, sheets, next === "" ? null : Number(next)))}
        />
      </Section>
      <AnswersSection settings={settings} rows={rowsOf(assessment.sheets)} onChange={change} />
      <MappingSection
        settings={settings}
        sheet={active}
        onChange={change}
        onShow={(sheetId, area) => void store.select(sheetId, area)}
      />
      <WordsSection
        settings={settings}
        asked={asked}
        onAsk={() => void selectedWords(store).then(setAsked)}
        onChange={change}
      />
      <FileSection settings={settings} onImport={(text) => void importFile(store, text)} onChange={change} />
      <Section title={t.setup.language}>
        <Choice
          label={t.setup.language}
          hideLabel
          value={preferences.language}
          options={(["auto", "ja", "en"] as const).map((option) => [option, t.setup.languages[option]])}
          onChoose={(next) => store.prefer({ language: next })}
        />
      </Section>
    </TabFrame>
  );
}
