import { makeStyles, tokens } from "@fluentui/react-components";
import { useMessages } from "../i18n";
import type { Filter, StateCounts } from "../state/types";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", alignItems: "center" },
  part: {
    minHeight: "32px",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
    "&[aria-pressed=true]": {
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorSubtleBackgroundSelected,
      fontWeight: tokens.fontWeightSemibold,
      textDecorationLine: "underline",
    },
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
            <button
              type="button"
              className={styles.part}
              aria-pressed={filter === part.filter && part.filter !== "all"}
              title={t.state.filterHint}
              onClick={() => onFilter(filter === part.filter ? "all" : part.filter)}
            >
              {part.text}
            </button>
          </span>
        ))}
    </div>
  );
}
