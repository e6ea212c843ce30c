import { readWorkbook } from "../../src/excel/read";
import { withExcel, workbook } from "./support/host";

test("reads sheets", async () => {
  const model = workbook({ 様式: [["指標", "基準値"], ["人口", "=1+1"]], 空: [] });
  await withExcel({ model }, async ({ host }) => {
    const book = await readWorkbook({ scope: "all" });
    console.log(JSON.stringify(book), JSON.stringify(host.requests ?? null));
  });
});
