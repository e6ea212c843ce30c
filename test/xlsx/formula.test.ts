import fc from "fast-check";
import { callsCustomFunction, formulaFromFile, formulaToFile, shiftFormula } from "../../src/xlsx/formula";

const FILE_AND_BAR: readonly (readonly [file: string, bar: string])[] = [
  ["SUM(A1:A3)", "=SUM(A1:A3)"],
  ["_xldudf_KPI_GRADE(C5,F5,D5)", "=KPI.GRADE(C5,F5,D5)"],
  ['IF(_xldudf_KPI_GRADE(C5,F5)="A",1,0)', '=IF(KPI.GRADE(C5,F5)="A",1,0)'],
  ["_xlfn.IFS(A1>1,2)", "=IFS(A1>1,2)"],
  ['_xlfn.TEXTJOIN(",",TRUE,_xlfn._xlws.FILTER(A1:A3,B1:B3=1))', '=TEXTJOIN(",",TRUE,FILTER(A1:A3,B1:B3=1))'],
  ['"_xlfn.IFS("&A1', '="_xlfn.IFS("&A1'],
  ["_xlfn.STDEV.S(A1:A3)", "=STDEV.S(A1:A3)"],
];

test.each(FILE_AND_BAR)("%s ↔ %s", (file, bar) => {
  expect(formulaFromFile(file)).toBe(bar);
  expect(formulaToFile(bar)).toBe(file);
});

test.each([
  ["kpi.grade(A1)", "=KPI.GRADE(A1)"],
  ["KPI.GRADE(A1)", "=KPI.GRADE(A1)"],
  ["_xlfn.ANCHORARRAY(A1)", "=A1#"],
  ["_xlfn.SINGLE(A1:A3)", "=@A1:A3"],
  ["_xlfn.LET(_xlpm.x,1,_xlpm.x+1)", "=LET(x,1,x+1)"],
])("%s reads as %s", (file, bar) => expect(formulaFromFile(file)).toBe(bar));

test.each([
  ["A1+$B$2", 1, 1, "B2+$B$2"],
  ["$A1:B$2", 2, 3, "$A3:E$2"],
  ["A:A+1:1", 1, 1, "B:B+2:2"],
  ["SUM(Sheet1!A1,'a A1'!A1)", 1, 0, "SUM(Sheet1!A2,'a A1'!A2)"],
  ['ATAN2(A1,1)&"A1"', 1, 0, 'ATAN2(A2,1)&"A1"'],
  ["表1[[#This Row],[A1]]", 1, 0, "表1[[#This Row],[A1]]"],
  ["目標_A1+A1", 1, 0, "目標_A1+A2"],
  ["A1", -1, 0, "#REF!"],
  ["1.5+A1", 1, 0, "1.5+A2"],
])("%s moved by %i, %i", (formula, rows, columns, moved) => {
  expect(shiftFormula(formula, rows, columns)).toBe(moved);
});

test("a name in a text or a sheet is no custom function", () => {
  expect(callsCustomFunction('="KPI.GRADE("')).toBe(false);
  expect(callsCustomFunction("='KPI.GRADE'!A1")).toBe(false);
  expect(callsCustomFunction("=1+kpi.grade(A1)")).toBe(true);
});

test("moving there and back is the identity", () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), fc.nat(50), fc.nat(50), (row, rows, column, columns) => {
      const formula = `SUM(${String.fromCharCode(65 + (column % 26))}${row + 1}:$C$${row + 2},"x")`;
      expect(shiftFormula(shiftFormula(formula, rows, columns), -rows, -columns)).toBe(formula);
    }),
  );
});
