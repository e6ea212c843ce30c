/**
 * Univer with everything that the workbench does not need left out. `createUniver` of @univerjs/presets, by hand: that
 * umbrella package would bring proprietary packages along.
 */
import { LocaleType, LogLevel, mergeLocales, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/lib/facade";
import { CalculationMode, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import jaJP from "@univerjs/preset-sheets-core/locales/ja-JP";

/** An empty grid in the element with that id. It shows values and never works a formula out. */
export function createUniver(container: string): FUniver {
  const univer = new Univer({
    logLevel: LogLevel.ERROR,
    locale: LocaleType.JA_JP,
    locales: { [LocaleType.JA_JP]: mergeLocales(jaJP) },
  });
  const { plugins } = UniverSheetsCorePreset({
    container,
    toolbar: false,
    contextMenu: false,
    disableAutoFocus: true,
    formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
  });
  for (const plugin of plugins) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  // Values come from the workbook model: one engine, the same in the browser and in the tests.
  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    if (event.id === "formula.mutation.set-formula-calculation-start") event.cancel = true;
  });
  return api;
}
