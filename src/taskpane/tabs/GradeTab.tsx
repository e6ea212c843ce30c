import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useCallback, useMemo } from "react";
import type { Direction } from "../../kpi/types";
import type { AssessedTable, GradedIndicator } from "../../sheet/types";
import { ConfirmAll } from "../components/ConfirmAll";
import { GradeList } from "../components/GradeList";
import { loadPreview } from "../components/loadPreview";
import { NothingFound } from "../components/NothingFound";
import { Notice } from "../components/Notice";
import { RubricLine } from "../components/RubricLine";
import { ScopeAndYear } from "../components/ScopeAndYear";
import { Skeleton } from "../components/Skeleton";
import { TabFrame } from "../components/TabFrame";
import { UnreadableList } from "../components/UnreadableList";
import { WriteFoot } from "../components/WriteFoot";
import { useAssessed } from "../hooks/useAssessed";
import { usePane, usePart } from "../hooks/usePane";
import { useMessages } from "../i18n";
import { acceptProposals, answerDirection, chooseYear, keepGrade } from "../state/answers";
import { rowByCell, rowsOf, unchangedRows } from "../state/derive";

const Preview = lazy(async () => ({ default: (await loadPreview()).Preview }));
const PreviewFoot = lazy(async () => ({ default: (await loadPreview()).PreviewFoot }));

const useStyles = makeStyles({ welcome: { marginBottom: tokens.spacingVerticalM } });

/** 評価: the KPIs with their grades, the questions in place, the preview, the write. */
export default function GradeTab() {
  const styles = useStyles();
  const { store, writing } = usePane();
  const assessed = useAssessed();
  const { scope, introduced } = usePart("preferences");
  const t = useMessages();
  const read = usePart("read");
  const settings = usePart("settings");
  const write = usePart("write");
  const ticked = usePart("ticked");
  const newColumns = usePart("newColumns");
  const filter = usePart("filter");
  const selected = usePart("selected");

  const select = useCallback(
    (sheetId: string, row: number, column: number) =>
      void store.select(sheetId, { top: row, left: column, bottom: row, right: column }),
    [store],
  );
  const selectRow = useCallback(
    ({ indicator }: GradedIndicator) => {
      const cell = indicator.actual.cell ?? indicator.gradeCell ?? indicator.baseline.cell ?? indicator.target.cell;
      if (cell) select(cell.sheetId, cell.row, cell.column);
    },
    [select],
  );
  const selectTable = useCallback(({ table }: AssessedTable) => void store.select(table.sheetId, table.area), [store]);
  const answer = useCallback(
    ({ indicator }: GradedIndicator, direction: Direction) =>
      void store.changeSettings(answerDirection(store.get().settings, indicator, direction)),
    [store],
  );
  const sheets = assessed?.sheets;
  const rowOf = useMemo(() => rowByCell(sheets ?? []), [sheets]);

  if (assessed === null || sheets === undefined) {
    return <TabFrame>{read.kind === "reading" && <Skeleton />}</TabFrame>;
  }
  const { counts, active, elsewhere, years } = assessed;
  const distinct = new Set(sheets.map(({ year }) => year));
  const first = sheets[0];

  if (write.kind === "preview") {
    return (
      <TabFrame
        foot={
          <Suspense>
            <PreviewFoot plan={write.plan} mode={write.mode} examined={write.examined} />
          </Suspense>
        }
      >
        <Suspense fallback={<Skeleton />}>
          <Preview
            plan={write.plan}
            mode={write.mode}
            unchanged={unchangedRows(sheets, write.plan)}
            rowOf={rowOf}
            ticked={ticked}
            onTick={writing.tick}
            newColumns={newColumns}
            onNewColumns={writing.addColumns}
            kept={settings.kept}
            onKeep={({ indicator }, reason) =>
              void store.changeSettings(keepGrade(settings, indicator, reason)).then(() => writing.replan())
            }
            onSelect={select}
          />
        </Suspense>
      </TabFrame>
    );
  }
  return (
    <TabFrame foot={<WriteFoot />}>
      <ScopeAndYear
        scope={scope}
        onScope={(next) => store.prefer({ scope: next })}
        years={years}
        year={first?.year ?? null}
        yearFrom={first?.yearFrom ?? null}
        mixed={distinct.size > 1}
        onYear={(year) => void store.changeSettings(chooseYear(settings, sheets, year))}
      />
      <RubricLine sheets={sheets} onChange={() => store.prefer({ tab: "settings" })} />
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
          {!introduced && (
            <Notice
              className={styles.welcome}
              tone="info"
              title={t.first.title}
              actions={<Button onClick={() => store.prefer({ introduced: true })}>{t.first.ok}</Button>}
            >
              {t.first.body}
            </Notice>
          )}
          {filter === "confirm" && counts.confirm > 1 && (
            <ConfirmAll
              count={counts.confirm}
              onAll={() => void store.changeSettings(acceptProposals(settings, rowsOf(sheets)))}
            />
          )}
          <GradeList
            sheets={sheets}
            filter={filter}
            several={scope === "workbook"}
            selected={selected}
            onFilter={store.filterBy}
            onTable={selectTable}
            onSelect={selectRow}
            onDirection={answer}
          />
        </>
      )}
      <UnreadableList sheets={sheets} onSelect={select} />
    </TabFrame>
  );
}
