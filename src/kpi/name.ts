/** The name of an indicator without what cities write into it: 【R6年3月変更】, ※ notes, cross references, its unit. */
import { unitOfName } from "./unit";

export interface IndicatorName {
  /** The name that identifies the row, as printed otherwise. */
  readonly core: string;
  /** What was taken out, without its brackets: 「R6年3月指標・値変更」「重3、施24」. */
  readonly notes: readonly string[];
  /** Unit printed in the name, plain: 「（％）」→ "%". */
  readonly unit: string | null;
}

/** 「重3、施24」「定住（19）医療福祉…」: numbers of other plans. A school year (小6, 中3) or a year is none. */
const CROSS_REFERENCE =
  /^(再掲.*|(重点?|施策?|定住|総合?|総合戦略|戦略?|基本?|基本計画|創生|政策?|事業?|主要|目標|取組|計画|[Nn][Oo]\.?|KPI|KGI)\s?[-(（]?[\d０-９][\d０-９\-.－．]*[)）]?([、,，・\s].*|[^\d].{4,})?)$/u;
const NOTE_MARK = /^([※＊*注]\s?[\d０-９]*[)）]?)$/u;
const BRACKETS = "（([［〔";
const CLOSERS = "）)］〕";
const JAPANESE = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々、。・」』）（「『]";

interface Span {
  readonly start: number;
  readonly end: number;
  readonly content: string;
}

/** Outermost round or square brackets, any closer for any opener. */
function brackets(text: string): Span[] {
  const spans: Span[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (BRACKETS.includes(char) && depth++ === 0) start = i;
    else if (CLOSERS.includes(char) && depth > 0 && --depth === 0)
      spans.push({ start, end: i + 1, content: text.slice(start + 1, i) });
  }
  return spans;
}

/** A printed name → core, notes and unit. Line breaks inside Japanese words close up. */
export function splitName(name: string): IndicatorName {
  const notes: string[] = [];
  const keep = (note: string) => {
    if (note.trim() !== "") notes.push(note.trim());
    return "";
  };
  let text = name
    .replace(new RegExp(`(?<=${JAPANESE})\\s*\\n\\s*|\\s*\\n\\s*(?=${JAPANESE})`, "gu"), "")
    .replace(/\s*\n\s*/gu, " ")
    .replace(/\s*【([^】]*)】*/gu, (_, note: string) => keep(note));
  const unit = unitOfName(text);
  for (const span of brackets(text).reverse()) {
    const content = span.content.normalize("NFKC").trim();
    const isUnit = unit !== null && unitOfName(`名(${content})`) === unit;
    if (!isUnit && !NOTE_MARK.test(content) && !CROSS_REFERENCE.test(content)) continue;
    if (!isUnit) keep(span.content);
    text = text.slice(0, span.start).trimEnd() + text.slice(span.end);
  }
  text = text.replace(/\s*(?:※|＊(?=\s*[\d０-９]*$)|注[\d０-９]*[）)])(.*)$/u, (_, note: string) => keep(`※${note}`));
  const core = text
    .replace(/^[\u2460-\u24FF\u2776-\u2793■●◆◎○★☆・\s]+/u, "")
    .replace(/\s+(?=[（(［])/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  return { core: core === "" ? name.trim() : core, notes, unit };
}
