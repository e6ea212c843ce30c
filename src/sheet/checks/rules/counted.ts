/** Sentences that count the indicators: 「全11指標のうちA評価が3指標（27.3%）」「6指標のうち目標を達成したものは1指標」. */
import { absolute, compare, decimal, divide, parseDecimal, ratio, subtract } from "../../../kpi/decimal";
import { plain } from "../../../kpi/characters";
import { gradeKey, gradeOf } from "../../../kpi/rubric";
import type { Rubric } from "../../../kpi/types";
import type { CheckContext, CheckedRow, CheckedSheet } from "../context";
import { writtenGrade } from "../fits";
import { ruleOf, type Draft, type Place, type Rule } from "../rule";
import { nameOf, shortened, value } from "../wording";

const THINGS = "(?:指標|KPI|項目|事業|件)";
const ALL = new RegExp(`(?:全|計)?(?<all>\\d{1,3})${THINGS}(?:のうち|の内|中)`, "u");
/** 「A評価が3指標（27.3%）」「「順調」は2指標」 */
const OF_GRADE = new RegExp(
  `(?:「(?<quoted>[^「」]{1,12})」|(?<=^|[、。はがもで])(?<bare>[^\\s、。「」はがも]{1,8}?)評価)(?:が|は)(?<count>\\d{1,3})${THINGS}(?:\\((?<share>\\d+(?:\\.\\d+)?)%\\))?`,
  "gu",
);
const MET = new RegExp(
  `(?:(?<before>\\d{1,3})${THINGS}が目標(?:値)?を達成|目標(?:値)?を達成(?:した|している)(?:もの|指標)?は(?<after>\\d{1,3})${THINGS})`,
  "u",
);

/** The grade that a met target earns. */
const metGrade = (rubric: Rubric): string | null =>
  rubric.bands.find((band) => band.measure === "targetMet" && !band.forecast)?.grade ?? null;

function* countedDiffers(context: CheckContext): Iterable<Draft> {
  for (const sheet of context.sheets) {
    const rows = sheet.rows.length > 0 ? sheet.rows : context.rows;
    const graded = rows.filter((row) => writtenGrade(row) !== null);
    const [first] = rows;
    // While grades are open, or a table of another kind stands among them, nothing can be counted.
    if (!first || graded.length < 3 || graded.length < rows.length) continue;
    for (const paragraph of sheet.paragraphs()) {
      const inTable = rows.some(
        ({ assessed: { table }, sheet: own }) =>
          own === sheet && paragraph.row >= table.area.top && paragraph.row <= table.area.bottom,
      );
      if (inTable) continue;
      for (const sentence of plain(paragraph.text).text.split(/[。\n]+/))
        yield* judge(sheet, paragraph, sentence, rows);
    }
  }
}

function* judge(sheet: CheckedSheet, place: Place, sentence: string, rows: readonly CheckedRow[]): Iterable<Draft> {
  const rubric = (rows[0] as CheckedRow).rubric;
  const all = ALL.exec(sentence);
  const grades = [...sentence.matchAll(OF_GRADE)].flatMap((m) => {
    const grade = gradeOf(rubric, m.groups?.quoted ?? m.groups?.bare ?? "");
    return grade === null ? [] : [{ m, grade }];
  });
  const met = MET.exec(sentence);
  if (all === null && grades.length < 2) return;
  const top = metGrade(rubric);
  const having = (grade: string): CheckedRow[] =>
    rows.filter((row) => gradeKey(writtenGrade(row) ?? "") === gradeKey(grade));
  const say = (text: string, what: string, count: number, those: readonly CheckedRow[]): Draft => ({
    sheet,
    cells: [place],
    others: those[0]
      ? [
          {
            sheet: those[0].sheet,
            cells: those.filter((row) => row.sheet === those[0]?.sheet).map(({ indicator }) => indicator.gradeCell),
          },
        ]
      : [],
    subject: `${sheet.name}/${what}`,
    values: [value("text", shortened(text)), value("count", `${count}件`)],
    message: `文章に「${shortened(text)}」とありますが、表では${what}の指標は${count}件です${those.length > 0 && those.length <= 3 ? `（${those.map(({ indicator }) => nameOf(indicator)).join("")}）` : ""}。`,
  });
  // A sentence about a part of the indicators (基本目標1では) counts others.
  const about = /(?:基本目標|施策|分野|課|部)\s*[\d一-龠]*では/u.test(sentence);
  if (about) return;
  if (all && (grades.length > 0 || met) && Number(all.groups?.all) !== rows.length)
    yield say(all[0], "評価のある全て", rows.length, []);
  for (const { m, grade } of grades) {
    const those = having(grade);
    if (Number(m.groups?.count) !== those.length) yield say(m[0], `評価「${grade}」`, those.length, those);
    else {
      const share = parseDecimal(m.groups?.share ?? "");
      const due = ratio(decimal(those.length * 100), decimal(rows.length));
      const step = share && { digits: 1n, scale: share.scale };
      if (share && due && step && compare(absolute(subtract(divide(due, 8), share)), step) >= 0)
        yield {
          ...say(m[0], `評価「${grade}」`, those.length, those),
          message: `文章に「${shortened(m[0])}」とありますが、${rows.length}件のうち${those.length}件は${divideText(those.length, rows.length)}%です。`,
        };
    }
  }
  if (met && top !== null) {
    const those = having(top);
    if (Number(met.groups?.before ?? met.groups?.after) !== those.length)
      yield say(met[0], "目標を達成した", those.length, those);
  }
}

const divideText = (part: number, whole: number): string => ((part * 100) / whole).toFixed(1);

export const COUNTED_RULES: readonly Rule[] = [
  ruleOf("text")(
    "narrative-count-differs",
    "error",
    "文章の件数が表と違う",
    "A count in the text differs from the table",
    countedDiffers,
  ),
];
