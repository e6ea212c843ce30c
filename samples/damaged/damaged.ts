/** Files that cannot be read as they are, or hold nothing; and one that is only big. */
import { strToU8, unzipSync } from "fflate";
import { newWorkbook, pack, toBytes, type Sample } from "../book";
import { CITY, plain } from "../city";
import { layoutSample } from "../layout";

/** A compound file (CFB, version 3) with these streams: how Excel stores an encrypted workbook. */
export function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const SECTOR = 512;
  const END = 0xfffffffe;
  const FREE = 0xffffffff;
  const names = Object.keys(streams);
  // Streams under 4096 bytes would go to the mini stream; padded, they stay in plain sectors.
  const sizes = names.map((name) => Math.max(4096, (streams[name] as Uint8Array).length));
  const sectors = sizes.map((size) => Math.ceil(size / SECTOR));
  const total = 2 + sectors.reduce((sum, n) => sum + n, 0);
  const file = new Uint8Array(SECTOR * (1 + total));
  const view = new DataView(file.buffer);
  const u16 = (at: number, value: number): void => view.setUint16(at, value, true);
  const u32 = (at: number, value: number): void => view.setUint32(at, value, true);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  u16(24, 0x3e);
  u16(26, 3);
  u16(28, 0xfffe);
  u16(30, 9);
  u16(32, 6);
  u32(44, 1); // one sector of allocation table
  u32(48, 1); // the directory is sector 1
  u32(56, 4096);
  u32(60, END);
  u32(68, END);
  for (let i = 0; i < 109; i++) u32(76 + 4 * i, i === 0 ? 0 : FREE);
  const table = SECTOR;
  for (let i = 0; i < SECTOR / 4; i++) u32(table + 4 * i, FREE);
  u32(table, 0xfffffffd);
  u32(table + 4, END);
  const directory = SECTOR * 2;
  const entry = (
    place: number,
    name: string,
    type: number,
    start: number,
    size: number,
    right: number,
    child: number,
  ): void => {
    const at = directory + 128 * place;
    [...name].forEach((letter, i) => u16(at + 2 * i, letter.charCodeAt(0)));
    u16(at + 64, name === "" ? 0 : 2 * (name.length + 1));
    file[at + 66] = type;
    file[at + 67] = 1;
    u32(at + 68, FREE);
    u32(at + 72, right);
    u32(at + 76, child);
    u32(at + 116, start);
    u32(at + 120, size);
  };
  entry(0, "Root Entry", 5, END, 0, FREE, 1);
  let sector = 2;
  names.forEach((name, i) => {
    const count = sectors[i] as number;
    entry(1 + i, name, 2, sector, sizes[i] as number, i + 1 < names.length ? 2 + i : FREE, FREE);
    file.set(streams[name] as Uint8Array, SECTOR * (1 + sector));
    for (let k = 0; k < count; k++) u32(table + 4 * (sector + k), k + 1 < count ? sector + k + 1 : END);
    sector += count;
  });
  for (let place = names.length + 1; place < 4; place++) entry(place, "", 0, 0, 0, FREE, FREE);
  return file;
}

/** Bytes without meaning that are the same every time. */
function noise(length: number): Uint8Array {
  let seed = 12345;
  return Uint8Array.from({ length }, () => {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    return (seed >>> 16) & 0xff;
  });
}

const CSV = "指標名,基準値,実績値,目標値,評価\r\n移住相談件数,1120,1731,2000,\r\n";

/** A good small workbook to damage. */
const good = layoutSample("damaged/good", "みなと市総合戦略", [
  {
    name: "KPI",
    title: { at: "A1", text: "KPI一覧（令和5年度）" },
    tables: [
      {
        head: { A3: "指標名", B3: "基準値(R1)", C3: "R5実績", D3: "目標値(R7)", E3: "評価" },
        columns: [
          { at: "A", role: "name" },
          { at: "B", role: "baseline" },
          { at: "C", role: "actual", year: 2023 },
          { at: "D", role: "target", year: 2025 },
          { at: "E", role: "grade" },
        ],
        lines: [{ kpi: CITY.consultations }, { kpi: CITY.startups }],
        year: 2023,
      },
    ],
  },
]);

