/** Every sample workbook of the repository. */
import { asahiR2 } from "./asahi-r2";
import { asahiR3 } from "./asahi-r3";
import type { Sample } from "./book";
import { hadano, hadanoJisseki } from "./hadano";
import { kitamoto, kitamotoDrift, kitamotoJisseki } from "./kitamoto";
import { EDITS } from "./variants/edits";
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
];
