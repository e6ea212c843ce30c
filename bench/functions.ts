/** KPI.GRADE over real cell texts beside LibreOffice and HyperFormula over the same rows as numbers. */
import { benchGrade } from "./grade";
import { benchHyperFormula } from "./hyperformula";
import { benchLibreOffice } from "./libreoffice";
import { benchRows } from "./rows";

interface Line {
  readonly what: string;
  readonly ms: number;
  /** KPI.GRADE's time as a share of this one. */
  readonly ratio: number | null;
  readonly note: string;
}

function print(lines: readonly Line[]): void {
  const width = Math.max(...lines.map((l) => l.what.length));
  for (const { what, ms, ratio, note } of lines)
    console.log(
      `${what.padEnd(width)}  ${ms.toFixed(0).padStart(7)} ms  ${(ratio === null ? "" : ratio.toFixed(2)).padStart(6)}  ${note}`,
    );
}

/** Rows on which two engines agree. KPI.GRADE is exact; a nested IF in doubles may miss a boundary by a rounding error. */
const agreement = (ours: readonly string[], theirs: readonly string[]): string =>
  `${ours.filter((grade, i) => grade === theirs[i]).length} of ${ours.length} grades equal`;

/** Prints the lines. */
export async function functionsBench(): Promise<void> {
  const rows = benchRows(100_000);
  const grade = await benchGrade(rows);
  const lines: Line[] = [
    {
      what: "KPI.GRADE, 100,000 rows of texts",
      ms: grade.best,
      ratio: null,
      note: `runs: ${grade.runs.map((t) => t.toFixed(0)).join(" ")}`,
    },
  ];
  const engines = [
    { what: "LibreOffice, nested IF over numbers", result: benchLibreOffice(rows) },
    { what: "HyperFormula, nested IF over numbers", result: benchHyperFormula(rows) },
  ];
  for (const { what, result } of engines) {
    if (result === null) {
      console.log(`${what}: not installed, left out`);
      continue;
    }
    lines.push({
      what,
      ms: result.best,
      ratio: grade.best / result.best,
      note: `${result.formulas.toFixed(0)} − ${result.constants.toFixed(0)} ms; ${agreement(grade.grades, result.grades)}`,
    });
  }
  print(lines);
}
