/**
 * Sheets of other files, brought into this workbook. A file comes in whole or not at all: what arrived in spite of an
 * error is looked for, and taken out again where it is not all. Each sheet carries a mark with the file that it is from,
 * so that a second run brings in nothing twice.
 */
import { HostError, toHostError } from "./host-errors";
import { hasExcelApi, inExcel, type Session, type SessionOptions } from "./session";

/** Hidden name of a sheet that was brought in: a text constant with the file's name and the sheet's name there. */
const MARK = "KPI_SUBMITTED_SHEET";
const LONGEST_NAME = 31;

export interface InsertRequest {
  /** Name of the file, for the mark and the report. */
  readonly file: string;
  /** The .xlsx file. */
  readonly base64: string;
  /** Names of its sheets that are wanted; at least one. */
  readonly sheets: readonly string[];
}

export interface InsertedSheet {
  readonly sheetId: string;
  /** Its name in this workbook. */
  readonly name: string;
  readonly file: string;
  /** Its name in the file. */
  readonly source: string;
}

export type InsertOutcome =
  | { readonly kind: "inserted"; readonly sheets: readonly InsertedSheet[] }
  /** An earlier run brought them in; nothing was done. */
  | { readonly kind: "present"; readonly sheets: readonly InsertedSheet[] }
  /** Excel refused. `left`: names of sheets that came in all the same and could not be taken out. */
  | { readonly kind: "refused"; readonly problem: HostError; readonly left: readonly string[] };

interface KnownSheet {
  readonly id: string;
  readonly name: string;
}

/** The sheets that earlier runs brought in. Two requests. Rejects with a HostError. */
export async function readInserted(options: SessionOptions = {}): Promise<readonly InsertedSheet[]> {
  return await inExcel({ waitForCellEdit: true, ...options }, async (context) => (await readSheets(context)).inserted);
}

async function readSheets(
  context: Session,
): Promise<{ readonly all: readonly KnownSheet[]; readonly inserted: readonly InsertedSheet[] }> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await context.sync();
  const all = worksheets.items.map((sheet) => {
    const mark = sheet.names.getItemOrNullObject(MARK);
    mark.load("formula");
    return { id: sheet.id, name: sheet.name, mark };
  });
  await context.sync();
  return {
    all,
    inserted: all.flatMap(({ id, name, mark }) =>
      mark.isNullObject ? [] : [{ sheetId: id, name, ...originOf(mark.formula) }],
    ),
  };
}

/** No file and no sheet has it in its name. */
const BETWEEN = "*";
/** A text constant of a formula has at most 255 characters. */
const LONGEST_FILE = 200;

const formulaOf = (file: string, source: string): string =>
  `="${`${file.slice(0, LONGEST_FILE)}${BETWEEN}${source}`.replace(/"/g, '""')}"`;

function originOf(formula: unknown): { readonly file: string; readonly source: string } {
  const [file = "", source = ""] = String(formula)
    .replace(/^="|"$/g, "")
    .replace(/""/g, '"')
    .split(BETWEEN);
  return { file, source };
}

/** Brings in the sheets of one file, at the end. Rejects only where Excel cannot be asked at all; else the outcome says it. */
export async function insertSubmitted(
  { file, base64, sheets }: InsertRequest,
  options: SessionOptions = {},
): Promise<InsertOutcome> {
  if (!hasExcelApi("1.13")) throw new HostError("unsupported", "insertWorksheetsFromBase64");
  return await inExcel(options, async (context) => {
    const before = await readSheets(context);
    const own = before.inserted.filter((one) => one.file === file.slice(0, LONGEST_FILE));
    const wanted = sheets.filter((name) => !own.some(({ source }) => source === name));
    if (wanted.length === 0) return { kind: "present", sheets: own };
    let arrived: readonly string[];
    try {
      const result = context.workbook.insertWorksheetsFromBase64(base64, {
        sheetNamesToInsert: [...wanted],
        positionType: "End",
      });
      await context.sync();
      arrived = result.value;
    } catch (error) {
      // Excel on the web has been seen to bring the sheets in and then report an error (office-js issue 3179).
      arrived = await arrivedAnyway(options, wanted, before.all);
      if (arrived.length !== wanted.length) return await takeOut(options, arrived, toHostError(error));
    }
    try {
      return { kind: "inserted", sheets: await markSheets(options, file, wanted, arrived, before.all) };
    } catch (error) {
      return await takeOut(options, arrived, toHostError(error));
    }
  });
}

