// The layers of docs/architecture.md as lint rules: arrows run one way, a wrong import fails `npm test`.
import office from "eslint-plugin-office-addins";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Folders of src, and what each may not import. */
const layers = {
  kpi: ["sheet", "xlsx", "excel", "functions", "commands", "taskpane"],
  sheet: ["xlsx", "excel", "functions", "commands", "taskpane"],
  xlsx: ["excel", "functions", "commands", "taskpane"],
  excel: ["functions", "commands", "taskpane"],
  functions: ["sheet", "xlsx", "excel", "commands", "taskpane"],
  commands: ["functions", "taskpane"],
  taskpane: ["functions", "commands"],
};

const layerRules = Object.entries(layers).map(([layer, forbidden]) => ({
  files: [`src/${layer}/**/*.{ts,tsx}`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            group: forbidden.map((f) => `**/${f}/**`),
            message: "The layers run kpi < sheet < excel < taskpane (docs/architecture.md).",
          },
          { group: ["**/workbench/**", "**/test/**"], message: "Nothing that ships imports the workbench or tests." },
          ...(layer === "taskpane"
            ? []
            : [{ group: ["react", "react-dom", "@fluentui/*"], message: "Only the pane knows React." }]),
          ...(layer === "kpi" || layer === "functions"
            ? [{ group: ["zod"], message: "zod stays out of the functions bundle." }]
            : []),
        ],
      },
    ],
    "no-restricted-globals":
      layer === "excel" || layer === "commands"
        ? "off"
        : [
            "error",
            ...["Excel", "OfficeExtension", "OfficeRuntime"].map((name) => ({
              name,
              message: "Only src/excel names Excel.*",
            })),
          ],
  },
}));

export default tseslint.config(
  { ignores: ["node_modules/**", "dist/**", ".cache/**"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      eqeqeq: ["error", "always"],
      "no-console": "error",
    },
  },
  {
    files: ["scripts/**", "samples/**", "bench/**", "workbench/**", "webpack.config.js"],
    rules: { "no-console": "off" },
  },
  ...layerRules,
  { files: ["src/taskpane/**/*.{ts,tsx}"], plugins: { "react-hooks": hooks }, rules: hooks.configs.recommended.rules },
  {
    files: ["src/excel/**/*.ts"],
    plugins: { "office-addins": office },
    rules: Object.fromEntries(Object.keys(office.rules).map((rule) => [`office-addins/${rule}`, "error"])),
  },
);
