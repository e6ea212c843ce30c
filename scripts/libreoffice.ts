/** What a workbook looks like when printed (LibreOffice and pdftoppm must be installed). */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

/** Prints every page of `file` into `folder` as PNG. @returns the pictures in order */
export function printPages(file: string, folder: string, dpi = 80): string[] {
  const work = mkdtempSync(join(tmpdir(), "picture-"));
  try {
    mkdirSync(folder, { recursive: true });
    // A profile of its own: two runs at once would otherwise wait for each other.
    const profile = `-env:UserInstallation=${pathToFileURL(join(work, "profile")).href}`;
    execFileSync("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", work, file], { stdio: "pipe" });
    const stem = basename(file).replace(/\.[^.]*$/, "");
    execFileSync("pdftoppm", ["-png", "-r", String(dpi), join(work, `${stem}.pdf`), join(folder, stem)]);
    return readdirSync(folder)
      .filter((name) => name.startsWith(`${stem}-`) && name.endsWith(".png"))
      .sort()
      .map((name) => join(folder, name));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
