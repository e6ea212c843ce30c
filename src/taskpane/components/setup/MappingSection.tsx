import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { areaAddress, columnLetters } from "../../../sheet/address";
import type { Settings } from "../../../sheet/settings";
import type { Area, AssessedSheet, KpiTable } from "../../../sheet/types";
import { useMessages } from "../../i18n";
import { columnOfRole, forgetMapping, mapColumn, mappingOf, ROLES, type Role } from "../../state/answers";
import { titleOf } from "../../state/derive";
import { TextLink } from "../TextLink";
import { Fold } from "../Fold";
import { Section } from "../Section";
import { Select } from "../Select";

const useStyles = makeStyles({
  roles: { listStyleType: "none", margin: 0, padding: 0 },
  role: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr)",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  part: { display: "flex", flexDirection: "column", alignItems: "flex-start" },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly settings: Settings;
  readonly sheet: AssessedSheet | null;
  readonly onChange: (settings: Settings) => void;
  readonly onShow: (sheetId: string, area: Area) => void;
}

/** 表の列: what each column of each table was taken for, changed by a choice, shown on the sheet by a press. */
export function MappingSection({ settings, sheet, onChange, onShow }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const tables = (sheet?.tables ?? []).filter(({ table }) => !table.arranged);
  if (sheet === null || tables.length === 0) {
    return (
      <Section title={t.setup.mapping}>
        <p className={styles.hint}>{t.setup.mappingNone}</p>
      </Section>
    );
  }
  const name = sheet.sheet.name;
  return (
    <Section title={t.setup.mapping}>
      {tables.map((assessed) => {
        const { table } = assessed;
        const title = titleOf(assessed, sheet, t.table.untitled);
        const address = areaAddress(table.area);
        const byHand = mappingOf(settings, name, table) !== undefined;
        const columnArea = (column: number): Area => ({
          top: table.area.top,
          bottom: table.area.bottom,
          left: column,
          right: column,
        });
        return (
          <Fold
            key={table.id}
            title={byHand ? t.bracket(title, t.setup.mappingByHand) : title}
            aside={
              <TextLink
                text={address}
                label={t.table.goTo(address)}
                onClick={() => onShow(table.sheetId, table.area)}
              />
            }
          >
            <ul className={styles.roles}>
              {ROLES.map((role) => {
                const column = columnOfRole(table, role, sheet.year);
                return (
                  <li key={role} className={styles.role}>
                    <span className={styles.part}>
                      {t.setup.roles[role]}
                      {column !== null && (
                        <TextLink
                          text={t.setup.showOnSheet}
                          label={`${t.setup.roles[role]} ${t.setup.showOnSheet}`}
                          onClick={() => onShow(table.sheetId, columnArea(column))}
                        />
                      )}
                    </span>
                    <Select
                      label={t.setup.roles[role]}
                      value={column === null ? "" : String(column)}
                      onChange={(next) =>
                        onChange(mapColumn(settings, name, table, role, next === "" ? null : Number(next)))
                      }
                    >
                      {(OPTIONAL.has(role) || column === null) && <option value="">{t.setup.none}</option>}
                      {columnChoices(table, column).map(({ value, text }) => (
                        <option key={value} value={value}>
                          {text}
                        </option>
                      ))}
                    </Select>
                  </li>
                );
              })}
            </ul>
            {byHand && (
              <Button onClick={() => onChange(forgetMapping(settings, name, table))}>{t.setup.mappingReset}</Button>
            )}
          </Fold>
        );
      })}
    </Section>
  );
}

/** Parts that a table may lack; targets and actuals fall back to what was found. */
const OPTIONAL: ReadonlySet<Role> = new Set(["no", "part", "unit", "direction", "baseline", "grade"]);

/** Forms are drawn on hundreds of narrow columns: those with a header are offered, and the one in use. */
const MANY_COLUMNS = 40;

function columnChoices(table: KpiTable, used: number | null): { value: string; text: string }[] {
  const headers = new Map(table.headers.map(({ column, text }) => [column, text]));
  const width = table.area.right - table.area.left + 1;
  const all = Array.from({ length: width + 1 }, (_, i) => table.area.left + i);
  const columns = width <= MANY_COLUMNS ? all : all.filter((column) => headers.has(column) || column === used);
  return columns.map((column) => {
    const header = (headers.get(column) ?? "").replace(/\s+/g, " ");
    return {
      value: String(column),
      text: header === "" ? columnLetters(column) : `${columnLetters(column)} ${header}`,
    };
  });
}
