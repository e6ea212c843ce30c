/** The command as anyone runs it: one JSON document, or exit code 2 with one sentence. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

function inspect(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "workbench/inspect.ts", ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "inspect-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string): string => {
  const at = path.join(folder, name);
  writeFileSync(at, content);
  return at;
};

jest.setTimeout(60_000);

test("a workbook becomes one JSON document", () => {
  const { status, stdout, stderr } = inspect("samples/asahi-r3.xlsx");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const document = JSON.parse(stdout) as { file: string; requests: number; sheets: { year: number }[] };
  expect(document).toMatchObject({ file: "asahi-r3.xlsx", requests: 3 });
  expect(document.sheets[0]).toMatchObject({
    name: "103 故郷創出プロジェクト",
    year: 2021,
    yearFrom: "title",
    tables: [
      {
        rubric: "旭市型",
        rubricFrom: "legend",
        indicators: [{ row: 13, name: "人口の社会増減", grade: "D", rate: { method: "変化率" } }],
      },
      {},
    ],
  });
});

test("--year and --rubric are the user's choice", () => {
  const { status, stdout } = inspect("samples/asahi-r3.xlsx", "--year=2020", "--rubric", "福島県型");
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    sheets: [{ year: 2020, yearFrom: "user", tables: [{ rubric: "福島県型", rubricFrom: "user" }, {}] }],
  });
});

const REFUSED: readonly [string, () => readonly string[], RegExp][] = [
  ["no argument", () => [], /ファイル名がありません/],
  ["an absent file", () => [path.join(folder, "ない.xlsx")], /見つかりません/],
  ["a folder", () => [folder], /フォルダー/],
  ["a text file", () => [file("様式.xlsx", "指標,基準値,目標値\n")], /Excelブック（\.xlsx）として読めない/],
  ["an encrypted file", () => ["samples/damaged/encrypted.xlsx"], /パスワード/],
  ["a truncated file", () => ["samples/damaged/truncated.xlsx"], /壊れている/],
];

test.each(REFUSED)("%s: exit code 2 and one Japanese sentence", (_, args, sentence) => {
  const { status, stdout, stderr } = inspect(...args());
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(sentence);
  expect(stderr.trim().split("\n")).toHaveLength(1);
  expect(stderr).not.toMatch(/\bat .*:\d+/);
});
