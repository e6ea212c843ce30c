import { Button, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Member } from "../../../sheet/rollup";
import { useMessages } from "../../i18n";
import { FirstOf } from "../FirstOf";
import { GradeMark } from "../GradeMark";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  member: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    width: "100%",
    minHeight: "32px",
    padding: 0,
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textAlign: "left",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  rename: { display: "flex", gap: tokens.spacingHorizontalS, paddingTop: tokens.spacingVerticalXS },
  input: { flexGrow: 1, minWidth: 0 },
});

interface Props {
  readonly members: readonly Member[];
  readonly onSelect: (member: Member) => void;
  /** The group's name as it is shown; null: it has none to correct. */
  readonly name: string | null;
  readonly onRename: (name: string) => void;
}

/** The KPIs of a group, each a way to its cell, and the group's name to be corrected: an equal name joins two groups. */
export function GroupMembers({ members, onSelect, name, onRename }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const [draft, setDraft] = useState(name ?? "");
  return (
    <>
      <ul className={styles.list}>
        <FirstOf items={members}>
          {(member) => {
            const { indicator } = member.row;
            const label = [indicator.no, indicator.name || t.table.noName, member.part].filter(Boolean).join(" ");
            return (
              <li key={`${indicator.key} ${member.part ?? ""}`}>
                <button type="button" className={styles.member} onClick={() => onSelect(member)}>
                  <GradeMark grade={member.grading.grade} rubric={member.rubric} small />
                  <span>{label}</span>
                </button>
              </li>
            );
          }}
        </FirstOf>
      </ul>
      {name !== null && (
        <div className={styles.rename}>
          <Input
            className={styles.input}
            aria-label={t.rollup.groupName(name)}
            value={draft}
            onChange={(_, data) => setDraft(data.value)}
          />
          <Button disabled={draft.trim() === name} onClick={() => onRename(draft)}>
            {t.rollup.rename}
          </Button>
        </div>
      )}
    </>
  );
}
