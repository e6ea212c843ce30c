import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { HOME } from "../hooks/useKeptFocus";

const useStyles = makeStyles({
  frame: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflowX: "hidden",
    // WebView2 hides scroll bars that come and go: the list should always look scrollable.
    overflowY: "scroll",
    overscrollBehavior: "contain",
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  foot: {
    flexShrink: 0,
    maxHeight: "60vh",
    overflowY: "auto",
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** What a tab shows: a part that scrolls, and the next step below it that stays. */
export function TabFrame({ children, foot }: { children: ReactNode; foot?: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      {/* A stop of its own, so that the keyboard alone can scroll it. */}
      <div className={styles.scroll} tabIndex={0} {...HOME}>
        {children}
      </div>
      {foot !== undefined && <div className={styles.foot}>{foot}</div>}
    </div>
  );
}
