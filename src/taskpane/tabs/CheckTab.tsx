import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Choice } from "../components/Choice";
import { FindingItem } from "../components/FindingItem";
import { FirstOf } from "../components/FirstOf";
import { Fold } from "../components/Fold";
import { Skeleton } from "../components/Skeleton";
import { TabFrame } from "../components/TabFrame";
import { TextLink } from "../components/TextLink";
import { WriteOutcome } from "../components/WriteOutcome";
import { usePane, usePart } from "../hooks/usePane";
import { RULES } from "../../sheet/checks";
import type { Severity } from "../../sheet/types";
import { useLanguage, useMessages } from "../i18n";
import {
  acknowledge,
  countFindings,
  countUnfilled,
  groupFindings,
  mend,
  sortFindings,
  writeReport,
  type FindingOrder,
} from "../state/checking";

const useStyles = makeStyles({
  head: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  verdict: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  hint: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  choice: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase200 },
  foot: {
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  main: { flexGrow: 1 },
});

/** 点検: one line that says whether the workbook can be submitted, then each inconsistency with its place and its fix. */
export default function CheckTab() {
  const styles = useStyles();
  const t = useMessages();
  const language = useLanguage();
  const [order, setOrder] = useState<FindingOrder>("severity");
  const { store, writing } = usePane();
  const findings = usePart("findings");
  const settings = usePart("settings");
  const assessment = usePart("assessment");
  const read = usePart("read");
  const write = usePart("write");
  if (findings === null || assessment === null) {
    return <TabFrame>{read.kind === "reading" && <Skeleton />}</TabFrame>;
  }
  const { open, done } = sortFindings(findings, settings.acknowledged);
  const counts = countFindings(open);
  const names = new Map(assessment.sheets.map(({ sheet }) => [sheet.id, sheet.name]));
  const busy = write.kind === "working" || read.kind === "reading";
  const unfilled = countUnfilled(assessment.sheets);
  const clean = counts.error + counts.warning === 0;
  const nothing = assessment.sheets.every(({ tables }) => tables.length === 0);
  const headingOf = (id: string): string => {
    if (order === "severity") return t.check.severity[id as Severity];
    return order === "sheet" ? (names.get(id) ?? "") : (RULES.find((rule) => rule.id === id)?.title[language] ?? id);
  };
  const item = (finding: (typeof findings)[number]) => (
    <FindingItem
      key={finding.key}
      finding={finding}
      sheetName={(id) => names.get(id) ?? ""}
      acknowledged={settings.acknowledged[finding.key]?.reason ?? null}
      busy={busy}
      onGo={(sheetId, row, column) =>
        void store.select(sheetId, { top: row, left: column, bottom: row, right: column })
      }
      onMend={() => void mend(writing, finding)}
      onAcknowledge={(reason) => acknowledge(store, finding, reason)}
    />
  );
  return (
    <TabFrame
      foot={
        <>
          <WriteOutcome />
          <div className={styles.foot}>
            <Button
              className={styles.main}
              appearance={nothing ? "primary" : "secondary"}
              disabled={busy}
              onClick={() => void store.read()}
            >
              {t.check.run}
            </Button>
            {!nothing && (
              <Button
                className={styles.main}
                appearance="primary"
                disabled={busy}
                onClick={() => void writeReport(store, new Date())}
              >
                {t.check.report}
              </Button>
            )}
          </div>
        </>
      }
    >
      <div className={styles.head} role="status">
        <p className={styles.verdict}>
          {nothing
            ? t.nothing.workbook
            : clean
              ? unfilled > 0
                ? t.check.unfilled(unfilled)
                : t.check.ready
              : t.check.verdict(counts.error, counts.warning)}
        </p>
        <p className={styles.hint}>{nothing ? t.nothing.looked : t.check.hint(names.size)}</p>
        {unfilled > 0 && (
          <div className={styles.hint}>
            {!clean && `${t.check.unfilled(unfilled)}${t.question.stop} `}
            <TextLink
              text={t.check.toGrades}
              label={t.check.toGrades}
              onClick={() => store.prefer({ tab: "grades", scope: "workbook" })}
            />
          </div>
        )}
      </div>
      {open.length > 1 && (
        <div className={styles.choice}>
          <Choice
            label={t.check.group}
            value={order}
            options={(["severity", "sheet", "rule"] as const).map((one) => [one, t.check.groups[one]] as const)}
            onChoose={setOrder}
          />
        </div>
      )}
      {groupFindings(open, order).map(({ id, findings: own }) => (
        <Fold key={`${order} ${id}`} title={t.check.heading(headingOf(id), own.length)}>
          <ul className={styles.list}>
            <FirstOf items={own}>{item}</FirstOf>
          </ul>
        </Fold>
      ))}
      {done.length > 0 && (
        <Fold title={t.check.done(done.length)} openAtFirst={false}>
          <ul className={styles.list}>
            <FirstOf items={done}>{item}</FirstOf>
          </ul>
        </Fold>
      )}
    </TabFrame>
  );
}
