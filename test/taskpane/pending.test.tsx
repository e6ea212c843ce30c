/** Formulas of ours in the real functions runtime, slower than the pane reads. */
import { screen, waitFor } from "@testing-library/react";
import { grade } from "../../src/functions/functions";
import { FormulaEngine } from "../../workbench/calc/engine";
import type { FunctionMetadata } from "../../workbench/host/custom-functions";
import { cellOf, sample, withPane, type OpenPane } from "./support/pane";

jest.setTimeout(120_000);

const range = { dimensionality: "matrix" };
const option = { ...range, optional: true };
const GRADE: FunctionMetadata = {
  id: "GRADE",
  name: "GRADE",
  parameters: [range, range, range, option, option, option],
};
const GRADE_CELLS = ["BI13", "BI17", "BI19", "BI21"];

/** Opens the pane with functions that answer after `delay` ms. */
async function withSlowFunctions(delay: number, work: (pane: OpenPane) => Promise<void>): Promise<void> {
  const model = sample("asahi-r3.xlsx");
  model.calculator = new FormulaEngine();
  await withPane(
    model,
    async (pane) => {
      pane.office.CustomFunctions.associate("GRADE", async (...args: Parameters<typeof grade>) => {
        await new Promise((resolve) => setTimeout(resolve, delay));
        return grade(...args);
      });
      const { user } = pane;
      await user.click(await screen.findByRole("button", { name: "式で書き込む" }));
      await user.click(await screen.findByRole("button", { name: "4件を式で書き込む" }));
      expect(await screen.findByText("4件に式を書き込みました。")).toBeVisible();
      await work(pane);
    },
    { functions: [GRADE] },
  );
}

const shown = (model: OpenPane["model"]): unknown[] =>
  GRADE_CELLS.map((address) => {
    const place = model.find(address, model.active);
    return place?.sheet.value(place.area.top, place.area.left);
  });

const existing = ({ store }: OpenPane): unknown[] =>
  (store.get().assessment?.sheets ?? []).flatMap(({ tables }) =>
    tables.flatMap(({ graded }) => graded.map(({ indicator }) => indicator.existingGrade)),
  );

test("the pane follows until the grades are worked out; until then they are nobody's", async () => {
  await withSlowFunctions(2_500, async (pane) => {
    expect(shown(pane.model)).toEqual(["#BUSY!", "#BUSY!", "#BUSY!", "#BUSY!"]);
    await waitFor(() => expect(existing(pane)).toEqual([null, null, null, null]));
    await waitFor(() => expect(pane.store.get().findings).not.toBeNull());
    expect(JSON.stringify(pane.store.get().findings)).not.toContain("BUSY");
    expect(document.body.textContent).not.toContain("BUSY");
    await waitFor(() => expect(existing(pane)).toEqual(["D", "S", "S", "―"]), { timeout: 30_000 });
    expect(await screen.findByRole("button", { name: "すべて書き込み済み" })).toBeDisabled();
    expect(JSON.stringify(pane.store.get().findings)).not.toContain("BUSY");
    // Nothing more is asked once everything is there.
    const requests = pane.office.host.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(pane.office.host.requests).toHaveLength(requests);
  });
});

test("formulas that show the computed grade are unchanged; 「式を値にする」 makes them values", async () => {
  await withSlowFunctions(0, async (pane) => {
    const { user, model } = pane;
    await waitFor(() => expect(existing(pane)).toEqual(["D", "S", "S", "―"]), { timeout: 30_000 });
    await user.click(await screen.findByRole("button", { name: "式を値にする" }));
    expect(await screen.findByText("4件の式を値にしました。")).toBeVisible();
    expect(GRADE_CELLS.map((address) => cellOf(model, address))).toEqual(["D", "S", "S", "―"]);
  });
});
