/** 提出シートを集める, the whole of it without its view: forty files, the real office.js, the stand-in for Excel. */
import { readFileSync } from "node:fs";
import "../../src/sheet/checks";
import { readWorkbook } from "../../src/excel/read";
import { isResultSheet } from "../../src/sheet/result-sheets";
import { failSentence } from "../../src/taskpane/collect/reasons";
import { Collecting } from "../../src/taskpane/collect/collecting";
import type { ChosenSource } from "../../src/taskpane/collect/types";
import { PaneStore } from "../../src/taskpane/state/store";
import type { Workbook } from "../../workbench/model/workbook";
import { contents } from "../excel/support/forms";
import { withExcel, workbook, type Rows } from "../excel/support/host";
import {
  DAMAGED_FILE,
  ENCRYPTED_FILE,
  formBytes,
  fortyFiles,
  KPIS_PER_FILE,
  listBytes,
  TURNED_FILE,
  type SubmittedFile,
} from "../sheet/collect/submissions";
import type { BootedOffice } from "../../workbench/boot/node";
import { openWorkbook, saveWorkbook } from "../../workbench/open";

jest.setTimeout(120_000);

const source = ({ name, bytes }: SubmittedFile): ChosenSource => ({
  name,
  size: bytes.length,
  lastModified: 1,
  arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
});

const NOTE: Rows = [["企画課の作業用ブック"]];
const RESULTS = ["提出状況", "提出シート点検", "提出シート集計", "KPI取りまとめ"];

interface Open {
  readonly collecting: Collecting;
  readonly model: Workbook;
  readonly office: BootedOffice;
}

/** The pane runs its checks in a turn of its own after each reading: they end before the workbook goes. */
async function close(store: PaneStore): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await store.stop();
}

async function withCollecting(model: Workbook, work: (open: Open) => Promise<void>): Promise<void> {
  await withExcel({ model }, async (office) => {
    const store = new PaneStore();
    await store.read();
    const reason = (code: Parameters<typeof failSentence>[0]): string => failSentence(code, "ja");
    const collecting = new Collecting(store, reason, () => new Date(2022, 9, 20));
    try {
      await work({ collecting, model, office });
      expect(office.host.internalErrors).toEqual([]);
    } finally {
      await close(store);
    }
  });
}

/** What a sheet displays, row by row. */
function rowsOf(model: Workbook, name: string): string[][] {
  const sheet = model.findSheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  const area = sheet.usedArea(true);
  const rows: string[][] = [];
  for (let row = 0; row <= (area?.bottom ?? -1); row++)
    rows.push(Array.from({ length: (area?.right ?? -1) + 1 }, (_, column) => String(sheet.value(row, column))));
  return rows;
}

const names = (model: Workbook): string[] => model.sheets.map(({ name }) => name);

