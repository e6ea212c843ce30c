/**
 * The add-in's custom functions as Excel calls them: a cell shows #BUSY!, the calls of one calculation go to the real
 * runtime in one message, the results come back together and the cells are worked out again.
 */
import type { Argument, CellPlace, CustomFunctionCaller, Result } from "../model/calculator";
import { isErrorValue, type CellValue } from "../model/cell";
import { fullAddress } from "../model/address";
import { cellArea } from "../model/area";
import type { Workbook } from "../model/workbook";
import type { RichApiMessage } from "./protocol";

/** What functions.json says of a function, as far as the host needs it. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly { readonly dimensionality?: string; readonly optional?: boolean }[];
  readonly options?: {
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly allowErrorForDataTypeAny?: boolean;
  };
  readonly allowErrorForDataTypeAny?: boolean;
}

const CATEGORY = 1;
const INVOKE = 1000;
const Flag = { allowErrors: 4 } as const;

/** Numbers of `CustomFunctionErrorCode` in results of the runtime. */
const ERROR_OF_CODE: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#NAME?",
};

interface Call {
  readonly id: number;
  readonly place: CellPlace;
  /** Function and arguments; another call in the same cell replaces this one. */
  readonly key: string;
  done: boolean;
  result: Result;
  /** Message of the error, as Excel shows it when one hovers over the cell. */
  message: string | null;
}

export interface FunctionBridgeOptions {
  readonly namespace: string;
  readonly functions: readonly FunctionMetadata[];
  /** What a blank cell arrives as: null in newer Excel, 0 in LTSC. */
  readonly blank: null | 0;
  readonly send: (messages: readonly RichApiMessage[]) => boolean;
}

export class FunctionBridge implements CustomFunctionCaller {
  /** Calls that were sent to the runtime so far. */
  calls = 0;
  /** Messages in which they were sent. */
  batches = 0;
  private readonly functions = new Map<string, FunctionMetadata>();
  private readonly byCell = new Map<string, Call>();
  private readonly byId = new Map<number, Call>();
  private queue: RichApiMessage[] = [];
  private scheduled = false;
  private ready = false;
  private nextId = 1;
  private idle: (() => void)[] = [];

  constructor(
    private readonly book: Workbook,
    private readonly options: FunctionBridgeOptions,
  ) {
    for (const metadata of options.functions) {
      this.functions.set(`${options.namespace}.${metadata.name}`.toUpperCase(), metadata);
    }
  }

  has(name: string): boolean {
    return this.functions.has(name.toUpperCase());
  }

  /** True where the formula calls one of the functions. */
  mentionedIn(formula: string): boolean {
    return formula.toUpperCase().includes(`${this.options.namespace.toUpperCase()}.`);
  }

  call(name: string, args: readonly Argument[], place: CellPlace): Result {
    const metadata = this.functions.get(name.toUpperCase());
    if (!metadata) return "#NAME?";
    const tooMany = args.length > metadata.parameters.length;
    const tooFew = metadata.parameters.some((parameter, i) => i >= args.length && !parameter.optional);
    if (tooMany || tooFew) return "#VALUE!";
    const error = this.errorBefore(metadata, args);
    if (error) return error;
    const parameters = metadata.parameters.map((parameter, i) => this.parameter(parameter, args[i]));
    const cell = `${place.sheet.id}!${place.row},${place.column}`;
    const key = `${metadata.id}${JSON.stringify(parameters)}`;
    const slot = `${cell}#${metadata.id}`;
    const known = this.byCell.get(slot);
    if (known?.key === key) return known.done ? known.result : "#BUSY!";
    const call: Call = { id: this.nextId++, place, key, done: false, result: "#BUSY!", message: null };
    if (known) this.byId.delete(known.id);
    this.byCell.set(slot, call);
    this.byId.set(call.id, call);
    this.enqueue(call, metadata, parameters);
    return "#BUSY!";
  }

  /** The runtime has registered its handlers. */
  start(): void {
    this.ready = true;
    this.schedule();
  }

