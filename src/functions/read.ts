/** VALUE, UNIT, YEAR and DIRECTION of one cell. */
import { sentenceOf } from "../kpi/phrases";
import { toNumber } from "../kpi/decimal";
import { findDirection } from "../kpi/direction";
import { directionNote } from "../kpi/explain-in";
import { onlyFigure } from "../kpi/figures";
import { isErrorCell, notAvailable, valueError } from "./errors";
import { readable, reading, textOf } from "./arguments";
import { yearAt } from "./expected";
import { JA } from "../kpi/phrases-ja";
import { unitOfName } from "../kpi/unit";

/** The figure in base units. @throws #N/A for a blank, a dash, words, a range or several figures; #VALUE! for unreadable text. */
export function valueNumber(cell: unknown): number {
  const r = readable(cell, "値");
  const only = onlyFigure(r);
  if (only) return toNumber(only.value);
  if (r.kind === "missing") throw notAvailable(r.text.trim() === "" ? "空欄です" : `「${r.text}」は数値ではありません`);
  if (r.kind === "quantity") throw notAvailable(`「${r.text}」には${r.parts.length}つの値があります`);
  throw notAvailable(`「${r.text}」は1つの数値ではありません`);
}

/** The unit, "" where none is printed. A name with its unit in brackets (人口（人）) is read too. */
export function unitText(cell: unknown): string {
  const r = reading(cell);
  if (r.kind === "quantity") return r.parts.find((part) => part.unit !== null)?.unit ?? "";
  if (r.kind === "range") return r.high.unit ?? r.low.unit ?? "";
  if (r.kind === "missing") return "";
  const named = unitOfName(String(cell));
  if (named !== null) return named;
  if (r.kind === "words") return "";
  throw valueError(`「${r.kind === "error" ? r.text : String(cell)}」を読み取れません`);
}

/** The western fiscal year. @throws #N/A for a blank, #VALUE! for a text without a year. */
export function yearNumber(cell: unknown): number {
  if (textOf(cell) === "") throw notAvailable("空欄です");
  return yearAt(cell, "年度");
}

const GIVEN_UP = "手がかりがありません。望ましい方向を指定してください";

/** 増加 / 減少 / 維持 / 維持（以下）, or 「要確認：…」 with the reason. */
export function directionText(name: unknown, baseline: unknown, target: unknown): string {
  if (isErrorCell(name)) throw name;
  if (typeof name !== "string" || name.trim() === "") throw notAvailable("指標名が空欄です");
  // LTSC hands a blank cell over as 0; without a stated direction nobody can tell it from a target of 0.
  const given = (cell: unknown): unknown => (cell === 0 ? null : cell);
  const finding = findDirection({
    stated: null,
    target: readable(given(target), "目標値"),
    name,
    baseline: readable(target === 0 ? null : baseline, "基準値"),
  });
  if (finding.from === "default") return `要確認：${GIVEN_UP}`;
  if (!finding.needsConfirmation) return JA.values.direction[finding.direction];
  const reason = directionNote(finding);
  return `要確認：${reason ? sentenceOf(reason, JA) : GIVEN_UP}`;
}
