/** The command line of `npm run --silent inspect -- book.xlsx [--year 2021] [--rubric 旭市型]`. */
import { findRubric, PRESETS } from "../../src/kpi/rubric";
import type { Rubric } from "../../src/kpi/types";

export interface InspectArguments {
  readonly file: string;
  readonly year: number | null;
  readonly rubric: Rubric | null;
}

export const USAGE = "使い方: npm run --silent inspect -- ブック.xlsx [--year 2021] [--rubric 旭市型]";

/** The arguments, or one Japanese sentence that says what is wrong with them. */
export function parseArguments(argv: readonly string[]): InspectArguments | string {
  const files: string[] = [];
  let year: number | null = null;
  let rubric: Rubric | null = null;
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] as string;
    const [option, joined] = word.startsWith("--") ? split(word) : [null, null];
    if (option === null) {
      files.push(word);
      continue;
    }
    if (option !== "--year" && option !== "--rubric") return `${option} という指定はありません。${USAGE}`;
    const value = joined ?? argv[++i];
    if (value === undefined || value === "") return `${option} の値がありません。${USAGE}`;
    if (option === "--year") {
      if (!/^(?:19|20|21)\d\d$/.test(value))
        return `--year には西暦4桁の年度を指定してください（指定: ${value}）。${USAGE}`;
      year = Number(value);
    } else {
      rubric = findRubric(value);
      if (!rubric)
        return `評価基準「${value}」はありません。次のいずれかを指定してください: ${PRESETS.map(({ name }) => name).join("、")}。`;
    }
  }
  const [file] = files;
  if (file === undefined) return `ブックのファイル名がありません。${USAGE}`;
  if (files.length > 1) return `ファイルは1つだけ指定してください（指定: ${files.join("、")}）。${USAGE}`;
  return { file, year, rubric };
}

/** "--year=2021" → ["--year", "2021"]; "--year" → ["--year", null]. */
function split(word: string): [string, string | null] {
  const at = word.indexOf("=");
  return at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1)];
}
