/**
 * Draws what 集計 writes as it is printed (docs/images): both summary sheets, and a block of the form that it fills in.
 * Run by hand after changing what is drawn: `npx tsx scripts/rollup-pictures.ts` (LibreOffice and pdftoppm are needed).
 */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readMerges } from "../src/excel/merges";
import { openWorkbook } from "../src/excel/read";
import { writeSheet } from "../src/excel/sheets";
import { applyPlan } from "../src/excel/write";
import { assess } from "../src/sheet/assess";
import { planGrades } from "../src/sheet/plan";
import { BLOCK_KINDS, commonYear, drawSummarySheets, planRollup, rollUp, summariseMoney } from "../src/sheet/rollup";
import { DEFAULT_SETTINGS } from "../src/sheet/settings";
import type { Assessment } from "../src/sheet/types";
import { bootOffice } from "../workbench/boot/node";
import type { Workbook } from "../workbench/model/workbook";
import { openWorkbook as openFile, saveWorkbook } from "../workbench/open";
import { printPages } from "./libreoffice";

const work = mkdtempSync(join(tmpdir(), "rollup-"));
const keep = (page: string | undefined, name: string): void => {
  if (page === undefined) throw new Error(`no page for ${name}`);
  copyFileSync(page, join("docs", "images", `${name}.png`));
  console.log(join("docs", "images", `${name}.png`));
};

/** A sample with 集計 written into it; `prepare` plays the person who has filled in the form so far. */
async function written(
  sample: string,
  prepare: (model: Workbook) => void,
  write: (assessment: Assessment) => Promise<void>,
): Promise<string[]> {
  const bytes = readFileSync(join("samples", `${sample}.xlsx`));
  const model = openFile(`${sample}.xlsx`, bytes);
  const office = await bootOffice({ model });
  const remove = office.installGlobals();
  try {
    prepare(model);
    const { snapshot } = await openWorkbook({ scope: "all" });
    await write(assess(await readMerges(snapshot), DEFAULT_SETTINGS));
  } finally {
    remove();
    office.close();
  }
  const file = join(work, `${sample}.xlsx`);
  writeFileSync(file, saveWorkbook(bytes, model));
  return printPages(file, work, 80);
}

/** The numbers of the totals block and one grade of the text, as they are before anybody has filled them in. */
function open(model: Workbook): void {
  const [sheet] = model.sheets;
  if (!sheet) return;
  const blank = (text: string): string | null =>
    ["8,636", "537,409", "4,533", "16,091"].includes(text)
      ? ""
      : text.includes("：Ａ】")
        ? text.replace("：Ａ】", "：】")
        : null;
  for (let row = 0; row < 45; row++) {
    for (let column = 0; column < 68; column++) {
      const next = blank(model.textAt(sheet, row, column));
      if (next !== null) model.edit(sheet, row, column, next);
    }
  }
}

try {
  const pages = await written(
    "hadano-jisseki",
    () => undefined,
    async (assessment) => {
      await applyPlan(planGrades(assessment, { as: "values" }));
      const drawings = drawSummarySheets(rollUp(assessment, DEFAULT_SETTINGS), {
        date: "令和7年5月30日",
        workbook: "第2期秦野市まち・ひと・しごと創生総合戦略",
        year: commonYear(assessment.sheets.map(({ year }) => year)),
        as: "values",
        money: summariseMoney(assessment),
        status: null,
      });
      for (const drawing of drawings) await writeSheet(drawing, { replace: true });
    },
  );
  // The list before the table: the table is the last page, the list begins on the page after the forms.
  keep(pages.at(-1), "rollup-summary");
  keep(pages.at(-2), "rollup-list");
  const form = await written("asahi-r2", open, async (assessment) => {
    await applyPlan(planGrades(assessment, { as: "values" }));
    await applyPlan(planRollup(assessment, DEFAULT_SETTINGS, { kinds: new Set(BLOCK_KINDS), overwrite: false }));
  });
  keep(form[0], "rollup-block");
} finally {
  rmSync(work, { recursive: true, force: true });
}
