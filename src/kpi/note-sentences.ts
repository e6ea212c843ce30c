/** The one place where notes become sentences. `{name}` is filled from the note's values. */
import type { Language, Note } from "./types";

type Sentence = Readonly<Record<Language, string>>;

const SENTENCES: Readonly<Record<string, Sentence>> = {
  // what is missing
  noActual: { ja: "実績値がありません（{missing}）", en: "There is no actual value ({missing})" },
  unreadable: {
    ja: "{which}「{text}」を読み取れないため、評価していません",
    en: "The {which} “{text}” cannot be read, so nothing was graded from it",
  },
  actualIsRange: {
    ja: "実績値「{text}」が範囲のため、評価していません",
    en: "The actual “{text}” is a range, so no grade was given",
  },
  actualInWords: {
    ja: "実績値「{text}」が数値ではないため、評価していません",
    en: "The actual “{text}” is not a figure, so no grade was given",
  },
  actualIsBound: {
    ja: "実績値「{text}」は上限または下限です。書かれた数値で計算しました",
    en: "The actual “{text}” is a bound; the figure in it was used",
  },
  targetInWords: {
    ja: "目標「{text}」は数値と比べられません",
    en: "The target “{text}” cannot be compared with a figure",
  },
  partsDiffer: {
    ja: "セルの中の値の数または見出しが実績値と目標値で異なるため、評価していません",
    en: "The actual and the target do not hold the same parts, so no grade was given",
  },
  noTarget: { ja: "目標値がないため、変化だけで評価しました", en: "There is no target; graded by the change alone" },
  noBaseline: {
    ja: "基準値がないため、変化を計算できません",
    en: "There is no baseline, so no change can be computed",
  },
  referenceUnknown: {
    ja: "目標「{text}」は比べる数値が分からないため、達成したかどうかは判定していません",
    en: "The figure behind the target “{text}” is not known, so whether it is met was not judged",
  },
  referencePrinted: {
    ja: "目標「{text}」のかっこ内の数値と比べました",
    en: "Compared with the figure in brackets of the target “{text}”",
  },
  notInRubric: {
    ja: "「{rubric}」のどの区分にも当てはまりません",
    en: "No band of “{rubric}” applies",
  },
  boundAgainstDirection: {
    ja: "目標「{text}」の以上・以下と望ましい方向が食い違っています",
    en: "The bound in the target “{text}” contradicts the direction",
  },
  targetOnWorseSide: {
    ja: "目標値が基準値より悪い側にあるため、進捗率の代わりに達成率で評価しました",
    en: "The target is on the worse side of the baseline; the attainment rate was used instead of the progress rate",
  },
  forecastNotTop: {
    ja: "見込みの値のため、目標達成とは評価していません",
    en: "A forecast does not count as having met the target",
  },
  // what was assumed
  zeroBaseline: {
    ja: "基準値が0のため変化率はありません。増えたか減ったかだけで評価しました",
    en: "The baseline is 0, so there is no percentage; only better or worse was judged",
  },
  zeroTarget: {
    ja: "目標値が0のため達成率はありません。達成したかどうかだけで評価しました",
    en: "The target is 0, so there is no attainment rate; only whether it is met was judged",
  },
  noSpan: {
    ja: "目標値と基準値が同じため、進捗率の代わりに達成率で評価しました",
    en: "Target and baseline are equal; the attainment rate was used instead of the progress rate",
  },
  tolerance: {
    ja: "変化が±{tolerance}以内のため、現状維持とみなしました",
    en: "The change is within ±{tolerance} and counts as no change",
  },
  maintainByBaseline: {
    ja: "「維持」は基準値を目標値とみなしました",
    en: "“Maintain” was read as: the baseline is the target",
  },
  cumulative: { ja: "かっこ内の累計で計算しました", en: "The cumulative figures in brackets were used" },
  approximate: {
    ja: "実績値「{text}」は概数です",
    en: "The actual “{text}” is approximate",
  },
  forecast: { ja: "実績値は見込みの値です", en: "The actual is a forecast" },
  olderYear: { ja: "{year}年度の値を使いました", en: "The value of fiscal {year} was used" },
  worstPart: { ja: "最も低い区分を全体の評価としました", en: "The lowest part decides" },
  zeroMayBeBlank: {
    ja: "{which}の0は空欄かもしれません",
    en: "The 0 of the {which} may be an empty cell",
  },
  // what is wrong with a rubric
  conditionUnread: {
    ja: "区分「{grade}」の条件「{text}」を読み取れません",
    en: "The condition “{text}” of band “{grade}” cannot be read",
  },
  rubricEmpty: {
    ja: "評価基準の区分が見つかりません。「評価」と「条件」の列を用意してください",
    en: "No band was found; a rubric needs the columns 評価 (grade) and 条件 (condition)",
  },
  legendNotMeasurable: {
    ja: "凡例から数値の基準を読み取れません",
    en: "The legend holds no measurable thresholds",
  },
  gapClosed: {
    ja: "区分「{grade}」の上限は、次の区分の下限の手前までと読みました",
    en: "Band “{grade}” was read as reaching up to the next band",
  },
  bandOverlap: {
    ja: "区分「{grade}」と「{other}」の条件が重なっています。先に書かれた区分が優先されます",
    en: "Bands “{grade}” and “{other}” overlap; the one written first wins",
  },
  bandGap: {
    ja: "区分「{grade}」と「{other}」の間に、どちらにも入らない値があります",
    en: "Between “{grade}” and “{other}” there are values in neither",
  },
  bandGapBelow: {
    ja: "区分「{grade}」より低い値に当てはまる区分がありません",
    en: "No band takes values below “{grade}”",
  },
  bandGapAbove: {
    ja: "区分「{grade}」より高い値に当てはまる区分がありません",
    en: "No band takes values above “{grade}”",
  },
  bandUnreachable: {
    ja: "区分「{grade}」には、先に「{other}」が当てはまるため、決してなりません",
    en: "Band “{grade}” is never reached because “{other}” comes first",
  },
  noActualUndefined: {
    ja: "実績がない場合の区分が書かれていません。「{grade}」とします",
    en: "No band says what happens without an actual; “{grade}” is used",
  },
  lowerUndefined: {
    ja: "少ないほど良い指標の扱いが書かれていません。変化の符号を逆にして評価します",
    en: "Nothing is said about lower-is-better indicators; the sign of the change is turned for them",
  },
  missedUndefined: {
    ja: "目標を達成しなかった場合の区分がありません",
    en: "No band takes a missed target",
  },
  // which direction was taken, and why
  "direction.targetWords": {
    ja: "目標の「{word}」から、{direction}が望ましいとみなしました",
    en: "Taken from the target “{word}”: {direction} is better",
  },
  "direction.targetBound": {
    ja: "目標の「{word}」から、{direction}が望ましいとみなしました",
    en: "Taken from “{word}” in the target: {direction} is better",
  },
  "direction.nameLower": {
    ja: "指標名の「{word}」から、減少が望ましいとみなしました",
    en: "Taken from the name (“{word}”): lower is better",
  },
  "direction.nameHigher": {
    ja: "指標名の「{word}」から、増加が望ましいとみなしました",
    en: "Taken from the name (“{word}”): higher is better",
  },
  "direction.comparedUp": {
    ja: "目標値が基準値より大きいため、増加が望ましいとみなしました",
    en: "The target is above the baseline, so higher was taken as better",
  },
  "direction.comparedDown": {
    ja: "目標値が基準値より小さいため、減少が望ましいとみなしました",
    en: "The target is below the baseline, so lower was taken as better",
  },
  "direction.equal": {
    ja: "目標値が基準値と同じため、維持とみなしました",
    en: "The target equals the baseline, so it was taken as to be maintained",
  },
  "direction.bothZero": {
    ja: "目標値と基準値がともに0のため、維持（以下）とみなしました",
    en: "Target and baseline are both 0, so it was taken as not to be exceeded",
  },
  "direction.noBaseline": {
    ja: "望ましい方向が分からないため、増加が望ましいとみなしました",
    en: "The direction is not known, so higher was taken as better",
  },
  "direction.confirm": { ja: "望ましい方向の確認が必要です", en: "Please confirm the direction" },
  "direction.nameAgainstTarget": {
    ja: "望ましい方向の確認が必要です（指標名と目標値の向きが逆です）。{direction}として計算しました",
    en: "Please confirm the direction (name and target point opposite ways); computed as {direction}",
  },
  "direction.wordAgainstTarget": {
    ja: "望ましい方向の確認が必要です（「{word}」と目標値の向きが逆です）。{direction}として計算しました",
    en: "Please confirm the direction (“{word}” and the target point opposite ways); computed as {direction}",
  },
};

