import { makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { useId, useState, type ReactNode } from "react";

const useStyles = makeStyles({
  head: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    paddingRight: tokens.spacingHorizontalS,
  },
  heading: { margin: 0, minWidth: 0, flexGrow: 1, fontSize: tokens.fontSizeBase200 },
  toggle: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    width: "100%",
    minHeight: "36px",
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "left",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  icon: { flexShrink: 0 },
});

interface Props {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly openAtFirst?: boolean;
  readonly children: ReactNode;
}

/** A heading that opens and closes what is under it. Closed parts are not rendered. */
export function Fold({ title, aside, openAtFirst = true, children }: Props) {
  const styles = useStyles();
  const [open, setOpen] = useState(openAtFirst);
  const region = useId();
  return (
    <section>
      <div className={styles.head}>
        <h2 className={styles.heading}>
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={open}
            aria-controls={region}
            onClick={() => setOpen(!open)}
          >
            {open ? (
              <ChevronDown16Regular className={styles.icon} />
            ) : (
              <ChevronRight16Regular className={styles.icon} />
            )}
            {title}
          </button>
        </h2>
        {aside}
      </div>
      <div id={region}>{open && children}</div>
    </section>
  );
}
