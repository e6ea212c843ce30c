import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Direction } from "../../kpi/types";
import type { AssessedSheet, AssessedTable, CellRef, GradedIndicator } from "../../sheet/types";
import { useMessages } from "../i18n";
import { passes, titleOf } from "../state/derive";
import type { Filter } from "../state/types";
import { TableBlock } from "./TableBlock";

const useStyles = makeStyles({
  filter: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    flexWrap: "wrap",
    padding: `0 ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  sheet: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  nothing: { padding: tokens.spacingHorizontalM },
});

/** With more rows than this the tables start folded: first choose the sheet, then the row. */
const ALL_OPEN = 200;

interface Props {
  readonly sheets: readonly AssessedSheet[];
  readonly filter: Filter;
  /** Sheets need headings. */
  readonly several: boolean;
  readonly selected: CellRef | null;
  readonly onFilter: (filter: Filter) => void;
  readonly onTable: (assessed: AssessedTable) => void;
  readonly onSelect: (graded: GradedIndicator) => void;
  readonly onDirection: (graded: GradedIndicator, direction: Direction) => void;
}

/** The tables of the sheets in scope, with the rows that pass the filter. */
export function GradeList({ sheets, filter, several, selected, onFilter, onTable, onSelect, onDirection }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const shown = sheets.flatMap((sheet) =>
    sheet.tables
      .map((assessed) => ({ sheet, assessed, rows: assessed.graded.filter((row) => passes(row, filter)) }))
      .filter(({ rows }) => rows.length > 0),
  );
  const count = shown.reduce((sum, { rows }) => sum + rows.length, 0);
  const all = sheets.reduce((sum, { tables }) => sum + tables.reduce((n, { graded }) => n + graded.length, 0), 0);
  return (
    <>
      {filter !== "all" && (
        <div className={styles.filter} role="status">
          {t.state.filtered(count, all)}
          <Button appearance="transparent" onClick={() => onFilter("all")}>
            {t.state.showAll}
          </Button>
        </div>
      )}
      {count === 0 && <div className={styles.nothing}>{t.nothing.noFilterHit}</div>}
      {shown.map(({ sheet, assessed, rows }, i) => (
        <div key={assessed.table.id}>
          {several && shown[i - 1]?.sheet !== sheet && (
            <h2 className={styles.sheet}>
              {sheet.sheet.hidden ? t.bracket(sheet.sheet.name, t.table.hiddenSheet) : sheet.sheet.name}
            </h2>
          )}
          <TableBlock
            assessed={assessed}
            title={titleOf(assessed, sheet, t.table.untitled)}
            rows={rows}
            year={sheet.year}
            selected={selected}
            openAtFirst={count <= ALL_OPEN || sheet === shown[0]?.sheet}
            onTable={onTable}
            onSelect={onSelect}
            onDirection={onDirection}
          />
        </div>
      ))}
    </>
  );
}
