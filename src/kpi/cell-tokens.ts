/** The text of a cell as tokens: numbers with their sign, runs of letters, marks. Texts are plain (characters.ts). */
import { CIRCLED, GROUP, YEAR } from "./characters";
import { negate, ZERO, type Decimal } from "./decimal";
import { scanNumeral } from "./numeral";
import type { Bound } from "./types";

interface Place {
  /** Nothing stands between this token and the one before. */
  readonly glued: boolean;
}

export type Token = Place &
  (
    | {
        readonly kind: "number";
        readonly value: Decimal;
        readonly worded: boolean;
        readonly signed: boolean;
        readonly decimals: boolean;
      }
    | { readonly kind: "run"; readonly text: string }
    | { readonly kind: "group" | "year" | "circled"; readonly index: number }
    | { readonly kind: "bound"; readonly bound: Bound }
    | { readonly kind: "wave" | "hyphen" | "break" | "comma" | "bullet" | "slash" | "colon" }
  );

const UNIT_RUN =
  /(CO2e?|人口(\d+万|[十百千万]+)人?(対|当たり|あたり)|(?<=[A-Za-z]*m)[23](?![\d.,])|[\p{L}\p{M}%‰°]|(?<=[A-Za-zン])-(?=[A-Za-z])|(?<=\p{L})・(?=\p{L})|\/(?=年(?!度))|(?<=[\p{L}%‰])\/(1(?=[人日回件台戸世])|\d+万(?=人)|1,?0+(?=人))?(?=\p{L}))+/uy;
const LABEL_RUN = /(CO2|[\p{L}\p{M}\u3007]|(?<=\p{L})・(?=\p{L})|(?<=\p{L})\/(?=\p{L}))+/uy;
const SIGN = /([-+▲△▼▽]|マイナス|プラス)\s?(?=[\d.])/uy;
const COMPARE = />=|<=|[≥≧⩾≤≦⩽><]/uy;
/** 「≧」「>=」→ "min" */
function boundOfSign(sign: string): Bound {
  const inclusive = /[=≥≧⩾≤≦⩽]/u.test(sign);
  if (/[>≥≧⩾]/u.test(sign)) return inclusive ? "min" : "minExclusive";
  return inclusive ? "max" : "maxExclusive";
}
const PLACES: Readonly<Record<string, "group" | "year" | "circled">> = {
  [GROUP]: "group",
  [YEAR]: "year",
  [CIRCLED]: "circled",
};
const MARKS: Readonly<Record<string, "wave" | "hyphen" | "break" | "comma" | "bullet" | "slash" | "colon">> = {
  "~": "wave",
  "-": "hyphen",
  "\n": "break",
  ",": "comma",
  "、": "comma",
  ";": "comma",
  "/": "slash",
  "|": "slash",
  ":": "colon",
  "・": "bullet",
};

const match = (pattern: RegExp, text: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
};

/** May a sign stand here? Behind a letter or a digit a hyphen is no minus (「t-CO2」「3-1」); ▲ and △ always are. */
const signAllowed = (sign: string, text: string, at: number): boolean =>
  /^[▲△▼▽マ]/u.test(sign) ||
  at === 0 ||
  (/\s/u.test(text[at - 1] as string)
    ? !/\s$/u.test(sign) || text[at - 1] === "\n"
    : !/[\p{L}\d%)~]/u.test(text[at - 1] as string));

/** Text → tokens; null where it holds something that no KPI cell is known to hold (「約?」「10,5」「0123」). */
export function tokenize(source: string): readonly Token[] | null {
  const text = source
    .replace(/[。.]+$/u, "")
    .replace(/^[¥￥\\]\s?(?=[\d-])([-\d.,]+(?:千|[百]?万|億|兆)?)$/u, "$1円")
    .replace(/ ?\/ ?(?=(年|月|週|日)(?!\p{L}))/gu, "/");
  const tokens: Token[] = [];
  const counts = { group: 0, year: 0, circled: 0 };
  let glued = false;
  for (let at = 0; at < text.length;) {
    const char = text[at] as string;
    if (char === " ") {
      glued = false;
      at += 1;
      continue;
    }
    const previous = tokens.at(-1);
    const kind = PLACES[char];
    if (kind) {
      tokens.push({ kind, index: counts[kind]++, glued });
      at += 1;
    } else {
      const found = match(SIGN, text, at);
      const sign = found !== undefined && signAllowed(found, text, at) ? found : "";
      const zero = /^±\s?0(?![\d.])/u.exec(text.slice(at, at + 4))?.[0];
      const numeral = scanNumeral(text, at + sign.length);
      const compare = match(COMPARE, text, at);
      const run = match(previous?.kind === "number" ? UNIT_RUN : LABEL_RUN, text, at);
      const mark = MARKS[char];
      if (zero) {
        tokens.push({ kind: "number", value: ZERO, worded: false, signed: true, decimals: false, glued });
        at += zero.length;
      } else if (numeral) {
        const behind = text.slice(numeral.end, numeral.end + 2);
        if (numeral.leadingZero || /^[.,]\d/u.test(behind) || (previous?.kind === "number" && glued)) return null;
        const value = /^[-▲△▼▽マ]/u.test(sign) ? negate(numeral.value) : numeral.value;
        const decimals = text.slice(at, numeral.end).includes(".");
        tokens.push({ kind: "number", value, worded: numeral.worded, signed: sign !== "", decimals, glued });
        at = numeral.end;
      } else if (compare !== undefined) {
        tokens.push({ kind: "bound", bound: boundOfSign(compare), glued });
        at += compare.length;
      } else if (run !== undefined) {
        tokens.push({ kind: "run", text: run, glued });
        at += run.length;
      } else if (mark) {
        tokens.push({ kind: mark, glued });
        at += 1;
      } else return null;
    }
    glued = char !== "\n";
  }
  return tokens;
}
