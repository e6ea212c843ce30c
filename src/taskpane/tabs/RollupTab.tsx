import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { findProgress, pathKey, renameGroup, type Member } from "../../sheet/rollup";
import { resultNotes } from "../../sheet/rollup/sentences";
import { Choice } from "../components/Choice";
import { GroupRow } from "../components/GroupRow";
import { CountingSection } from "../components/rollup/CountingSection";
import { ProgressSection } from "../components/rollup/ProgressSection";
import { NothingFound } from "../components/NothingFound";
import { PlainPreview } from "../components/PlainPreview";
import { RollupTargetsSection } from "../components/RollupTargets";
import { ScopeAndYear } from "../components/ScopeAndYear";
import { Skeleton } from "../components/Skeleton";
import { TabFrame } from "../components/TabFrame";
import { WriteOutcome } from "../components/WriteOutcome";
import { useAssessed } from "../hooks/useAssessed";
import { usePane, usePart } from "../hooks/usePane";
import { useLanguage, useMessages } from "../i18n";
import { chooseYear } from "../state/answers";
import { scoped } from "../state/derive";
import { blankGrades, blocksOf, resultOf, rollupPlan, tellProgress, type RollupTargets } from "../state/summary";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0 },
  choice: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase200 },
  notes: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  foot: {
    display: "flex",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  main: { flexGrow: 1 },
});

const GROUPINGS = ["auto", "goal", "measure", "owner", "sheet"] as const;

