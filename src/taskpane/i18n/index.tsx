import { createContext, use, useEffect, useState, type ReactNode } from "react";
import type { Language } from "../../kpi/types";
import { ja, type Messages } from "./ja";

export type { Messages };

/** "ja-JP" → "ja"; every language but Japanese reads English. Unknown (null) is Japanese. */
export function languageOf(tag: string | null | undefined): Language {
  return tag === null || tag === undefined || tag === "" || /^ja\b/i.test(tag) ? "ja" : "en";
}

/** English arrives when it is asked for. */
const loaded: { ja: Messages; en: Messages | null } = { ja, en: null };

/** Resolves to the language that can be shown: should English not come, Japanese is better than nothing. */
async function load(language: Language): Promise<Language> {
  try {
    if (language === "en") loaded.en ??= (await import(/* webpackChunkName: "english" */ "./en")).en;
    return language;
  } catch {
    return "ja";
  }
}

const LanguageContext = createContext<{ readonly language: Language; readonly messages: Messages }>({
  language: "ja",
  messages: ja,
});

interface Props {
  readonly language: Language;
  /** Shown until the first language is there; afterwards the old one stays until the new one is. */
  readonly waiting?: ReactNode;
  readonly children: ReactNode;
}

export function LanguageProvider({ language, waiting, children }: Props) {
  const [shown, setShown] = useState(loaded[language] === null ? null : language);
  useEffect(() => {
    if (loaded[language] !== null) return;
    let wanted = true;
    void load(language).then((next) => wanted && setShown(next));
    return () => {
      wanted = false;
    };
  }, [language]);
  const now: Language | null = loaded[language] === null ? shown : language;
  const messages = now && loaded[now];
  if (now === null || messages === null) return waiting;
  return <LanguageContext value={{ language: now, messages }}>{children}</LanguageContext>;
}

/** The messages of the pane's language. */
export const useMessages = (): Messages => use(LanguageContext).messages;

export const useLanguage = (): Language => use(LanguageContext).language;