describe("forty files, one cut off, one with a password", () => {
  test("everything that was chosen is accounted for; a second run gives the same workbook", async () => {
    const files = await fortyFiles();
    const model = workbook({ 作業: NOTE });
    const before = contents(model);
    await withCollecting(model, async ({ collecting }) => {
      await collecting.add(files.map(source));
      const { collection, work } = collecting.get();
      expect(work).toEqual({ kind: "idle" });
      expect(collection?.files.map(({ file }) => file)).toEqual(files.map(({ name }) => name));
      expect(collection?.files.filter(({ kind }) => kind !== "read")).toEqual([
        { kind: "unread", file: DAMAGED_FILE, reason: expect.stringContaining("壊れているため") as string },
        { kind: "unread", file: ENCRYPTED_FILE, reason: expect.stringContaining("パスワード") as string },
      ]);
      expect(collection?.kpis).toHaveLength(38 * KPIS_PER_FILE);
      // The one planted difference between departments, and no false one.
      expect(collection?.cross.map(({ rule, severity }) => [rule, severity])).toEqual([
        ["submitted-value-differs", "error"],
      ]);
      expect(collection?.cross[0]?.places[0]).toMatchObject({ file: TURNED_FILE, text: "-16人" });
      // Reading touches nothing.
      expect(contents(model)).toEqual(before);

      await collecting.write();
      expect(collecting.get().outcome).toEqual({ kind: "written", sheets: RESULTS });
      expect(names(model)).toEqual(["作業", ...RESULTS]);
      const status = rowsOf(model, "提出状況");
      expect(status.slice(4).map(([, file]) => file)).toEqual(files.map(({ name }) => name));
      expect(status.find(([, file]) => file === DAMAGED_FILE)?.join()).toContain("読み取れません");
      const list = rowsOf(model, "KPI取りまとめ").slice(4, 4 + 38 * KPIS_PER_FILE);
      expect(list.map(([no]) => no)).toEqual(list.map((_, i) => String(i + 1)));
      expect(new Set(list.map(([, file]) => file)).size).toBe(38);
      expect(rowsOf(model, "提出シート点検").join("\n")).toContain(TURNED_FILE);

      const first = contents(model);
      for (const { name } of files) await collecting.remove(name);
      expect(collecting.get().collection).toBeNull();
      await collecting.add([...files].reverse().map(source));
      await collecting.write();
      expect(contents(model)).toEqual(first);
      expect(names(model)).toEqual(["作業", ...RESULTS]);
    });
  });

  test("every row of the list leads back to its cell", async () => {
    const [file] = await fortyFiles();
    const model = workbook({ 作業: NOTE });
    await withCollecting(model, async ({ collecting }) => {
      await collecting.add([source(file as SubmittedFile)]);
      await collecting.write();
      const list = rowsOf(model, "KPI取りまとめ").slice(4, 8);
      expect(list.map((row) => row.slice(1, 14))).toEqual([
        [
          "1_広報課.xlsx",
          "101 広報推進プロジェクト",
          "D13",
          "広報課",
          expect.any(String),
          "人口の社会増減",
          "人",
          "-11人 (30年)",
          "増加",
          "令和3年度",
          "-61",
          "",
          "D",
        ],
        [
          "1_広報課.xlsx",
          "101 広報推進プロジェクト",
          "F17",
          "広報課",
          expect.any(String),
          "1 広報講座の開催件数",
          "件",
          "40件 (30年度)",
          "60件",
          "令和3年度",
          "48件",
          "",
          "A",
        ],
        [
          "1_広報課.xlsx",
          "101 広報推進プロジェクト",
          "F19",
          "広報課",
          expect.any(String),
          "2 広報に関する相談件数",
          "件",
          "1,200件 (30年度)",
          "1,500件",
          "令和3年度",
          "1,300件",
          "",
          "B",
        ],
        [
          "1_広報課.xlsx",
          "101 広報推進プロジェクト",
          "F21",
          "広報課",
          expect.any(String),
          "3 広報に協力する事業所の登録件数",
          "件",
          "12件 (30年度)",
          "30件",
          "令和3年度",
          "33件",
          "",
          "S",
        ],
      ]);
    });
  });

  test("stopped in the middle, gone on with: as if nothing had happened", async () => {
    const files = (await fortyFiles()).slice(20);
    const whole = workbook({ 作業: NOTE });
    await withCollecting(whole, async ({ collecting }) => {
      await collecting.add(files.map(source));
      await collecting.write();
    });
    const model = workbook({ 作業: NOTE });
    await withCollecting(model, async ({ collecting }) => {
      const stopAt = files[7]?.name;
      const unsubscribe = collecting.subscribe(() => {
        const { work } = collecting.get();
        if (work.kind === "reading" && work.file === stopAt) collecting.stop();
      });
      await collecting.add(files.map(source));
      unsubscribe();
      const { files: chosen, collection, work } = collecting.get();
      expect(work).toEqual({ kind: "idle" });
      expect(chosen.map(({ state }) => state.kind)).toEqual([
        ...Array<string>(8).fill("read"),
        ...Array<string>(files.length - 8).fill("waiting"),
      ]);
      // What was not read yet is a row, too.
      expect(collection?.files.filter(({ kind }) => kind === "waiting")).toHaveLength(files.length - 8);
      await collecting.write();
      expect(rowsOf(model, "提出状況").filter((row) => row.includes("未読"))).toHaveLength(files.length - 8);

      await collecting.read();
      await collecting.write();
      expect(contents(model)).toEqual(contents(whole));
    });
  });
});