/** Values that are codes themselves. */
const VALUES: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  which: {
    baseline: { ja: "基準値", en: "baseline" },
    actual: { ja: "実績値", en: "actual" },
    target: { ja: "目標値", en: "target" },
  },
  missing: {
    blank: { ja: "空欄", en: "blank" },
    dash: { ja: "「―」", en: "“―”" },
    unpublished: { ja: "未公表", en: "not yet published" },
    notSurveyed: { ja: "調査なし", en: "not surveyed" },
    notDue: { ja: "時期未到来", en: "not due yet" },
    noTarget: { ja: "目標なし", en: "no target" },
    ended: { ja: "終了", en: "ended" },
  },
  direction: {
    up: { ja: "増加", en: "higher" },
    down: { ja: "減少", en: "lower" },
    keepUp: { ja: "維持", en: "maintaining" },
    keepDown: { ja: "維持（以下）", en: "not exceeding" },
  },
};

/** Codes that have a sentence, for the test that walks them. */
export const NOTE_CODES: readonly string[] = Object.keys(SENTENCES);

/** A note as a sentence without its full stop. An unknown code is printed as it is, so that nothing is lost. */
export function noteSentence(note: Note, language: Language): string {
  const sentence = SENTENCES[note.code];
  if (!sentence) return note.code;
  return sentence[language].replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = note.values[key] ?? "";
    if (key === "tolerance") return `${Number(value) * 100}%`;
    return VALUES[key]?.[value]?.[language] ?? value;
  });
}
