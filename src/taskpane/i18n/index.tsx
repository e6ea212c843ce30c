import { createContext, use, type ReactNode } from "react";
import type { Language } from "../../kpi/types";
import { ja, type Messages } from "./ja";

export type { Messages };

/** "ja-JP" → "ja"; every language but Japanese reads English. Unknown (null) is Japanese. */
export function languageOf(tag: string | null | undefined): Language {
  return tag === null || tag === undefined || tag === "" || /^ja\b/i.test(tag) ? "ja" : "en";
}

let english: Promise<Messages> | null = null;

/** English arrives when it is asked for. Should it not come, Japanese is better than nothing. */
function loadEnglish(): Promise<Messages> {
  return (english ??= import(/* webpackChunkName: "english" */ "./en").then(
    ({ en }) => en,
    () => {
      english = null;
      return ja;
    },
  ));
}

const LanguageContext = createContext<Language>("ja");

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The messages of the pane's language; suspends until they are there. */
export function useMessages(): Messages {
  return use(LanguageContext) === "ja" ? ja : use(loadEnglish());
}

export const useLanguage = (): Language => use(LanguageContext);
