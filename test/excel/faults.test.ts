/**
 * Everything that can go wrong, at every request of a run. After each: no cell outside the plan changed, every cell of
 * the plan holds the old or the new content and the report says which, and 「元に戻す」 brings the old workbook back.
 */
import { HostError } from "../../src/excel/host-errors";
import { readWorkbook } from "../../src/excel/read";
import { restore, type RestoreReport } from "../../src/excel/restore";
import { applyPlan, type ApplyReport } from "../../src/excel/write";
import type { StepCell } from "../../src/excel/record";
import type { EditPlan } from "../../src/sheet/types";
import type { HostFaults } from "../../workbench/host/faults";
import type { Host } from "../../workbench/host/host";
import { contents, GRADE, gradePlan, manySheets } from "./support/forms";
import { withExcel } from "./support/host";

const SHEET = "施策1";
const NEW = '"A" General';
const place = (sheet: string, row: number): string => `${sheet}!${row},${GRADE}`;

const sheetOf = (host: Host, name = SHEET) => {
  const sheet = host.book.findSheet(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

const setProtection = (host: Host, on: boolean, name = SHEET): void =>
  host.book.setProtection(sheetOf(host, name), { on, options: {}, hasPassword: false, password: null }, "remote");

/** Something happens between request n - 1 and request n. */
const before = (n: number, happen: () => void): HostFaults => ({
  beforeRequest: (request) => {
    if (request === n) happen();
  },
});

interface Fault {
  readonly name: string;
  readonly at: (n: number, host: Host) => HostFaults;
  /** The fault itself changes this cell. */
  readonly touches?: string;
}

const FAULTS: readonly Fault[] = [
  { name: "the request fails", at: (n) => ({ failRequest: n }) },
  { name: "it and all later ones fail", at: (n) => ({ failRequest: (request) => request >= n }) },
  { name: "the answer is lost", at: (n) => ({ loseAnswer: n }) },
  { name: "it and all later ones are lost", at: (n) => ({ loseAnswer: (request) => request >= n }) },
  { name: "somebody protects the sheet", at: (n, host) => before(n, () => setProtection(host, true)) },
  {
    name: "somebody protects the sheet that comes last",
    at: (n, host) => before(n, () => setProtection(host, true, "施策2")),
  },
  {
    name: "somebody grades a row",
    at: (n, host) => before(n, () => host.book.edit(sheetOf(host), 3, GRADE, "S", "remote")),
    touches: place(SHEET, 3),
  },
  {
    name: "somebody changes a figure",
    at: (n, host) => before(n, () => host.book.edit(sheetOf(host), 3, 2, "95件", "remote")),
    touches: `${SHEET}!3,2`,
  },
  {
    name: "somebody deletes the sheet",
    at: (n, host) => before(n, () => host.book.deleteSheet(sheetOf(host), "remote")),
  },
  {
    name: "the user begins to edit a cell",
    at: (n, host) => before(n, () => (host.faults.cellEdit = true)),
  },
];

/** Every fault at every request, and once after the last. */
const cases = (requests: number) =>
  FAULTS.flatMap((fault) => Array.from({ length: requests + 1 }, (_, i) => [fault.name, i + 1, fault] as const));

/** Ends whatever is wrong with the host. */
function heal(host: Host): void {
  host.faults = {};
  for (const { name } of host.book.sheets) setProtection(host, false, name);
}

/** The workbook as it must be: `original`, with what the fault itself did. */
function expected(original: Record<string, string>, host: Host, fault: Fault): Record<string, string> {
  const gone = host.book.findSheet(SHEET) === undefined;
  const cells = Object.entries(original).filter(([key]) => !gone || !key.startsWith(`${SHEET}!`));
  return Object.fromEntries(cells.filter(([key]) => key !== fault.touches));
}

function withoutTouched(cells: Record<string, string>, fault: Fault): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).filter(([key]) => key !== fault.touches));
}

async function written(host: Host, plan: EditPlan): Promise<ApplyReport | HostError> {
  try {
    return await applyPlan(plan);
  } catch (error) {
    if (error instanceof HostError) return error;
    throw new Error(`no HostError but ${String(error)} after ${host.requests.length} requests`, { cause: error });
  }
}

