/** The requirement sets that a simulated Excel announces. */

export type Requirements = Readonly<Record<string, string>>;

/** Microsoft 365 on the web. */
export const MICROSOFT_365: Requirements = {
  ExcelApi: "1.17",
  ExcelApiOnline: "1.1",
  SharedRuntime: "1.2",
  SharedRuntimeInternal: "1.2",
  CustomFunctionsRuntime: "1.4",
  CustomFunctions: "1.7",
  RibbonApi: "1.2",
  DialogApi: "1.2",
  DialogOrigin: "1.1",
  RichApiRuntime: "1.2",
  Settings: "1.1",
  DocumentEvents: "1.1",
  DelayForCellEdit: "1.1",
};

/** Excel LTSC 2021: the oldest Excel that the product supports. */
export const LTSC_2021: Requirements = {
  ...MICROSOFT_365,
  ExcelApi: "1.14",
  ExcelApiOnline: "0.0",
  SharedRuntime: "1.1",
  CustomFunctionsRuntime: "1.3",
};

/** Excel LTSC 2024. */
export const LTSC_2024: Requirements = { ...LTSC_2021, ExcelApi: "1.17", SharedRuntime: "1.2" };

/** "1.9" is older than "1.14". */
export function supports(requirements: Requirements, set: string, version: string): boolean {
  const has = requirements[set];
  if (has === undefined) return false;
  const [major = 0, minor = 0] = has.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = version.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
