const swc = [
  "@swc/jest",
  {
    jsc: {
      parser: { syntax: "typescript", tsx: true },
      transform: { react: { runtime: "automatic" } },
      target: "es2022",
    },
  },
];
const common = {
  transform: { "\\.[jt]sx?$": swc },
  // numfmt 4.0.1 names a file for require() that its package does not contain.
  moduleNameMapper: { "^numfmt$": "<rootDir>/node_modules/numfmt/dist/index.js" },
  testPathIgnorePatterns: ["/node_modules/", "/test/e2e/"],
};

/** Two worlds: plain node for everything without a page, jsdom for the pane. */
export default {
  projects: [
    { ...common, displayName: "node", testEnvironment: "node", testMatch: ["<rootDir>/test/**/*.test.ts"] },
    { ...common, displayName: "pane", testEnvironment: "jsdom", testMatch: ["<rootDir>/test/taskpane/**/*.test.tsx"] },
  ],
};
