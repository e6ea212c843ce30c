import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import type { PaneTab } from "../../excel/pane";
import type { Messages } from "../i18n";
import { countFindings, sortFindings } from "../state/checking";
import type { PaneState } from "../state/types";

export interface Tab {
  readonly id: PaneTab;
  readonly label: (t: Messages) => string;
  readonly view: LazyExoticComponent<ComponentType>;
  /** Findings that wait for somebody. */
  readonly badge?: (state: PaneState) => number;
}

/** 要修正 and 要確認 that are not marked 確認済み. */
function openFindings({ findings, settings }: PaneState): number {
  const { error, warning } = countFindings(sortFindings(findings ?? [], settings.acknowledged).open);
  return error + warning;
}

const loadGrades = () => import(/* webpackChunkName: "tab-grades" */ "./GradeTab");
const loadRollup = () => import(/* webpackChunkName: "tab-rollup" */ "./RollupTab");
const loadChecks = () => import(/* webpackChunkName: "tab-checks" */ "./CheckTab");
const loadSetup = () => import(/* webpackChunkName: "tab-settings" */ "./SetupTab");

/** The other tabs, loaded once the first one stands: a pane lives long, the network may not. Never rejects. */
export const loadTabs = () => Promise.allSettled([loadRollup(), loadChecks(), loadSetup()]);

/** 評価 opens first. */
export const FIRST_TAB: Tab = { id: "grades", label: (t) => t.frame.tabs.grade, view: lazy(loadGrades) };

/** The tabs in order. A part of the pane that does not exist has no entry. */
export const TABS: readonly Tab[] = [
  FIRST_TAB,
  { id: "rollup", label: (t) => t.frame.tabs.rollup, view: lazy(loadRollup) },
  { id: "checks", label: (t) => t.frame.tabs.check, view: lazy(loadChecks), badge: openFindings },
  { id: "settings", label: (t) => t.frame.tabs.setup, view: lazy(loadSetup) },
];
