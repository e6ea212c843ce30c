/** Whether the open workbook was changed since it was opened or saved. */
import type { BookEvent } from "../model/changes";
import type { Workbook } from "../model/workbook";

/** Selecting, changing sheets and working formulas out change nothing that a user could lose. */
const HARMLESS: ReadonlySet<BookEvent["kind"]> = new Set(["calculated", "selected", "clicked", "activated"]);

export class UnsavedEdits {
  private edited = false;

  constructor(book: Workbook) {
    book.on(({ kind }) => {
      if (!HARMLESS.has(kind)) this.edited = true;
    });
  }

  get any(): boolean {
    return this.edited;
  }

  saved(): void {
    this.edited = false;
  }
}