async function restored(): Promise<RestoreReport | HostError | null> {
  try {
    return await restore();
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
}

describe("writing", () => {
  test.each(cases(3))("%s at request %i", async (_, n, fault) => {
    const model = manySheets(2, 4);
    const original = contents(model);
    await withExcel({ model }, async ({ host }) => {
      const plan = gradePlan(await readWorkbook({ scope: "all" }));
      host.faults = fault.at(host.requests.length + n, host);
      const report = await written(host, plan);
      const after = contents(model);

      // Nothing outside the plan, and in the plan the old or the new.
      const planned = new Set(plan.edits.map(({ sheetName, row }) => place(sheetName, row)));
      const outside = Object.fromEntries(Object.entries(after).filter(([key]) => !planned.has(key)));
      expect(withoutTouched(outside, fault)).toEqual(expected(original, host, fault));
      for (const key of planned) if (key !== fault.touches) expect([undefined, NEW]).toContain(after[key]);

      // The report says which.
      if (report instanceof HostError) {
        for (const key of planned) if (key !== fault.touches) expect(after[key]).toBeUndefined();
      } else {
        const told = {
          written: report.written.map(({ sheetName, row }) => place(sheetName, row)),
          failed: report.failed.map(({ edit }) => place(edit.sheetName, edit.row)),
          refused: report.refused.map(({ edit }) => place(edit.sheetName, edit.row)),
          unverified: report.unverified.map(({ sheetName, row }) => place(sheetName, row)),
        };
        expect(Object.values(told).flat().sort()).toEqual([...planned].sort());
        for (const key of told.written) expect(after[key]).toBe(NEW);
        for (const key of [...told.failed, ...told.refused]) expect(after[key]).not.toBe(NEW);
        if (told.unverified.length > 0 || told.failed.length > 0)
          expect(report.problem !== null || fault.touches !== undefined || !host.book.findSheet(SHEET)).toBe(true);
      }

      // Once the trouble is over, 「元に戻す」 leaves no trace of us.
      heal(host);
      const back = await restored();
      expect(back).not.toBeInstanceOf(HostError);
      expect(withoutTouched(contents(model), fault)).toEqual(expected(original, host, fault));
      expect(host.internalErrors).toEqual([]);
    });
  });
});

describe("restoring", () => {
  test.each(cases(5))("%s at request %i", async (_, n, fault) => {
    const model = manySheets(2, 4);
    const original = contents(model);
    await withExcel({ model }, async ({ host }) => {
      const plan = gradePlan(await readWorkbook({ scope: "all" }));
      await applyPlan(plan);
      const graded = contents(model);
      host.faults = fault.at(host.requests.length + n, host);
      const report = await restored();
      const after = contents(model);
      for (const { sheetName, row } of plan.edits) {
        const key = place(sheetName, row);
        if (key !== fault.touches) expect([undefined, NEW]).toContain(after[key]);
      }
      if (report instanceof HostError) expect(withoutTouched(after, fault)).toEqual(expected(graded, host, fault));
      else if (report) {
        const ours = ({ sheetName, row }: StepCell): boolean => place(sheetName, row) !== fault.touches;
        for (const { sheetName, row } of report.restored.filter(ours))
          expect(after[place(sheetName, row)]).toBeUndefined();
        for (const { sheetName, row } of report.failed.map(({ cell }) => cell).filter(ours))
          expect(after[place(sheetName, row)]).toBe(NEW);
      }

      // Whatever is left can be restored later; doing it twice changes nothing more.
      heal(host);
      await restored();
      expect(withoutTouched(contents(model), fault)).toEqual(expected(original, host, fault));
      await restored();
      expect(withoutTouched(contents(model), fault)).toEqual(expected(original, host, fault));
      expect(host.internalErrors).toEqual([]);
    });
  });
});

describe("reading, by a user who presses Enter in the end", () => {
  test.each(cases(3))("%s at request %i", async (_, n, fault) => {
    const model = manySheets(2, 4);
    const original = contents(model);
    await withExcel({ model }, async ({ host }) => {
      host.faults = fault.at(host.requests.length + n, host);
      const asked = readWorkbook({ scope: "all" }).catch((error: unknown) => error);
      const enter = setInterval(() => host.endCellEdit(), 10);
      const result = await asked;
      clearInterval(enter);
      expect(withoutTouched(contents(model), fault)).toEqual(expected(original, host, fault));
      if (result instanceof HostError) return;
      if (result instanceof Error) throw result;
      expect(result).toMatchObject({ sheets: expect.any(Array) });
    });
  });
});

describe("no answer at all", () => {
  // The deadline's timer would outlive the test.
  beforeEach(() =>
    jest.useFakeTimers({ doNotFake: ["setImmediate", "queueMicrotask", "nextTick", "performance", "Date"] }),
  );
  afterEach(() => jest.useRealTimers());

  const settled = async (host: Host, requests: number): Promise<void> => {
    while (host.requests.length < requests) await new Promise((resolve) => setImmediate(resolve));
    for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
  };

  test("the pane stops waiting after the deadline and says so", async () => {
    await withExcel({ model: manySheets(1, 2) }, async ({ host }) => {
      host.faults = { loseAnswer: 1, lostAs: "silence" };
      const reading = readWorkbook({ scope: "all" }).catch((error: unknown) => error);
      await settled(host, 1);
      await jest.advanceTimersByTimeAsync(31_000);
      expect(await reading).toMatchObject({ code: "timeout" });
    });
  });

  test.each([1, 2, 3])("the pane is closed in request %i of writing: the next one can restore", async (n) => {
    const model = manySheets(2, 4);
    const original = contents(model);
    await withExcel({ model }, async ({ host }) => {
      const plan = gradePlan(await readWorkbook({ scope: "all" }));
      const last = host.requests.length + n;
      host.faults = { loseAnswer: last, lostAs: "silence" };
      void applyPlan(plan);
      await settled(host, last);
    });
    await withExcel({ model }, async () => {
      await restore();
      expect(contents(model)).toEqual(original);
    });
  });

  test.each([1, 2, 3, 4, 5])("the pane is closed in request %i of restoring: the next one can go on", async (n) => {
    const model = manySheets(2, 4);
    const original = contents(model);
    await withExcel({ model }, async ({ host }) => {
      await applyPlan(gradePlan(await readWorkbook({ scope: "all" })));
      const last = host.requests.length + n;
      host.faults = { loseAnswer: last, lostAs: "silence" };
      void restore();
      await settled(host, last);
    });
    await withExcel({ model }, async () => {
      await restore();
      expect(contents(model)).toEqual(original);
    });
  });
});
