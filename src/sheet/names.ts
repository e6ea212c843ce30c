/** Names of indicators as printed: without line breaks and without notes on changes. */

/** 【R6年3月指標・値変更】 and the like say something about the row, they are no part of its name. */
const CHANGE_NOTE = /\s*【[^】]*(?:変更|追加|修正|新規|見直|改定|改訂|廃止|削除|再掲)[^】]*】/gu;

const AND = /\s*(?:及び|および|並びに|ならびに|・|、|／|\/|と)\s*/u;

/**
 * 「受診率及び利用率」 over two values in one cell: what each value is called; null where the name does not come apart
 * into just as many.
 */
export function partLabels(name: string, count: number): readonly string[] | null {
  for (const separators of [/\s*(?:及び|および|並びに|ならびに)\s*/u, AND]) {
    const labels = name.split(separators).filter((label) => label !== "");
    if (labels.length === count && labels.every((label) => label.length >= 2)) return labels;
  }
  return null;
}

/** A line break inside Japanese text leaves nothing behind; elsewhere it is a blank. */
export function printedName(text: string): string {
  return text
    .replace(CHANGE_NOTE, "")
    .replace(/[ \t\u3000]*[\r\n]+[ \t\u3000]*/gu, "\n")
    .replace(/(?<=[A-Za-z0-9])\n(?=[A-Za-z0-9])/gu, " ")
    .replace(/\n/gu, "")
    .replace(/[ \t]+/gu, " ")
    .trim();
}