describe("the open workbook", () => {
  test("as the list of what should come; sheets that were brought in are not compared with themselves", async () => {
    const model = workbook({
      一覧: [
        ["総合戦略KPI一覧（令和3年度実績）"],
        ["指標名", "単位", "基準値（H30）", "R3実績", "目標値（R6）", "担当課"],
        ["学校教育サポーターの人数", "人", 44, 50, 64, "学校教育課"],
        ["図書館サポーターの人数", "人", 45, 51, 65, "図書館課"],
        ["だれも出していない事業の件数", "件", 5, 6, 9, "総務課"],
      ],
    });
    await withCollecting(model, async ({ collecting }) => {
      const files = (await fortyFiles()).slice(24, 26);
      await collecting.add(files.map(source));
      const expected = [["kpi-not-submitted", ["一覧"]]];
      const found = () =>
        collecting.get().collection?.cross.map(({ rule, places }) => [rule, places.map(({ sheet }) => sheet)]);
      expect(found()).toEqual(expected);
      await collecting.write();
      await collecting.insert();
      expect(names(model)).toEqual(["一覧", ...RESULTS, "KPI一覧", "26_図書館課_KPI一覧"]);
      await collecting.again("25_学校教育課.xlsx");
      expect(found()).toEqual(expected);
    });
  });

  test("somebody's own sheet under our name stops the writing there, and is not touched", async () => {
    const model = workbook({ KPI取りまとめ: [["手作り"]] });
    const own = contents(model);
    await withCollecting(model, async ({ collecting }) => {
      await collecting.add([source({ name: "a.xlsx", bytes: await listBytes(30) })]);
      await collecting.write();
      expect(collecting.get().outcome).toMatchObject({
        kind: "writeFailed",
        problem: { code: "sheetTaken", detail: "KPI取りまとめ" },
        written: RESULTS.slice(0, 3),
      });
      expect(contents(model)).toMatchObject(own);
    });
  });
});

describe.each(["failRequest", "loseAnswer"] as const)("%s while the result sheets are written", (fault) => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])("request %i: told what was written, and the next run mends it", async (at) => {
    const files = [source({ name: "a.xlsx", bytes: await listBytes(30) })];
    const whole = workbook({ 作業: NOTE });
    await withCollecting(whole, async ({ collecting }) => {
      await collecting.add(files);
      await collecting.write();
    });
    const model = workbook({ 作業: NOTE });
    const own = contents(model);
    await withCollecting(model, async ({ collecting, office: { host } }) => {
      await collecting.add(files);
      host.faults = { [fault]: host.requests.length + at };
      await collecting.write();
      host.faults = {};
      const { outcome } = collecting.get();
      expect(outcome?.kind).toBe("writeFailed");
      const written = outcome?.kind === "writeFailed" ? outcome.written : [];
      // A sheet whose answer was lost may be there without being told; one that is told is there.
      expect(names(model)).toEqual(expect.arrayContaining([...written]));
      expect(names(model).length - 1 - written.length).toBeLessThanOrEqual(fault === "loseAnswer" ? 1 : 0);
      expect(contents(model)).toMatchObject(own);
      await collecting.write();
      expect(contents(model)).toEqual(contents(whole));
    });
  });
});

