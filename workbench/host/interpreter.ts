/** Answers the request bodies of office.js from an object table. Knows no Excel: everything Excel stands in the table. */
import { ApiError, refuse } from "./api-error";
import {
  ActionType,
  ObjectPathType,
  type Action,
  type ArgumentInfo,
  type ObjectPath,
  type QueryInfo,
  type RequestBody,
  type ResponseBody,
} from "./protocol";
import { Arguments, isHostObject, type HostObject, type ObjectTable, type ObjectType } from "./table-types";

export interface InterpreterOptions {
  /** Called before every read: what was written so far must have been calculated. */
  readonly beforeRead?: () => void | Promise<void>;
  /** Whether the simulated Excel has a requirement set. */
  readonly supports: (set: string, version: string) => boolean;
  /** A bug of the stand-in, not a refusal of Excel. */
  readonly onInternalError?: (error: unknown) => void;
}

type Kind = "get" | "set" | "nav" | "call";

/** Names as the library sends them may differ from the table's in case. */
const foldedNames = new WeakMap<object, Map<string, string>>();

function realName(members: object | undefined, name: string): string | undefined {
  if (!members) return undefined;
  let names = foldedNames.get(members);
  if (!names) foldedNames.set(members, (names = new Map(Object.keys(members).map((key) => [key.toLowerCase(), key]))));
  return names.get(name.toLowerCase());
}

export class Interpreter<C> {
  /** Objects that the add-in keeps over a sync (`_KeepReference`). */
  readonly references = new Map<string, HostObject>();
  private nextReference = 1;

  constructor(
    private readonly table: ObjectTable<C>,
    private readonly context: C,
    private readonly options: InterpreterOptions,
  ) {}

  /** Never throws: a refusal is part of the answer, the actions before it stay done (as in Excel). */
  async execute(body: RequestBody): Promise<ResponseBody> {
    const run = new RequestRun(this, this.table, this.context, this.options, body);
    return run.execute();
  }

  keep(object: HostObject): void {
    if (object.reference !== undefined) return;
    object.reference = `@${this.nextReference++}@`;
    this.references.set(object.reference, object);
  }
}

/** One request: objects are resolved once and live until its end. */
class RequestRun<C> {
  private readonly objects = new Map<number, HostObject | null>();

  constructor(
    private readonly interpreter: Interpreter<C>,
    private readonly table: ObjectTable<C>,
    private readonly context: C,
    private readonly options: InterpreterOptions,
    private readonly body: RequestBody,
  ) {}

