/**
 * LibreOffice, headless, over the same rows as numbers with the nested IF in column D. The time is that of a conversion
 * with formulas minus that of the same sheet with constants in their place, so that start, loading and saving cancel out.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchRow } from "./rows";
import { nestedIf } from "./rows";

const OPEN =
  '<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' +
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ' +
  'xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" ' +
  'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="KPI">';
const CLOSE = "</table:table></office:spreadsheet></office:body></office:document>";

const escape = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
const number = (value: number): string =>
  Number.isNaN(value) ? "<table:table-cell/>" : `<table:table-cell office:value-type="float" office:value="${value}"/>`;

/** OpenFormula writes cells as [.A1] and separates arguments with semicolons. */
const openFormula = (row: number): string =>
  nestedIf(row)
    .replace(/([A-C])(\d+)/g, "[.$1$2]")
    .replace(/,/g, ";");

function sheet(rows: readonly BenchRow[], formulas: boolean): string {
  const lines = rows.map(({ numbers }, i) => {
    // No cached value: LibreOffice has to compute the cell when it loads the sheet.
    const result = formulas
      ? `<table:table-cell table:formula="of:=${escape(openFormula(i + 1))}"/>`
      : '<table:table-cell office:value-type="string"><text:p>A</text:p></table:table-cell>';
    return `<table:table-row>${numbers.map(number).join("")}${result}</table:table-row>`;
  });
  return OPEN + lines.join("") + CLOSE;
}

export interface LibreOfficeBench {
  readonly rows: number;
  /** Milliseconds: with formulas, with constants, and the difference. */
  readonly formulas: number;
  readonly constants: number;
  readonly best: number;
  readonly grades: readonly string[];
}

/** The first of these commands that answers; null where LibreOffice is not installed. */
export function findLibreOffice(): string | null {
  for (const command of ["soffice", "libreoffice"]) {
    try {
      execFileSync(command, ["--version"], { stdio: "ignore" });
      return command;
    } catch {
      continue;
    }
  }
  return null;
}

/** Null where LibreOffice is not installed. The grades are read back, so that both engines can be compared row by row. */
export function benchLibreOffice(rows: readonly BenchRow[], repeats = 3): LibreOfficeBench | null {
  const command = findLibreOffice();
  if (command === null) return null;
  const folder = mkdtempSync(join(tmpdir(), "kpi-bench-"));
  try {
    const profile = `-env:UserInstallation=file://${join(folder, "profile").replace(/\\/g, "/")}`;
    const convert = (name: string): number => {
      const begin = performance.now();
      const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1";
      execFileSync(command, [profile, "--headless", "--convert-to", filter, "--outdir", folder, join(folder, name)], {
        stdio: "ignore",
      });
      return performance.now() - begin;
    };
    writeFileSync(join(folder, "formulas.fods"), sheet(rows, true));
    writeFileSync(join(folder, "constants.fods"), sheet(rows, false));
    convert("constants.fods"); // makes the profile and warms the file cache
    const times = Array.from({ length: repeats }, () => ({
      formulas: convert("formulas.fods"),
      constants: convert("constants.fods"),
    }));
    const formulas = Math.min(...times.map((t) => t.formulas));
    const constants = Math.min(...times.map((t) => t.constants));
    const lines = readFileSync(join(folder, "formulas.csv"), "utf8").trim().split(/\r?\n/);
    const grades = lines.map((line) => line.slice(line.lastIndexOf(",") + 1).replace(/"/g, ""));
    return { rows: rows.length, formulas, constants, best: formulas - constants, grades };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
