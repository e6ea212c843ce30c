import type { Rubric } from "../types";
import { asahi } from "./asahi";
import { fuji } from "./fuji";
import { fukuoka } from "./fukuoka";
import { fukushima } from "./fukushima";
import { hyogo } from "./hyogo";
import { ibaraki } from "./ibaraki";
import { ino } from "./ino";
import { miyagi } from "./miyagi";
import { nagano } from "./nagano";
import { nagayo } from "./nagayo";
import { national } from "./national";
import { osakaLibrary } from "./osaka-library";
import { preset, type Preset } from "./preset";
import { sano } from "./sano";
import { shizuoka } from "./shizuoka";
import { tama } from "./tama";

/** The ready-made rubrics, the default first. To add one: a file, its line here, its examples in the test. */
export const TABLES: readonly Preset[] = [
  asahi,
  nagayo,
  miyagi,
  hyogo,
  ibaraki,
  nagano,
  fukushima,
  tama,
  national,
  sano,
  osakaLibrary,
  fukuoka,
  ino,
  fuji,
  shizuoka,
];

export const PRESETS: readonly Rubric[] = TABLES.map(preset);

/** 旭市型 */
export const DEFAULT_RUBRIC: Rubric = PRESETS[0] as Rubric;
