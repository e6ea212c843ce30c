/** Which of the columns left of the values hold numbers, names, parts, kinds and group headings. */
import { plain } from "../kpi/characters";
import type { GridCell } from "./grid";
import { lineOf } from "./line-words";
import { headingsOfRow, type Heading } from "./headings";
import { isFigure, holdsValues, type SlotInfo } from "./slots";
import type { WalkedRow } from "./walk";

export interface LabelColumns {
  readonly no: number | null;
  /** Columns that hold the name: an indented sub-item stands one column further right. */
  readonly name: readonly [number, ...number[]];
  readonly part: number | null;
  readonly kind: number | null;
  readonly unit: number | null;
  readonly groups: readonly number[];
  readonly strongName: boolean;
  readonly nameHeader: string;
  /** The measure's title where it stands in place of a word for names, 「施策1-1 子育て支援」. */
  readonly nameHeading: Heading | null;
}

interface Profile {
  readonly column: number;
  readonly count: number;
  readonly codes: number;
  readonly kinds: number;
  readonly figures: number;
  readonly letters: number;
  readonly units: number;
  readonly distinct: number;
  readonly slot: SlotInfo | null;
}

const CODE =
  /^(?:(?:KPI|KGI|No\.?|№|指標|施策|目標)?\s*[0-9]{1,3}(?:\s*[-.－ー_]\s*[0-9]{1,3}){0,3}[.)）]?|[A-Za-z]{1,3}[-_.]?[0-9]{1,3}(?:[-.][0-9]{1,3})*|\(?[0-9]{1,2}\)?|[0-9]{1,2}[a-z]|[\uE002]+|[ア-ンa-zA-Z])$/i;
const KIND =
  /^(?:数値目標|目標指標|成果指標|活動指標|統計指標|市民意識指標|市民取組指標|プロセス指標|KPI|KGI|重要業績評価指標|アウトプット|アウトカム|インプット|成果|活動|(?:アウトプット|アウトカム)指標|.{0,6}指標|進捗割合型.?|現状維持型.?|増加型|減少型|維持型|累計型|単年型|定量|定性)$/i;
const UNIT =
  /^[（(]?(?:人|件|％|%|円|千円|万円|百万円|億円|回|箇所|か所|ヶ所|カ所|社|校|店|組|世帯|戸|棟|台|ha|m|km|㎡|t|kg|g|歳|年|日|時間|点|位|団体|施設|名|本|冊|枚|個|ポイント|倍|トン|千トン|t-CO2|㎢|m2|km2|pt|‰|人\/年|件\/年|回\/年)[）)]?$/i;

const marks = (text: string): string => plain(text).text.replace(/\s+/g, "");

function profiles(rows: readonly WalkedRow[], slots: readonly SlotInfo[]): Profile[] {
  const byColumn = new Map<number, GridCell[]>();
  for (const row of rows) {
    if (row.kind === "heading") continue;
    for (const cell of row.labels) byColumn.set(cell.column, [...(byColumn.get(cell.column) ?? []), cell]);
  }
  return [...byColumn.entries()]
    .sort(([a], [b]) => a - b)
    .map(([column, cells]) => {
      const texts = cells.map((cell) => marks(cell.text));
      return {
        column,
        count: cells.length,
        codes: texts.filter((text) => CODE.test(text) || text === "").length,
        kinds: texts.filter((text) => KIND.test(text)).length,
        figures: cells.filter((cell) => isFigure(cell.text)).length,
        letters: texts.reduce((sum, text) => sum + text.length, 0),
        units: texts.filter((text) => UNIT.test(text)).length,
        distinct: new Set(texts).size,
        slot: slots.find((slot) => column >= slot.left && column <= slot.right) ?? null,
      };
    });
}

const most = (n: number, of: number): boolean => n * 10 >= of * 7;

