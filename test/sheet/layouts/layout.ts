export interface Layout {
  readonly name: string;
  readonly drawing: string;
  /** Fiscal year of the sheet; left out: not asserted. */
  readonly year?: number | null;
  /** See summary.ts; [] where the sheet holds no KPI table. */
  readonly found: readonly string[];
}
