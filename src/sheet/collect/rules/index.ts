/** The rules across departments, one entry per line; a test walks them with a case that fails and one that passes. */
import type { CrossRule } from "../rule";
import { rubricDiffers } from "./rubrics";
import { notSubmitted, sheetMissing, submittedTwice, yearDiffers } from "./sheets";
import { definitionDiffers, sameNameDiffers, valueDiffers } from "./values";

export const CROSS_RULES: readonly CrossRule[] = [
  submittedTwice,
  valueDiffers,
  definitionDiffers,
  sameNameDiffers,
  rubricDiffers,
  yearDiffers,
  sheetMissing,
  notSubmitted,
];
