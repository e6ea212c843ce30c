/** Names of indicators as printed: without line breaks and without notes on changes. */

/** 【R6年3月指標・値変更】 and the like say something about the row, they are no part of its name. */
const CHANGE_NOTE = /\s*【[^】]*(?:変更|追加|修正|新規|見直|改定|改訂|廃止|削除|再掲)[^】]*】/gu;

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
