import { makeStyles, tokens } from "@fluentui/react-components";
import type { YearSource } from "../../sheet/types";
import { yearLabel } from "../format";
import { useLanguage, useMessages } from "../i18n";
import type { Preferences } from "../preferences";
import { Select } from "./Select";

const useStyles = makeStyles({
  line: {
    display: "grid",
    gridTemplateColumns: "minmax(112px, 2fr) minmax(0, 3fr)",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
  },
  found: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    margin: 0,
    textAlign: "right",
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

interface Props {
  readonly scope: Preferences["scope"];
  readonly onScope: (scope: Preferences["scope"]) => void;
  /** The years that have a value on the sheets in scope, newest first. */
  readonly years: readonly number[];
  /** The year in force and where it was found; null where sheets differ or none was found. */
  readonly year: number | null;
  readonly yearFrom: YearSource | null;
  /** The sheets in scope have different years. */
  readonly mixed: boolean;
  /** null: back to automatic. */
  readonly onYear: (year: number | null) => void;
}

/** What is graded: this sheet or the workbook, and for which fiscal year, with where the year was found. */
export function ScopeAndYear({ scope, onScope, years, year, yearFrom, mixed, onYear }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const language = useLanguage();
  const chosen = yearFrom === "user" || yearFrom === "stored";
  const automatic = mixed ? t.scope.yearMixed : year === null ? t.scope.yearNone : yearLabel(year, language);
  return (
    <>
      <div className={styles.line}>
        <Select
          label={t.scope.label}
          value={scope}
          onChange={(next) => onScope(next === "workbook" ? "workbook" : "sheet")}
        >
          <option value="sheet">{t.scope.sheet}</option>
          <option value="workbook">{t.scope.workbook}</option>
        </Select>
        <Select
          label={t.scope.year}
          value={chosen && year !== null ? String(year) : ""}
          onChange={(next) => onYear(next === "" ? null : Number(next))}
        >
          <option value="">{chosen ? t.setup.yearAuto : automatic}</option>
          {years.map((option) => (
            <option key={option} value={option}>
              {yearLabel(option, language)}
            </option>
          ))}
        </Select>
      </div>
      <p className={styles.found}>{mixed || yearFrom === null ? "" : t.scope.yearFrom[yearFrom]}</p>
    </>
  );
}
