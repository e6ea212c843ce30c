/** Projects that the text names, and texts that were copied from last year's sheet. */
import { plainName, sharedRun } from "../alike";
import type { CheckContext, CheckedSheet } from "../context";
import { ruleOf, type Draft, type Place, type Rule } from "../rule";
import { fiscalYear, shortened, value } from "../wording";

/** 「…事業については」 at the beginning of a paragraph. */
const PROJECT_SUBJECT =
  /^[・●○■□◆※\s]*[「『]?(?<name>[^、。「」『』\s]{4,40}?事業)[」』]?(?:については|について|に関しては|においては|では|は|、)/u;

function* projectUnknown({ sheets }: CheckContext): Iterable<Draft> {
  for (const sheet of sheets) {
    const projects = sheet.projects().flatMap((table) => table.projects);
    if (projects.length < 2) continue;
    const known = [
      ...projects.map(({ name }) => plainName(name)),
      ...sheet.rows.map(({ indicator }) => plainName(indicator.name)),
    ];
    // Where the text names hardly any project of the table, it speaks of other things.
    const subjects = sheet.paragraphs().flatMap((paragraph) => {
      const name = PROJECT_SUBJECT.exec(paragraph.text.normalize("NFKC"))?.groups?.name;
      return name === undefined ? [] : [{ paragraph, name, plain: plainName(name) }];
    });
    const isKnown = (name: string): boolean =>
      known.some((one) => one.includes(name) || sharedRun(one, name) >= Math.max(6, name.length * 0.7));
    if (subjects.filter(({ plain }) => isKnown(plain)).length < 2) continue;
    const told = new Set<string>();
    for (const { paragraph, name, plain } of subjects) {
      if (isKnown(plain) || told.has(plain)) continue;
      told.add(plain);
      yield {
        sheet,
        cells: [paragraph],
        others: [{ cells: projects.map(({ nameCell }) => nameCell) }],
        subject: `${sheet.name}/${name}`,
        values: [value("text", name), value("count", `${projects.length}件`)],
        message: `文章にある「${name}」が、関連事業の表（${projects.length}件）にありません。事業名を確かめてください。`,
      };
    }
  }
}

/** A sentence that is long enough to be nobody's stock phrase. */
const COPIED = 30;
const NOTE = /^[※＊*（(注]|^備考|記入|記載(?:する|して|方法)|ください/u;

function* copied({ sheets }: CheckContext): Iterable<Draft> {
  const seen = new Map<string, { sheet: CheckedSheet; place: Place; text: string }[]>();
  for (const sheet of sheets) {
    for (const paragraph of sheet.paragraphs()) {
      const text = plainName(paragraph.text);
      if (text.length < COPIED || NOTE.test(paragraph.text.trim())) continue;
      seen.set(text, [...(seen.get(text) ?? []), { sheet, place: paragraph, text: paragraph.text }]);
    }
  }
  for (const places of seen.values()) {
    const years = new Set(places.map(({ sheet }) => sheet.year));
    // A text on three sheets is a part of the form.
    if (places.length !== 2 || years.size !== 2 || years.has(null)) continue;
    const [older, newer] = [...places].sort((a, b) => (a.sheet.year ?? 0) - (b.sheet.year ?? 0)) as [
      (typeof places)[number],
      (typeof places)[number],
    ];
    yield {
      sheet: newer.sheet,
      cells: [newer.place],
      others: [{ sheet: older.sheet, cells: [older.place] }],
      subject: `${newer.sheet.name}/${shortened(newer.text)}`,
      values: [value("here", shortened(newer.text)), value("there", `シート「${older.sheet.name}」`)],
      message: `${fiscalYear(newer.sheet.year)}の文章「${shortened(newer.text)}」が、${fiscalYear(older.sheet.year)}のシート「${older.sheet.name}」と同じです。前年度の文章が残っていないか確かめてください。`,
    };
  }
}

const rule = ruleOf("text");

export const MENTION_RULES: readonly Rule[] = [
  rule(
    "project-unknown",
    "warning",
    "文章の事業が表にない",
    "The text names a project that is not in the table",
    projectUnknown,
  ),
  rule("text-copied", "warning", "前年度と同じ文章", "The text is last year's", copied),
];
