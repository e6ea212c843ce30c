/**
 * What can go wrong between an add-in and Excel, made to go wrong on purpose. Requests count from 1; those of the
 * custom-functions runtime and of the pane's own start are not counted.
 */
import { ApiError, refuse } from "./api-error";
import { RequestFlag, type RequestBody, type ResponseBody } from "./protocol";

export interface HostFaults {
  /** These requests are refused before anything is done. */
  failRequest?: number | ((request: number) => boolean);
  /** These requests are carried out, but their answer does not arrive. */
  loseAnswer?: number | ((request: number) => boolean);
  /** What arrives in place of a lost answer: an error (default), or nothing at all. */
  lostAs?: "error" | "silence";
  /** Between two requests: another user edits, somebody protects a sheet … Called before each request. */
  beforeRequest?: (request: number) => void | Promise<void>;
  /** Called after each request was carried out, before it is answered. */
  afterRequest?: (request: number) => void | Promise<void>;
  /** Bytes that a request or its answer may have; Excel on the web allows 5 MB. */
  payloadLimit?: number;
  /** The user is editing a cell: requests are refused, or wait where the add-in asked for that. */
  cellEdit?: boolean;
  /** Milliseconds before each answer. */
  delay?: number;
}

export const FIVE_MEGABYTES = 5 * 1024 * 1024;

export interface RequestRecord {
  /** From 1. */
  readonly number: number;
  readonly actions: readonly string[];
  readonly requestBytes: number;
  responseBytes: number;
  /** Error code, "lost", or null for a request that was answered. */
  outcome: string | null;
}

/** Codes of the protocol below the rich API (`OSF.DDA.ErrorCodeManager`). */
export const TransportError = {
  internalError: 5001,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
} as const;

/** An answer of the rich API, an error of the transport, or silence. */
export type Answer = { readonly body: ResponseBody } | { readonly error: number } | null;

const applies = (rule: HostFaults["failRequest"], request: number): boolean =>
  typeof rule === "function" ? rule(request) : rule === request;

/** Carries requests to the interpreter, counts them, and lets them go wrong as `faults` say. */
export class RequestGate {
  /** Every request of the add-in, in order. */
  readonly log: RequestRecord[] = [];
  private readonly waiting: (() => void)[] = [];

  constructor(
    public faults: HostFaults,
    private readonly execute: (body: RequestBody) => Promise<ResponseBody>,
  ) {}

  /** @param flags `RequestFlag`s */
  async request(json: string, flags: number): Promise<Answer> {
    const body = JSON.parse(json) as RequestBody;
    if (isInternal(body)) return { body: await this.execute(body) };
    const record: RequestRecord = {
      number: this.log.length + 1,
      actions: body.Actions.map((action) => action.Name).filter((name) => name !== ""),
      requestBytes: byteLength(json),
      responseBytes: 0,
      outcome: null,
    };
    this.log.push(record);
    const answer = await this.answer(body, record, flags);
    if (answer === null) record.outcome = "lost";
    else if ("error" in answer) record.outcome = `transport ${answer.error}`;
    else record.outcome = answer.body.Error?.Code ?? null;
    if (this.faults.delay) await new Promise((resolve) => setTimeout(resolve, this.faults.delay));
    return answer;
  }

  private async answer(body: RequestBody, record: RequestRecord, flags: number): Promise<Answer> {
    const { number } = record;
    await this.faults.beforeRequest?.(number);
    const limit = this.faults.payloadLimit ?? FIVE_MEGABYTES;
    if (record.requestBytes > limit) return { error: TransportError.requestTooLarge };
    if (this.faults.cellEdit) {
      if (!(flags & RequestFlag.delayForCellEdit)) return { body: refusal("InvalidOperationInCellEditMode") };
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
    if (applies(this.faults.failRequest, number)) return { body: refusal("GeneralException") };
    const answer = await this.execute(body);
    await this.faults.afterRequest?.(number);
    if (applies(this.faults.loseAnswer, number)) {
      return this.faults.lostAs === "silence" ? null : { error: TransportError.internalError };
    }
    record.responseBytes = byteLength(JSON.stringify(answer));
    return record.responseBytes > limit ? { error: TransportError.responseTooLarge } : { body: answer };
  }

  /** The user leaves the cell (Enter): requests that waited for it go on. */
  endCellEdit(): void {
    this.faults.cellEdit = false;
    for (const resume of this.waiting.splice(0)) resume();
  }
}

/** Requests that office.js sends for itself, not for the add-in's `context.sync()`. */
function isInternal(body: RequestBody): boolean {
  if (Object.values(body.ObjectPaths).some((path) => path.Name?.startsWith("Microsoft."))) return true;
  // at the end of Excel.run the library lets its objects go
  const names = new Set(body.Actions.map((action) => action.Name).filter((name) => name !== ""));
  return names.size === 1 && names.has("_RemoveReference");
}

function refusal(code: "GeneralException" | "InvalidOperationInCellEditMode"): ResponseBody {
  try {
    return refuse(code);
  } catch (error) {
    const message = error instanceof ApiError ? error.message : String(error);
    return { Results: [], Error: { Code: code, Message: message, Location: "", ActionIndex: 0, HttpStatusCode: 400 } };
  }
}

/** Length in UTF-8. */
function byteLength(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7ff) bytes += code >= 0xd800 && code <= 0xdfff ? 1 : 2;
    else if (code > 0x7f) bytes += 1;
  }
  return bytes;
}
