/** Why a file is not there, in one sentence or two. */
import { hostErrorSentence } from "../../excel/host-errors";
import type { Language } from "../../kpi/types";
import { xlsxErrorSentence } from "../../xlsx/messages";
import { COLLECT_MESSAGES } from "./messages";
import type { FailCode, InsertLine } from "./types";

export function failSentence(code: FailCode | "waiting", language: Language): string {
  const { reasons } = COLLECT_MESSAGES[language];
  if (code === "notReadable" || code === "unexpected" || code === "waiting") return reasons[code];
  return xlsxErrorSentence(code, language);
}

/** Why the sheets of a file were not brought in; null where they were. */
export function insertSentence({ outcome }: InsertLine, language: Language): string | null {
  const { reasons, left } = COLLECT_MESSAGES[language];
  if (outcome.kind === "unread") return failSentence(outcome.code, language);
  if (outcome.kind !== "refused") return null;
  const { problem } = outcome;
  const why = problem.code === "unsupported" ? reasons.features : hostErrorSentence(problem, language);
  return outcome.left.length === 0 ? why : `${why} ${left(outcome.left.join("、"))}`;
}
