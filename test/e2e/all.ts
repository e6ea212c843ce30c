/** Every end-to-end test, in one browser and one build. `npm run test:e2e` */
import { after, before, describe } from "node:test";
import { startWorkbench, type Workbench } from "./support";
import { accessibilityTests } from "./accessibility";
import { collectTests } from "./collect";
import { fileTests } from "./files";
import { formulaTests } from "./formulas";
import { gradeTests } from "./grades";
import { olderExcelTests } from "./older-excel";
import { pageTests } from "./page";
import { sizeTests } from "./size";

let workbench: Workbench;
/** The tests are defined before the browser is there. */
const current = (): Workbench => workbench;

before(async () => {
  workbench = await startWorkbench();
});
after(async () => {
  await workbench?.close();
});

describe("評価: read, preview, write, undo", () => gradeTests(current));
describe("formulas in cells", () => formulaTests(current));
describe("提出シートを集める", () => collectTests(current));
describe("opening and saving", () => fileTests(current));
describe("the page around grid and pane", () => pageTests(current));
describe("first load", () => sizeTests(current));
describe("older Excel and other languages", () => olderExcelTests(current));
describe("keyboard, narrow panes, themes, axe", () => accessibilityTests(current));
