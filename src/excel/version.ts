/** Put in place by the build; absent under test and in the workbench's own scripts. */
declare const ADDIN_VERSION: string | undefined;

/** The version of the add-in, 「0.1.0」; "" where it was not built. */
export const addinVersion = (): string => (typeof ADDIN_VERSION === "string" ? ADDIN_VERSION : "");

/** A day as reports print it, 「2026年11月20日」. */
export const printedDay = (day: Date): string => `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`;
