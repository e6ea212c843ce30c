import type { Language } from "../../kpi/types";

export interface Topic {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What a person who opens the help most likely wants to know; loaded with the help view only. */
export const TOPICS: Readonly<Record<Language, readonly Topic[]>> = {
  ja: [
    {
      title: "評価を書き込むには",
      lines: [
        "KPI管理シートを開くと、KPI表を読み取って評価を計算します。シートはまだ変わりません。",
        "「要確認」の行は、望ましい方向（増加・減少・維持）を確かめて答えます。答えはブックに保存されます。",
        "「評価を書き込む」を押すと、変わるセルの一覧が出ます。確かめてからもう一度押すと書き込みます。",
        "書き込んだ後は「元に戻す」で、書き込む前の値・式・書式に戻せます。ペインやブックを閉じた後でも戻せます。",
      ],
    },
    {
      title: "書き込まないセル",
      lines: [
        "式の入ったセル、保護されたセル、結合セルの左上以外のセル、確認の後にほかの人が変更したセルには書き込みません。理由を一覧に示します。",
        "手入力の評価が計算と違うときは、印を付けたものだけを書き換えます。理由を付けて残すこともできます。",
      ],
    },
    {
      title: "「式で書き込む」と #NAME? の表示",
      lines: [
        "「式で書き込む」は、値を直すと評価も変わる式（=KPI.GRADE…）を書き込みます。",
        "このアドインのないパソコンでは、式が #NAME? と表示されます。提出する前に「式を値にする」を押してください。",
        "自分のパソコンで #NAME? が出たときは、このペインを開いて少し待ち、セルを選んでF2キー、Enterキーの順に押すと再計算されます。",
      ],
    },
    {
      title: "空欄のセルと0",
      lines: [
        "Excel LTSC（2021・2024）は、関数に空欄のセルを渡すと0として渡します。目標値が数値の0のときは、望ましい方向を指定しないと #N/A になります。",
        'このペインは空欄と0を区別して読み取ります。ペインが書き込む式（F5&"" の形）も、空欄を空欄として扱います。',
      ],
    },
    {
      title: "読めないセル",
      lines: [
        "数値として読めないセルは0とはみなさず、「読めないセル」として文字のまま示します。",
        "「約?」のように数が決まらない書き方や、1つのセルに別々の指標を書いたものは、セルを分けるか書き直してください。",
      ],
    },
    {
      title: "提出シートを集めるには（企画課）",
      lines: [
        "メニュー（⋯）の「提出シートを集める」で、各課から届いた .xlsx ファイルをまとめて選びます。ファイルは読み取るだけで、変更しません。",
        "開いているブックにKPIの一覧があれば、提出された値と比べ、どのファイルにもないKPIを示します。",
        "「取りまとめを書き込む」で、提出状況・点検・集計・KPIの一覧の結果シートができます。もう一度押すと置き換えます。",
        "「シートをこのブックに入れる」は、KPI表のあるシートをブックの末尾に入れます。Excel on the web では、グラフやコメントのあるシートは入れられません。",
      ],
    },
    {
      title: "データの扱い",
      lines: ["読み取りも計算もこのパソコンの中で行い、ブックの内容を外に送りません。設定はブックの中に保存します。"],
    },
  ],
  en: [
    {
      title: "Writing grades",
      lines: [
        "When you open a KPI sheet, its KPI tables are read and graded. The sheet does not change yet.",
        "For rows marked “To confirm”, say which way is better (increase, decrease, keep). Answers are stored in the workbook.",
        "Press “Write grades” to see which cells will change. Press again to write them.",
        "元に戻す (Undo) restores values, formulas and formats, even after the pane or the workbook was closed.",
      ],
    },
    {
      title: "Cells that are not written",
      lines: [
        "Cells with a formula, locked cells, cells inside a merge, and cells that somebody changed after the preview are left alone. The list says why.",
        "A grade entered by hand that differs is overwritten only where you tick it. It can be kept for a stated reason.",
      ],
    },
    {
      title: "“Write as formulas” and #NAME?",
      lines: [
        "Formulas (=KPI.GRADE…) follow the values: change a value, and the grade changes.",
        "On a PC without this add-in they show #NAME?. Press “Turn formulas into values” before you submit the workbook.",
        "If you see #NAME? yourself, open this pane, wait a moment, select the cell and press F2, then Enter.",
      ],
    },
    {
      title: "Blank cells and 0",
      lines: [
        "Excel LTSC (2021, 2024) passes a blank cell to a function as 0. A target that is the number 0 gives #N/A unless the direction is stated.",
        'This pane tells blank from 0. The formulas it writes (F5&"") do so too.',
      ],
    },
    {
      title: "Unreadable cells",
      lines: [
        "A cell that cannot be read as a figure is never taken as 0: it is listed with its text.",
        "Rewrite cells without a definite figure, and split cells that hold several indicators.",
      ],
    },
    {
      title: "Collecting submitted sheets (planning department)",
      lines: [
        "Open “Collect submitted sheets” in the menu (⋯) and choose all .xlsx files that arrived. They are only read, never changed.",
        "If the open workbook holds a list of KPIs, the submitted values are compared with it, and KPIs that are in no file are named.",
        "“Write the consolidation” makes result sheets: submissions, findings, totals, list of KPIs. Pressed again, it replaces them.",
        "“Bring the sheets into this workbook” adds the sheets with KPI tables at the end. Excel on the web refuses sheets with charts or comments.",
      ],
    },
    {
      title: "Your data",
      lines: [
        "Reading and grading happen on this PC; nothing in the workbook is sent anywhere. Settings are kept in the workbook.",
      ],
    },
  ],
};
