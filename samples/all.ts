/** Every sample workbook of the repository. */
import { asahiR2 } from "./asahi-r2";
import { asahiR3 } from "./asahi-r3";
import type { Sample } from "./book";
import { DAMAGED } from "./damaged/damaged";
import { NEGATIVES } from "./negatives/negatives";
import { hadano, hadanoJisseki } from "./hadano";
import { kitamoto, kitamotoDrift, kitamotoJisseki } from "./kitamoto";
import { ASAHI_EDITS } from "./variants/asahi";
import { EDITS } from "./variants/edits";
import { FURNITURE } from "./variants/furniture";
import { SERIES } from "./variants/series";
import { LAYOUTS } from "./variants/layouts";
import { OTHER_BODIES } from "./variants/other-bodies";
import { WORDINGS } from "./variants/wordings";
import { suzaka, suzakaJisseki } from "./suzaka";

export const SAMPLES: readonly Sample[] = [
  asahiR3,
  asahiR2,
  hadano,
  hadanoJisseki,
  kitamoto,
  kitamotoJisseki,
  kitamotoDrift,
  suzaka,
  suzakaJisseki,
  ...EDITS,
  ...LAYOUTS,
  ...WORDINGS,
  ...OTHER_BODIES,
  ...SERIES,
  ...FURNITURE,
  ...ASAHI_EDITS,
  ...NEGATIVES,
  ...DAMAGED,
];
