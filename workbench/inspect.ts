/**
 * `npm run --silent inspect -- book.xlsx [--year 2021] [--rubric 旭市型]`: one JSON document on standard output.
 * Exit code 2 with one sentence on standard error when the file cannot be opened.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { HostError, hostErrorSentence } from "../src/excel/host-errors";
import { XlsxError, xlsxErrorSentence } from "../src/xlsx";
import { parseArguments } from "./inspect/arguments";
import { inspectWorkbook } from "./inspect/inspect";

const REFUSED = 2;

const NO_FILE: Readonly<Record<string, string>> = {
  ENOENT: "ファイルが見つかりません",
  EACCES: "ファイルを開く権限がありません",
  EISDIR: "フォルダーが指定されています",
};

/** The sentence for what a person can mend; null for a bug. */
function sentenceOf(error: unknown, file: string): string | null {
  if (error instanceof XlsxError) return `${file}: ${xlsxErrorSentence(error.code, "ja")}`;
  if (error instanceof HostError) return `${file}: ${hostErrorSentence(error, "ja")}`;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = NO_FILE[code];
  return reason === undefined ? null : `${reason}（${file}）。ファイル名と場所を確かめてください。`;
}

async function main(argv: readonly string[]): Promise<number> {
  const request = parseArguments(argv);
  if (typeof request === "string") {
    process.stderr.write(`${request}\n`);
    return REFUSED;
  }
  try {
    const bytes = readFileSync(request.file);
    const document = await inspectWorkbook(path.basename(request.file), bytes, request);
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
    return 0;
  } catch (error) {
    const sentence = sentenceOf(error, request.file);
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
    return REFUSED;
  }
}

process.exitCode = await main(process.argv.slice(2));
