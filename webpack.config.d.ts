import type { Configuration } from "webpack";

declare const configuration: (
  env?: { readonly workbench?: boolean; readonly output?: string },
  options?: { readonly mode?: "production" | "development" },
) => Configuration;
export default configuration;
