import { Button, FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useState } from "react";
import { hostErrorSentence, hostProblemSentence, toHostError } from "../excel/host-errors";
import { onPaneRequest } from "../excel/pane";
import { ErrorBoundary } from "./components/ErrorBoundary";
import { Header } from "./components/Header";
import { LiveRegion } from "./components/LiveRegion";
import { MessageBar } from "./components/MessageBar";
import { Notice } from "./components/Notice";
import { Skeleton } from "./components/Skeleton";
import { StateLine } from "./components/StateLine";
import { Tabs } from "./components/Tabs";
import { Working } from "./components/Working";
import { useAssessed } from "./hooks/useAssessed";
import { useKeptFocus } from "./hooks/useKeptFocus";
import { PaneProvider, usePane, usePart, type Pane } from "./hooks/usePane";
import { useTheme } from "./hooks/useTheme";
import { LanguageProvider, languageOf, useLanguage, useMessages } from "./i18n";
import { FIRST_TAB, TABS } from "./tabs";

/** Views of full height, opened from the menu ⋯. */
const VIEWS = {
  help: lazy(() => import("./views/HelpView")),
  collect: lazy(() => import("./views/CollectView")),
};

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    height: "100vh",
    minWidth: 0,
    lineBreak: "strict",
    // Between phrases where the browser knows them, and no lone particle in the last line.
    wordBreak: "auto-phrase",
    textWrap: "pretty",
    fontVariantNumeric: "tabular-nums",
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  state: { padding: `0 ${tokens.spacingHorizontalS}` },
  panel: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0 },
});

/** The whole pane: language and theme around the frame. */
export function App({ pane, displayLanguage }: { pane: Pane; displayLanguage: string | null }) {
  return (
    <PaneProvider pane={pane}>
      <Themed displayLanguage={displayLanguage} />
    </PaneProvider>
  );
}

function Themed({ displayLanguage }: { displayLanguage: string | null }) {
  const styles = useStyles();
  const theme = useTheme();
  const preferences = usePart("preferences");
  const language = preferences.language === "auto" ? languageOf(displayLanguage) : preferences.language;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <FluentProvider theme={theme} className={styles.pane}>
      <LanguageProvider language={language} waiting={<Skeleton />}>
        <Guarded />
      </LanguageProvider>
    </FluentProvider>
  );
}

function Guarded() {
  const t = useMessages();
  const { store } = usePane();
  return (
    <ErrorBoundary t={t} onRetry={() => void store.read()}>
      <Frame />
    </ErrorBoundary>
  );
}

function Frame() {
  const styles = useStyles();
  const t = useMessages();
  const language = useLanguage();
  const { store } = usePane();
  const preferences = usePart("preferences");
  const read = usePart("read");
  const workbook = usePart("workbook");
  const filter = usePart("filter");
  const write = usePart("write");
  const outcome = usePart("outcome");
  const assessed = useAssessed();
  // The badges of the tabs are made of these.
  usePart("findings");
  usePart("settings");
  const [opened, setOpened] = useState<keyof typeof VIEWS | null>(null);
  useKeptFocus();
  useEffect(() => onPaneRequest((tab) => store.prefer({ tab })), [store]);

  const tab = TABS.find(({ id }) => id === preferences.tab) ?? FIRST_TAB;
  const title =
    (preferences.scope === "workbook" ? workbook?.name : assessed?.active?.title) || workbook?.name || t.product;
  const busy =
    read.kind === "reading" || write.kind === "working" || write.kind === "preview" || write.kind === "rollupPreview";
  if (opened !== null) {
    const Opened = VIEWS[opened];
    return (
      <Suspense fallback={<Skeleton />}>
        <Opened onBack={() => setOpened(null)} />
      </Suspense>
    );
  }
  const View = tab.view;
  return (
    <>
      <Header
        title={title}
        busy={busy}
        onRead={() => void store.read()}
        language={preferences.language}
        onLanguage={(next) => store.prefer({ language: next })}
        onHelp={() => setOpened("help")}
        onCollect={() => setOpened("collect")}
      />
      {assessed !== null && (
        <div className={styles.state}>
          <StateLine
            counts={assessed.counts}
            filter={filter}
            onFilter={(next) => {
              store.filterBy(next);
              store.prefer({ tab: "grades" });
            }}
          />
        </div>
      )}
      <Tabs
        label={t.frame.tabList}
        tabs={TABS.map(({ id, label, badge }) => {
          const count = badge?.(store.get()) ?? 0;
          return { id, label: label(t), badge: count, badgeLabel: t.frame.badge(count) };
        })}
        chosen={tab.id}
        panelId="tab-panel"
        onChoose={(id) => store.prefer({ tab: id })}
      />
      {read.kind === "reading" && (
        <Working
          label={t.reading.title}
          share={read.share}
          cancelLabel={t.reading.cancel}
          onCancel={store.cancelRead}
          whenLong={t.reading.long}
        />
      )}
      {(read.kind === "failed" || read.kind === "cancelled") && (
        <Notice
          tone={read.kind === "failed" ? "error" : "info"}
          title={read.kind === "failed" ? t.reading.failed : undefined}
          actions={
            <Button appearance={workbook === null ? "primary" : "secondary"} onClick={() => void store.read()}>
              {t.frame.reread}
            </Button>
          }
        >
          {read.kind === "failed"
            ? outcome === null
              ? hostErrorSentence(read.error, language)
              : hostProblemSentence(toHostError(read.error), language)
            : t.reading.cancelled}
        </Notice>
      )}
      <MessageBar />
      <div className={styles.panel} role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab.id}`}>
        <Suspense fallback={<Skeleton />}>
          <View />
        </Suspense>
      </div>
      <LiveRegion />
    </>
  );
}
