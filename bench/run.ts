/** `npm run bench`: every figure in one run, side by side; absolute times mean little on a shared machine. */
import { functionsBench } from "./functions";
import { benchReady } from "./ready";
import { benchScan, benchScanGrowth } from "./scan";

const heading = (text: string): void => console.log(`\n## ${text}`);

heading("KPI.GRADE, one spilled call (bars: LibreOffice ≤ 1.0, HyperFormula ≤ 0.5)");
await functionsBench();

heading("Finding and grading, own CPU (bar: 60 sheets × 20 KPIs < 1 s)");
const scan = await benchScan(60, 20, 3);
console.log(`${scan.graded} KPIs: ${scan.own.toFixed(0)} ms, ${scan.requests} requests`);

heading("60 → 600 sheets (bar: × 10 ± 20 %, never faster)");
const { growth } = await benchScanGrowth();
console.log(`× ${growth.toFixed(2)}`);

heading("Workbench ready against the bare grid (bar: ≤ 2.0)");
const { bare, whole, ratio } = await benchReady();
console.log(`bare grid ${bare.toFixed(0)} ms, grid + pane + first table ${whole.toFixed(0)} ms: ${ratio.toFixed(2)}`);
