/** Texts. */
import { displayText } from "../../../src/xlsx/display";
import { ERRORS, parseNumber, type Value } from "../values";
import { wildcard } from "./criteria";
import { type FunctionTable, scalar, type Values } from "./rule";

const MANY = 255;

/** Excel counts in UTF-16 units. */
function middle(text: string, start: number, length: number): Value {
  return start < 1 || length < 0 ? ERRORS.value : text.slice(start - 1, start - 1 + length);
}

function find(args: Values, match: (text: string, wanted: string, from: number) => number): Value {
  const from = args.whole(2, 1) - 1;
  const text = args.text(1);
  if (from < 0 || from > text.length) return ERRORS.value;
  const at = match(text, args.text(0), from);
  return at < 0 ? ERRORS.value : at + 1;
}

/** Like SEARCH: wildcards, without regard to case. */
function search(text: string, wanted: string, from: number): number {
  const source = wildcard(wanted)
    .source.replace(/^\^|\$$/g, "")
    .replace(/\[\^\]\*/g, "[^]*?");
  const found = new RegExp(source, "iu").exec(text.slice(from));
  return found ? found.index + from : -1;
}

const HALF_KATAKANA = "ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ｡｢｣､･";
const FULL_KATAKANA =
  "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜。「」、・";

/** 半角: full-width letters, digits, signs and katakana become half-width. */
function narrow(text: string): string {
  return [...text]
    .map((c) => {
      const code = c.charCodeAt(0);
      if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
      if (c === "　") return " ";
      if (!/[゛゜ァ-ヴー。「」、・]/.test(c)) return c;
      // がぎぐ come apart into か and ﾞ.
      return [...c.normalize("NFD")]
        .map((part) =>
          part === "\u3099" ? "ﾞ" : part === "\u309a" ? "ﾟ" : (HALF_KATAKANA[[...FULL_KATAKANA].indexOf(part)] ?? part),
        )
        .join("");
    })
    .join("");
}

/** 全角 */
function widen(text: string): string {
  return text
    .replace(/[ｦ-ﾟ｡-･]+/g, (kana) => kana.normalize("NFKC").normalize("NFC"))
    .replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    .replace(/ /g, "　");
}

function substitute(args: Values): Value {
  const [text, old, now] = [args.text(0), args.text(1), args.text(2)];
  if (old === "") return text;
  if (args.length < 4) return text.split(old).join(now);
  const wanted = args.whole(3);
  if (wanted < 1) return ERRORS.value;
  let at = -1;
  for (let i = 0; i < wanted; i++) {
    at = text.indexOf(old, at + 1);
    if (at < 0) return text;
  }
  return text.slice(0, at) + now + text.slice(at + old.length);
}

/** TEXT: texts stay, what reads as a number is formatted. */
function format(args: Values): Value {
  const value = args.raw(0);
  const number = typeof value === "string" ? parseNumber(value) : value;
  const code = args.text(1);
  if (code === "") return "";
  return displayText((number ?? (value === null ? 0 : value)) as number | string | boolean, code);
}

export const TEXT: FunctionTable = {
  LEN: scalar(1, 1, (args) => args.text(0).length),
  LEFT: scalar(1, 2, (args) => middle(args.text(0), 1, args.whole(1, 1))),
  RIGHT: scalar(1, 2, (args) => {
    const [text, length] = [args.text(0), args.whole(1, 1)];
    return length < 0 ? ERRORS.value : length === 0 ? "" : text.slice(-length);
  }),
  MID: scalar(3, 3, (args) => middle(args.text(0), args.whole(1), args.whole(2))),
  FIND: scalar(2, 3, (args) => find(args, (text, wanted, from) => text.indexOf(wanted, from))),
  SEARCH: scalar(2, 3, (args) => find(args, search)),
  SUBSTITUTE: scalar(3, 4, substitute),
  REPLACE: scalar(4, 4, (args) => {
    const [text, start, length] = [args.text(0), args.whole(1), args.whole(2)];
    if (start < 1 || length < 0) return ERRORS.value;
    return text.slice(0, start - 1) + args.text(3) + text.slice(start - 1 + length);
  }),
  TRIM: scalar(1, 1, (args) => args.text(0).replace(/ +/g, " ").replace(/^ | $/g, "")),
  UPPER: scalar(1, 1, (args) => args.text(0).toUpperCase()),
  LOWER: scalar(1, 1, (args) => args.text(0).toLowerCase()),
  EXACT: scalar(2, 2, (args) => args.text(0) === args.text(1)),
  REPT: scalar(2, 2, (args) => {
    const [text, times] = [args.text(0), args.whole(1)];
    return times < 0 || text.length * times > 32_767 ? ERRORS.value : text.repeat(times);
  }),
  CONCATENATE: scalar(1, MANY, (args) => Array.from({ length: args.length }, (_, i) => args.text(i)).join("")),
  VALUE: scalar(1, 1, (args) => {
    const value = args.raw(0);
    if (typeof value === "number") return value;
    return typeof value === "string" ? (parseNumber(value) ?? ERRORS.value) : value === null ? 0 : ERRORS.value;
  }),
  TEXT: scalar(2, 2, format),
  ASC: scalar(1, 1, (args) => narrow(args.text(0))),
  JIS: scalar(1, 1, (args) => widen(args.text(0))),
  DBCS: scalar(1, 1, (args) => widen(args.text(0))),
  CHAR: scalar(1, 1, (args) => {
    const code = args.whole(0);
    return code < 1 || code > 255 ? ERRORS.value : String.fromCharCode(code);
  }),
  UNICHAR: scalar(1, 1, (args) => (args.whole(0) < 1 ? ERRORS.value : String.fromCodePoint(args.whole(0)))),
};
