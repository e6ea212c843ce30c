/**
 * The words of header cells, one entry per line. A pattern is matched against the whole header after
 * `header-text.ts` took away years, brackets, spaces and marks. The first entry that matches wins, so special words
 * stand before general ones. `examples` are walked by a test.
 */
import { BESIDE } from "./beside";
import { HEADINGS } from "./headings";
import { LABELS } from "./labels";
import { NAMES } from "./names";
import { VALUES } from "./values";
import type { Word } from "./word";

export type { Role, TargetHint, Word } from "./word";

export const WORDS: readonly Word[] = [...BESIDE, ...LABELS, ...NAMES, ...VALUES, ...HEADINGS];
