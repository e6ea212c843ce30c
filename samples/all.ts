/** Every sample workbook of the repository. */
import type { Sample } from "./book";
import { asahiR2 } from "./asahi-r2";
import { asahiR3 } from "./asahi-r3";

export const SAMPLES: readonly Sample[] = [asahiR3, asahiR2];