  async execute(): Promise<ResponseBody> {
    const Results: { ActionId: number; Value: unknown }[] = [];
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        const value = await this.perform(action);
        Results.push({ ActionId: action.Id, Value: value === undefined ? null : value });
      } catch (error) {
        const refusal = error instanceof ApiError ? error : this.internal(error);
        const { code, message, location } = refusal;
        const Error = { Code: code, Message: message, Location: location, ActionIndex: index, HttpStatusCode: 400 };
        return { Results, Error };
      }
    }
    return { Results };
  }

  private internal(error: unknown): ApiError {
    this.options.onInternalError?.(error);
    return new ApiError("GeneralException", "There was an internal error while processing the request.");
  }

  private async perform(action: Action): Promise<unknown> {
    // the registration of an event waits for its trace action
    if (action.ActionType === ActionType.Trace) return null;
    if (action.ActionType === ActionType.Query || action.ActionType === ActionType.QueryAsJson) {
      await this.options.beforeRead?.();
    }
    const object = await this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return this.identity(object);
      case ActionType.Query:
      case ActionType.QueryAsJson:
        return this.query(object, action.QueryInfo ?? {});
      case ActionType.Method:
        return this.invoke(object, action);
      case ActionType.SetProperty:
        return this.assign(object, action.Name, (await this.argumentsOf(action.ArgumentInfo))[0]);
      case ActionType.Update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.assign(object, name, value);
        return null;
      default:
        return refuse("ApiNotFound", "", `not implemented by this host: action type ${action.ActionType}`);
    }
  }

  private async invoke(object: HostObject | null, action: Action): Promise<unknown> {
    if (action.Name === "_KeepReference") {
      if (object) this.interpreter.keep(object);
      return null;
    }
    const list = await this.argumentsOf(action.ArgumentInfo);
    if (action.Name === "_RemoveReference") {
      this.interpreter.references.delete(String(list[0]));
      return null;
    }
    if (object === null) return null;
    // a method that answers a value reads as well: it must see what was written before it in the same request
    await this.options.beforeRead?.();
    const answer = await this.call(object, action.Name, list);
    return isHostObject(answer) ? this.identity(answer) : answer;
  }

  private call(object: HostObject, name: string, list: readonly unknown[]): unknown {
    const method = this.member(object, "call", name);
    return method(object, new Arguments(list, `${object.type}.${name}`), this.context);
  }

  private assign(object: HostObject | null, name: string, value: unknown): null {
    if (object === null) return refuse("InvalidOperation", name);
    this.member(object, "set", name)(object, value, this.context);
    return null;
  }

  private typeOf(object: HostObject): ObjectType<HostObject, C> {
    return this.table.types[object.type] ?? refuse("ApiNotFound", object.type, `host has no type ${object.type}`);
  }

  /** The table's member, in any case. @throws ApiError ApiNotFound for what this host (or this Excel) does not have */
  private member<K extends Kind>(
    object: HostObject,
    kind: K,
    name: string,
  ): NonNullable<ObjectType<HostObject, C>[K]>[string] {
    const members = this.typeOf(object)[kind] as NonNullable<ObjectType<HostObject, C>[K]> | undefined;
    const real = realName(members, name);
    const member = real === undefined ? undefined : members?.[real];
    const place = `${object.type}.${real ?? name}`;
    if (!member) return refuse("ApiNotFound", place, `not implemented by this host: ${place} (${kind})`);
    const requirement = this.table.requirement(object.type, real ?? name);
    if (requirement && !this.options.supports(...requirement)) {
      return refuse("ApiNotFound", place, `${place} requires ${requirement.join(" ")}`);
    }
    return member as NonNullable<ObjectType<HostObject, C>[K]>[string];
  }

  /** What the library wants to know of an object when it first meets it. */
  private identity(object: HostObject | null): Record<string, unknown> | null {
    if (object === null) return null;
    const type = this.typeOf(object);
    const value: Record<string, unknown> = {};
    if (type.id) value[type.id.key] = type.id.of(object, this.context);
    if (type.tracked) value["_ReferenceId"] = object.reference ?? null;
    return value;
  }

  private async resolve(id: number): Promise<HostObject | null> {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[id] ?? refuse("InvalidReference");
    const parent = path.ParentObjectPathId ? await this.resolve(path.ParentObjectPathId) : undefined;
    // members of a null object are null objects
    const object = parent === null ? null : await this.follow(path, parent);
    this.objects.set(id, object);
    return object;
  }

  private async follow(path: ObjectPath, parent: HostObject | undefined): Promise<HostObject | null> {
    switch (path.ObjectPathType) {
      case ObjectPathType.GlobalObject:
        return this.table.root(this.context);
      case ObjectPathType.NewObject: {
        const make = this.table.services[path.Name];
        return make ? make() : refuse("ApiNotFound", path.Name, `not implemented by this host: new ${path.Name}`);
      }
      case ObjectPathType.ReferenceId:
        return this.interpreter.references.get(path.Name) ?? refuse("InvalidReference");
      case ObjectPathType.NullObject:
        return null;
    }
    if (!parent) return refuse("InvalidReference");
    switch (path.ObjectPathType) {
      case ObjectPathType.Method: {
        const list = await this.argumentsOf(path.ArgumentInfo);
        const object = await this.call(parent, path.Name, list);
        return isHostObject(object) ? object : null;
      }
      case ObjectPathType.Property:
        return this.member(parent, "nav", path.Name)(parent, this.context);
      case ObjectPathType.Indexer: {
        const item = this.typeOf(parent).item ?? refuse("ApiNotFound", parent.type);
        return item(parent, (await this.argumentsOf(path.ArgumentInfo))[0], this.context);
      }
      default:
        return refuse("ApiNotFound", "", `not implemented by this host: path type ${path.ObjectPathType}`);
    }
  }

  private async argumentsOf(info: ArgumentInfo | undefined): Promise<unknown[]> {
    const references = info?.ReferencedObjectPathIds;
    return Promise.all((info?.Arguments ?? []).map((argument, i) => this.argument(argument, references?.[i])));
  }

  /** Arguments that are objects arrive as path ids. */
  private async argument(value: unknown, reference: unknown): Promise<unknown> {
    if (Array.isArray(value)) {
      const list = Array.isArray(reference) ? (reference as unknown[]) : null;
      // grids of values are by far the largest arguments, and never hold objects
      if (!list && !value.some((item) => typeof item === "object" && item !== null && !Array.isArray(item)))
        return value;
      return Promise.all(value.map((item, i) => this.argument(item, list?.[i])));
    }
    if (typeof reference === "number" && reference > 0) return this.resolve(reference);
    if (typeof value !== "object" || value === null) return value;
    if ("_ObjectPathId" in value) return this.resolve(Number(value._ObjectPathId));
    const entries = Object.entries(value).map(async ([key, item]) => [key, await this.argument(item, 0)] as const);
    return Object.fromEntries(await Promise.all(entries));
  }

  /** Loads: property names as typed ("format/fill/color"), answered nested and in the protocol's case. */
  private query(object: HostObject | null, info: QueryInfo): Record<string, unknown> | null {
    if (object === null) return null;
    const type = this.typeOf(object);
    const answer: Record<string, unknown> = { ...this.identity(object) };
    const nested = new Map<string, string[]>();
    const ofItems: string[] = [];
    const selected = info.Select?.length ? info.Select : ["*"];
    for (const path of [...selected, ...(info.Expand ?? [])]) {
      const [head = "", ...rest] = path.split(/[/.]/);
      const property = realName(type.get, head);
      const navigation = realName(type.nav, head);
      if (property !== undefined) answer[property] = this.member(object, "get", property)(object, this.context);
      else if (navigation !== undefined) {
        nested.set(navigation, [...(nested.get(navigation) ?? []), rest.length ? rest.join("/") : "*"]);
      } else if (type.items) ofItems.push(path);
      else if (head === "*") this.loadAll(object, type, answer);
      else this.member(object, "get", head);
    }
    for (const [name, select] of nested) {
      answer[name] = this.query(this.member(object, "nav", name)(object, this.context), { Select: select });
    }
    if (type.items && ofItems.length > 0) {
      const start = info.Skip ?? 0;
      const items = type
        .items(object, this.context)
        .slice(start, info.Top === undefined ? undefined : start + info.Top);
      const Select = ofItems.map((path) => path.replace(/^items\//, ""));
      answer["_Items"] = items.map((item) => this.query(item, { Select }));
    }
    return answer;
  }

  private loadAll(object: HostObject, type: ObjectType<HostObject, C>, answer: Record<string, unknown>): void {
    for (const name of Object.keys(type.get ?? {})) {
      const requirement = this.table.requirement(object.type, name);
      if (type.heavy?.includes(name) || (requirement && !this.options.supports(...requirement))) continue;
      answer[name] = this.member(object, "get", name)(object, this.context);
    }
  }
}
