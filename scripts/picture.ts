/**
 * `npx tsx scripts/picture.ts samples/asahi-r3.xlsx [out folder] [dpi]`: what a workbook looks like when printed, as PNG
 * files (LibreOffice and pdftoppm must be installed).
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const [file, out = join(".cache", "pictures"), dpi = "80"] = process.argv.slice(2);
if (file === undefined) {
  console.error("usage: tsx scripts/picture.ts book.xlsx [out folder] [dpi]");
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), "picture-"));
try {
  mkdirSync(out, { recursive: true });
  // A profile of its own: two runs at once would otherwise wait for each other.
  const profile = `-env:UserInstallation=${pathToFileURL(join(work, "profile")).href}`;
  execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", work, file], { stdio: "pipe" });
  const stem = basename(file).replace(/\.[^.]*$/, "");
  execFileSync("pdftoppm", ["-png", "-r", dpi, join(work, `${stem}.pdf`), join(out, stem)]);
  for (const name of readdirSync(out)) if (name.startsWith(`${stem}-`)) console.log(join(out, name));
} finally {
  rmSync(work, { recursive: true, force: true });
}
