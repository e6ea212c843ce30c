/**
 * Boots Microsoft's unmodified office.js in node: the library runs in a context of its own, in a window that has just
 * what it asks for, whose parent is the stand-in for Excel.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import { createHost, type Host, type HostOptions } from "../host/host";
import type { Workbook } from "../model/workbook";
import { createWindow, type StubWindow } from "./window";

export interface BootOptions extends Omit<HostOptions, "post" | "origin"> {
  readonly model: Workbook;
}

/** What a page finds after office.js has loaded. */
export interface OfficeGlobals {
  readonly Office: typeof globalThis.Office;
  readonly Excel: typeof globalThis.Excel;
  readonly OfficeExtension: typeof globalThis.OfficeExtension;
  readonly CustomFunctions: typeof globalThis.CustomFunctions;
}

export interface BootedOffice extends OfficeGlobals {
  readonly host: Host;
  /** The window that the library runs in. */
  readonly window: Readonly<Record<string, unknown>>;
  /** Puts the globals where code under test finds them. @returns takes them away again */
  installGlobals(): () => void;
  /** Ends the connection; no timers are left behind. */
  close(): void;
}

const ORIGIN = "https://localhost";
const BASE = `${ORIGIN}/office-js/`;

const dist = path.dirname(createRequire(path.resolve("package.json")).resolve("@microsoft/office-js/dist/office.js"));
const scripts = new Map<string, vm.Script>();

function script(file: string): vm.Script {
  let compiled = scripts.get(file);
  if (!compiled) {
    compiled = new vm.Script(readFileSync(path.join(dist, file.toLowerCase()), "utf8"), { filename: file });
    scripts.set(file, compiled);
  }
  return compiled;
}

/** Resolves when `Office.onReady` has reported Excel. */
export async function bootOffice(options: BootOptions): Promise<BootedOffice> {
  const stub: StubWindow = createWindow({
    origin: ORIGIN,
    officeUrl: `${BASE}office.js`,
    load: (url) => script(url.slice(BASE.length)).runInContext(stub.context),
    onMessage: (text) => void host.receive(text),
  });
  const host = createHost(options.model, { ...options, origin: ORIGIN, post: (text) => stub.deliver(text) });
  stub.window["name"] = host.windowName;
  script("office.js").runInContext(stub.context);
  const { Office } = stub.window as unknown as OfficeGlobals;
  await Office.onReady();
  const globals = stub.window as unknown as OfficeGlobals;
  return {
    Office,
    Excel: globals.Excel,
    OfficeExtension: globals.OfficeExtension,
    CustomFunctions: globals.CustomFunctions,
    host,
    window: stub.window,
    installGlobals: () => installGlobals(stub.window),
    close: () => {
      host.close();
      stub.close();
    },
  };
}

const GLOBALS = ["Office", "Excel", "OfficeExtension", "OfficeRuntime", "CustomFunctions", "Microsoft"] as const;

function installGlobals(window: Record<string, unknown>): () => void {
  const target = globalThis as unknown as Record<string, unknown>;
  const before = GLOBALS.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const name of GLOBALS) target[name] = window[name];
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else delete target[name];
    }
  };
}
