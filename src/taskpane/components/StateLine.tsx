import { makeStyles, tokens, ToggleButton } from "@fluentui/react-components";
import { useMessages } from "../i18n";
import type { Filter, StateCounts } from "../state/types";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", alignItems: "center" },
  part: {
    minWidth: 0,
    minHeight: "32px",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
  },
  dot: { color: tokens.colorNeutralForeground4 },
});

interface Props {
  readonly counts: StateCounts;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** 「KPI 4 ・ 評価済 0 ・ 要確認 1」: the state in one line, each part a filter of the list. */
export function StateLine({ counts, filter, onFilter }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const parts: { filter: Filter; text: string; shown: boolean }[] = [
    { filter: "all", text: t.state.kpi(counts.kpi), shown: true },
    { filter: "graded", text: t.state.graded(counts.graded), shown: true },
    { filter: "confirm", text: t.state.confirm(counts.confirm), shown: true },
    { filter: "unreadable", text: t.state.unreadable(counts.unreadable), shown: counts.unreadable > 0 },
  ];
  return (
    <div className={styles.line} role="group" aria-label={t.state.label}>
      {parts
        .filter((part) => part.shown)
        .map((part, i) => (
          <span key={part.filter}>
            {i > 0 && (
              <span aria-hidden className={styles.dot}>
                ・
              </span>
            )}
            <ToggleButton
              className={styles.part}
              appearance="subtle"
              checked={filter === part.filter && part.filter !== "all"}
              title={t.state.filterHint}
              onClick={() => onFilter(filter === part.filter ? "all" : part.filter)}
            >
              {part.text}
            </ToggleButton>
          </span>
        ))}
    </div>
  );
}
