import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import type { PaneTab } from "../../excel/pane";
import type { Messages } from "../i18n";

export interface Tab {
  readonly id: PaneTab;
  readonly label: (t: Messages) => string;
  readonly view: LazyExoticComponent<ComponentType>;
}

/** 評価 opens first. */
export const FIRST_TAB: Tab = {
  id: "grades",
  label: (t) => t.frame.tabs.grade,
  view: lazy(() => import("./GradeTab")),
};

/** The tabs in order. A part of the pane that does not exist has no entry. */
export const TABS: readonly Tab[] = [
  FIRST_TAB,
  { id: "settings", label: (t) => t.frame.tabs.setup, view: lazy(() => import("./SetupTab")) },
];
