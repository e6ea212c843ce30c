import { Fragment, type ReactNode } from "react";

/**
 * The little Markdown that our own help pages use: headings, paragraphs, lists, tables, code. Everything becomes React
 * text, so nothing in a page can turn into markup.
 */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

const cells = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replace(/\\\|/g, "|"));

/** Pictures belong to the manuals on the help pages: in the pane they would be too small to read. */
const PICTURE = /^!\[[^\]]*\]\([^)]*\)$/;
const ITEM = /^\s*(?:[-*]|(\d+)\.)\s+(.*)$/;

/** Markdown → blocks, in order. What is not understood stays as a paragraph. */
export function parseMarkdown(source: string): Block[] {
  const lines = source.split(/\r?\n/);
  const blocks: Block[] = [];
  let i = 0;
  const take = (test: (line: string) => boolean): string[] => {
    const from = i;
    while (i < lines.length && test(lines[i] ?? "")) i++;
    return lines.slice(from, i);
  };
  while (i < lines.length) {
    const line = lines[i] ?? "";
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    if (line.trim() === "" || PICTURE.test(line.trim())) i++;
    else if (heading) {
      blocks.push({ kind: "heading", level: (heading[1] ?? "").length, text: heading[2] ?? "" });
      i++;
    } else if (line.startsWith("```")) {
      i++;
      const text = take((next) => !next.startsWith("```")).join("\n");
      i++;
      blocks.push({ kind: "code", text });
    } else if (line.trim().startsWith("|")) {
      const [head = "", , ...rows] = take((next) => next.trim().startsWith("|"));
      blocks.push({ kind: "table", head: cells(head), rows: rows.map(cells) });
    } else if (ITEM.test(line)) {
      const items = take((next) => ITEM.test(next) || /^\s{2,}\S/.test(next)).reduce<string[]>((list, next) => {
        const item = ITEM.exec(next);
        if (item) list.push(item[2] ?? "");
        else list.push(`${list.pop() ?? ""} ${next.trim()}`);
        return list;
      }, []);
      blocks.push({ kind: "list", ordered: /^\s*\d/.test(line), items });
    } else {
      i++;
      const rest = take((next) => next.trim() !== "" && !/^(#|```|\s*\|)/.test(next) && !ITEM.test(next));
      blocks.push({ kind: "paragraph", text: [line, ...rest].join("") });
    }
  }
  return blocks;
}

/** `code` and **bold** inside a line; of a link its words. */
export function inline(text: string): ReactNode {
  return text.split(/(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/).map((part, i) => {
    if (part.startsWith("`")) return <code key={i}>{part.slice(1, -1)}</code>;
    if (part.startsWith("**")) return <strong key={i}>{part.slice(2, -2)}</strong>;
    const link = /^\[([^\]]+)\]\([^)]+\)$/.exec(part);
    return <Fragment key={i}>{link ? link[1] : part}</Fragment>;
  });
}

/** A help page inside the pane; its first heading ranks below the pane's own. */
export function Markdown({ source, className }: { source: string; className?: string }) {
  return (
    <div className={className}>
      {parseMarkdown(source).map((block, i) => (
        <Fragment key={i}>{show(block)}</Fragment>
      ))}
    </div>
  );
}

function show(block: Block): ReactNode {
  switch (block.kind) {
    case "heading": {
      const Heading = `h${Math.min(block.level + 1, 6)}` as "h2";
      return <Heading>{inline(block.text)}</Heading>;
    }
    case "paragraph":
      return <p>{inline(block.text)}</p>;
    case "code":
      return <pre>{block.text}</pre>;
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List>
          {block.items.map((item, i) => (
            <li key={i}>{inline(item)}</li>
          ))}
        </List>
      );
    }
    case "table":
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((cell, i) => (
                <th key={i} scope="col">
                  {inline(cell)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, r) => (
              <tr key={r}>
                {row.map((cell, i) => (
                  <td key={i}>{inline(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}
