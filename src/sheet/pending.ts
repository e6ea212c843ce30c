/** What a cell shows while Excel still works out its formula: no grade of anybody, and gone a moment later. */
const PENDING = /^#(?:BUSY!|GETTING_DATA|CALC!)/i;

/** True for a text that stands for a result that is not there yet. */
export const isPending = (text: string): boolean => PENDING.test(text.trim());