/** Assigns the label columns; null when no column holds names. */
export function labelColumns(
  rows: readonly WalkedRow[],
  slots: readonly SlotInfo[],
  lines: number | null,
): LabelColumns | null {
  const all = profiles(rows, slots).filter((p) => p.column !== lines);
  const headed = (p: Profile, ...roles: string[]): boolean =>
    p.slot?.role !== null && p.slot !== null && roles.includes(p.slot.role);
  const free = all.filter((p) => !headed(p, "no"));
  const textual = free.filter((p) => !most(p.codes, p.count) && !most(p.figures, p.count) && !most(p.units, p.count));
  const name = pickName(textual, slots);
  if (!name) return null;
  const rest = all.filter((p) => p.column !== name.column);
  const indented = rest.filter(
    (p) =>
      p.slot === name.slot &&
      p.slot !== null &&
      p.column > name.column &&
      p.column - name.column <= 2 &&
      apart(rows, name.column, p.column) &&
      p.letters / p.count >= 4,
  );
  const names: [number, ...number[]] = [name.column, ...indented.map((p) => p.column)];
  const open = rest.filter((p) => !names.includes(p.column));
  const left = open.filter((p) => p.column < name.column);
  const right = open.filter((p) => p.column > name.column);
  const no =
    left.find((p) => headed(p, "no")) ??
    [...left].reverse().find((p) => most(p.codes, p.count) && !headed(p, "group")) ??
    left.find((p) => !headed(p, "group") && p.codes > 0 && most(p.codes + p.kinds, p.count)) ??
    all.find((p) => headed(p, "no"));
  const kind =
    open.find((p) => headed(p, "kind") && p !== no) ??
    left.find((p) => p !== no && !headed(p, "group", "name") && most(p.kinds, p.count)) ??
    open.find((p) => p !== no && p.slot?.also.includes("kind") === true && most(p.kinds, p.count));
  // A text beside the name is a part where it shares the header of the name, or goes on where names are blank.
  const tellsApart = (p: Profile): boolean =>
    p.slot === name.slot ||
    !p.slot?.text ||
    rows.some(
      (row) =>
        row.kind === "data" &&
        row.labels.some((c) => c.column === p.column) &&
        !row.labels.some((c) => names.includes(c.column)),
    );
  // 「区分」 that says 「実績」 in every row tells nothing apart.
  const saysLines = (p: Profile): boolean =>
    rows.every((row) => row.labels.every((c) => c.column !== p.column || lineOf(c.text) !== null));
  const unit = right.find((p) => p.slot?.role !== "part" && p.count > 0 && most(p.units, p.count));
  const part =
    right.find((p) => headed(p, "part") && p !== kind && !saysLines(p)) ??
    right.find(
      (p) => p !== unit && p !== kind && p !== no && !most(p.figures, p.count) && tellsApart(p) && !saysLines(p),
    ) ??
    left.find((p) => headed(p, "part") && p !== kind && p !== no && p.slot?.also.length === 0);
  const groups = left.filter(
    (p) =>
      p !== no &&
      p !== kind &&
      p !== part &&
      !most(p.figures, p.count) &&
      !most(p.kinds, p.count) &&
      (headed(p, "group") || !isTag(p, rows)),
  );
  return {
    no: no?.column ?? null,
    name: names,
    part: part?.column ?? null,
    kind: kind?.column ?? null,
    unit: unit?.column ?? null,
    groups: groups.map((p) => p.column),
    strongName: name.slot?.role === "name" && !name.slot.weak,
    nameHeader: name.slot?.text ?? "",
    nameHeading: name.slot ? (headingsOfRow(name.slot.cells.slice(-1))[0] ?? null) : null,
  };
}

/** 新規 / 継続, ハード / ソフト in every row say something about the row, they are no heading over it. */
function isTag(p: Profile, rows: readonly WalkedRow[]): boolean {
  const data = rows.filter((row) => row.kind === "data").length;
  return p.letters === 0 || (p.count > 1 && p.count >= data && p.letters <= p.count * 4 && p.distinct < p.count);
}

/** Two columns that are never filled in the same row hold the same thing at two indents. */
const apart = (rows: readonly WalkedRow[], a: number, b: number): boolean =>
  rows.every((row) => !(row.labels.some((c) => c.column === a) && row.labels.some((c) => c.column === b)));

const NAMES_TOO: ReadonlySet<string> = new Set(["group", "part", "kind"]);

/** The column of names: under a header that says so, else the fullest text column next to the values. */
function pickName(textual: readonly Profile[], slots: readonly SlotInfo[]): Profile | null {
  const firstValue = slots.find(holdsValues)?.left ?? Infinity;
  const near = textual.filter((p) => p.column < firstValue);
  const fullest = (list: readonly Profile[]): Profile | null =>
    list.reduce<Profile | null>((best, p) => (best === null || p.letters > best.letters ? p : best), null);
  const strong = near.filter((p) => p.slot?.role === "name" && !p.slot.weak);
  const weak = near.filter((p) => p.slot?.role === "name" && p.slot.weak);
  const group = near.filter((p) => p.slot?.role === "group");
  const notGroup = near.filter((p) => !group.includes(p));
  if (strong.length > 0) return lastOfNames(strong, fullest);
  if (slots.some((slot) => slot.role === "name" && !slot.weak)) {
    // The header stands beside its column: names under the neighbour that has no header of its own.
    const unheaded = notGroup.filter((p) => p.slot === null || !p.slot.known || p.slot.role === null);
    if (unheaded.length > 0) return fullest(unheaded);
  }
  if (weak.length > 0) return fullest(weak);
  return (
    fullest(near.filter((p) => p.slot === null || !p.slot.known || headingsOfRow(p.slot.cells.slice(-1)).length > 0)) ??
    // 「区分」「取組」「事業名」 right before the values, another text in each row.
    [...near].reverse().find((p) => p.count > 1 && p.distinct === p.count && NAMES_TOO.has(p.slot?.role ?? "")) ??
    null
  );
}

/** Two headers for names side by side (「数値目標」 | 「指標」): kinds and groups repeat, names do not. */
function lastOfNames(list: readonly Profile[], fullest: (l: readonly Profile[]) => Profile | null): Profile | null {
  const own = list.filter((p) => !most(p.kinds, p.count));
  const distinct = own.filter((p) => p.distinct === p.count);
  return fullest(distinct.length > 0 ? distinct : own.length > 0 ? own : list);
}
