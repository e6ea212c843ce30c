/** Components by themselves, in a language, under Fluent's provider. */
import "@testing-library/jest-dom";
import { FluentProvider } from "@fluentui/react-components";
import { render, type RenderResult } from "@testing-library/react";
import type { ReactElement, ReactNode } from "react";
import type { Language } from "../../../src/kpi/types";
import { LanguageProvider } from "../../../src/taskpane/i18n";
import { paneTheme } from "../../../src/taskpane/theme";

export const shown = (children: ReactNode, language: Language = "ja"): ReactElement => (
  <LanguageProvider language={language}>
    <FluentProvider theme={paneTheme("light")}>{children}</FluentProvider>
  </LanguageProvider>
);

export const show = (children: ReactNode, language?: Language): RenderResult => render(shown(children, language));
