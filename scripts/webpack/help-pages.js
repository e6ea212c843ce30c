/** docs/*.md → help/*.html: the manuals that the ribbon, F1 and the pane open. They are ordinary pages without scripts. */
import { marked } from "marked";

const STYLE = `body{font-family:"Yu Gothic UI",Meiryo,"Hiragino Sans","Noto Sans CJK JP",sans-serif;line-height:1.8;line-break:strict;
max-width:52rem;margin:2rem auto;padding:0 1rem;color:#242424;background:#fff}
table{border-collapse:collapse}th,td{border:1px solid #c7c7c7;padding:.3rem .6rem;text-align:left;vertical-align:top}
th{background:#eef4fa}code{background:#f4f4f4;padding:0 .2em;overflow-wrap:anywhere}pre{background:#f4f4f4;padding:.8rem;overflow:auto}
img{max-width:100%;border:1px solid #ddd}
@media (prefers-color-scheme:dark){body{background:#1f1f1f;color:#e6e6e6}th{background:#2b3a4a}code,pre{background:#2b2b2b}a{color:#8ac4f5}}`;

/** An id that links can name: 「KPI.GRADE」→ grade, others keep their words. */
export const anchor = (heading) =>
  heading
    .replace(/<[^>]+>/g, "")
    .replace(/^KPI\./, "")
    .replace(/[（(].*$/, "")
    .trim()
    .toLowerCase()
    .replace(/\s+/g, "-");

/** Markdown text → a whole page. Links between manuals (`x.md`) become links between pages. */
export function helpPage(markdown) {
  const title = /^#\s+(.+)$/m.exec(markdown)?.[1] ?? "KPIシート";
  const body = marked
    .parse(markdown, { async: false })
    .replace(
      /<h([1-4])>([\s\S]*?)<\/h\1>/g,
      (_all, level, text) => `<h${level} id="${anchor(text)}">${text}</h${level}>`,
    )
    .replace(/href="([^":/]+)\.md(#[^"]*)?"/g, (_all, name, hash) => `href="${name}.html${hash ?? ""}"`);
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}
