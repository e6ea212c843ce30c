/** 「提出シート点検」: what does not fit between the files, then what the checks found in each of them. */
import { cellAddress } from "../../address";
import type { DrawnRow, SheetDrawing } from "../../drawing";
import type { Severity } from "../../types";
import type { Collection } from "../collection";
import { CROSS_CHECK_SHEET } from "../../result-sheets";
import { placeName, type CrossFinding } from "../rule";
import type { SubmittedFinding } from "../submission";
import { BLANK, count, fitted, header, line, text } from "./cells";
import type { CollectionHead } from "./head";

const COLUMNS = [
  ["No.", 34],
  ["重大度", 54],
  ["区分", 72],
  ["ファイル", 150],
  ["場所", 230],
  ["内容", 420],
] as const;

const SEVERITIES: Readonly<Record<Severity, string>> = { error: "要修正", warning: "要確認", info: "参考" };
/** A finding about a hundred files names the first of them; the one to mend stands first. */
const PLACES = 5;

type Line = readonly [severity: Severity, kind: string, file: string, place: string, message: string];

export function drawCrossCheck({ files, cross }: Collection, { date, workbook }: CollectionHead): SheetDrawing {
  const lines: Line[] = [
    ...cross.map(crossLine),
    ...files.flatMap((file): Line[] =>
      "submission" in file
        ? file.submission.findings.map((one) => [one.severity, "シート内", file.file, findingPlace(one), one.message])
        : [],
    ),
  ];
  const size = (severity: Severity): number => lines.filter(([own]) => own === severity).length;
  const facts = [workbook, `作成日 ${date}`, `要修正 ${size("error")}件`, `要確認 ${size("warning")}件`];
  const rows: DrawnRow[] = lines.map(([severity, kind, file, place, message], i) =>
    fitted(
      [
        count(i + 1),
        text(SEVERITIES[severity], "mark"),
        text(kind, "mark"),
        text(file, "name"),
        text(place, "name"),
        text(message, "name"),
      ],
      COLUMNS,
    ),
  );
  return {
    name: CROSS_CHECK_SHEET,
    columns: COLUMNS.map(([, width]) => width),
    rows: [
      line([text("提出シート点検", "title")], 26),
      line([text(facts.join("　｜　"), "meta")]),
      BLANK,
      header(COLUMNS),
      ...(rows.length > 0 ? rows : [line([null, text("指摘はありません。", "note")])]),
    ],
    merges: [],
    headerRow: 3,
    orientation: "Landscape",
    chart: null,
  };
}

function crossLine({ severity, places, message }: CrossFinding): Line {
  const shown = places.slice(0, PLACES).map((place) => {
    const name = placeName(place);
    return name === "" ? place.file : `${place.file}（${name}）`;
  });
  const more = places.length > shown.length ? [`ほか${places.length - shown.length}か所`] : [];
  return [severity, "課の間", places[0]?.file ?? "", [...shown, ...more].join("\n"), message];
}

function findingPlace({ sheet, cells }: SubmittedFinding): string {
  if (cells.length === 0) return sheet;
  const addresses = cells.slice(0, PLACES).map(({ row, column }) => cellAddress(row, column));
  return `${sheet}!${addresses.join("、")}`;
}
