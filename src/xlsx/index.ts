/** Reading .xlsx files. Nothing here knows Excel or the page. */
export { displayText } from "./display";
export { xlsxErrorSentence } from "./messages";
export { readXlsx } from "./read";
export { toSnapshot } from "./snapshot";
export * from "./types";
