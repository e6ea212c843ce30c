/** The workbench: a workbook in the grid, the real pane beside it, Excel's half of the protocol between them. */
import "./style.css";
import { Grid } from "../grid/grid";
import { createHost, type Host } from "../host/host";
import type { FunctionMetadata } from "../host/custom-functions";
import { LTSC_2021, LTSC_2024, MICROSOFT_365, type Requirements } from "../host/requirements";
import type { Workbook } from "../model/workbook";
import { xlsxErrorSentence } from "../../src/xlsx/messages";
import { XlsxError } from "../../src/xlsx/types";
import { openWorkbook, saveWorkbook } from "../open";
import { UnsavedEdits } from "./unsaved";

const EXCELS: Readonly<Record<string, { requirements: Requirements; blank: null | 0 }>> = {
  "365": { requirements: MICROSOFT_365, blank: null },
  "2024": { requirements: LTSC_2024, blank: 0 },
  "2021": { requirements: LTSC_2021, blank: 0 },
};

const query = new URLSearchParams(location.search);
const excel = EXCELS[query.get("excel") ?? "365"] ?? { requirements: MICROSOFT_365, blank: null };
const locale = query.get("locale") ?? "ja-JP";

const element = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const message = element("message");

/** Says something until the next thing is said; errors are read out. */
function say(text: string, plain = false): void {
  message.textContent = text;
  message.classList.toggle("plain", plain);
  message.hidden = text === "";
}

let messageTimer = 0;
function sayBriefly(text: string): void {
  say(text, true);
  clearTimeout(messageTimer);
  messageTimer = window.setTimeout(() => say(""), 6000);
}

const functionsReady: Promise<readonly FunctionMetadata[]> = fetch("/addin/functions.json")
  .then((response) => response.json())
  .then((json: { functions: FunctionMetadata[] }) =>
    json.functions.map((f) => ({ ...f, allowErrorForDataTypeAny: true })),
  );

/** Excel's reasons not to do what was done with a sheet's tab. */
const SHEET_REFUSED: Readonly<Record<string, string>> = {
  AccessDenied: "ブックが保護されているため、シートの追加・削除・移動・名前の変更はできません。ブックは元のままです。",
  ItemAlreadyExists: "この名前のシートはもうあります。シートの名前は元のままです。",
  InvalidArgument: "シートの名前に使えない文字があるか、長すぎます（31文字まで）。シートの名前は元のままです。",
  InvalidOperation: "表示されているシートが1枚は必要です。ブックは元のままです。",
};

const grid = new Grid("grid", {
  onRefused: (what, code) =>
    say(
      what === "cell"
        ? "このセルは保護されているため、変更できません。セルは元のままです。"
        : (SHEET_REFUSED[code] ?? `Excelはこの操作を受け付けません（${code}）。ブックは元のままです。`),
    ),
  onEditing: (editing) => {
    if (!host) return;
    host.faults = { ...host.faults, cellEdit: editing };
    if (!editing) host.endCellEdit();
  },
});

let host: Host | null = null;
let frame: HTMLIFrameElement | null = null;
let opened: { readonly book: Workbook; readonly original: Uint8Array; readonly unsaved: UnsavedEdits } | null = null;

/** A new pane for a new workbook, as when a file is opened in Excel. */
async function connect(book: Workbook): Promise<void> {
  host?.close();
  frame?.remove();
  const pane = document.createElement("iframe");
  pane.title = "KPIシート";
  frame = pane;
  const created = createHost(book, {
    origin: location.origin,
    post: (text) => pane.contentWindow?.postMessage(text, location.origin),
    requirements: excel.requirements,
    blank: excel.blank,
    locale,
    functions: await functionsReady,
    readWorkbook: (base64) =>
      openWorkbook(
        "inserted.xlsx",
        Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)),
      ),
    onInternalError: (error) => console.error(error),
  });
  host = created;
  // office.js reads the window's name when it loads: set before the page is.
  pane.name = created.windowName;
  pane.src = "/addin/taskpane.html";
  element("pane").replaceChildren(pane);
  book.calculateStale();
}

