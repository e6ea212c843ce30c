import { makeStyles } from "@fluentui/react-components";
import { useAssessed } from "../hooks/useAssessed";
import { usePart } from "../hooks/usePane";
import { useMessages } from "../i18n";

const useStyles = makeStyles({
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
});

/** Tells screen readers the state after each reading. Its text changes only when the state does. */
export function LiveRegion() {
  const styles = useStyles();
  const t = useMessages();
  const read = usePart("read");
  const { scope } = usePart("preferences");
  const counts = useAssessed()?.counts;
  const text =
    read.kind === "reading"
      ? t.reading.title
      : counts === undefined
        ? ""
        : counts.kpi === 0
          ? scope === "sheet"
            ? t.nothing.sheet
            : t.nothing.workbook
          : t.state.announce(counts.kpi, counts.graded, counts.confirm);
  return (
    <div className={styles.hidden} role="status" aria-live="polite">
      {text}
    </div>
  );
}