  /** `[id, ok, value, errorCode?]` as the runtime reports them. */
  results(list: readonly unknown[]): void {
    this.book.hold();
    for (const entry of list) {
      const [id, ok, value, code] = entry as [number, boolean, unknown, number | undefined];
      const call = this.byId.get(id);
      if (!call) continue;
      this.byId.delete(id);
      call.done = true;
      call.result = ok ? resultOf(value) : (ERROR_OF_CODE[code ?? 0] ?? "#VALUE!");
      call.message = ok ? null : String(value ?? "");
      this.book.touch(call.place);
    }
    // the request that brings them holds calculation back: do it now, before anybody is told
    this.book.settle();
    this.book.release();
    this.announceIdle();
  }

  /** The words behind an error in a cell, as Excel shows them on hover; null where there are none. */
  messageAt(place: CellPlace): string | null {
    const prefix = `${place.sheet.id}!${place.row},${place.column}#`;
    for (const [slot, call] of this.byCell) if (slot.startsWith(prefix)) return call.message;
    return null;
  }

  /** Resolves when no call is under way. */
  async settled(): Promise<void> {
    while (this.byId.size > 0) await new Promise<void>((resolve) => this.idle.push(resolve));
  }

  private announceIdle(): void {
    if (this.byId.size === 0) for (const resolve of this.idle.splice(0)) resolve();
  }

  private enqueue(call: Call, metadata: FunctionMetadata, parameters: readonly unknown[]): void {
    const flags = allowsErrors(metadata) ? Flag.allowErrors : 0;
    const address = fullAddress(call.place.sheet.name, cellArea(call.place.row, call.place.column));
    const message = JSON.stringify([call.id, metadata.id, parameters, address, flags, null]);
    this.queue.push({ messageCategory: CATEGORY, messageType: INVOKE, message });
    this.schedule();
  }

  /** One message for everything that a calculation asks for. */
  private schedule(): void {
    if (!this.ready || this.scheduled || this.queue.length === 0) return;
    this.scheduled = true;
    setTimeout(() => {
      this.scheduled = false;
      const queue = this.queue;
      this.queue = [];
      if (!this.options.send(queue)) this.queue = [...queue, ...this.queue];
      else {
        this.calls += queue.length;
        this.batches++;
      }
    }, 0);
  }

  /** Left out: always null. Blank: as the simulated Excel hands it over. */
  private parameter(parameter: FunctionMetadata["parameters"][number], argument: Argument): unknown {
    if (argument === undefined) return null;
    const rows = isRange(argument) ? argument : [[argument]];
    if (parameter.dimensionality === "matrix") return rows.map((row) => row.map((value) => this.value(value)));
    return this.value(rows[0]?.[0] ?? null);
  }

  private value(value: CellValue | null): unknown {
    if (value === null) return this.options.blank;
    return isErrorValue(value) ? { type: "CustomFunctionError", code: value } : value;
  }

  /** Without leave to take errors a function is not called: the first error is the result. */
  private errorBefore(metadata: FunctionMetadata, args: readonly Argument[]): string | null {
    if (allowsErrors(metadata)) return null;
    for (const value of (args as readonly unknown[]).flat(2)) {
      if (typeof value === "string" && isErrorValue(value)) return value;
    }
    return null;
  }
}

type Range = Extract<Argument, readonly unknown[]>;

const isRange = (argument: Argument): argument is Range => Array.isArray(argument);

const allowsErrors = (metadata: FunctionMetadata): boolean =>
  metadata.options?.allowErrorForDataTypeAny ?? metadata.allowErrorForDataTypeAny ?? false;

/** A value of the runtime as a cell shows it: null is 0, an error object is its code. */
function cellValue(value: unknown): CellValue {
  if (value === null || value === undefined) return 0;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  const basic = (value as { basicValue?: unknown }).basicValue;
  return typeof basic === "string" || typeof basic === "number" || typeof basic === "boolean" ? basic : "#VALUE!";
}

function resultOf(value: unknown): Result {
  if (!Array.isArray(value)) return cellValue(value);
  const rows = value.map((row: unknown) => (Array.isArray(row) ? row.map(cellValue) : [cellValue(row)]));
  const width = rows[0]?.length ?? 0;
  return rows.length === 0 || width === 0 || rows.some((row) => row.length !== width) ? "#VALUE!" : rows;
}
