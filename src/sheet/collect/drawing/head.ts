/** What the result sheets say about themselves. */
export interface CollectionHead {
  /** As printed, 「令和8年11月20日」: this folder reads no clock. */
  readonly date: string;
  /** The workbook that they are written into. */
  readonly workbook: string;
}
