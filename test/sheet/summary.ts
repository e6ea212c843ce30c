/** What was found on a sheet, one line per indicator, for comparing with what a person reads there. */
import { assess } from "../../src/sheet/assess";
import type { AssessedSheet, CellReading, SheetSnapshot } from "../../src/sheet/types";
import { book } from "./draw";

const flat = (text: string): string => text.replace(/\s+/g, "");

function shown({ reading }: CellReading, year: number | null): string {
  const text = "text" in reading ? flat(reading.text) : "";
  if (text === "") return "";
  return `${text}${reading.kind === "unreadable" ? "?" : ""}${year === null ? "" : `@${year}`}`;
}

/** 「[目標1 > 施策2] No.3 名称（部分） 基準@年 → 実績@年 / 目標@年 = A」, tables separated by "--". */
export function summary(sheet: AssessedSheet): string[] {
  return sheet.tables.flatMap(({ graded }, i) => [
    ...(i > 0 ? ["--"] : []),
    ...graded.map(({ indicator: x, grading }) =>
      [
        x.group.length > 0 ? `[${x.group.join(" > ")}]` : "",
        x.no === null ? "" : `No.${flat(x.no)}`,
        x.part === null ? x.name : `${x.name}（${x.part}）`,
        shown(x.baseline, x.baselineYear),
        "→",
        shown(x.actual, x.actualYear),
        "/",
        shown(x.target, x.targetYear),
        "=",
        grading.grade,
      ]
        .filter((t) => t !== "")
        .join(" "),
    ),
  ]);
}

export const read = (sheet: SheetSnapshot): AssessedSheet => assess(book(sheet)).sheets[0] as AssessedSheet;
