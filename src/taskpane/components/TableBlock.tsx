import { areaAddress } from "../../sheet/address";
import type { Direction } from "../../kpi/types";
import type { AssessedTable, CellRef, GradedIndicator } from "../../sheet/types";
import { makeStyles } from "@fluentui/react-components";
import { useMessages } from "../i18n";
import { TextLink } from "./TextLink";
import { standsAt } from "../state/derive";
import { FirstOf } from "./FirstOf";
import { Fold } from "./Fold";
import { IndicatorRow } from "./IndicatorRow";

const useStyles = makeStyles({ list: { margin: 0, padding: 0 } });

interface Props {
  readonly assessed: AssessedTable;
  readonly title: string;
  /** Rows that pass the filter. */
  readonly rows: readonly GradedIndicator[];
  readonly year: number | null;
  readonly selected: CellRef | null;
  readonly openAtFirst: boolean;
  readonly onTable: (assessed: AssessedTable) => void;
  readonly onSelect: (graded: GradedIndicator) => void;
  readonly onDirection: (graded: GradedIndicator, direction: Direction) => void;
}

/** One KPI table: its name, its place on the sheet, its rows. */
export function TableBlock(props: Props) {
  const { assessed, title, rows, year, selected, openAtFirst, onTable, onSelect, onDirection } = props;
  const styles = useStyles();
  const t = useMessages();
  const isActive = ({ indicator }: GradedIndicator): boolean =>
    selected !== null && standsAt(indicator, assessed.table, selected);
  const address = areaAddress(assessed.table.area);
  return (
    <Fold
      title={t.bracket(title, t.table.count(rows.length))}
      openAtFirst={openAtFirst}
      aside={<TextLink text={address} label={t.table.goTo(address)} onClick={() => onTable(assessed)} />}
    >
      <ul className={styles.list}>
        <FirstOf items={rows} also={isActive}>
          {(graded) => (
            <IndicatorRow
              key={graded.indicator.key}
              graded={graded}
              year={year}
              active={isActive(graded)}
              onSelect={onSelect}
              onDirection={onDirection}
            />
          )}
        </FirstOf>
      </ul>
    </Fold>
  );
}
