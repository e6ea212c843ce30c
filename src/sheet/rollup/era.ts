/** Fiscal years as Japanese sheets print them. */
const ERAS = [
  { from: 2019, name: "令和" },
  { from: 1989, name: "平成" },
  { from: 1926, name: "昭和" },
] as const;

/** 2021 → 「令和3年度」, 2019 → 「令和元年度」. */
export function yearName(year: number): string {
  const era = ERAS.find(({ from }) => year >= from);
  if (era === undefined) return `${year}年度`;
  const n = year - era.from + 1;
  return `${era.name}${n === 1 ? "元" : n}年度`;
}
