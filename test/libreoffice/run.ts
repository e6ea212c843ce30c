/**
 * What the saver writes, opened by LibreOffice: `npx tsx test/libreoffice/run.ts [folder for the PDFs]`.
 * Exits with 1 where a check fails, with 0 and a notice where there is no LibreOffice.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx, toSnapshot } from "../../src/xlsx";
import { saveXlsx } from "../../workbench/save";
import { convert, hasLibreOffice } from "./office";
import { TABLE } from "../workbench/calc/table";
import { workOut } from "./formulas";
import { summaryBook, TEXTS } from "./summary-book";

const folder = process.argv[2];
let failures = 0;

function check(name: string, got: unknown, expected: unknown): void {
  const same = JSON.stringify(got) === JSON.stringify(expected);
  if (!same) failures += 1;
  const detail = same ? "" : `\n  got      ${JSON.stringify(got)}\n  expected ${JSON.stringify(expected)}`;
  process.stdout.write(`${same ? "ok  " : "FAIL"} ${name}${detail}\n`);
}

/** Where LibreOffice 7.4 differs from Excel on purpose, and why. */
const OWN_MIND = new Set([
  // TRUE is a number with a format
  '="a"&1&TRUE',
  "=SUM(F5:F6)",
  "=SUM(2:2)",
  "=COUNT(A2:F6)",
  // texts are never numbers by its default settings
  '=SUM(B2:B5,1,"2")',
  '=VALUE("１２")',
  // other error values
  "=SQRT(-1)",
  '=VLOOKUP("人口",A2:E5,9,FALSE)',
  "=INDEX(A1:E5,9,1)",
  "=無い!A1",
  "=1+",
  // not there yet
  '=XLOOKUP("人口",A2:A5,C2:C5)',
  '=XLOOKUP("x",A2:A5,C2:C5,"なし")',
  "=XLOOKUP(0.15,設定!A1:A3,設定!B1:B3,,-1)",
  "=LET(x,C2,y,B2,(x-y)/y)",
  // needs Japanese as the language of the machine
  '=TEXT(F8,"ggge年m月d日")',
]);

/** The table of formulas, worked out by LibreOffice. */
function checkFormulas(): void {
  const asked = TABLE.filter(([formula]) => !OWN_MIND.has(formula));
  const results = workOut(asked.map(([formula]) => formula));
  asked.forEach(([formula, expected], i) => {
    const got = results[i];
    const close = typeof got === "number" && typeof expected === "number" && Math.abs(got - expected) < 1e-9;
    if (!close && got !== expected) check(formula, got, expected);
  });
  process.stdout.write(`${asked.length} formulas were compared\n`);
}

function main(): void {
  if (!hasLibreOffice()) return void process.stdout.write("LibreOffice is not installed: nothing was checked.\n");
  const { original, save } = summaryBook();
  const saved = saveXlsx(original, save);
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "saved.xlsx"), saved);
    writeFileSync(join(folder, "saved.pdf"), convert(saved, "pdf"));
  }
  const book = readXlsx(convert(saved, "xlsx"));
  const [first, summary] = toSnapshot(book).sheets;
  check(
    "both sheets are there",
    book.sheets.map((sheet) => sheet.name),
    ["様式1", "集計"],
  );
  check(
    "charts are there",
    book.sheets.map((sheet) => sheet.charts),
    [0, 1],
  );
  check(
    "texts come back",
    first?.values.slice(0, TEXTS.length).map((row) => row[0]),
    TEXTS,
  );
  check(
    "formulas come back and are worked out",
    summary?.values.slice(1, 3).map((row) => row[1]),
    [2, 1],
  );
  check("the custom function is kept by its name in the file", first?.formulas.at(-1)?.[0], '=KPI.GRADE("1","2","3")');
  check("page", book.sheets[1]?.page, { landscape: true, paperSize: 9, scale: book.sheets[1]?.page.scale, fit: { wide: 1, tall: 0 } }); // prettier-ignore
  check(
    "print titles",
    book.names.some((name) => name.name === "_xlnm.Print_Titles" && name.sheet === 1),
    true,
  );
  check("merges", book.sheets[1]?.merges, [{ top: 4, left: 0, bottom: 4, right: 3 }]);
  const style = book.styles[book.sheets[1]?.cells[0]?.style ?? 0];
  check("looks", [style?.fill, style?.font.bold, style?.border.bottom?.style], ["#DDEBF7", true, "thin"]);
  checkFormulas();
  process.exitCode = failures > 0 ? 1 : 0;
}

main();
