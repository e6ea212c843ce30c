/** What a number format of Excel says about the number: percent, date, or plain with a printed unit. */
import { remember } from "./cell-memory";
import { plain } from "./characters";
import { isKnownUnit } from "./unit";

export type NumberShape =
  | { readonly kind: "percent" }
  | { readonly kind: "date" }
  | {
      readonly kind: "plain";
      /** Unit printed by the format, `0"件"` → 件; null where it prints none. */
      readonly unit: string | null;
      /** How often the display is divided by 1000 (`#,##0,` once). */
      readonly thousands: number;
    };

/** Stands for literal text while the codes around it are read. */
const LITERAL = "\uE000";

function read(format: string): NumberShape {
  const literals: string[] = [];
  const literal = (_: string, text: string): string => {
    literals.push(text);
    return LITERAL;
  };
  const codes = format
    .replace(/"([^"]*)"?/gu, literal)
    .replace(/\\(.)/gu, literal)
    .split(";", 1)[0]
    ?.replace(/\[(?:h+|m+|s+)\]/giu, "h")
    .replace(/\[[^\]]*\]|[_*]./gu, "")
    .replace(/General|標準/giu, "0")
    .replace(/E[+-]/giu, "") as string;
  if (codes.includes("%")) return { kind: "percent" };
  if (/[ymdhsgeb]|a\/p/iu.test(codes)) return { kind: "date" };
  const lastDigit = Math.max(...["0", "#", "?"].map((digit) => codes.lastIndexOf(digit)));
  const [before, behind] = [codes.slice(0, lastDigit + 1), codes.slice(lastDigit + 1)].map((part) =>
    part.replaceAll(LITERAL, () => literals.shift() ?? ""),
  ) as [string, string];
  const printed = plain(behind).text.replace(/[\s,.]/gu, "");
  if (printed.startsWith("年度") || /(?:令和|平成|昭和|[RHS])$/u.test(before)) return { kind: "date" };
  const thousands = /^(,*)/u.exec(behind)?.[1]?.length ?? 0;
  return { kind: "plain", unit: isKnownUnit(printed) ? printed : null, thousands };
}

/** A number format → its shape; remembered, since a sheet uses a handful of them. */
export const numberShape = remember(read);
