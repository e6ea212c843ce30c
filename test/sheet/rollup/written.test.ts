/** 集計 written through office.js into the stand-in for Excel: both summary sheets, blocks, and back again. */
import { readFileSync } from "node:fs";
import { readMerges } from "../../../src/excel/merges";
import { openWorkbook } from "../../../src/excel/read";
import { restore } from "../../../src/excel/restore";
import { writeSheet } from "../../../src/excel/sheets";
import { applyPlan } from "../../../src/excel/write";
import { assess } from "../../../src/sheet/assess";
import { planGrades } from "../../../src/sheet/plan";
import {
  BLOCK_KINDS,
  commonYear,
  drawSummarySheets,
  LIST_SHEET,
  planRollup,
  rollUp,
  summariseMoney,
  SUMMARY_SHEET,
} from "../../../src/sheet/rollup";
import { DEFAULT_SETTINGS } from "../../../src/sheet/settings";
import type { Assessment, SheetSnapshot, WorkbookSnapshot } from "../../../src/sheet/types";
import { summary } from "../../../src/functions/functions";
import { DEFAULT_RUBRIC } from "../../../src/kpi/rubric";
import { listOf } from "../../../src/sheet/rollup/summary-list";
import { readXlsx } from "../../../src/xlsx/read";
import { toSnapshot } from "../../../src/xlsx/snapshot";
import { openWorkbook as openFile, saveWorkbook } from "../../../workbench/open";
import { withExcel } from "../../excel/support/host";

jest.setTimeout(60_000);

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(`samples/${name}.xlsx`));

async function read(): Promise<{ snapshot: WorkbookSnapshot; assessment: Assessment }> {
  const { snapshot } = await openWorkbook({ scope: "all" });
  const merged = await readMerges(snapshot);
  return { snapshot: merged, assessment: assess(merged, DEFAULT_SETTINGS) };
}

async function writeSummary(assessment: Assessment, as: "values" | "formulas"): Promise<void> {
  const drawings = drawSummarySheets(rollUp(assessment, DEFAULT_SETTINGS), {
    date: "令和8年11月20日",
    workbook: "集計.xlsx",
    year: commonYear(assessment.sheets.map(({ year }) => year)),
    as,
    money: summariseMoney(assessment),
    status: null,
  });
  for (const drawing of drawings) await writeSheet(drawing, { replace: true });
}

const sheetNamed = ({ sheets }: WorkbookSnapshot, name: string): SheetSnapshot => {
  const found = sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};

const shown = (sheet: SheetSnapshot): readonly (readonly string[])[] => sheet.texts;

test("the table and the list say what was counted; the file holds them with a chart", async () => {
  const bytes = bytesOf("asahi-r3");
  const model = openFile("asahi-r3.xlsx", bytes);
  await withExcel({ model }, async () => {
    const { assessment } = await read();
    await writeSummary(assessment, "values");
    const { snapshot } = await read();
    const table = shown(sheetNamed(snapshot, SUMMARY_SHEET));
    expect(table[0]?.[0]).toBe("KPI集計　令和3年度");
    expect(table.slice(3, 8).map((row) => row.slice(0, 10))).toEqual([
      ["まとまり", "S", "A", "B", "C", "D", "―", "計", "目標\n達成率", "状況"],
      [
        "基本目標3 ひとの定着・還流・移住の流れをつくり、人々が集うまちづくり",
        "2",
        "0",
        "0",
        "0",
        "1",
        "1",
        "4",
        "66.7%",
        "概ね順調",
      ],
      ["103 故郷創出プロジェクト", "2", "0", "0", "0", "1", "1", "4", "66.7%", "概ね順調"],
      ["合計", "2", "0", "0", "0", "1", "1", "4", "66.7%", "概ね順調"],
      ["割合", "50.0%", "0.0%", "0.0%", "0.0%", "25.0%", "25.0%", "100.0%", "", ""],
    ]);
    const money = table.filter((row) => /^令和.+年度/.test(row[0] ?? "")).map((row) => [row[0], row[1], row[4]]);
    expect(money).toEqual([
      ["令和元年度（参考）", "62,957", "29,303"],
      ["令和2年度", "80,406", "46,115"],
      ["令和3年度", "87,309", "45,143"],
    ]);
    const list = shown(sheetNamed(snapshot, LIST_SHEET));
    expect(list.slice(3).map((row) => [row[1], row[2]])).toEqual([
      ["人口の社会増減", "D"],
      ["9 ホームページのアクセス件数（重3、施24）", "S"],
      ["10 転入世帯数（定住促進奨励金交付事業）（重3、施15）", "S"],
      ["11 幽学の里で米作り交流事業参加者数（定住（19）医療福祉・食・交流の郷づくり）", "―"],
    ]);
  });
  const saved = readXlsx(saveWorkbook(bytes, model));
  expect(saved.sheets.map(({ name }) => name)).toEqual(["103 故郷創出プロジェクト", LIST_SHEET, SUMMARY_SHEET]);
  expect(saved.sheets[2]).toMatchObject({ charts: 1 });
});

