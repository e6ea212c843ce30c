import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";

const useStyles = makeStyles({
  working: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
  },
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", minHeight: "32px" },
});

/** Work shorter than this passes without a bar: a flash would only unsettle. */
const PATIENCE = 500;

interface Props {
  readonly label: string;
  /** 0 to 1; null where it cannot be known. */
  readonly share: number | null;
  readonly cancelLabel: string;
  readonly onCancel: (() => void) | null;
}

/** Long work: after half a second a progress bar with a way out. */
export function Working({ label, share, cancelLabel, onCancel }: Props) {
  const styles = useStyles();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className={styles.working} role="status">
      <div className={styles.line}>
        <span>{label}</span>
        {onCancel && <Button onClick={onCancel}>{cancelLabel}</Button>}
      </div>
      <ProgressBar value={share ?? undefined} aria-label={label} />
    </div>
  );
}
