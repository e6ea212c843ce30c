import { makeStyles, tokens } from "@fluentui/react-components";

/** The foot of a tab: lines of small print over one primary button and a quiet one. */
export const useFootStyles = makeStyles({
  foot: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  into: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  place: { minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  buttons: { display: "flex", gap: tokens.spacingHorizontalS },
  primary: { flexGrow: 1, whiteSpace: "nowrap" },
  secondary: { flexShrink: 0, minWidth: "auto", whiteSpace: "nowrap" },
});
