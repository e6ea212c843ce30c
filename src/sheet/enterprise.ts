/**
 * 公営企業. 経常収支比率 of a city is the part of its income that is tied up, lower is better; of an enterprise it is income
 * over cost, higher is better. Only the rest of the sheet tells which is meant.
 */
const ENTERPRISE = /病院|医業|病床|水道|給水|有収|下水|公営企業|企業会計|経営(?:強化|戦略)|交通局|市バス/;

/** Do a sheet's name, title and indicators speak of a hospital, a waterworks, a bus company of the city? */
export const speaksOfEnterprise = (texts: readonly string[]): boolean => texts.some((text) => ENTERPRISE.test(text));

/** The name of an indicator as it is meant there. */
export const enterpriseName = (name: string): string => name.replace(/^(?:修正)?経常収支比率/, "公営企業$&");
