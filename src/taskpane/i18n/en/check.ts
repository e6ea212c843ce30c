import type { Messages } from "../ja";
import { s } from "./plural";

/** 点検. */
export const check: Messages["check"] = {
  run: "Check",
  ready: "Ready to submit",
  unfilled: (n) => `${s(n, "grade")} not filled in yet`,
  toGrades: "Open the Grades tab",
  verdict: (errors, warnings) => `To mend ${errors}, to confirm ${warnings}`,
  hint: (sheets) => `${s(sheets, "sheet")} of the workbook checked.`,
  severity: { error: "To mend", warning: "To confirm", info: "Note" },
  go: "Go to",
  mend: "Mend",
  mendNow: "Mend like this",
  acknowledge: "Mark as confirmed",
  acknowledged: "Confirmed",
  because: (reason) => `Confirmed: ${reason}`,
  reopen: "No longer confirmed",
  reasonLabel: "Why it may stay as it is (optional)",
  reasonPlaceholder: "e.g. a rounding difference",
  reasonSave: "Mark as confirmed",
  done: (n) => `Confirmed: ${n}`,
  group: "Order",
  groups: { severity: "By severity", sheet: "By sheet", rule: "By check" },
  heading: (name, n) => `${name}: ${n}`,
  report: "Write out the result",
  reporting: "Writing the result",
  reported: (sheet) => `The result is on the sheet "${sheet}".`,
};
