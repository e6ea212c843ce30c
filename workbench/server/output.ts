import { join } from "node:path";

/** Where the build puts what the workbench serves; never committed. */
export const OUTPUT = { addin: join(".cache", "workbench", "addin"), page: join(".cache", "workbench", "page") };
