/** What is to be written: grades as values or formulas, cell by cell, with what stands there now. Nothing is written here. */
import { gradeKey } from "../kpi/rubric";
import { placeKey } from "./address";
import { gradeFormula, isOurFormula, rubricArgument } from "./formula";
import { Grid } from "./grid";
import { needsTextMark, spelledLike } from "./marks";
import { isPending } from "./pending";
import { DEFAULT_SETTINGS, type Settings } from "./settings";
import type {
  AssessedSheet,
  AssessedTable,
  Assessment,
  CellContent,
  CellValue,
  Edit,
  EditPlan,
  GradedIndicator,
  KpiTable,
  Refusal,
  RefusalReason,
} from "./types";

export interface PlanChoices {
  readonly as: "values" | "formulas";
  /** Keys of indicators whose own grade may be overwritten. */
  readonly overwrite?: ReadonlySet<string>;
  /** What we wrote before, by `placeKey`: a cell that still holds it is no person's own grade. */
  readonly written?: ReadonlyMap<string, CellValue>;
  readonly settings?: Settings;
  /** Only these tables, by id; all where absent. */
  readonly tables?: ReadonlySet<string>;
  /** Tables without a grade column that get one in the empty column beside them, by id. */
  readonly newColumns?: ReadonlySet<string>;
}

const NEW_HEADER = "評価";

/** Edits for every grade that differs, and what is left alone with its reason. */
export function planGrades(assessment: Assessment, choices: PlanChoices): EditPlan {
  const edits: Edit[] = [];
  const refused: Refusal[] = [];
  for (const sheet of assessment.sheets) {
    if (sheet.tables.length === 0) continue;
    const planner = new SheetPlanner(sheet, choices);
    for (const table of sheet.tables) {
      if (choices.tables && !choices.tables.has(table.table.id)) continue;
      planner.plan(table);
    }
    edits.push(...planner.edits);
    refused.push(...planner.refused);
  }
  return { edits, refused };
}

class SheetPlanner {
  readonly edits: Edit[] = [];
  readonly refused: Refusal[] = [];
  private readonly grid: Grid;
  private readonly settings: Settings;
  private readonly marks: readonly string[];

  constructor(
    private readonly assessed: AssessedSheet,
    private readonly choices: PlanChoices,
  ) {
    this.grid = new Grid(assessed.sheet);
    this.settings = choices.settings ?? DEFAULT_SETTINGS;
    this.marks = assessed.tables
      .flatMap((t) => t.graded.map((g) => g.indicator.existingGrade ?? ""))
      .filter((text) => text !== "");
  }

  plan(table: AssessedTable): void {
    const column = this.columnFor(table.table);
    const rubric = rubricArgument(table.rubric, table.rubricFrom, table.rubricArea ?? null);
    for (const graded of table.graded) {
      const { indicator, grading } = graded;
      if (grading.grade === "") continue;
      const place = indicator.gradeCell ?? (column === null ? null : { row: indicator.row, column });
      const mark = spelledLike(grading.grade, this.marks);
      if (place === null) {
        this.refuse(this.edit(graded, { row: indicator.row, column: table.table.area.right }, mark), "noCell");
        continue;
      }
      const current = this.grid.facts(place.row, place.column);
      const edit = this.edit(graded, place, mark);
      if (this.choices.as === "values") this.planValue(edit, graded, current);
      else this.planFormula(edit, graded, current, gradeFormula(this.assessed.sheet, graded, rubric));
    }
    if (column !== null && this.edits.some((edit) => edit.column === column)) this.header(table.table, column);
  }

  private planValue(edit: Edit, graded: GradedIndicator, current: { formula: unknown; text: string }): void {
    const same = gradeKey(current.text) === gradeKey(String(edit.after.formula));
    // A formula of ours that shows this grade says the same already; 「式を値にする」 makes it a value.
    if (same && (isOurFormula(current.formula) || !isFormula(current.formula))) return;
    if (isFormula(current.formula)) this.refuse(edit, formulaRefusal(current));
    else this.keepOrWrite(edit, graded, current.text);
  }

  private planFormula(
    edit: Edit,
    graded: GradedIndicator,
    current: { formula: unknown; text: string },
    result: ReturnType<typeof gradeFormula>,
  ): void {
    if ("refused" in result) this.refuse({ ...edit, why: result.refused }, "noFormula");
    else if (current.formula === result.formula) return;
    else if (isOurFormula(current.formula)) this.write({ ...edit, after: { ...edit.after, formula: result.formula } });
    else if (isFormula(current.formula)) this.refuse(edit, formulaRefusal(current));
    else {
      const formula = { ...edit, after: { ...edit.after, formula: result.formula } };
      if (gradeKey(current.text) === gradeKey(String(edit.after.formula))) this.write(formula);
      else this.keepOrWrite(formula, graded, current.text);
    }
  }

