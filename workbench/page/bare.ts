/** The grid alone with the same workbook: what the workbench is measured against (`npm run bench`). */
import { Grid } from "../grid/grid";
import { openWorkbook } from "../open";

const file = new URLSearchParams(location.search).get("file") ?? "asahi-r3.xlsx";
const response = await fetch(`/samples/${file}`);
const book = openWorkbook(file, new Uint8Array(await response.arrayBuffer()));
new Grid("grid", { onRefused: () => undefined, onEditing: () => undefined }).show(book);
