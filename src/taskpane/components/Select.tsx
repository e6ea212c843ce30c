import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  box: { position: "relative", display: "flex", alignItems: "center", minWidth: 0 },
  select: {
    width: "100%",
    minWidth: 0,
    height: "32px",
    padding: `0 28px 0 ${tokens.spacingHorizontalS}`,
    appearance: "none",
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    textOverflow: "ellipsis",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-1px",
    },
  },
  chevron: {
    position: "absolute",
    right: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    pointerEvents: "none",
    "@media (forced-colors: active)": { color: "ButtonText" },
  },
});

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string;
  /** `option` elements. */
  readonly children: ReactNode;
}

/** The system's own list of choices in the pane's clothes. Small, because every start loads it. */
export function Select({ label, value, onChange, className, children }: Props) {
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.box, className)}>
      <select
        className={styles.select}
        aria-label={label}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {children}
      </select>
      <ChevronDown16Regular className={styles.chevron} />
    </span>
  );
}