  /** A person's own grade stays unless it was ticked. */
  private keepOrWrite(edit: Edit, graded: GradedIndicator, current: string): void {
    const { key } = graded.indicator;
    const kept = this.settings.kept[key];
    const written = this.choices.written?.get(placeKey(edit));
    const ours = written !== undefined && kept === undefined && String(written).replace(/^'/, "") === current;
    if (current.trim() === "" || ours || this.choices.overwrite?.has(key)) this.write(edit);
    else this.refuse(kept ? { ...edit, why: `手入力の評価を残します（理由: ${kept.reason}）。` } : edit, "kept");
  }

  private write(edit: Edit): void {
    if (this.grid.isAnchor(edit.row, edit.column)) this.edits.push(edit);
    else this.refuse(edit, "merged");
  }

  private refuse(edit: Edit, reason: RefusalReason): void {
    this.refused.push({ edit, reason });
  }

  private edit(graded: GradedIndicator, place: { row: number; column: number }, mark: string): Edit {
    const { sheet } = this.assessed;
    const { indicator } = graded;
    const facts = this.grid.facts(place.row, place.column);
    const before: CellContent = { formula: facts.formula as CellContent["formula"], numberFormat: facts.numberFormat };
    const { name } = indicator.places;
    const content = name === null ? "" : this.grid.facts(name.row, name.column).formula;
    const old = facts.text.trim();
    const title = indicator.part === null ? indicator.name : `${indicator.name}（${indicator.part}）`;
    return {
      sheetId: sheet.id,
      sheetName: sheet.name,
      row: place.row,
      column: place.column,
      before,
      after: { formula: mark, numberFormat: facts.numberFormat },
      asText: needsTextMark(mark),
      why: old === "" ? `「${title}」の評価です。` : `「${title}」の評価を${old}から${mark}にします。`,
      ...(name !== null && content !== "" ? { anchor: { row: name.row, column: name.column, content } } : {}),
    };
  }

  private columnFor(table: KpiTable): number | null {
    if (table.arranged || table.columns.grade !== null || !this.choices.newColumns?.has(table.id)) return null;
    return emptyColumnBeside(this.grid, table);
  }

  private header(table: KpiTable, column: number): void {
    const row = table.headerRows[0] ?? table.area.top;
    const facts = this.grid.facts(row, column);
    this.edits.unshift({
      sheetId: this.assessed.sheet.id,
      sheetName: this.assessed.sheet.name,
      row,
      column,
      before: { formula: "", numberFormat: facts.numberFormat },
      after: { formula: NEW_HEADER, numberFormat: facts.numberFormat },
      why: "評価の列がないため、表の右の空いた列に見出しを書き込みます。",
    });
  }
}

const isFormula = (formula: unknown): boolean => typeof formula === "string" && formula.startsWith("=");

const formulaRefusal = ({ formula, text }: { formula: unknown; text: string }): RefusalReason =>
  isPending(text) ? "pending" : isOurFormula(formula) ? "ourFormula" : "formula";

/** The column right of a table if nothing at all stands in it beside the table; null otherwise. */
export function emptyColumnBeside(grid: Grid, table: KpiTable): number | null {
  const column = table.area.right + 1;
  for (let row = table.area.top; row <= table.area.bottom; row++) {
    if (grid.facts(row, column).value !== "" || isFormula(grid.facts(row, column).formula)) return null;
    if (grid.merge(row, column) !== null) return null;
  }
  return column;
}

/** 「式を値にする」: grade cells that hold a formula of ours get what they show. */
export function planValues(assessment: Assessment): EditPlan {
  const edits: Edit[] = [];
  const refused: Refusal[] = [];
  for (const { sheet, tables } of assessment.sheets) {
    const grid = new Grid(sheet);
    for (const { indicator } of tables.flatMap((t) => t.graded)) {
      const place = indicator.gradeCell;
      if (place === null) continue;
      const facts = grid.facts(place.row, place.column);
      if (!isOurFormula(facts.formula)) continue;
      const edit: Edit = {
        sheetId: sheet.id,
        sheetName: sheet.name,
        row: place.row,
        column: place.column,
        before: { formula: facts.formula, numberFormat: facts.numberFormat },
        after: { formula: facts.value, numberFormat: facts.numberFormat },
        asText: needsTextMark(String(facts.value)),
        why: `「${indicator.name}」の式を、表示している値「${facts.text}」にします。`,
      };
      // An error on display is no grade: the formula stays, so that nothing is lost.
      if (typeof facts.value === "string" && facts.value !== "" && !facts.value.startsWith("#")) edits.push(edit);
      else refused.push({ edit, reason: isPending(facts.text) ? "pending" : "formula" });
    }
  }
  return { edits, refused };
}

/** The plan that puts everything back. */
export function invert(plan: EditPlan): EditPlan {
  return {
    edits: [...plan.edits].reverse().map((edit) => ({ ...edit, before: edit.after, after: edit.before })),
    refused: [],
  };
}
