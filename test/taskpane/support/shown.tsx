/** Components by themselves, in a language, under Fluent's provider. */
import "@testing-library/jest-dom";
import { FluentProvider } from "@fluentui/react-components";
import { render, type RenderResult } from "@testing-library/react";
import type { ReactNode } from "react";
import type { Language } from "../../../src/kpi/types";
import { LanguageProvider } from "../../../src/taskpane/i18n";
import { paneTheme } from "../../../src/taskpane/theme";

export function show(children: ReactNode, language: Language = "ja"): RenderResult {
  return render(
    <LanguageProvider language={language}>
      <FluentProvider theme={paneTheme("light")}>{children}</FluentProvider>
    </LanguageProvider>,
  );
}
