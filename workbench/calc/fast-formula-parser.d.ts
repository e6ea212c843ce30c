declare module "fast-formula-parser" {
  class FormulaError extends Error {
    static readonly errorMap: ReadonlyMap<string, FormulaError>;
    static readonly VALUE: FormulaError;
  }

  /** Only what is used here: the table of functions. */
  export default class FormulaParser {
    static readonly FormulaError: typeof FormulaError;
    readonly functions: Readonly<Record<string, ((...args: unknown[]) => unknown) | undefined>>;
    constructor(config: object);
  }
}
