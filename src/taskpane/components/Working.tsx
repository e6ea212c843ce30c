import { Button, makeStyles, tokens } from "@fluentui/react-components";
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
  long: { margin: 0, lineHeight: tokens.lineHeightBase200 },
  track: {
    height: "4px",
    overflow: "hidden",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground6,
  },
  bar: {
    height: "100%",
    backgroundColor: tokens.colorCompoundBrandBackground,
    transitionProperty: "width",
    transitionDuration: tokens.durationNormal,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
  unknown: {
    height: "100%",
    backgroundColor: tokens.colorCompoundBrandBackground,
    animationName: { from: { marginLeft: "-33%" }, to: { marginLeft: "100%" } },
    animationDuration: "2s",
    animationIterationCount: "infinite",
    "@media (prefers-reduced-motion: reduce)": { animationName: "none" },
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
});

/** Work shorter than this passes without a bar: a flash would only unsettle. */
const PATIENCE = 500;
/** Without any progress for so long, something may be wrong. */
const LONG = 10_000;

interface Props {
  readonly label: string;
  /** 0 to 1; null where it cannot be known. */
  readonly share: number | null;
  readonly cancelLabel: string;
  readonly onCancel: (() => void) | null;
  /** Said when nothing has moved for long: what the user can do. */
  readonly whenLong?: string;
}

/** Long work: after half a second a progress bar with a way out. */
export function Working({ label, share, cancelLabel, onCancel, whenLong }: Props) {
  const styles = useStyles();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  const [stuck, setStuck] = useState<{ readonly share: number | null } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStuck({ share }), LONG);
    return () => clearTimeout(timer);
  }, [share]);
  if (!late) return null;
  const percent = share === null ? undefined : Math.round(share * 100);
  return (
    <div className={styles.working} role="status">
      <div className={styles.line}>
        <span>{label}</span>
        {onCancel && <Button onClick={onCancel}>{cancelLabel}</Button>}
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div className={share === null ? styles.unknown : styles.bar} style={{ width: `${percent ?? 33}%` }} />
      </div>
      {stuck?.share === share && whenLong !== undefined && <p className={styles.long}>{whenLong}</p>}
    </div>
  );
}
