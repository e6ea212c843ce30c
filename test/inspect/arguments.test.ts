import { parseArguments } from "../../workbench/inspect/arguments";

test.each<[readonly string[], object]>([
  [["a.xlsx"], { file: "a.xlsx", year: null, rubric: null }],
  [["--year", "2021", "a.xlsx"], { file: "a.xlsx", year: 2021 }],
  [["a.xlsx", "--year=2021", "--rubric=旭市型"], { year: 2021, rubric: { name: "旭市型" } }],
  [["a.xlsx", "--rubric", "福島県"], { rubric: { name: "福島県型" } }],
])("%j", (argv, expected) => {
  expect(parseArguments(argv)).toMatchObject(expected);
});

test.each<[readonly string[], RegExp]>([
  [[], /ファイル名がありません/],
  [["--color", "a.xlsx"], /--color という指定はありません/],
  [["a.xlsx", "--year", "R3"], /西暦4桁/],
  [["a.xlsx", "--year", "21"], /西暦4桁/],
  [["a.xlsx", "--year"], /値がありません/],
  [["a.xlsx", "--rubric="], /値がありません/],
  [["a.xlsx", "--rubric", "月面市型"], /月面市型.*旭市型/],
  [["a.xlsx", "b.xlsx"], /1つだけ/],
])("%j is answered with one sentence", (argv, sentence) => {
  const answer = parseArguments(argv);
  expect(answer).toMatch(sentence);
  expect(String(answer).split("\n")).toHaveLength(1);
});
