import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Member, RollupGroup } from "../../sheet/rollup";
import {
  countsSentence,
  extremesSentence,
  meanSentence,
  metSentence,
  pointsSentence,
  statusSentence,
} from "../../sheet/rollup/sentences";
import { useState } from "react";
import { useLanguage, useMessages } from "../i18n";
import { DEFAULT_RUBRIC } from "../../kpi/rubric";
import { GroupMembers } from "./rollup/GroupMembers";
import { StackedBar } from "./StackedBar";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  top: { display: "flex", gap: tokens.spacingHorizontalS, alignItems: "baseline", justifyContent: "space-between" },
  name: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, minWidth: 0 },
  outer: { fontWeight: tokens.fontWeightSemibold },
  status: { flexShrink: 0, maxWidth: "50%", textAlign: "right" },
  more: { "& > summary": { lineHeight: "32px", cursor: "pointer" } },
  line: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly name: string;
  readonly group: RollupGroup;
  /** 0 for the outermost heading. */
  readonly depth: number;
  /** The sums stay open. */
  readonly open?: boolean;
  readonly onSelect?: (member: Member) => void;
  /** A name for the group at its level. */
  readonly onRename?: (name: string) => void;
}

/** One group: its name and status, the counts as a bar and in words, and on request the sums behind them. */
export function GroupRow({ name, group, depth, open = false, onSelect, onRename }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const language = useLanguage();
  // The members of a closed group are not rendered: a book may have a thousand.
  const [shown, setShown] = useState(open);
  const counts = countsSentence(group, language);
  const rubric = group.members[0]?.rubric ?? DEFAULT_RUBRIC;
  const sums = [
    statusSentence(group, language),
    metSentence(group, language),
    pointsSentence(group, language),
    meanSentence(group, language),
    extremesSentence(group, language),
  ].filter((sentence) => sentence !== null);
  return (
    <li className={styles.row} style={{ paddingInlineStart: `${12 + 12 * depth}px` }}>
      <div className={styles.top}>
        <span className={mergeClasses(styles.name, depth === 0 && styles.outer)}>{name}</span>
        {group.status !== null && <span className={styles.status}>{group.status.word}</span>}
      </div>
      <StackedBar label={t.rollup.chart(name, counts)} counts={group.counts} total={group.total} rubric={rubric} />
      <span>{counts}</span>
      <details className={styles.more} open={open} onToggle={(event) => setShown(event.currentTarget.open)}>
        <summary>{t.rollup.details}</summary>
        {sums.map((sentence) => (
          <p key={sentence} className={styles.line}>
            {sentence}
          </p>
        ))}
        {onSelect && shown && (
          <GroupMembers
            members={group.members}
            onSelect={onSelect}
            name={onRename ? name : null}
            onRename={(next) => onRename?.(next)}
          />
        )}
      </details>
    </li>
  );
}
