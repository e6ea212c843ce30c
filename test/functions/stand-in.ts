/** Excel's `CustomFunctions` global as the function runtime defines it: an error class with a code and a message. */
export class FunctionError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

export const ErrorCode = { invalidValue: "#VALUE!", notAvailable: "#N/A", divisionByZero: "#DIV/0!" } as const;

Object.assign(globalThis, { CustomFunctions: { Error: FunctionError, ErrorCode } });

/** The result of a call, or its error as "code message". */
export function outcome(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (error instanceof FunctionError) return `${error.code} ${error.message}`;
    throw error;
  }
}