describe("bringing the sheets in", () => {
  test("a refusal is a line with its reason, the others come; a second time nothing comes twice", async () => {
    const model = workbook({ 作業: NOTE });
    await withCollecting(model, async ({ collecting }) => {
      const files = (await fortyFiles()).slice(0, 3).map(source);
      let readable = true;
      const gone: ChosenSource = {
        ...source({ name: "9_後で移動.xlsx", bytes: await listBytes(30) }),
        arrayBuffer: async () => {
          if (!readable) throw new DOMException("moved", "NotReadableError");
          return new Uint8Array(await listBytes(30)).buffer;
        },
      };
      const furnished: ChosenSource = {
        name: "8_コメント付き.xlsx",
        size: 1,
        lastModified: 1,
        arrayBuffer: () =>
          Promise.resolve(new Uint8Array(readFileSync("samples/variants/list-filter-comments.xlsx")).buffer),
      };
      await collecting.add([...files, gone, furnished]);
      readable = false;
      await collecting.insert();
      const { outcome } = collecting.get();
      expect(outcome?.kind === "inserted" && outcome.lines.map(({ file, outcome: one }) => [file, one.kind])).toEqual([
        ["1_広報課.xlsx", "inserted"],
        ["2_移住課.xlsx", "inserted"],
        ["3_観光課.xlsx", "inserted"],
        ["8_コメント付き.xlsx", "refused"],
        ["9_後で移動.xlsx", "unread"],
      ]);
      expect(names(model)).toHaveLength(4);
      const once = contents(model);
      await collecting.insert();
      const again = collecting.get().outcome;
      expect(
        again?.kind === "inserted" && again.lines.slice(0, 3).every(({ outcome: one }) => one.kind === "present"),
      ).toBe(true);
      expect(contents(model)).toEqual(once);
    });
  });

  test("stopped: what is in stays in, the rest is not begun", async () => {
    const model = workbook({ 作業: NOTE });
    await withCollecting(model, async ({ collecting }) => {
      await collecting.add((await fortyFiles()).slice(0, 4).map(source));
      const unsubscribe = collecting.subscribe(() => {
        const { work } = collecting.get();
        if (work.kind === "inserting" && work.done === 1) collecting.stop();
      });
      await collecting.insert();
      unsubscribe();
      expect(collecting.get().outcome).toMatchObject({ kind: "inserted", stopped: true, lines: [{}, {}] });
      expect(names(model)).toHaveLength(3);
      await collecting.insert();
      expect(names(model)).toHaveLength(5);
    });
  });
});

test("two files of one name are two files; the same file twice is one; Excel's lock files are none", async () => {
  await withCollecting(workbook({ 作業: NOTE }), async ({ collecting }) => {
    const one = source({ name: "KPI.xlsx", bytes: await listBytes(30) });
    const other = source({ name: "KPI.xlsx", bytes: await formBytes(3) });
    await collecting.add([one, other, { ...one }, { ...one, name: "~$KPI.xlsx" }]);
    expect(collecting.get().files.map(({ name }) => name)).toEqual(["KPI.xlsx", "KPI (2).xlsx"].sort());
    expect(collecting.get().collection?.kpis).toHaveLength(2 * KPIS_PER_FILE);
  });
});

test("other settings: the files are read anew when the view opens", async () => {
  await withExcel({ model: workbook({ 作業: NOTE }) }, async () => {
    const store = new PaneStore();
    await store.read();
    const collecting = new Collecting(store, () => "");
    await collecting.add([source({ name: "a.xlsx", bytes: await listBytes(30) })]);
    const rubric = () => collecting.get().collection?.kpis[0]?.rubric.name;
    expect(rubric()).toBe("旭市型");
    const { collection } = collecting.get();
    await collecting.renew();
    expect(collecting.get().collection).toBe(collection);
    await store.changeSettings({ ...store.get().settings, rubric: { preset: "富士市型" } });
    await collecting.renew();
    expect(rubric()).toBe("富士市型");
    await close(store);
  });
});