test.each(["asahi-r3", "hadano-jisseki", "kitamoto-jisseki"])(
  "%s: formulas over the list show the same figures as values, once the grades stand on the sheets",
  async (name) => {
    const model = openFile(`${name}.xlsx`, bytesOf(name));
    await withExcel({ model }, async () => {
      const first = await read();
      await applyPlan(planGrades(first.assessment, { as: "values" }));
      const { assessment } = await read();
      await writeSummary(assessment, "values");
      const values = sheetNamed((await read()).snapshot, SUMMARY_SHEET);
      await writeSummary(assessment, "formulas");
      const formulas = sheetNamed((await read()).snapshot, SUMMARY_SHEET);
      const { all, groups, grades } = rollUp(assessment, DEFAULT_SETTINGS);
      const rows = groups.length + 1;
      const table = (sheet: SheetSnapshot) =>
        shown(sheet)
          .slice(4, 4 + rows)
          .map((row) => row.slice(0, grades.length + 2));
      expect(table(formulas)).toEqual(table(values));
      const status = (sheet: SheetSnapshot) =>
        shown(sheet)
          .slice(4, 4 + rows)
          .map((row) => row[grades.length + 3]);
      expect(status(formulas)).toEqual(status(values));
      expect(String(formulas.formulas[4]?.[1])).toMatch(/^=COUNTIF\(/);
      expect(shown(formulas)[4 + rows - 1]?.[grades.length + 1]).toBe(String(all.total));
    });
  },
);

test("writing twice writes once: the same two sheets, no KPI table found on them", async () => {
  const model = openFile("hadano-jisseki.xlsx", bytesOf("hadano-jisseki"));
  await withExcel({ model }, async () => {
    const before = await read();
    await writeSummary(before.assessment, "values");
    const once = await read();
    await writeSummary(once.assessment, "values");
    const twice = await read();
    expect(twice.snapshot.sheets.map(({ name }) => name)).toEqual(once.snapshot.sheets.map(({ name }) => name));
    expect(twice.snapshot.sheets.map(({ texts }) => texts)).toEqual(once.snapshot.sheets.map(({ texts }) => texts));
    expect(rollUp(twice.assessment, DEFAULT_SETTINGS).all.total).toBe(
      rollUp(before.assessment, DEFAULT_SETTINGS).all.total,
    );
    expect(model.findSheet(SUMMARY_SHEET)?.charts).toHaveLength(1);
    // Our own table is no block of the city that is to be filled in.
    const blocks = { kinds: new Set(BLOCK_KINDS.filter((kind) => kind !== "drafts")), overwrite: true };
    expect(planRollup(twice.assessment, DEFAULT_SETTINGS, blocks)).toEqual({ edits: [], refused: [] });
    const other = sheetNamed(twice.snapshot, SUMMARY_SHEET);
    const changed = {
      ...twice.assessment,
      sheets: twice.assessment.sheets
        .slice(0, 2)
        .concat(twice.assessment.sheets.filter(({ sheet }) => sheet.id === other.id)),
    };
    expect(planRollup(changed, DEFAULT_SETTINGS, blocks)).toEqual({ edits: [], refused: [] });
  });
});

test("the sheet's own blocks are filled, and 元に戻す puts back exactly what was there", async () => {
  const model = openFile("asahi-r2.xlsx", bytesOf("asahi-r2"));
  await withExcel({ model }, async () => {
    const { assessment } = await read();
    // An open form: totals and the grades in the text are still to be written.
    const [sheet] = model.sheets;
    if (!sheet) throw new Error("no sheet");
    const printed = assessment.workbook.sheets[0] as SheetSnapshot;
    printed.texts.forEach((row, r) =>
      row.forEach((text, c) => {
        const at = { row: r + (printed.area?.top ?? 0), column: c + (printed.area?.left ?? 0) };
        if (["8,636", "537,409", "4,533", "16,091"].includes(text) && at.row < 45)
          model.edit(sheet, at.row, at.column, "");
        if (/【達成状況：Ａ】/.test(text)) model.edit(sheet, at.row, at.column, text.replace("：Ａ】", "：】"));
      }),
    );
    const open = await read();
    const plan = planRollup(open.assessment, DEFAULT_SETTINGS, { kinds: new Set(BLOCK_KINDS), overwrite: false });
    expect(plan.edits).toHaveLength(7);
    const report = await applyPlan(plan);
    expect(report.written).toHaveLength(7);
    const written = await read();
    expect(shown(written.snapshot.sheets[0] as SheetSnapshot)).toEqual(shown(printed));
    expect(await restore()).toMatchObject({ changed: [], failed: [], unverified: [] });
    const restored = await read();
    expect(restored.snapshot.sheets[0]).toEqual(open.snapshot.sheets[0]);
  });
});

test("names of headings that look like formulas stay texts", async () => {
  const model = openFile("kitamoto-jisseki.xlsx", bytesOf("kitamoto-jisseki"));
  await withExcel({ model }, async () => {
    const { assessment } = await read();
    const path = rollUp(assessment, DEFAULT_SETTINGS).groups[0]?.path[0] ?? "";
    const groupNames = { [path]: '=HYPERLINK("x")' };
    const [, table] = drawSummarySheets(rollUp(assessment, { ...DEFAULT_SETTINGS, groupNames }), {
      date: "",
      workbook: "",
      year: null,
      as: "formulas",
      money: null,
      status: null,
    });
    await writeSheet(table, { replace: true });
    const sheet = sheetNamed((await read()).snapshot, SUMMARY_SHEET);
    expect(sheet.texts[4]?.[0]).toBe('=HYPERLINK("x")');
    expect(sheet.formulas[4]?.[0]).toBe(`'=HYPERLINK("x")`);
  });
});

test("KPI.SUMMARY over the list spills into the very cells that were drawn for it", () => {
  for (const name of ["hadano-jisseki", "suzaka-jisseki", "asahi-r3"]) {
    const result = rollUp(assess(toSnapshot(readXlsx(bytesOf(name))), DEFAULT_SETTINGS), DEFAULT_SETTINGS);
    const [list, table] = drawSummarySheets(result, {
      date: "",
      workbook: "",
      year: null,
      as: "function",
      money: null,
      status: null,
    });
    const origin = table.rows[3]?.cells[0];
    expect(origin?.formula).toBe(true);
    const last = list.rows.length;
    expect(origin?.content).toBe(`=KPI.SUMMARY(${LIST_SHEET}!$C$4:$C$${last},${LIST_SHEET}!$A$4:$A$${last},"旭市型")`);
    // The links of the list give these grades once they stand on the sheets.
    const members = list.rows.slice(3);
    const grades = listOf(result).members.map(({ grading }) => [grading.grade]);
    const spilled = summary(
      grades,
      members.map((row) => [row.cells[0]?.content ?? ""]),
    );
    const width = (spilled[0] as unknown[]).length;
    spilled.slice(1).forEach((row, r) => {
      const drawn = table.rows[4 + r]?.cells ?? [];
      // Blank cells take the spill; the status beside it is ours.
      expect(drawn.slice(0, width).map((cell) => cell?.content)).toEqual(row.map(() => ""));
      expect(drawn[width]?.formula).toBe(true);
    });
    expect(table.rows[4 + spilled.length - 1]?.cells[0]?.content).toBe("合計");
    const counted = Object.fromEntries(spilled.slice(1).map(([group, ...counts]) => [group, counts]));
    for (const group of result.groups) {
      if (!group.members.some(({ path }) => path.length === group.path.length)) continue;
      const own = group.members.filter(({ path }) => path.length === group.path.length);
      expect((counted[group.path.join(" ／ ")] as number[])[result.grades.length]).toBe(own.length);
    }
  }
});

test("a rubric without a name falls back to formulas of Excel", () => {
  const assessment = assess(toSnapshot(readXlsx(bytesOf("asahi-r3"))), DEFAULT_SETTINGS);
  const own = { ...DEFAULT_RUBRIC, id: "own", name: "自分の表" };
  const sheets = assessment.sheets.map((sheet) => ({
    ...sheet,
    tables: sheet.tables.map((table) => ({
      ...table,
      graded: table.graded.map((row) => ({ ...row, rubric: own })),
    })),
  }));
  const [, table] = drawSummarySheets(rollUp({ ...assessment, sheets }, DEFAULT_SETTINGS), {
    date: "",
    workbook: "",
    year: null,
    as: "function",
    money: null,
    status: null,
  });
  expect(table.rows[3]?.cells[0]?.content).toBe("まとまり");
  expect(String(table.rows[4]?.cells[1]?.content)).toMatch(/^=COUNTIF\(/);
});
