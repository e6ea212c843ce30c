import { makeStyles, tokens } from "@fluentui/react-components";
import { areaAddress } from "../../sheet/address";
import type { AssessedSheet, AssessedTable } from "../../sheet/types";
import { useMessages } from "../i18n";
import { TextLink } from "./TextLink";

const useStyles = makeStyles({
  block: {
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  legend: { margin: 0 },
});

interface Props {
  /** The sheets in scope. */
  readonly sheets: readonly AssessedSheet[];
  readonly onChange: () => void;
}

/** By which 評価基準 the rows below are graded, where it comes from, and that a legend in words could not be used. */
export function RubricLine({ sheets, onChange }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const named = ({ rubric, rubricFrom }: AssessedTable): string => {
    const from = t.setup.rubricFrom[rubricFrom];
    return rubric.name === from ? from : t.bracket(rubric.name, from);
  };
  const names = new Set(sheets.flatMap(({ tables }) => tables.map(named)));
  const [only] = names;
  if (only === undefined) return null;
  // A rubric that was chosen needs no legend.
  const unused = sheets.filter(
    ({ wordsOnlyLegend, tables }) => wordsOnlyLegend && tables.some(({ rubricFrom }) => rubricFrom === "default"),
  );
  const [first] = unused;
  return (
    <div className={styles.block}>
      <div className={styles.line}>
        <span>
          {t.setup.rubric} {names.size === 1 ? only : t.scope.rubricMixed}
        </span>
        <TextLink text={t.write.change} label={`${t.setup.rubric} ${t.write.change}`} onClick={onChange} />
      </div>
      {first?.wordsOnlyLegend && (
        <p className={styles.legend}>
          {t.scope.wordsOnlyLegend(
            `${sheets.length > 1 ? `${first.sheet.name} ` : ""}${areaAddress(first.wordsOnlyLegend)}`,
            first.tables[0]?.rubric.name ?? "",
          )}
        </p>
      )}
    </div>
  );
}