test("grades that can be worked out and grades that were entered are counted apart; titles say which sheet it is", async () => {
  const original = await listBytes(30);
  const model = openWorkbook("a.xlsx", original);
  const [sheet] = model.sheets;
  const grades = model.find("J4", sheet ?? null);
  if (!grades) throw new Error("no cell J4");
  model.write(grades.sheet, grades.area.top, grades.area.left, { value: "A" }, "remote");
  const entered = saveWorkbook(original, model);
  await withCollecting(workbook({ 作業: NOTE }), async ({ collecting, model: own }) => {
    await collecting.add([source({ name: "前.xlsx", bytes: original }), source({ name: "後.xlsx", bytes: entered })]);
    await collecting.write();
    const [head, ...files] = rowsOf(own, "提出状況").slice(3);
    const counts = (row: readonly string[] | undefined) =>
      ["KPI", "評価できる", "記入済み"].map((name) => row?.[head?.indexOf(name) ?? -1]);
    expect(files.map((row) => [row[1], ...counts(row)])).toEqual([
      ["前.xlsx", "4", "4", "0"],
      ["後.xlsx", "4", "4", "1"],
    ]);
    for (const name of RESULTS) expect(rowsOf(own, name)[0]?.[0]).toMatch(new RegExp(`^${name}`));
    const drawn = (await readWorkbook({ scope: "all" })).sheets.filter(({ name }) => RESULTS.includes(name));
    expect(drawn.map(isResultSheet)).toEqual(RESULTS.map(() => true));
  });
});

test("what a department answered and confirmed in its own file is honoured", async () => {
  const original = await listBytes(30);
  const asked = openWorkbook("a.xlsx", original);
  let answered: Uint8Array = original;
  await withExcel({ model: asked }, async () => {
    const store = new PaneStore();
    await store.read();
    const { assessment, settings } = store.get();
    const kpi = assessment?.sheets[0]?.tables[0]?.graded.find(({ indicator }) => /参加者数/.test(indicator.name));
    expect(kpi?.grading.direction.direction).toBe("up");
    const directions = { [kpi?.indicator.key ?? ""]: "down" as const };
    expect(await store.changeSettings({ ...settings, directions })).toBe(true);
    await close(store);
    answered = saveWorkbook(original, asked);
  });
  await withCollecting(workbook({ 作業: NOTE }), async ({ collecting }) => {
    await collecting.add([source({ name: "前.xlsx", bytes: original }), source({ name: "後.xlsx", bytes: answered })]);
    const found = collecting.get().collection?.kpis.filter(({ indicator }) => /参加者数/.test(indicator.name));
    expect(found?.map(({ file, grading }) => [file, grading.direction.direction, grading.direction.from])).toEqual([
      ["前.xlsx", "up", expect.any(String)],
      ["後.xlsx", "down", "stated"],
    ]);
  });
});

test("saved, closed and opened on another day: nothing comes twice, the results are the same", async () => {
  const original = new Uint8Array(readFileSync("samples/suzaka.xlsx"));
  const files = (await fortyFiles()).slice(22, 27).map(source);
  const run = async (model: Workbook): Promise<void> => {
    await withCollecting(model, async ({ collecting }) => {
      await collecting.add(files);
      await collecting.insert();
      await collecting.write();
    });
  };
  const first = openWorkbook("企画課.xlsx", original);
  await run(first);
  const saved = saveWorkbook(original, first);
  const later = openWorkbook("企画課.xlsx", saved);
  expect(names(later)).toEqual(names(first));
  expect(names(later)).toHaveLength(2 + files.length + RESULTS.length);
  await run(later);
  expect(names(later)).toEqual(names(first));
  for (const name of RESULTS) expect(rowsOf(later, name)).toEqual(rowsOf(first, name));
});
