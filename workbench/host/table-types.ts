/** The shape of an object table: what the interpreter knows about the objects that a request names. */
import { refuse } from "./api-error";

/** An object of the add-in's world: `type` names its entry in the table, the rest is the table's business. */
export interface HostObject {
  readonly type: string;
  /** Given when the add-in keeps the object over a sync. */
  reference?: string;
}

export interface ObjectType<O extends HostObject, C> {
  /** The key under which the library expects an id, and the id. */
  readonly id?: { readonly key: "Id" | "_Id"; readonly of: (object: O, context: C) => string | number };
  /** Answers `_ReferenceId`: the add-in may keep it over a sync. */
  readonly tracked?: boolean;
  /** Scalar properties by the names of the protocol ("Values"). */
  readonly get?: Readonly<Record<string, (object: O, context: C) => unknown>>;
  /** Properties left out of a load without names, since they cost too much. */
  readonly heavy?: readonly string[];
  readonly set?: Readonly<Record<string, (object: O, value: unknown, context: C) => void>>;
  /** Navigation: property → another object. */
  readonly nav?: Readonly<Record<string, (object: O, context: C) => HostObject | null>>;
  /** Methods; objects and plain values may be answered. */
  readonly call?: Readonly<Record<string, (object: O, args: Arguments, context: C) => unknown>>;
  /** Members of a collection. */
  readonly items?: (object: O, context: C) => readonly HostObject[];
  /** `collection.getItem(key)`. */
  readonly item?: (object: O, key: unknown, context: C) => HostObject;
}

export interface ObjectTable<C> {
  readonly root: (context: C) => HostObject;
  /** Objects made by name, "Microsoft.ExcelServices.CustomFunctions". */
  readonly services: Readonly<Record<string, () => HostObject>>;
  readonly types: Readonly<Record<string, ObjectType<HostObject, C>>>;
  /** Requirement of a member, ["ExcelApi", 1.13]; null: any Excel that the product runs on has it. */
  readonly requirement: (type: string, member: string) => readonly [set: string, version: string] | null;
}

/** Enters a type whose objects are `O`: the interpreter hands over only objects that the table itself made. */
export function define<O extends HostObject, C>(type: ObjectType<O, C>): ObjectType<HostObject, C> {
  return type as unknown as ObjectType<HostObject, C>;
}

export const isHostObject = (value: unknown): value is HostObject =>
  typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";

/** Arguments of a call, read with the checks that Excel makes. */
export class Arguments {
  constructor(
    readonly list: readonly unknown[],
    private readonly location: string,
  ) {}

  has(index: number): boolean {
    return this.list[index] !== undefined && this.list[index] !== null;
  }

  text(index: number): string {
    const value = this.list[index];
    return typeof value === "string" ? value : this.invalid();
  }

  optionalText(index: number): string | null {
    return this.has(index) ? this.text(index) : null;
  }

  integer(index: number): number {
    const value = this.list[index];
    return typeof value === "number" && Number.isInteger(value) ? value : this.invalid();
  }

  optionalInteger(index: number, fallback: number): number {
    return this.has(index) ? this.integer(index) : fallback;
  }

  flag(index: number, fallback = false): boolean {
    const value = this.list[index] ?? fallback;
    return typeof value === "boolean" ? value : this.invalid();
  }

  /** An options object. */
  record(index: number): Readonly<Record<string, unknown>> {
    const value = this.list[index] ?? {};
    return typeof value === "object" ? (value as Readonly<Record<string, unknown>>) : this.invalid();
  }

  array(index: number): readonly unknown[] {
    const value = this.list[index];
    return Array.isArray(value) ? (value as readonly unknown[]) : this.invalid();
  }

  invalid(): never {
    return refuse("InvalidArgument", this.location);
  }
}
