/**
 * ExcelApi set of members that are newer than ExcelApi 1.9 (source: the checks in Microsoft's library; a test
 * compares). An Excel below it answers ApiNotFound.
 */
const SETS: Readonly<Record<string, string>> = {
  "Workbook.InsertWorksheetsFromBase64": "1.13",
  "Range.GetMergedAreasOrNullObject": "1.13",
  "Range.HasSpill": "1.12",
  "Range.GetSpillParentOrNullObject": "1.12",
  "Range.GetSpillingToRangeOrNullObject": "1.12",
  "Worksheet._RegisterSingleClickedEvent": "1.10",
  "Worksheet._UnregisterSingleClickedEvent": "1.10",
  "Worksheet._RegisterProtectionChangedEvent": "1.14",
  "Worksheet._UnregisterProtectionChangedEvent": "1.14",
  "WorksheetCollection._RegisterSingleClickedEvent": "1.10",
  "WorksheetCollection._UnregisterSingleClickedEvent": "1.10",
  "WorksheetCollection._RegisterProtectionChangedEvent": "1.14",
  "WorksheetCollection._UnregisterProtectionChangedEvent": "1.14",
};

export function requirement(type: string, member: string): readonly [set: string, version: string] | null {
  const version = SETS[`${type}.${member}`];
  return version === undefined ? null : ["ExcelApi", version];
}

export { SETS as REQUIREMENT_SETS };
