import { HOST_ERRORS, HostError, hostErrorSentence, toHostError } from "../../src/excel/host-errors";

const rows = Object.entries(HOST_ERRORS);

test.each(rows)("%s: complete sentences that say what was not changed", (code, row) => {
  for (const text of [row.ja, row.en]) expect(text).not.toBe("");
  expect(row.ja).toMatch(/(?:ました|ません|です|ください)。$/);
  expect(row.en).toMatch(/\.$/);
  expect(row.ja.includes("{detail}")).toBe(row.en.includes("{detail}"));
  if (code === "noExcel") return;
  expect(row.ja).toMatch(/何も変更していません|書き込んでいません|前の設定のまま/);
  expect(row.en).toMatch(/Nothing was (?:changed|written)|previous settings remain/);
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
