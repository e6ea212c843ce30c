/** The list of chosen files: each once, each under a name of its own, in the order of names. */
import { compareNames } from "../../sheet/collect";
import type { ChosenFile, ChosenSource } from "./types";

const isSame = (a: ChosenSource, b: ChosenSource): boolean =>
  a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

/** The list with more files. One that is in it already is left out, also where its browser object is another. */
export function withFiles(files: readonly ChosenFile[], sources: readonly ChosenSource[]): readonly ChosenFile[] {
  const all = [...files];
  for (const source of [...sources].sort((a, b) => a.size - b.size || a.lastModified - b.lastModified)) {
    // Excel keeps 「~$…」 beside a workbook that is open: no file of anybody's.
    if (source.name.startsWith("~$") || all.some((known) => isSame(known.source, source))) continue;
    all.push({ name: freeName(all, source.name), source, state: { kind: "waiting" } });
  }
  return all.sort((a, b) => compareNames(a.name, b.name));
}

/** Two folders may hold files of one name: 「KPI.xlsx」「KPI (2).xlsx」. */
function freeName(files: readonly ChosenFile[], name: string): string {
  const dot = name.lastIndexOf(".");
  const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${stem} (${n})${end}`;
    if (!files.some((file) => file.name === candidate)) return candidate;
  }
}
