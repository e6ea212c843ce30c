import {
  HOST_ERRORS,
  HostError,
  hostErrorSentence,
  hostProblemSentence,
  toHostError,
} from "../../src/excel/host-errors";

const rows = Object.entries(HOST_ERRORS);

test.each(rows)("%s: complete sentences that say what was not changed", (code, { ja, en }) => {
  const japanese = ja.join("");
  const english = en.join(" ").trim();
  expect(japanese).toMatch(/(?:ました|ません|です|ください)。$/);
  expect(english).toMatch(/\.$/);
  expect(japanese.includes("{detail}")).toBe(english.includes("{detail}"));
  for (const [happened, unchanged] of [ja, en]) {
    expect(happened).not.toBe("");
    // Without Excel there is nothing that could have changed.
    expect(unchanged === "").toBe(code === "noExcel");
  }
});

test("in a report the sentence leaves out what was not changed", () => {
  const error = new HostError("protected");
  expect(hostErrorSentence(error, "ja")).toContain("何も変更していません");
  expect(hostProblemSentence(error, "ja")).not.toContain("何も変更していません");
  expect(hostProblemSentence(error, "ja")).toContain("もう一度お試しください。");
  expect(hostProblemSentence(error, "en")).not.toContain("Nothing was changed");
});

test("each of Excel's codes stands in one row", () => {
  const codes = rows.flatMap(([, row]) => row.excel);
  expect(new Set(codes).size).toBe(codes.length);
});

test.each([
  ["InvalidOperationInCellEditMode", "cellEdit"],
  ["AccessDenied", "protected"],
  ["ItemNotFound", "notFound"],
  ["InvalidArgument", "argument"],
  ["ResponsePayloadSizeLimitExceeded", "tooLarge"],
  ["RequestAborted", "unreachable"],
  ["ServiceNotAvailable", "unreachable"],
  ["ApiNotFound", "unsupported"],
  ["GeneralException", "unknown"],
  ["SomethingNew", "unknown"],
])("%s is %s", (excel, code) => {
  const error = toHostError({ code: excel, message: "…", debugInfo: { errorLocation: "Range.values" } });
  expect(error.code).toBe(code);
  expect(error.detail).toContain("Range.values");
});

test("a code that nobody knows is shown, a known one is not", () => {
  expect(hostErrorSentence({ code: "SomethingNew", message: "odd" }, "ja")).toContain("SomethingNew");
  expect(hostErrorSentence({ code: "AccessDenied", message: "no" }, "ja")).not.toContain("AccessDenied");
  expect(hostErrorSentence(new Error("boom"), "en")).toContain("boom");
});

test("without a detail no bracket stays behind", () => {
  for (const [code] of rows) {
    for (const lang of ["ja", "en"] as const) {
      const sentence = hostErrorSentence(new HostError(code as HostError["code"]), lang);
      expect(sentence).not.toMatch(/\{|（）|\(\)/);
    }
  }
});
