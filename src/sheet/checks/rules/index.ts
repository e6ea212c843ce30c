/** The registry: every rule of the product, family by family. */
import type { Rule } from "../rule";
import { GRADE_RULES } from "./grades";
import { MONEY_RULES } from "./money";
import { SERIES_RULES } from "./series";
import { VALUE_RULES } from "./values";

export const RULES: readonly Rule[] = [...GRADE_RULES, ...VALUE_RULES, ...SERIES_RULES, ...MONEY_RULES];
