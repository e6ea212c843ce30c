/** Without a baseline the earliest actual may contradict what the name says about the better direction. */
import { draw } from "./draw";
import { read } from "./summary";

const found = (drawing: string): string[] =>
  read(draw(drawing)).tables.flatMap((table) =>
    table.graded.map(({ grading: { direction, grade } }) =>
      [direction.direction, grade, direction.needsConfirmation ? "要確認" : "sure"].join(" "),
    ),
  );

test.each([
  ["the target lies above what the name calls worse", "救急患者数 | 1,520 | 1,710 | 1,800", "down S 要確認"],
  ["a target that was surpassed early", "講座の開催回数 | 20 | 22 | 15", "up S sure"],
  ["the target lies where the name says", "交通事故死者数 | 12 | 9 | 5", "down ― sure"],
  ["the name says nothing, the target lies below", "甲の数 | 12 | 9 | 5", "down ― 要確認"],
  ["the name says nothing, the target lies above", "甲の数 | 5 | 9 | 12", "up ― sure"],
  ["no earlier actual", "救急患者数 | | 1,710 | 1,800", "down S sure"],
])("%s", (_, row, finding) => {
  const drawing = `
    | 指標 | R4実績 | R5実績 | R9目標 |
    | ${row} |`;
  expect(found(drawing)).toEqual([finding]);
});
