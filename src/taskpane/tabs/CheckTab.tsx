import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { FindingItem } from "../components/FindingItem";
import { Fold } from "../components/Fold";
import { Skeleton } from "../components/Skeleton";
import { TabFrame } from "../components/TabFrame";
import { WriteOutcome } from "../components/WriteOutcome";
import { usePane, usePart } from "../hooks/usePane";
import { useMessages } from "../i18n";
import { acknowledge, countFindings, mend, sortFindings } from "../state/checking";

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
  foot: { display: "flex", padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  main: { flexGrow: 1 },
});

/** 点検: one line that says whether the workbook can be submitted, then each inconsistency with its place and its fix. */
export default function CheckTab() {
  const styles = useStyles();
  const t = useMessages();
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
  const nothing = assessment.sheets.every(({ tables }) => tables.length === 0);
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
              appearance={open.length > 0 ? "secondary" : "primary"}
              disabled={busy}
              onClick={() => void store.read()}
            >
              {t.check.run}
            </Button>
          </div>
        </>
      }
    >
      <div className={styles.head} role="status">
        <p className={styles.verdict}>
          {nothing
            ? t.nothing.workbook
            : counts.error + counts.warning === 0
              ? t.check.ready
              : t.check.verdict(counts.error, counts.warning)}
        </p>
        <p className={styles.hint}>{nothing ? t.nothing.looked : t.check.hint(names.size)}</p>
      </div>
      <ul className={styles.list}>{open.map(item)}</ul>
      {done.length > 0 && (
        <Fold title={t.check.done(done.length)} openAtFirst={false}>
          <ul className={styles.list}>{done.map(item)}</ul>
        </Fold>
      )}
    </TabFrame>
  );
}
