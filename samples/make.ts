/** `npm run samples`: makes every sample workbook and its truth file anew. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SAMPLES } from "./all";

const samples = dirname(fileURLToPath(import.meta.url));
const truths = join(samples, "../test/data/truth");

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

const wanted = process.argv.slice(2);
for (const sample of SAMPLES) {
  if (wanted.length > 0 && !wanted.some((w) => sample.name.includes(w))) continue;
  const bytes = await sample.bytes();
  write(join(samples, `${sample.name}.xlsx`), bytes);
  if (sample.truth !== null) write(join(truths, `${sample.name}.json`), `${JSON.stringify(sample.truth, null, 1)}\n`);
  console.log(`${sample.name}.xlsx ${bytes.length} bytes`);
}
