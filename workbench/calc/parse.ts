/** A formula as a tree. Grammar of Excel's formula bar in English, A1 references. */
import { parseArea, type Area } from "./area";
import { ERRORS, ErrorValue, type Matrix, parseNumber, type Value } from "./values";

export type Node =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "array"; readonly rows: Matrix }
  /** sheet null: the formula's own. spill: "A1#". */
  | { readonly kind: "area"; readonly sheet: string | null; readonly area: Area; readonly spill: boolean }
  | { readonly kind: "name"; readonly sheet: string | null; readonly name: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly (Node | null)[] }
  | { readonly kind: "unary"; readonly operator: "+" | "-" | "%" | "@"; readonly node: Node }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Node; readonly right: Node };

/** The text is no formula, or one of a kind that is not read (structured and external references). */
export class SyntaxProblem extends Error {}

const TOKEN =
  /\s+|"((?:[^"]|"")*)"|(#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A))|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?[1-9]\d*(?::\$?[A-Za-z]{1,3}\$?[1-9]\d*)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d*:\$?[1-9]\d*)(?![\p{L}\p{N}_.(!])|((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?([\p{L}_\\][\p{L}\p{N}_.\\?]*)|(<>|<=|>=|[-+*/^&=<>%(),;{}:@#])/guy;

type Token =
  | { readonly kind: "text" | "number" | "error" | "operator"; readonly text: string }
  | { readonly kind: "area" | "word"; readonly text: string; readonly sheet: string | null };

function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(formula);
    if (!match) throw new SyntaxProblem(`at ${at}`);
    const [, text, error, areaSheet, area, number, wordSheet, word, operator] = match;
    if (text !== undefined) tokens.push({ kind: "text", text: text.replace(/""/g, '"') });
    else if (error !== undefined) tokens.push({ kind: "error", text: error });
    else if (area !== undefined) tokens.push({ kind: "area", text: area, sheet: sheetName(areaSheet) });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (word !== undefined) tokens.push({ kind: "word", text: word, sheet: sheetName(wordSheet) });
    else if (operator !== undefined) tokens.push({ kind: "operator", text: operator });
  }
  return tokens;
}

function sheetName(prefix: string | undefined): string | null {
  if (prefix === undefined) return null;
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
}

/** Binding strength; all are left-associative, also "^". */
const STRENGTH: Readonly<Record<string, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  ">": 1,
  "<=": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
};

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  all(): Node {
    const node = this.expression(0);
    if (this.at < this.tokens.length) throw new SyntaxProblem(`unexpected ${this.tokens[this.at]?.text}`);
    return node;
  }

  private peek(): Token | undefined {
    return this.tokens[this.at];
  }

  private is(operator: string): boolean {
    const token = this.peek();
    return token?.kind === "operator" && token.text === operator;
  }

  private take(operator: string): boolean {
    if (!this.is(operator)) return false;
    this.at += 1;
    return true;
  }

  private expect(operator: string): void {
    if (!this.take(operator)) throw new SyntaxProblem(`expected ${operator}`);
  }

  private expression(strength: number): Node {
    let left = this.prefixed();
    for (;;) {
      const token = this.peek();
      const own = token?.kind === "operator" ? STRENGTH[token.text] : undefined;
      if (!token || own === undefined || own <= strength) return left;
      this.at += 1;
      left = { kind: "binary", operator: token.text, left, right: this.expression(own) };
    }
  }

  /** A sign binds more strongly than "^": -2^2 is 4. */
  private prefixed(): Node {
    for (const operator of ["+", "-", "@"] as const) {
      if (this.take(operator)) return { kind: "unary", operator, node: this.prefixed() };
    }
    let node = this.primary();
    while (this.take("%")) node = { kind: "unary", operator: "%", node };
    return node;
  }

  private primary(): Node {
    const token = this.peek();
    if (!token) throw new SyntaxProblem("ends too early");
    this.at += 1;
    switch (token.kind) {
      case "text":
        return { kind: "value", value: token.text };
      case "number":
        return { kind: "value", value: Number(token.text) };
      case "error":
        return { kind: "value", value: new ErrorValue(token.text) };
      case "area": {
        const area = parseArea(token.text);
        if (!area) return { kind: "value", value: ERRORS.ref };
        return { kind: "area", sheet: token.sheet, area, spill: this.take("#") };
      }
      case "word":
        return this.word(token.text, token.sheet);
      case "operator": {
        if (token.text === "{") return this.array();
        if (token.text !== "(") throw new SyntaxProblem(`unexpected ${token.text}`);
        const node = this.expression(0);
        this.expect(")");
        return node;
      }
    }
  }

  private word(text: string, sheet: string | null): Node {
    if (this.take("(")) return { kind: "call", name: text.toUpperCase(), args: this.args() };
    if (sheet === null && /^(true|false)$/i.test(text)) return { kind: "value", value: /^true$/i.test(text) };
    return { kind: "name", sheet, name: text };
  }

  private args(): (Node | null)[] {
    const args: (Node | null)[] = [];
    if (this.take(")")) return args;
    for (;;) {
      args.push(this.is(",") || this.is(")") ? null : this.expression(0));
      if (this.take(")")) return args;
      this.expect(",");
    }
  }

  private array(): Node {
    const rows: Value[][] = [[]];
    for (;;) {
      (rows[rows.length - 1] as Value[]).push(this.constant());
      if (this.take("}")) return { kind: "array", rows };
      if (this.take(";")) rows.push([]);
      else this.expect(",");
    }
  }

  private constant(): Value {
    const sign = this.take("-") ? "-" : "";
    const token = this.peek();
    this.at += 1;
    if (token?.kind === "number") return parseNumber(sign + token.text);
    if (token?.kind === "text") return token.text;
    if (token?.kind === "error") return new ErrorValue(token.text);
    if (token?.kind === "word" && /^(true|false)$/i.test(token.text)) return /^true$/i.test(token.text);
    throw new SyntaxProblem("array");
  }
}

/** @param formula with "=" @throws SyntaxProblem */
export function parseFormula(formula: string): Node {
  return new Parser(tokenize(formula.replace(/^\s*=/, ""))).all();
}

/** Every node of a tree. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  if (node.kind === "call") for (const arg of node.args) if (arg) yield* walk(arg);
  if (node.kind === "unary") yield* walk(node.node);
  if (node.kind === "binary") {
    yield* walk(node.left);
    yield* walk(node.right);
  }
}