const file = (name: string, bytes: () => Promise<Uint8Array>): Sample => ({
  name: `damaged/${name}`,
  bytes,
  truth: null,
});
const withoutPart = (part: string) => async (): Promise<Uint8Array> => {
  const parts = unzipSync(await good.bytes());
  delete parts[part];
  return pack(parts);
};

export const DAMAGED: readonly Sample[] = [
  file("csv-named-xlsx", async () => strToU8(CSV)),
  file("pdf-named-xlsx", async () =>
    strToU8("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"),
  ),
  file("nothing", async () => new Uint8Array()),
  file("truncated", async () => {
    const bytes = await good.bytes();
    return bytes.slice(0, Math.floor(bytes.length * 0.6));
  }),
  file("broken-xml", async () => {
    const parts = unzipSync(await good.bytes());
    const sheet = parts["xl/worksheets/sheet1.xml"] as Uint8Array;
    return pack({ ...parts, "xl/worksheets/sheet1.xml": sheet.slice(0, sheet.length >> 1) });
  }),
  file("without-sheet-part", withoutPart("xl/worksheets/sheet1.xml")),
  file("without-workbook-part", withoutPart("xl/workbook.xml")),
  file("zip-of-text", async () => pack({ "読んでください.txt": strToU8("これは Excel のファイルではありません。\n") })),
  file("encrypted", async () =>
    compoundFile({
      EncryptionInfo: new Uint8Array([
        4,
        0,
        4,
        0,
        0x40,
        0,
        0,
        0,
        ...strToU8(
          '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"/>',
        ),
      ]),
      EncryptedPackage: noise(4608),
    }),
  ),
  {
    name: "damaged/empty-workbook",
    bytes: async () => {
      const workbook = newWorkbook("空のブック");
      for (const name of ["Sheet1", "Sheet2", "Sheet3"]) workbook.addWorksheet(name);
      return toBytes(workbook);
    },
    truth: {
      file: "empty-workbook.xlsx",
      sheets: ["Sheet1", "Sheet2", "Sheet3"].map((name) => ({ name, tables: [] })),
    },
  },
  {
    ...good,
    name: "damaged/protected-structure",
    bytes: async () => {
      // The structure of the book is locked: no sheet can be added; cells can still be written.
      const parts = unzipSync(await good.bytes());
      const book = Buffer.from(parts["xl/workbook.xml"] as Uint8Array).toString("utf8");
      return pack({
        ...parts,
        "xl/workbook.xml": strToU8(book.replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>')),
      });
    },
    truth: { file: "protected-structure.xlsx", sheets: good.truth?.sheets ?? [] },
  },
];

/**
 * A sheet of `cells` filled cells with one small KPI table far down: for timing and limits. Too big to commit.
 * Returns the file and the Excel row of its header.
 */
export async function bigWorkbook(cells = 50_000): Promise<{ bytes: Uint8Array; headerRow: number }> {
  const workbook = newWorkbook("大きな表");
  const sheet = workbook.addWorksheet("明細");
  const columns = 20;
  const rows = Math.ceil(cells / columns);
  for (let r = 0; r < rows; r++) {
    sheet.addRow(Array.from({ length: columns }, (_, c) => (c === 0 ? `明細 ${r + 1}` : (r * 31 + c * 17) % 9973)));
  }
  sheet.addRow([]);
  const header = sheet.addRow(["指標名", "単位", "基準値（R1）", "R5実績", "目標値（R7）", "評価"]);
  for (const kpi of [CITY.consultations, CITY.startups]) {
    const figures = [kpi.baseline, kpi.actuals[2023] ?? null, kpi.target] as readonly number[];
    sheet.addRow([kpi.name, kpi.unit, ...figures.map((value) => plain(kpi, value)), null]);
  }
  return { bytes: await toBytes(workbook), headerRow: header.number };
}
