/** What a number format of Excel says about the number: percent, date, or plain with a printed unit. */
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

const shapes = new Map<string, NumberShape>();

function read(format: string): NumberShape {
  const section = (format.split(";")[0] ?? "").replace(/\[(?:\$[^\]]*|[^\]]*)\]/gu, (tag) =>
    /^\[(?:h+|m+|s+)\]$/iu.test(tag) ? "h" : "",
  );
  const literals: string[] = [];
  const codes = section
    .replace(/"([^"]*)"?/gu, (_, text: string) => {
      literals.push(text);
      return " ";
    })
    .replace(/\\(.)/gu, (_, text: string) => {
      literals.push(text);
      return " ";
    })
    .replace(/[_*]./gu, "");
  const letters = codes.replace(/General|標準/giu, "0").replace(/E[+-]/giu, "");
  if (/%/u.test(letters)) return { kind: "percent" };
  if (/[ymdhsgeb]|[aA]\/[pP]/iu.test(letters.replace(/[#0?,. ]/gu, ""))) return { kind: "date" };
  const bare = [...letters.matchAll(/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]+/gu)].map((m) => m[0]);
  const printed = plain([...literals, ...bare].join("")).text.replace(/\s/gu, "");
  if (/年度$|^(?:令和|平成|昭和|[RHS])$/u.test(printed)) return { kind: "date" };
  const thousands = /[0#?](,+)(?:\.[0#?]*)?\s*$/u.exec(letters.trim())?.[1]?.length ?? 0;
  return { kind: "plain", unit: isKnownUnit(printed) ? printed : null, thousands };
}

/** A number format → its shape; remembered, since a sheet uses a handful of them. */
export function numberShape(format: string): NumberShape {
  const known = shapes.get(format);
  if (known) return known;
  const shape = read(format);
  if (shapes.size >= 512) shapes.clear();
  shapes.set(format, shape);
  return shape;
}
