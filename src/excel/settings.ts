/** The user's decisions, kept in the workbook's settings under one key, so that they travel with the file. */
import { parseSettings, type ParsedSettings, type Settings } from "../sheet/settings";
import { HostError } from "./host-errors";
import { inExcel, type SessionOptions } from "./session";

export const SETTINGS_KEY = "KPIシート.settings";

/** Settings are saved with the file every time: larger than this they would be felt. */
export const SETTINGS_CHARS = 500_000;

/** The settings of the setting as it was loaded (`value`); none stored gives the defaults. */
export function settingsOf(setting: Excel.Setting): ParsedSettings {
  return parseStored(setting.isNullObject ? null : setting.value);
}

/** Stored as JSON text. Damaged text is reported, and the defaults are used. */
export function parseStored(value: unknown): ParsedSettings {
  if (typeof value !== "string") return parseSettings(value);
  try {
    return parseSettings(JSON.parse(value) as unknown);
  } catch {
    return parseSettings(value);
  }
}

/** Settings of this workbook, and a sentence for each part that could not be read. Rejects with a HostError. */
export async function loadSettings(options: SessionOptions = {}): Promise<ParsedSettings> {
  return await inExcel({ waitForCellEdit: true, ...options }, async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(SETTINGS_KEY);
    setting.load("value");
    await context.sync();
    return settingsOf(setting);
  });
}

/** Replaces the stored settings. Rejects with a HostError ("settingsTooLarge", or Excel's refusal): nothing is stored. */
export async function saveSettings(settings: Settings): Promise<void> {
  const text = JSON.stringify(settings);
  if (text.length > SETTINGS_CHARS) throw new HostError("settingsTooLarge", `${Math.ceil(text.length / 1000)} KB`);
  await inExcel({}, async (context) => {
    context.workbook.settings.add(SETTINGS_KEY, text);
    await context.sync();
  });
}
