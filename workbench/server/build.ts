/** Builds what the workbench serves: the add-in by its own webpack configuration, the workbench page by esbuild. */
import { mkdirSync } from "node:fs";
import * as esbuild from "esbuild";
import webpack from "webpack";
import configuration from "../../webpack.config.js";
import { OUTPUT } from "./output";

/** The add-in exactly as it ships, except that office.js comes from the workbench's own address. Throws with the errors. */
export async function buildAddin(): Promise<void> {
  const compiler = webpack(configuration({ workbench: true, output: OUTPUT.addin }, { mode: "production" }));
  await new Promise<void>((resolve, reject) => {
    compiler?.run((error, stats) => {
      compiler.close(() => {
        if (error) reject(error);
        else if (stats?.hasErrors()) reject(new Error(stats.toString({ preset: "errors-only" })));
        else resolve();
      });
    });
  });
}

/** The page around it: bar, grid, host. */
export async function buildPage(): Promise<void> {
  mkdirSync(OUTPUT.page, { recursive: true });
  await esbuild.build({
    entryPoints: { page: "workbench/page/main.ts", bare: "workbench/page/bare.ts" },
    bundle: true,
    minify: true,
    format: "esm",
    splitting: true,
    target: "es2022",
    outdir: OUTPUT.page,
    entryNames: "[name]",
    chunkNames: "chunk-[hash]",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
}
