import type { Rubric } from "../types";
import { asahi } from "./asahi";

/** The ready-made rubrics, the default first. To add one: a file, its line here, its examples in the test. */
export const PRESETS: readonly Rubric[] = [asahi];
