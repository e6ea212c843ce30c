/**
 * What only a sheet gives rise to, in both languages: checks of rubrics and legends, older years, cells that cannot be
 * read (a function throws for those). The custom functions do not carry these sentences.
 */
import type { Language } from "./types";

export const SHEET_SENTENCES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  ja: {
    unreadable: "{which}「{text}」を読み取れないため、評価していません",
    unitGap: "「{text}」に単位がなく、ほかの値（{unit}）と比べられないため、評価していません",
    majorityPart: "最も多い区分を全体の評価としました",
    olderYear: "{year}年度の値を使いました",
    legendNotMeasurable: "凡例から数値の基準を読み取れません",
    gapClosed: "区分「{grade}」の上限は、次の区分の下限の手前までと読みました",
    bandOverlap: "区分「{grade}」と「{other}」の条件が重なっています。先に書かれた区分が優先されます",
    bandGap: "区分「{grade}」と「{other}」の間に、どちらにも入らない値があります",
    bandGapBelow: "区分「{grade}」より低い値に当てはまる区分がありません",
    bandGapAbove: "区分「{grade}」より高い値に当てはまる区分がありません",
    bandUnreachable: "区分「{grade}」には、先に「{other}」が当てはまるため、決してなりません",
    noActualUndefined: "実績がない場合の区分が書かれていません。「{grade}」とします",
    lowerUndefined: "少ないほど良い指標の扱いが書かれていません。変化の符号を逆にして評価します",
    missedUndefined: "目標を達成しなかった場合の区分がありません",
  },
  en: {
    unreadable: "The {which} “{text}” cannot be read, so nothing was graded from it",
    unitGap: "“{text}” has no unit and cannot be compared with the other figures ({unit}), so nothing was graded",
    majorityPart: "The most frequent grade of the parts decides",
    olderYear: "The value of fiscal {year} was used",
    legendNotMeasurable: "The legend holds no measurable thresholds",
    gapClosed: "Band “{grade}” was read as reaching up to the next band",
    bandOverlap: "Bands “{grade}” and “{other}” overlap; the one written first wins",
    bandGap: "Between “{grade}” and “{other}” there are values in neither",
    bandGapBelow: "No band takes values below “{grade}”",
    bandGapAbove: "No band takes values above “{grade}”",
    bandUnreachable: "Band “{grade}” is never reached because “{other}” comes first",
    noActualUndefined: "No band says what happens without an actual; “{grade}” is used",
    lowerUndefined: "Nothing is said about lower-is-better indicators; the sign of the change is turned for them",
    missedUndefined: "No band takes a missed target",
  },
};
