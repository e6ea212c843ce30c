import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Checkmark16Regular } from "@fluentui/react-icons/svg/checkmark";
import { MoreHorizontal20Regular } from "@fluentui/react-icons/svg/more-horizontal";
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import { useMessages } from "../i18n";
import type { Preferences } from "../preferences";

declare const ADDIN_VERSION: string | undefined;

const useStyles = makeStyles({
  anchor: { position: "relative", flexShrink: 0 },
  popup: {
    position: "absolute",
    top: "100%",
    right: 0,
    zIndex: 1,
    minWidth: "200px",
    padding: tokens.spacingHorizontalXS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    fontSize: tokens.fontSizeBase300,
  },
  item: {
    display: "flex",
    alignItems: "center",
    width: "100%",
    minHeight: "32px",
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    textAlign: "left",
    whiteSpace: "nowrap",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "-2px",
    },
  },
  group: {
    marginTop: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalXS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  tick: { display: "flex", width: "16px" },
});

interface Props {
  readonly language: Preferences["language"];
  readonly onLanguage: (language: Preferences["language"]) => void;
  readonly onHelp: () => void;
  readonly onCollect: () => void;
}

const LANGUAGES: readonly Preferences["language"][] = ["auto", "ja", "en"];

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const itemsOf = (popup: HTMLElement | null): HTMLElement[] => [
  ...(popup?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? []),
];

/** ⋯: submitted sheets, help, language, version. After the ARIA pattern; small, because every start loads it. */
export function MoreMenu({ language, onLanguage, onHelp, onCollect }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const id = useId();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    itemsOf(popup.current)[0]?.focus();
    const leave = ({ target }: Event): void => {
      if (target instanceof Node && !anchor.current?.contains(target)) setOpen(false);
    };
    document.addEventListener("pointerdown", leave);
    return () => document.removeEventListener("pointerdown", leave);
  }, [open]);

  const onKey = (event: KeyboardEvent): void => {
    const items = itemsOf(popup.current);
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      items[step(items.indexOf(document.activeElement as HTMLElement), items.length)]?.focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      // Tab goes on from the button, as if the menu had not been there. Excel would take both keys as leaving the pane.
      event.stopPropagation();
      trigger.current?.focus();
      setOpen(false);
    }
  };
  const choose = (action: () => void) => () => {
    setOpen(false);
    trigger.current?.focus();
    action();
  };

  return (
    <div ref={anchor} className={styles.anchor}>
      <Button
        ref={trigger}
        appearance="subtle"
        icon={<MoreHorizontal20Regular />}
        aria-label={t.frame.more}
        title={t.frame.more}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && (
        <div ref={popup} className={styles.popup} onKeyDown={onKey}>
          <div role="menu" aria-label={t.frame.more}>
            <button type="button" role="menuitem" className={styles.item} onClick={choose(onCollect)}>
              {t.frame.collect}
            </button>
            <button type="button" role="menuitem" className={styles.item} onClick={choose(onHelp)}>
              {t.frame.help}
            </button>
            <div role="group" aria-labelledby={id} className={styles.group}>
              <div id={id} role="presentation" className={styles.quiet}>
                {t.frame.language}
              </div>
              {LANGUAGES.map((option) => (
                <button
                  key={option}
                  type="button"
                  role="menuitemradio"
                  aria-checked={option === language}
                  className={styles.item}
                  onClick={choose(() => onLanguage(option))}
                >
                  <span className={styles.tick}>{option === language && <Checkmark16Regular />}</span>
                  {t.setup.languages[option]}
                </button>
              ))}
            </div>
          </div>
          <div className={`${styles.group} ${styles.quiet}`}>
            {t.frame.version(typeof ADDIN_VERSION === "string" ? ADDIN_VERSION : "")}
          </div>
        </div>
      )}
    </div>
  );
}
