/** The 旭市 form as offices change it. */
import type { AsahiBook } from "../asahi-book";
import { drawAsahi } from "../asahi-form";
import { ASAHI_R2 } from "../asahi-r2";
import { ASAHI_R3 } from "../asahi-r3";
import { toBytes, type Sample } from "../book";

const sample = (name: string, book: AsahiBook): Sample => ({
  name: `variants/${name}`,
  bytes: () => toBytes(drawAsahi(book).workbook),
  truth: { file: `${name}.xlsx`, sheets: [drawAsahi(book).truth] },
});

export const ASAHI_EDITS: readonly Sample[] = [
  sample("asahi-r3-split-title", {
    ...ASAHI_R3,
    titleCells: ["重点施策マネジメントシート", "令和", 3, "年度事後・決算"],
    gradeHead: "判定",
    leadRows: 4,
  }),
  sample("asahi-r2-no-legend", { ...ASAHI_R2, legend: null, gradeHead: "評価" }),
  sample("asahi-r3-protected", { ...ASAHI_R3, protectedButGrades: true }),
];