/** The name as it was, or as Excel changes it where it is in use: 「KPI一覧 (2)」. */
function isNameOf(name: string, source: string): boolean {
  const numbered = / \(\d+\)$/.exec(name);
  if (name === source) return true;
  return numbered !== null && source.startsWith(name.slice(0, numbered.index));
}

/** Ids of sheets that were not there before and are named as those wanted; another user may add sheets at any time. */
async function arrivedAnyway(
  { deadline }: SessionOptions,
  wanted: readonly string[],
  before: readonly KnownSheet[],
): Promise<readonly string[]> {
  try {
    return await inExcel({ deadline }, async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/id,items/name");
      await context.sync();
      const known = new Set(before.map(({ id }) => id));
      const fresh = worksheets.items.filter(({ id, name }) => !known.has(id) && wanted.some((w) => isNameOf(name, w)));
      return fresh.map(({ id }) => id);
    });
  } catch {
    return [];
  }
}

async function markSheets(
  { deadline }: SessionOptions,
  file: string,
  wanted: readonly string[],
  arrived: readonly string[],
  before: readonly KnownSheet[],
): Promise<readonly InsertedSheet[]> {
  // No signal: what has come in is marked, even when the user stops.
  return await inExcel({ deadline }, async (context) => {
    const sheets = arrived.map((id) => {
      const sheet = context.workbook.worksheets.getItem(id);
      sheet.load("id,name");
      return sheet;
    });
    await context.sync();
    const taken = new Set([...before, ...sheets].map(({ name }) => name.toLowerCase()));
    const left = [...wanted];
    const named = sheets.map((sheet) => {
      const at = Math.max(
        0,
        left.includes(sheet.name) ? left.indexOf(sheet.name) : left.findIndex((source) => isNameOf(sheet.name, source)),
      );
      const [source = sheet.name] = left.splice(at, 1);
      sheet.names.add(MARK, formulaOf(file, source)).visible = false;
      // 「KPI一覧 (2)」 says nothing.
      const name = sheet.name === source ? source : freeName(file, source, taken);
      if (name !== sheet.name) sheet.name = name;
      return { sheetId: sheet.id, name, file, source };
    });
    await context.sync();
    return named;
  });
}

/** 「商工課_KPI一覧」, within Excel's 31 characters, not in use. */
function freeName(file: string, source: string, taken: Set<string>): string {
  const base = `${file.replace(/\.[^.]*$/, "")}_${source}`.replace(/[[\]:*?/\\]/g, " ").replace(/^'+|'+$/g, "");
  for (let n = 1; ; n++) {
    const end = n === 1 ? "" : ` (${n})`;
    const name = base.slice(0, LONGEST_NAME - end.length) + end;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

/** Half a file is worse than none. */
async function takeOut(
  { deadline }: SessionOptions,
  ids: readonly string[],
  problem: HostError,
): Promise<InsertOutcome> {
  if (ids.length === 0) return { kind: "refused", problem, left: [] };
  const names: string[] = [];
  try {
    await inExcel({ deadline }, async (context) => {
      const sheets = ids.map((id) => context.workbook.worksheets.getItemOrNullObject(id));
      for (const sheet of sheets) sheet.load("name");
      await context.sync();
      const there = sheets.filter(({ isNullObject }) => !isNullObject);
      names.push(...there.map(({ name }) => name));
      for (const sheet of there) sheet.delete();
      await context.sync();
    });
    return { kind: "refused", problem, left: [] };
  } catch {
    return { kind: "refused", problem, left: names };
  }
}
