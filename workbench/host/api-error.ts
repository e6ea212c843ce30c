/** Excel refuses a call: what crosses the protocol as `Error` and arrives in the add-in as OfficeExtension.Error. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** "Range.values": what the add-in finds in `debugInfo.errorLocation`. */
    readonly location = "",
  ) {
    super(message);
  }
}

/** The refusals of Excel with Excel's own words (reference: error handling page of the Excel JavaScript API). */
const MESSAGES = {
  AccessDenied: "You cannot perform the requested operation.",
  ApiNotFound: "The API you are trying to use could not be found.",
  GeneralException: "There was an internal error while processing the request.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidOperation: "This operation is not permitted for the current object.",
  InvalidOperationInCellEditMode:
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and try again.",
  InvalidReference: "This reference is not valid for the current operation.",
  ItemAlreadyExists: "A resource with the same name or identifier already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  RequestPayloadSizeLimitExceeded: "The request payload size has exceeded the limit.",
  ResponsePayloadSizeLimitExceeded: "The response payload size has exceeded the limit.",
  UnsupportedFeature:
    "The operation failed because the source contains one or more unsupported features. Features currently unsupported on this platform are Comment, Slicer, Chart, and PivotTable.",
} as const;

export type ErrorCode = keyof typeof MESSAGES;

/** Throws Excel's refusal `code`; `message` only where Excel says something more exact. */
export function refuse(code: ErrorCode, location = "", message: string = MESSAGES[code]): never {
  throw new ApiError(code, message, location);
}
