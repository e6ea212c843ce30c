import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { DEFAULT_RUBRIC, gradeOrder, PRESETS } from "../../src/kpi/rubric";
import { paneTheme, shadeOf } from "../../src/taskpane/theme";
import { TONES, toneOf, type Tone } from "../../src/taskpane/tones";

/** "var(--colorX)" → the colour that the theme gives it. */
function colour(theme: Theme, token: string): string {
  const name = /^var\(--(\w+)\)$/.exec(token)?.[1];
  return name === undefined ? token : String(theme[name as keyof Theme]);
}

/** WCAG 2 relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const long = (hex: string): string => (hex.length === 4 ? `#${[...hex.slice(1)].map((c) => c + c).join("")}` : hex);

describe.each([
  ["light", webLightTheme],
  ["dark", webDarkTheme],
])("grade colours, %s", (_name, theme) => {
  test.each(Object.keys(TONES) as Tone[])("%s: the letter is legible (4.5 : 1)", (tone) => {
    const paper = colour(theme, "var(--colorNeutralBackground1)");
    const behind = TONES[tone].background === "transparent" ? paper : colour(theme, TONES[tone].background);
    expect(contrast(long(behind), long(colour(theme, TONES[tone].foreground)))).toBeGreaterThanOrEqual(4.5);
  });
});

test("旭市型 uses the whole scale, ― is hollow", () => {
  expect(gradeOrder(DEFAULT_RUBRIC)).toEqual(["S", "A", "B", "C", "D"]);
  expect(gradeOrder(DEFAULT_RUBRIC).map((grade) => toneOf(grade, DEFAULT_RUBRIC))).toEqual([
    "best",
    "good",
    "fair",
    "low",
    "poor",
  ]);
  expect(toneOf("―", DEFAULT_RUBRIC)).toBe("none");
  expect(toneOf("?", DEFAULT_RUBRIC)).toBe("none");
});

test.each(PRESETS.map((rubric) => [rubric.name, rubric] as const))(
  "%s: best to worst never turns back",
  (_name, rubric) => {
    const scale: Tone[] = ["best", "good", "fair", "low", "poor"];
    const places = gradeOrder(rubric).map((grade) => scale.indexOf(toneOf(grade, rubric)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBe(0);
  },
);

test.each([
  ["#ffffff", "light"],
  ["#F3F2F1", "light"],
  ["#212121", "dark"],
  ["#000000", "dark"],
  ["", null],
  ["Window", null],
  [undefined, null],
])("theme of Office %s → %s", (background, shade) => {
  expect(shadeOf(background)).toBe(shade);
});

test("Japanese fonts come before the others", () => {
  expect(paneTheme("light").fontFamilyBase).toMatch(/^'Yu Gothic UI'/);
});
