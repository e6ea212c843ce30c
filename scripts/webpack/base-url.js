/** Where the add-in will be served from. One place decides; the manifest, the help links and the checks follow. */
export const DEVELOPMENT_URL = "https://localhost:3443";

/**
 * ADDIN_BASE_URL without its trailing slash.
 * @returns {{ url: string, stated: boolean }} stated is false when the variable is not set and the development URL is used.
 * @throws when the variable is not an https URL: Excel refuses anything else.
 */
export function baseUrl(env = process.env) {
  const stated = env.ADDIN_BASE_URL?.trim();
  if (!stated) return { url: DEVELOPMENT_URL, stated: false };
  let url;
  try {
    url = new URL(stated);
  } catch {
    throw new Error(`ADDIN_BASE_URL is not a URL: ${stated}`);
  }
  if (url.protocol !== "https:")
    throw new Error(`ADDIN_BASE_URL must begin with https:// (Excel loads nothing else): ${stated}`);
  return { url: url.href.replace(/\/+$/, ""), stated: true };
}

/** Every address of the manifest moved to the base URL; throws if one stays behind. */
export function manifestFor(xml, base) {
  const moved = xml.replaceAll(DEVELOPMENT_URL, base.url).replace(/^<!-- `npm run build`.*-->\n/m, "");
  if (base.stated && moved.includes("localhost")) throw new Error("manifest.xml still names localhost");
  return moved;
}
