/** The registry: every rule of the product, family by family. */
import type { Rule } from "../rule";
import { GRADE_RULES } from "./grades";

export const RULES: readonly Rule[] = [...GRADE_RULES];
