import { makeStyles, tokens } from "@fluentui/react-components";

const useStyles = makeStyles({
  link: {
    flexShrink: 0,
    minHeight: "32px",
    whiteSpace: "nowrap",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorBrandForegroundLink,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: "tabular-nums",
    cursor: "pointer",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
});

interface Props {
  readonly text: string;
  readonly label: string;
  readonly onClick: () => void;
}

/** A quiet way to a place: cells of the sheet, another tab. */
export function TextLink({ text, label, onClick }: Props) {
  const styles = useStyles();
  return (
    <button type="button" className={styles.link} aria-label={label} title={label} onClick={onClick}>
      {text}
    </button>
  );
}
