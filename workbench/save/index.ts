/** Saving workbooks without losing what was not touched. */
export { saveXlsx } from "./save";
export * from "./types";
