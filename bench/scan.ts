/** Reading, finding and grading whole workbooks through the real office.js: does the cost grow with the sheets only? */
import { readWorkbook } from "../src/excel/read";
import { assess } from "../src/sheet/assess";
import { bootOffice } from "../workbench/boot/node";
import { Workbook } from "../workbench/model/workbook";

export interface ScanBench {
  readonly sheets: number;
  readonly kpis: number;
  /** `context.sync` calls. */
  readonly requests: number;
  /** CPU milliseconds of finding and grading alone: the add-in's own work, whatever else the machine does. */
  readonly own: number;
  /** CPU milliseconds with office.js and the stand-in for Excel. */
  readonly all: number;
  /** Indicators that were found and graded. */
  readonly graded: number;
}

/** A management sheet per measure: title, headings, legend lines, KPIs, prose. */
function bookOf(sheets: number, kpis: number): Workbook {
  const book = new Workbook();
  for (let s = 0; s < sheets; s++) {
    const sheet = book.addSheet(`${101 + s} 施策`, "load");
    const rows: (string | number)[][] = [
      ["重点施策マネジメントシート 令和3年度 事後・決算"],
      [`基本目標${1 + (s % 4)} 安心して暮らせるまちづくり`],
      [`${101 + s} 施策${s + 1}の推進`],
      [],
      [
        "No",
        "指標名",
        "単位",
        "基準値（平成30年度）",
        "実績値（令和2年度）",
        "実績値（令和3年度）",
        "目標値（令和6年度）",
        "達成状況",
      ],
      ...Array.from({ length: kpis }, (_, k) => {
        const baseline = 50 + ((s * 31 + k * 17) % 150);
        const unit = ["件", "人", "％", "回"][k % 4] as string;
        const name = `${["相談", "利用", "参加", "訪問", "講座"][k % 5]}${["件数", "者数", "率", "回数"][k % 4]}${k + 1}`;
        const texts = [baseline, baseline + (k % 7), baseline + (k % 23), baseline + 20].map((n) => `${n}${unit}`);
        return [k + 1, name, unit, texts[0] ?? "", texts[1] ?? "", texts[2] ?? "", texts[3] ?? "", ""];
      }),
      [],
      ["取組内容", "", "地域の団体と連携し、相談会を年12回開催した。参加者は前年度より増えた。".repeat(4)],
      ["今後の方向性", "", "広報の方法を見直し、若い世代の参加を促す。".repeat(4)],
    ];
    rows.forEach((cells, row) =>
      cells.forEach((value, column) => {
        if (value !== "")
          sheet.put(row, column, { value, formula: null, style: sheet.style(row, column), spilledFrom: null });
      }),
    );
  }
  return book;
}

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The best of `repeats` scans of a workbook with so many sheets and KPIs on each. */
export async function benchScan(sheets: number, kpis: number, repeats = 3): Promise<ScanBench> {
  const model = bookOf(sheets, kpis);
  let best: ScanBench | null = null;
  for (let i = 0; i < repeats; i++) {
    const office = await bootOffice({ model });
    const remove = office.installGlobals();
    try {
      const begin = cpu();
      const snapshot = await readWorkbook({ scope: "all" });
      const read = cpu();
      const { sheets: assessed } = assess(snapshot);
      const end = cpu();
      const graded = assessed.flatMap((sheet) => sheet.tables).reduce((sum, table) => sum + table.graded.length, 0);
      const run = { sheets, kpis, requests: office.host.requests.length, own: end - read, all: end - begin, graded };
      if (best === null || run.own < best.own) best = run;
    } finally {
      remove();
      office.close();
    }
  }
  return best as ScanBench;
}

export interface ScanGrowth {
  readonly small: ScanBench;
  readonly large: ScanBench;
  /** Own CPU of 600 sheets over that of 60: 10 where the cost is linear. */
  readonly growth: number;
}

/** 60 and 600 sheets of 20 KPIs, after enough of the same work that all code is compiled. */
export async function benchScanGrowth(): Promise<ScanGrowth> {
  await benchScan(300, 20, 1);
  const small = await benchScan(60, 20, 7);
  const large = await benchScan(600, 20, 3);
  return { small, large, growth: large.own / small.own };
}
