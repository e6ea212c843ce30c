/**
 * ExcelApi set of members that are newer than ExcelApi 1.9 (source: the API sets printed in Microsoft's type
 * declarations; a test compares). An Excel below it answers ApiNotFound.
 */
const SETS: Readonly<Record<string, string>> = {
  "Workbook.InsertWorksheetsFromBase64": "1.13",
  "Range.GetMergedAreasOrNullObject": "1.13",
  "Range.HasSpill": "1.12",
  "Range.GetSpillParentOrNullObject": "1.12",
  "Range.GetSpillingToRangeOrNullObject": "1.12",
  "Worksheet.ShowHeadings": "1.8",
};

export function requirement(type: string, member: string): readonly [set: string, version: string] | null {
  const version = SETS[`${type}.${member}`];
  return version === undefined ? null : ["ExcelApi", version];
}

export { SETS as REQUIREMENT_SETS };
