/** LibreOffice without a window: opens a file as a second opinion beside Excel's rules. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Is LibreOffice on this machine. */
export function hasLibreOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** A workbook as LibreOffice writes it in another format ("xlsx", "pdf", "csv:…"). @throws Error where it cannot open it */
export function convert(workbook: Uint8Array, format: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "kpi-libreoffice-"));
  try {
    const input = join(folder, "in.xlsx");
    writeFileSync(input, workbook);
    const out = join(folder, "out");
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    execFileSync("soffice", [profile, "--headless", "--convert-to", format, "--outdir", out, input], {
      stdio: "pipe",
      timeout: 180_000,
    });
    const output = join(out, `in.${format.split(":")[0]}`);
    if (!existsSync(output)) throw new Error(`LibreOffice wrote no ${format}`);
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
