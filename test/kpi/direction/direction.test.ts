import { readFileSync } from "node:fs";
import fc from "fast-check";
import { readCell } from "../../../src/kpi/cell";
import { describeDirection, findDirection, readDirection } from "../../../src/kpi/direction";
import type { Direction, DirectionFinding } from "../../../src/kpi/types";
import { unitOfName } from "../../../src/kpi/unit";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
  readonly baselineText: string | null;
  readonly targetText: string | null;
  readonly direction: string;
  readonly needsHumanConfirmation?: boolean;
}
const read = (file: string): Row[] => JSON.parse(readFileSync(`test/data/${file}`, "utf8")) as Row[];

function find(
  name: string | null,
  baseline: string | number | null,
  target: string | number | null,
  unit: string | null = null,
) {
  return findDirection({
    stated: null,
    name,
    baseline: readCell(baseline, { unit }),
    target: readCell(target, { unit }),
  });
}
const isLow = (d: Direction): boolean => d === "down" || d === "keepDown";
const ofRow = (r: Row): DirectionFinding => find(r.name, r.baselineText, r.targetText, unitOfName(r.name) ?? r.unit);

/** Target on the worse side of the baseline on purpose: these and no others of the 124 are asked about. */
const SEVEN = [
  "hadano-kgi-1-1",
  "hadano-kgi-3-1",
  "hadano-kpi-10-2",
  "hadano-kpi-14-1",
  "hadano-kpi-3-2",
  "suzaka-37-p2",
  "suzaka-37-p3",
];

test.each(read("indicators.json").map((r) => [r.id, r] as const))("%s", (id, row) => {
  const finding = ofRow(row);
  // Two milestones (条例策定, 移行) have no direction that anyone could state.
  if (row.direction !== "unclear") expect(isLow(finding.direction)).toBe(row.direction === "lower-better");
  expect(finding.needsConfirmation).toBe(SEVEN.includes(id));
});

/** 現状維持型 rows with a target below the baseline. */
const ASKED = ["H0105", "H0331", "H0329", "H0115"];

test.each(read("published-rows.json").map((r) => [`${r.id} ${r.name}`, r] as const))("published: %s", (_id, row) => {
  const finding = ofRow(row);
  expect(isLow(finding.direction)).toBe(row.direction === "lower");
  expect(finding.needsConfirmation).toBe(ASKED.includes(row.id));
});

const FINDINGS: readonly (readonly [
  name: string | null,
  baseline: string | number | null,
  target: string | number | null,
  direction: Direction,
  from: DirectionFinding["from"],
  needsConfirmation: boolean,
])[] = [
  [null, 10, 20, "up", "comparison", false],
  [null, 20, 10, "down", "comparison", false],
  [null, 10, 10, "keepUp", "comparison", false],
  [null, 0, 0, "keepDown", "comparison", false],
  [null, null, 10, "up", "default", false],
  [null, "-", "10件", "up", "default", false],
  [null, 91.7, "90.0 未満", "down", "target", false],
  [null, 9.5, "12.0 未満", "down", "target", true],
  [null, 80, "90以上", "up", "target", false],
  [null, 95, "90以上", "up", "target", true],
  [null, 12, "12回以上", "keepUp", "target", false],
  [null, 12, "12件以下", "keepDown", "target", false],
  [null, 10, "増加", "up", "target", false],
  [null, 10, "↘", "down", "target", false],
  [null, 10, "→", "keepUp", "target", false],
  [null, 10, "現状以下", "keepDown", "target", false],
  [null, 10, "全国平均以上", "up", "target", false],
  [null, 10, "前年度を下回る", "down", "target", false],
  [null, "2", "6(20)", "up", "comparison", false],
  [null, "2(20)", "6(20)", "keepUp", "comparison", false],
  [null, "男性 80.1 女性 86.2", "男性 81.0 女性 87.0", "up", "comparison", false],
  [null, "男性 80.1 女性 86.2", "男性 81.0 女性 86.0", "up", "default", true],
  [null, 10, "20～30", "up", "comparison", false],
  [null, 40, "20～30", "down", "comparison", false],
  [null, 25, "20～30", "keepUp", "comparison", false],
  ["待機児童数", 9, 0, "down", "name", false],
  ["待機児童数", 0, 0, "keepDown", "name", false],
  ["待機児童数", null, 0, "down", "name", false],
  ["待機児童数", 9, 12, "down", "name", true],
  ["待機児童数", 9, "維持", "keepDown", "target", false],
  ["待機児童数", 9, "増加", "up", "target", true],
  ["刑法犯認知件数（件）", 10193, 10193, "keepDown", "name", false],
  ["参加者数", 100, 120, "up", "name", false],
  ["参加者数", 100, 100, "keepUp", "name", false],
  ["参加者数", 100, 90, "up", "name", true],
  ["参加者数", 100, "減少", "down", "target", true],
  ["参加者数", 100, "80人以上", "up", "target", true],
  ["指標A", 10, 20, "up", "comparison", false],
  ["指標A", 20, 10, "down", "comparison", true],
  ["景観条例策定", "-", "策定", "up", "name", false],
];

test.each(FINDINGS)(
  "%s: %s → %s is %s by %s (confirm: %s)",
  (name, baseline, target, direction, from, needsConfirmation) => {
    expect(find(name, baseline, target)).toMatchObject({ direction, from, needsConfirmation });
  },
);

test("stated wins over everything", () => {
  const evidence = { name: "待機児童数", target: readCell("増加"), baseline: readCell(3) };
  expect(findDirection({ ...evidence, stated: "keepUp" })).toEqual({
    direction: "keepUp",
    from: "stated",
    needsConfirmation: false,
    reason: { code: "stated", word: null },
  });
});

const STATED: readonly (readonly [Direction, string])[] = [
  [
    "up",
    "増加 ↑ ↗ up UP Up 上げる 増やす 高いほど良い 高いほどよい プラス 上昇 向上 多いほど良い 大きいほど望ましい ＋ 増 増加させる higher",
  ],
  [
    "down",
    "減少 ↓ ↘ down 下げる 減らす 低いほど良い 少ないほどよい マイナス 低下 抑制 縮減 小さい方が良い 減 減少させる lower",
  ],
  ["keepUp", "維持 → keepUp KEEPUP 現状維持 維持（以上） 下回らない 横ばい 現状以上 維持・向上 ⇒"],
  ["keepDown", "維持（以下） 維持(以下) keepDown 上回らない 現状以下 維持・減少"],
];
test.each(STATED.flatMap(([direction, list]) => list.split(" ").map((text) => [text, direction] as const)))(
  "%s is %s",
  (text, direction) => expect(readDirection(text)).toBe(direction),
);

test.each(["", " ", "件", "不明", "その他", "増減", "○", "10", "方向", "増加率"])("%j is no direction", (text) => {
  expect(readDirection(text)).toBeNull();
});

test("what describes a direction reads back as it", () => {
  for (const direction of ["up", "down", "keepUp", "keepDown"] as const) {
    expect(readDirection(describeDirection(direction, "ja"))).toBe(direction);
  }
});

test("any name and any cells give a finding, the same each time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), fc.string(), (name, baseline, target) => {
      const first = find(name, baseline, target);
      expect(["up", "down", "keepUp", "keepDown"]).toContain(first.direction);
      expect(find(name, baseline, target)).toEqual(first);
    }),
  );
});