addEventListener("message", (event) => {
  if (event.source === frame?.contentWindow && event.origin === location.origin) void host?.receive(event.data);
});

/** Nothing is lost without a word. @returns false where the user stays with the open workbook */
const mayLeave = (name: string): boolean =>
  !opened?.unsaved.any ||
  confirm(
    `「${opened.book.name}」への変更は、まだ保存していません。\n変更を捨てて「${name}」を開きますか？（キャンセルを押すと、いまのブックのままです）`,
  );

/** @returns whether this workbook is open now; otherwise the one before still is */
async function open(name: string, bytes: Uint8Array): Promise<boolean> {
  say("");
  let book: Workbook;
  try {
    book = openWorkbook(name, bytes);
  } catch (error) {
    if (!(error instanceof XlsxError)) throw error;
    say(`「${name}」を開けませんでした。${xlsxErrorSentence(error.code, "ja")}`);
    return false;
  }
  if (!mayLeave(name)) return false;
  opened = { book, original: bytes, unsaved: new UnsavedEdits(book) };
  element("name").textContent = name;
  const connected = connect(book);
  grid.show(book);
  await connected;
  return true;
}

/** @returns as `open` */
async function openSample(path: string): Promise<boolean> {
  const response = await fetch(`/samples/${path}`);
  if (!response.ok) {
    say(`サンプル「${path}」が見つかりません。表示は変わっていません。`);
    return false;
  }
  return open(path.split("/").at(-1) ?? path, new Uint8Array(await response.arrayBuffer()));
}

function save(): void {
  if (!opened) return;
  const bytes = saveWorkbook(opened.original, opened.book);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart]));
  link.download = opened.book.name;
  link.click();
  opened.unsaved.saved();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  sayBriefly(`「${opened.book.name}」を保存しました。変更したセルだけを書き換えています。`);
}

async function listSamples(selected: string): Promise<void> {
  const list = element<HTMLSelectElement>("samples");
  const samples = (await (await fetch("/samples.json")).json()) as string[];
  const folders = new Map<string, HTMLOptGroupElement>();
  const TITLES: Readonly<Record<string, string>> = {
    "": "管理シート",
    variants: "職員が手を加えたシート",
    negatives: "KPI表のないブック",
  };
  for (const path of samples) {
    const folder = path.includes("/") ? (path.split("/")[0] as string) : "";
    let group = folders.get(folder);
    if (!group) {
      group = document.createElement("optgroup");
      group.label = TITLES[folder] ?? folder;
      folders.set(folder, group);
      list.append(group);
    }
    group.append(new Option(path.split("/").at(-1), path, false, path === selected));
  }
  let shown = list.value;
  list.addEventListener("change", () => {
    const chosen = list.value;
    void openSample(chosen).then((open) => {
      if (open) shown = chosen;
      else list.value = shown;
    });
  });
}

const file = element<HTMLInputElement>("file");
element("open").addEventListener("click", () => file.click());
file.addEventListener("change", () => {
  const chosen = file.files?.[0];
  file.value = "";
  if (chosen) void chosen.arrayBuffer().then((buffer) => open(chosen.name, new Uint8Array(buffer)));
});
element("save").addEventListener("click", save);
element("command-pane").addEventListener("click", () => {
  element("pane").parentElement?.classList.remove("without-pane");
  host?.setPaneVisible(true);
});
element("command-grade").addEventListener("click", () => void host?.runCommand("openPreview", "KpiSheet.Grade"));
element("command-check").addEventListener("click", () => void host?.runCommand("runCheck", "KpiSheet.Check"));

addEventListener("beforeunload", (event) => {
  if (opened?.unsaved.any) event.preventDefault();
});

const first = query.get("file") ?? "asahi-r3.xlsx";
await Promise.all([openSample(first), listSamples(first)]);

/** For end-to-end tests: the workbook behind the grid. */
declare global {
  interface Window {
    workbench: { readonly host: Host | null; readonly book: Workbook | null };
  }
}
window.workbench = {
  get host() {
    return host;
  },
  get book() {
    return opened?.book ?? null;
  },
};
