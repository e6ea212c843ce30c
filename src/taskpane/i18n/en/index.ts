import type { Messages } from "../ja";
import { check } from "./check";
import { rollup } from "./rollup";
import { setup } from "./setup";
import { write } from "./write";
import { s } from "./plural";

/** Every sentence of the pane in English. What is written into cells stays Japanese. */
export const en: Messages = {
  product: "KPI Sheet",
  colon: ": ",
  bracket: (main, more) => `${main} (${more})`,

  frame: {
    reread: "Read the sheet",
    more: "Menu",
    help: "Help",
    collect: "Collect submitted sheets",
    language: "Language",
    languageAuto: "Same as Excel",
    version: (version) => `Version ${version}`,
    tabs: { grade: "Grades", rollup: "Totals", check: "Check", setup: "Setup" },
    tabList: "Views",
    back: "Back",
    close: "Close",
    loading: "Getting ready",
    badge: (n) => s(n, "finding"),
  },

  state: {
    label: "State of this sheet",
    kpi: (n) => `KPIs ${n}`,
    graded: (n) => `Graded ${n}`,
    confirm: (n) => `To confirm ${n}`,
    unreadable: (n) => `Unreadable ${n}`,
    filterHint: "Press to show only these",
    filtered: (shown, all) => `Showing ${shown} of ${all}`,
    showAll: "Show all",
    announce: (kpi, graded, confirm) => `Read ${s(kpi, "KPI")}: ${graded} graded, ${confirm} to confirm.`,
  },

  scope: {
    label: "Scope",
    sheet: "This sheet",
    workbook: "Whole workbook",
    year: "Fiscal year to grade",
    yearAuto: (year) => `${year}, automatic`,
    yearNone: "No year",
    yearFrom: {
      user: "The year you chose",
      stored: "The year stored in this workbook",
      title: "The year in the sheet's title",
      workbookTitle: "The year in the workbook's title",
      newestActual: "The newest year that has an actual value",
    },
    yearMixed: "Each sheet's own year",
    rubricMixed: "Each sheet's own",
    wordsOnlyLegend: (place, rubric) =>
      `The legend on the sheet (${place}) holds no thresholds and is not used. Grades follow "${rubric}"; choose another one with "Change".`,
  },

  reading: {
    title: "Reading the sheet",
    cancel: "Cancel",
    long: "Excel is taking unusually long to answer. Keep waiting, or press “Cancel” and read again. If a cell is being edited, finish it with Enter.",
    cancelled: "Reading was cancelled. The sheet was not changed.",
    failed: "The sheet could not be read",
    retry: "Read again",
  },

  first: {
    title: "The KPIs of this sheet have been read",
    body: "Grades are computed from baseline, actual and target. Check them, then write them into the sheet with the button below. Undo takes a write back. No data leave this workbook.",
    ok: "Got it",
  },

  nothing: {
    sheet: "No KPI table was found on this sheet",
    workbook: "No KPI table was found in this workbook",
    looked: "We looked for a column of names (指標, KPI …) beside columns of baseline, actual and target values.",
    byHand: "If there is a table, you can point at its header row.",
    byHandButton: "Point at the header row",
    elsewhere: (n) => `Other sheets have ${s(n, "KPI")}.`,
    showWorkbook: "Show the whole workbook",
    emptySheet: "This sheet is empty.",
    noFilterHit: "No row matches.",
  },

  table: {
    untitled: "KPI table",
    open: "Open the table",
    close: "Close the table",
    goTo: (address) => `Select ${address} on the sheet`,
    count: (n) => s(n, "KPI"),
    noName: "KPI without a name",
    hiddenSheet: "Hidden sheet",
    more: (next, rest) => `Show ${next} more (of ${rest})`,
  },

  row: {
    target: "Target",
    absent: "(none)",
    arrow: "→",
    fromTo: (baseline, actual) => `Baseline ${baseline}, actual ${actual}`,
    targetIs: (target) => `target ${target}`,
    noGrade: "No grade",
    gradeIs: (grade) => `Grade ${grade}`,
    confirm: "To confirm",
    unreadable: "Has unreadable cells",
    differs: (grade) => `The sheet says ${grade}`,
    olderYear: (year) => `Actual of ${year}`,
    details: "Details",
    lessDetails: "Close",
    select: "Select on the sheet",
  },

  reason: {
    points: " points",
    targetMet: "Target met",
    unreadable: "Cannot be read as a figure",
    noActual: "No actual value",
    unchanged: "No change",
    improved: "better",
    worsened: "worse",
    progressRate: (rate) => `Progress ${rate}`,
    attainmentRate: (rate) => `Attainment ${rate}`,
    toNext: (amount, grade) => `${amount} to ${grade}`,
    bracket: (main, more) => `${main} (${more})`,
  },

  details: {
    values: "Values as read",
    baseline: "Baseline",
    actual: "Actual",
    target: "Target",
    direction: "Better direction",
    rubric: "Rubric",
    parts: "Parts",
    history: "Actual values by year",
  },

  directions: {
    up: "Increase",
    down: "Decrease",
    keepUp: "Keep (not below)",
    keepDown: "Keep (not above)",
  },

  question: {
    stop: ".",
    direction: "Which way is better?",
    yes: (direction) => `${direction} is right`,
    other: "Another direction",
    stored: "The answer is stored in this workbook and not asked again.",
    change: "Change the direction",
    allProposed: (n) => `Accept all ${n} proposals`,
  },

  unreadable: {
    title: (n) => `${s(n, "cell")} could not be read`,
    body: "These cells could not be read as figures. They are not taken as 0 and not used. Mend the cells, then read again.",
    goTo: (address) => `Go to ${address}`,
  },

  write,
  check,
  rollup,
  setup,
  help: {
    title: "Help",
    functions: "Functions (in Japanese)",
    loading: "Loading",
    failed: "The help text could not be loaded.",
  },

  crash: {
    title: "This view could not be shown",
    body: "The sheet was not changed. Reading again often helps. If it happens again, please pass the text below to your IT section.",
    retry: "Show again",
  },
};
