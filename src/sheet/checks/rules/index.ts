/** The registry: every rule of the product, family by family. */
import type { Rule } from "../rule";
import { CHANGE_RULES } from "./changes";
import { COUNTED_RULES } from "./counted";
import { DERIVED_RULES } from "./derived";
import { FIGURE_RULES } from "./figures";
import { FORM_RULES } from "./form";
import { GRADE_RULES } from "./grades";
import { MENTION_RULES } from "./mentions";
import { MISSING_RULES } from "./missing";
import { MONEY_RULES } from "./money";
import { TEXT_RULES } from "./narrative";
import { NUMBERING_RULES } from "./numbering";
import { PROJECT_RULES } from "./project";
import { RUBRIC_RULES } from "./rubrics";
import { SAME_RULES } from "./same";
import { SERIES_RULES } from "./series";
import { SHARE_RULES } from "./shares";
import { SUM_RULES } from "./sums";
import { TREND_RULES } from "./trends";
import { UNREAD_RULES } from "./unread";
import { VALUE_RULES } from "./values";
import { YEAR_RULES } from "./years";

export const RULES: readonly Rule[] = [
  ...GRADE_RULES,
  ...FIGURE_RULES,
  ...DERIVED_RULES,
  ...MISSING_RULES,
  ...VALUE_RULES,
  ...SERIES_RULES,
  ...SAME_RULES,
  ...PROJECT_RULES,
  ...TEXT_RULES,
  ...COUNTED_RULES,
  ...CHANGE_RULES,
  ...TREND_RULES,
  ...MENTION_RULES,
  ...MONEY_RULES,
  ...SUM_RULES,
  ...SHARE_RULES,
  ...NUMBERING_RULES,
  ...FORM_RULES,
  ...UNREAD_RULES,
  ...YEAR_RULES,
  ...RUBRIC_RULES,
];
