/**
 * Three bundles: functions (pure, complete in itself, for a runtime that loads the script of the manifest), shared (the
 * same functions and the ribbon's commands, which the page of the shared runtime loads first, so that a fault of the
 * pane never takes formulas down) and taskpane (the pane, which grades by the code that `shared` has brought).
 *
 * ADDIN_BASE_URL  where the add-in will be served from (https); without it https://localhost:3443
 * OFFICE_JS       cdn (default): Microsoft's CDN. self: a copy beside the add-in, for closed networks
 */
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import CopyPlugin from "copy-webpack-plugin";
import HtmlPlugin from "html-webpack-plugin";
import MinimizerPlugin from "minimizer-webpack-plugin";
import webpack from "webpack";
import { baseUrl, manifestFor } from "./scripts/webpack/base-url.js";
import { LocalisedFunctionsPlugin } from "./scripts/webpack/functions-metadata.js";
import { helpPage } from "./scripts/webpack/help-pages.js";

const require = createRequire(import.meta.url);
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const root = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(root, ...parts);
const { version } = JSON.parse(readFileSync(at("package.json"), "utf8"));

const CDN = "https://appsforoffice.microsoft.com";
/** What office.js asks for on Windows, Mac and the web in Japanese and English; nothing else of its 70 MB. */
const OFFICE_FILES = {
  "office.js": "office.js",
  "excel-win32-16.01.js": "excel-win32-16.01.js",
  "excel-web-16.00.js": "excel-web-16.00.js",
  "excel-mac-16.00.js": "excel-mac-16.00.js",
  "custom-functions-runtime.js": "custom-functions-runtime.js",
  "o15apptofilemappingtable.js": "o15apptofilemappingtable.js",
  "oteljs_agave.js": "telemetry/oteljs_agave.js",
  "ja-jp/office_strings.js": "ja-jp/office_strings.js",
  "en-us/office_strings.js": "en-us/office_strings.js",
};

const COMPRESS = { passes: 3, ecma: 2020 };
/** Our own functions read no getter with an effect and ask for no `this`. */
const TIGHT = { ...COMPRESS, keep_fargs: false, unsafe_arrows: true, pure_getters: true };
const FUNCTIONS_FILES = /^(?:functions|shared)\..*js$/;

export default (env = {}, options = {}) => {
  const development = options.mode === "development";
  const base = baseUrl();
  if (!base.stated && !env.workbench) {
    console.warn(`ADDIN_BASE_URL is not set: building for ${base.url}, which works on this machine only.`);
  }
  const selfHosted = env.workbench || process.env.OFFICE_JS === "self";
  // The workbench serves office.js from node_modules itself; a closed network gets a copy beside the add-in.
  const officeJs = env.workbench
    ? "/office-js/office.js"
    : selfHosted
      ? "office-js/office.js"
      : `${CDN}/lib/1/hosted/office.js`;
  const scripts = selfHosted ? "'self'" : `'self' ${CDN}`;

  return {
    mode: development ? "development" : "production",
    devtool: development ? "source-map" : false,
    target: ["web", "es2020"],
    entry: {
      // A layer of its own: its modules are packed as if there were no pane.
      functions: { import: at("src/functions/functions.ts"), layer: "functions" },
      shared: [at("src/functions/functions.ts"), at("src/commands/commands.ts")],
      taskpane: { import: at("src/taskpane/index.tsx"), dependOn: "shared" },
    },
    output: {
      path: env.output ? path.resolve(env.output) : at("dist"),
      // functions.js is named in the manifest, so its name stays; the others are hashed and may be cached for long.
      filename: ({ chunk }) => (chunk?.name === "functions" ? "[name].js" : "[name].[contenthash:8].js"),
      chunkFilename: "[name].[contenthash:8].js",
      clean: true,
    },
    experiments: { layers: true },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "ts-loader",
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
        { test: /\.md$/, type: "asset/source" },
      ],
    },
    // One file per chunk, so that scripts/budgets.ts can tell what a pane loads before it shows its first row.
    optimization: {
      splitChunks: false,
      minimizer: [
        new MinimizerPlugin({
          test: FUNCTIONS_FILES,
          // What one leaves the other packs: the functions have 40 KB and no byte to give away.
          minify: [MinimizerPlugin.terserMinify, MinimizerPlugin.swcMinify],
          minimizerOptions: [
            { ecma: 2020, compress: TIGHT },
            { ecma: 2020, compress: TIGHT, mangle: true },
          ],
        }),
        new MinimizerPlugin({ exclude: FUNCTIONS_FILES, minimizerOptions: { ecma: 2020, compress: COMPRESS } }),
      ],
    },
    performance: { hints: false },
    // What did not change is not compiled again; `npm ci` brings new versions and empties it.
    cache: {
      type: "filesystem",
      cacheDirectory: at(".cache/webpack"),
      buildDependencies: { config: [fileURLToPath(import.meta.url)] },
    },
    plugins: [
      new webpack.DefinePlugin({ ADDIN_VERSION: JSON.stringify(version) }),
      new CustomFunctionsMetadataPlugin({ output: "functions.json", input: at("src/functions/functions.ts") }),
      new LocalisedFunctionsPlugin({
        textsPath: at("src/functions/metadata-texts.json"),
        helpUrl: `${base.url}/help/functions.html`,
      }),
      new HtmlPlugin({
        filename: "taskpane.html",
        template: at("src/taskpane/taskpane.html"),
        chunks: ["shared", "taskpane"],
        chunksSortMode: "manual",
        scriptLoading: "defer",
        officeJs,
        contentSecurityPolicy: [
          "default-src 'none'",
          `script-src ${scripts}`,
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data:",
          "font-src 'self' data:",
          `connect-src ${scripts}`,
          // office.js asks whether to trust a host without https in a frame of its own, from beside itself
          ...(env.workbench ? ["frame-src 'self'"] : []),
          "base-uri 'none'",
          "form-action 'none'",
        ].join("; "),
      }),
      new CopyPlugin({
        patterns: [
          { from: at("assets/*.png"), to: "assets/[name][ext]" },
          { from: at("manifest.xml"), transform: (content) => manifestFor(content.toString(), base) },
          {
            from: at("docs/*.md"),
            to: "help/[name].html",
            transform: (content) => helpPage(content.toString()),
            noErrorOnMissing: true,
          },
          { from: at("docs/images"), to: "help/images", noErrorOnMissing: true },
          ...(selfHosted && !env.workbench
            ? Object.entries(OFFICE_FILES).map(([file, to]) => ({
                from: at("node_modules/@microsoft/office-js/dist", file),
                to: `office-js/${to}`,
                info: { minimized: true },
              }))
            : []),
        ],
      }),
    ],
  };
};
