/** Gradings and notes as sentences, in the language of the pane. */
import { explainIn } from "./explain-in";
import type { Phrases } from "./phrases";
import { sentenceOf } from "./phrases";
import { EN } from "./phrases-en";
import { JA } from "./phrases-ja";
import { SHEET_SENTENCES } from "./phrases-sheet";
import type { Grading, Language, Note } from "./types";

export { changeAsSeen, directionNote } from "./explain-in";

const withSheets = (phrases: Phrases, language: Language): Phrases => ({
  ...phrases,
  sentences: { ...phrases.sentences, ...SHEET_SENTENCES[language] },
});

/** Everything that the pane may have to say. */
export const PHRASES: Readonly<Record<Language, Phrases>> = {
  ja: withSheets(JA, "ja"),
  en: withSheets(EN, "en"),
};

/** The sentence of a grading: 「91件→114件（+25.3%）。目標200件は未達成。あと86件でS」, then warnings and assumptions. */
export const explain = (g: Grading, language: Language): string => explainIn(g, PHRASES[language]);

/** A note as a sentence without its full stop. */
export const noteSentence = (note: Note, language: Language): string => sentenceOf(note, PHRASES[language]);
