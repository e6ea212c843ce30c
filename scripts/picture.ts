/** `npx tsx scripts/picture.ts samples/asahi-r3.xlsx [out folder] [dpi]`: a workbook as printed, as PNG files. */
import { join } from "node:path";
import { printPages } from "./libreoffice";

const [file, out = join(".cache", "pictures"), dpi = "80"] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: tsx scripts/picture.ts book.xlsx [out folder] [dpi]");
  process.exit(2);
}
for (const picture of printPages(file, out, Number(dpi))) console.log(picture);
