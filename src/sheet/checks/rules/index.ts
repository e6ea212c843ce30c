/** The registry: every rule of the product, family by family. */
import type { Rule } from "../rule";
import { FIGURE_RULES } from "./figures";
import { FORM_RULES } from "./form";
import { GRADE_RULES } from "./grades";
import { MONEY_RULES } from "./money";
import { TEXT_RULES } from "./narrative";
import { RUBRIC_RULES } from "./rubrics";
import { SAME_RULES } from "./same";
import { SERIES_RULES } from "./series";
import { SHARE_RULES } from "./shares";
import { VALUE_RULES } from "./values";

export const RULES: readonly Rule[] = [
  ...GRADE_RULES,
  ...FIGURE_RULES,
  ...VALUE_RULES,
  ...SERIES_RULES,
  ...SAME_RULES,
  ...TEXT_RULES,
  ...MONEY_RULES,
  ...SHARE_RULES,
  ...FORM_RULES,
  ...RUBRIC_RULES,
];
