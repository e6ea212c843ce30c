/** Formulas for the workbench. */
export { FormulaEngine } from "./engine";
