/** The two Excel errors whose sentence a person can read (#VALUE! and #N/A), and error values that came in with a cell. */

/** #VALUE!: an argument is wrong or a text cannot be read. */
export const valueError = (message: string): CustomFunctions.Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message);

/** #N/A: what is asked for cannot be known from these cells. */
export const notAvailable = (message: string): CustomFunctions.Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, message);

/** An error value in a cell arrives as an object with a code. */
export const isErrorCell = (cell: unknown): cell is CustomFunctions.Error =>
  typeof cell === "object" && cell !== null && "code" in cell;
