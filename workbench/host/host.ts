/** The stand-in for Excel as a whole: a workbook behind the protocol that office.js speaks. */
import { excelTable } from "../excel-table";
import type { ExcelContext } from "../excel-table/context";
import { workbookFromXlsx } from "../model/from-xlsx";
import type { Workbook } from "../model/workbook";
import { readXlsx } from "../../src/xlsx/read";
import { refuse } from "./api-error";
import { FunctionBridge, type FunctionMetadata } from "./custom-functions";
import { eventMessages, paneVisibilityMessage } from "./events";
import { RequestGate, type HostFaults, type RequestRecord } from "./faults";
import { Interpreter } from "./interpreter";
import { MICROSOFT_365, supports, type Requirements } from "./requirements";
import { WebHost } from "./web-host";

export interface HostOptions {
  /** Sends a message to the add-in's page. */
  readonly post: (message: string) => void;
  /** Origin of the page that plays Excel. */
  readonly origin: string;
  /** Default: Microsoft 365. */
  readonly requirements?: Requirements;
  /** Display language; default "ja-JP". */
  readonly locale?: string;
  readonly faults?: HostFaults;
  /** The add-in's custom functions (functions.json) and their namespace. */
  readonly functions?: readonly FunctionMetadata[];
  readonly namespace?: string;
  /** What a blank cell arrives as in a custom function: null (default) in newer Excel, 0 in LTSC. */
  readonly blank?: null | 0;
  /** Reads the file of insertWorksheetsFromBase64; default: as an .xlsx. */
  readonly readWorkbook?: (base64: string) => Promise<Workbook> | Workbook;
  /** A bug of the stand-in itself. */
  readonly onInternalError?: (error: unknown) => void;
}

export interface Host {
  readonly book: Workbook;
  /** Give it to the add-in's page before it loads. */
  readonly windowName: string;
  /** A message of the page. */
  receive(message: unknown): Promise<void>;
  /** The add-in's requests (one per `context.sync()` that had something to say), in order. */
  readonly requests: readonly RequestRecord[];
  /** Change it at any time. */
  faults: HostFaults;
  /** The user leaves the cell that is being edited. */
  endCellEdit(): void;
  readonly functions: FunctionBridge;
  /** Objects that the add-in keeps over a sync. */
  readonly trackedObjects: number;
  /** The user presses a ribbon button; resolves when the command calls `completed()`. */
  runCommand(functionName: string, control?: string): Promise<void>;
  readonly pane: { readonly visible: boolean; readonly startWithDocument: boolean };
  setPaneVisible(visible: boolean): void;
  /** Bugs of the stand-in that came up so far; a test wants none. */
  readonly internalErrors: readonly unknown[];
  close(): void;
}

export function createHost(book: Workbook, options: HostOptions): Host {
  const requirements = options.requirements ?? MICROSOFT_365;
  const internalErrors: unknown[] = [];
  const pane = { visible: true, startWithDocument: false };
  const commands = new Map<string, () => void>();
  const functions = new FunctionBridge(book, {
    namespace: options.namespace ?? "KPI",
    functions: options.functions ?? [],
    blank: options.blank ?? null,
    send: (messages) => web.richApiEvent(messages),
  });
  book.customFunctions = functions;
  calculateFunctions(book, functions);

  const setPaneVisible = (visible: boolean): void => {
    if (pane.visible === visible) return;
    pane.visible = visible;
    web.richApiEvent([paneVisibilityMessage(visible)]);
  };
  const context: ExcelContext = {
    book,
    readWorkbook: options.readWorkbook ?? readBase64,
    customFunctions: functions,
    pane,
    setPaneVisible,
  };
  const interpreter = new Interpreter(excelTable, context, {
    beforeRead: () => book.settle(),
    supports: (set, version) => supports(requirements, set, version),
    onInternalError: (error) => {
      internalErrors.push(error);
      options.onInternalError?.(error);
    },
  });
  const gate = new RequestGate(options.faults ?? {}, async (body) => {
    // calculation waits for the end of the request, or for a read in it
    book.hold();
    try {
      return await interpreter.execute(body);
    } finally {
      book.release();
    }
  });
  const web = new WebHost({
    post: options.post,
    request: (body, flags) => gate.request(body, flags),
    origin: options.origin,
    requirements,
    locale: options.locale ?? "ja-JP",
    documentUrl: book.name,
    settings: {
      load: () => [...book.settings],
      save: (settings) => {
        for (const key of [...book.settings.keys()])
          if (!settings.some(([name]) => name === key)) book.setSetting(key, null);
        for (const [key, json] of settings) book.setSetting(key, json);
      },
    },
    onCommandCompleted: (id) => {
      commands.get(id)?.();
      commands.delete(id);
    },
  });
  const stopListening = book.on((event) => {
    const messages = eventMessages(book, event);
    if (messages.length > 0) web.richApiEvent(messages);
  });

  return {
    book,
    windowName: web.windowName,
    receive: (message) => web.receive(message),
    requests: gate.log,
    get faults() {
      return gate.faults;
    },
    set faults(faults) {
      gate.faults = faults;
    },
    endCellEdit: () => gate.endCellEdit(),
    functions,
    get trackedObjects() {
      return interpreter.references.size;
    },
    runCommand: (functionName, control = functionName) =>
      new Promise((resolve) => {
        const id = crypto.randomUUID();
        commands.set(id, resolve);
        web.runCommand(id, functionName, control);
      }),
    pane,
    setPaneVisible,
    internalErrors,
    close: () => {
      stopListening();
      if (book.customFunctions === functions) book.customFunctions = null;
    },
  };
}

/** @throws ApiError InvalidArgument for what is no .xlsx */
function readBase64(base64: string): Workbook {
  try {
    return workbookFromXlsx(readXlsx(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))));
  } catch {
    return refuse("InvalidArgument", "Workbook.insertWorksheetsFromBase64");
  }
}

/** The add-in is here: formulas that call its functions are worked out. */
function calculateFunctions(book: Workbook, functions: FunctionBridge): void {
  book.hold();
  for (const sheet of book.sheets) {
    for (const [row, column, { formula }] of [...sheet.cells()]) {
      if (formula !== null && functions.mentionedIn(formula)) book.touch({ sheet, row, column });
    }
  }
  book.release();
}