/** 集計: counts and shares per group, a status with its sum, and where it is written. */
export default function RollupTab() {
  const styles = useStyles();
  const t = useMessages();
  const language = useLanguage();
  const { store, writing } = usePane();
  const assessment = usePart("assessment");
  const settings = usePart("settings");
  const { scope } = usePart("preferences");
  const read = usePart("read");
  const write = usePart("write");
  const assessed = useAssessed();
  const inScope = useMemo(() => (assessment === null ? null : scoped(assessment, scope)), [assessment, scope]);
  const result = useMemo(() => (inScope === null ? null : resultOf(inScope, settings)), [inScope, settings]);
  const [chosen, setChosen] = useState<RollupTargets | null>(null);
  const [only, setOnly] = useState("");
  const progress = useMemo(() => (inScope === null ? [] : findProgress(inScope, settings)), [inScope, settings]);
  const overwrite = chosen?.overwrite ?? false;
  const blocks = useMemo(
    () => (inScope === null ? [] : blocksOf(inScope, settings, overwrite)),
    [inScope, settings, overwrite],
  );
  if (assessed === null || inScope === null || result === null) {
    return <TabFrame>{read.kind === "reading" && <Skeleton />}</TabFrame>;
  }
  // Until the user chooses: the sheet's own blocks where it has some, drafts only when asked for, else a new sheet.
  const own = blocks.filter(({ kind, cells }) => kind !== "drafts" && cells > 0).map(({ kind }) => kind);
  const targets: RollupTargets = chosen ?? {
    kinds: new Set(own),
    overwrite: false,
    sheet: blocks.length === 0,
    as: "values",
  };

  if (write.kind === "rollupPreview") {
    const { plan, drawings } = write;
    return (
      <TabFrame
        foot={
          <div className={styles.foot}>
            {(plan.edits.length > 0 || drawings.length > 0) && (
              <Button
                className={styles.main}
                appearance="primary"
                disabled={!write.examined}
                onClick={() => void writing.writeRollup()}
              >
                {write.examined ? t.rollup.write : t.write.examining}
              </Button>
            )}
            <Button onClick={writing.leave}>{t.write.cancel}</Button>
          </div>
        }
      >
        <PlainPreview
          plan={plan}
          note={drawings.length === 0 ? null : t.rollup.previewSheet(drawings.map(({ name }) => name).join("」「"))}
          onSelect={(sheetId, row, column) =>
            void store.select(sheetId, { top: row, left: column, bottom: row, right: column })
          }
        />
      </TabFrame>
    );
  }
  const outermost = result.groups.filter(({ path }) => path.length === 1).map(({ path }) => path[0] ?? "");
  const select = ({ row: { indicator } }: Member): void => {
    const cell = indicator.actual.cell ?? indicator.gradeCell ?? indicator.target.cell ?? indicator.baseline.cell;
    const { row, column } = cell ?? { row: indicator.row, column: 0 };
    void store.select(indicator.sheetId, { top: row, left: column, bottom: row, right: column });
  };
  const nowhere = targets.kinds.size === 0 && !targets.sheet;
  const { sheets, years, active, counts, elsewhere } = assessed;
  const first = sheets.find(({ tables }) => tables.length > 0);
  const measured = new Set(sheets.filter(({ tables }) => tables.length > 0).map(({ year }) => year));
  return (
    <TabFrame
      foot={
        <>
          <WriteOutcome />
          {counts.kpi > 0 && write.kind !== "working" && (
            <div className={styles.foot}>
              <Button
                className={styles.main}
                appearance="primary"
                disabled={nowhere}
                onClick={() => {
                  const { plan, drawings } = rollupPlan(inScope, settings, targets, new Date());
                  writing.previewRollup(plan, drawings);
                }}
              >
                {nowhere ? t.rollup.noWhere : t.rollup.write}
              </Button>
            </div>
          )}
        </>
      }
    >
      <ScopeAndYear
        scope={scope}
        onScope={(next) => store.prefer({ scope: next })}
        years={years}
        year={first?.year ?? null}
        yearFrom={first?.yearFrom ?? null}
        mixed={measured.size > 1}
        onYear={(year) => void store.changeSettings(chooseYear(settings, sheets, year))}
      />
      {counts.kpi === 0 ? (
        <NothingFound
          scope={scope}
          empty={active?.sheet.area === null}
          elsewhere={elsewhere}
          onWorkbook={() => store.prefer({ scope: "workbook" })}
          onByHand={() => store.prefer({ tab: "settings" })}
          onRead={() => void store.read()}
        />
      ) : (
        <>
          <div className={styles.choice}>
            <Choice
              label={t.rollup.grouping}
              value={settings.grouping ?? "auto"}
              options={GROUPINGS.map((option) => [option, t.rollup.groupings[option]])}
              onChoose={(next) => void store.changeSettings({ ...settings, grouping: next === "auto" ? null : next })}
            />
          </div>
          {outermost.length > 1 && (
            <div className={styles.choice}>
              <Choice
                label={t.rollup.only}
                value={outermost.includes(only) ? only : ""}
                options={[["", t.rollup.onlyAll], ...outermost.map((name): [string, string] => [name, name])]}
                onChoose={setOnly}
              />
            </div>
          )}
          <ul className={styles.list}>
            <GroupRow
              name={t.rollup.all}
              group={result.all}
              depth={0}
              open
              onSelect={outermost.length === 0 ? select : undefined}
            />
            {result.groups
              .filter(({ path }) => !outermost.includes(only) || path[0] === only)
              .map((group) => (
                <GroupRow
                  key={pathKey(group.path)}
                  name={group.path.at(-1) ?? ""}
                  group={group}
                  depth={group.path.length - 1}
                  onSelect={select}
                  onRename={(name) => {
                    const groupNames = renameGroup(settings.groupNames, group.members, group.path.length - 1, name);
                    void store.changeSettings({ ...settings, groupNames });
                  }}
                />
              ))}
            {result.ungrouped && (
              <GroupRow name={t.rollup.ungrouped} group={result.ungrouped} depth={0} onSelect={select} />
            )}
          </ul>
          <ul className={styles.notes}>
            {resultNotes(result, language).map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
          <CountingSection settings={settings} onChange={(next) => void store.changeSettings(next)} />
          {progress.map((found) => (
            <ProgressSection
              key={`${found.sheetId} ${String(found.counts?.counts)}`}
              found={found}
              onCounts={(counts) => void store.changeSettings(tellProgress(settings, found.sheetName, counts))}
            />
          ))}
          <RollupTargetsSection
            blocks={blocks}
            targets={targets}
            blankGrades={blankGrades(result)}
            onChange={setChosen}
          />
        </>
      )}
    </TabFrame>
  );
}
