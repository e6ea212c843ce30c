import { createContext, use, type ReactNode } from "react";
import type { Language } from "../../kpi/types";
import { en } from "./en";
import { ja, type Messages } from "./ja";

export type { Messages };

export const MESSAGES: Readonly<Record<Language, Messages>> = { ja, en };

/** "ja-JP" → "ja"; every language but Japanese reads English. Unknown (null) is Japanese. */
export function languageOf(tag: string | null | undefined): Language {
  return tag === null || tag === undefined || tag === "" || /^ja\b/i.test(tag) ? "ja" : "en";
}

const LanguageContext = createContext<Language>("ja");

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** The messages of the pane's language. */
export const useMessages = (): Messages => MESSAGES[use(LanguageContext)];

export const useLanguage = (): Language => use(LanguageContext);
