/** The rows that every engine grades: texts as they stand in municipal sheets, and the same rows as plain numbers. */

export interface BenchRow {
  /** 「91件」「1,450,173件」「▲11人」「61.3%」 */
  readonly texts: readonly [string, string, string];
  readonly numbers: readonly [number, number, number];
}

/** Unit, size of the baseline, decimals: taken from the units of the published rows. */
const KINDS = [
  { unit: "件", size: 400, decimals: 0 },
  { unit: "人", size: 60_000, decimals: 0 },
  { unit: "世帯", size: 90, decimals: 0 },
  { unit: "%", size: 100, decimals: 1 },
  { unit: "％", size: 100, decimals: 1 },
  { unit: "箇所", size: 300, decimals: 0 },
  { unit: "千円", size: 50_000, decimals: 0 },
  { unit: "t-CO2", size: 300_000, decimals: 0 },
  { unit: "人 ", size: -80, decimals: 0 },
  { unit: "", size: 1_500_000, decimals: 0 },
] as const;

/** A fixed sequence, so that every run and every engine sees the same rows. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function print(value: number, unit: string, decimals: number): string {
  const [whole = "", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const size = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${value < 0 ? "▲" : ""}${size}${fraction ? `.${fraction}` : ""}${unit}`;
}

/** `count` rows; one in fifty has no actual (「-」, NaN as a number). */
export function benchRows(count: number): BenchRow[] {
  const next = sequence(20261120);
  const rows: BenchRow[] = [];
  for (let i = 0; i < count; i++) {
    const { unit, size, decimals } = KINDS[i % KINDS.length] as (typeof KINDS)[number];
    const round = (x: number): number => Number(x.toFixed(decimals));
    const baseline = round(size * (0.2 + 0.8 * next()));
    const target = round(baseline + Math.abs(baseline) * (0.05 + 0.5 * next()));
    const actual = round(baseline + Math.abs(baseline) * (next() - 0.35));
    const missing = i % 50 === 49;
    rows.push({
      texts: [
        print(baseline, unit, decimals),
        missing ? "-" : print(actual, unit, decimals),
        print(target, unit, decimals),
      ],
      numbers: [baseline, missing ? Number.NaN : actual, target],
    });
  }
  return rows;
}

/** The nested IF that staff write for 旭市型 over columns A (baseline), B (actual), C (target). */
export const nestedIf = (row: number): string =>
  `IF(B${row}="","―",IF(B${row}>=C${row},"S",IF((B${row}-A${row})/ABS(A${row})>=0.1,"A",` +
  `IF((B${row}-A${row})/ABS(A${row})>0,"B",IF((B${row}-A${row})/ABS(A${row})>-0.1,"C","D")))))`;
