/** Our object table against Microsoft's library: every member must exist there, with the requirement set that it states. */
import { readFileSync } from "node:fs";
import { excelTable } from "../../workbench/excel-table";
import { REQUIREMENT_SETS } from "../../workbench/excel-table/requirement-sets";
import { form, session } from "./support";

interface LibraryClass {
  readonly get: ReadonlySet<string>;
  readonly set: Set<string>;
  readonly nav: ReadonlySet<string>;
  readonly call: Set<string>;
  readonly collection: boolean;
}

interface Prototype {
  readonly _className?: string;
  readonly _scalarPropertyOriginalNames?: readonly string[];
  readonly _scalarPropertyUpdateable?: readonly boolean[];
  readonly _navigationPropertyNames?: readonly string[];
  readonly _isCollection?: boolean;
}

const source = readFileSync("node_modules/@microsoft/office-js/dist/excel-web-16.00.debug.js", "utf8");
const upper = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Classes of the booted library; names of methods as they cross the protocol come from the readable copy of it. */
async function libraryClasses(): Promise<Map<string, LibraryClass>> {
  const classes = new Map<string, LibraryClass>();
  await session(form(), async ({ office }) => {
    const { OfficeCore } = office.window as { OfficeCore: Record<string, unknown> };
    for (const member of [...Object.values(office.Excel), ...Object.values(OfficeCore)] as unknown[]) {
      if (typeof member !== "function") continue;
      const prototype = member.prototype as Prototype;
      if (!prototype?._className) continue;
      const scalars = prototype._scalarPropertyOriginalNames ?? [];
      const updateable = prototype._scalarPropertyUpdateable ?? [];
      classes.set(prototype._className, {
        get: new Set(scalars),
        set: new Set(scalars.filter((_, i) => updateable[i])),
        nav: new Set((prototype._navigationPropertyNames ?? []).map(upper)),
        call: new Set(),
        collection: prototype._isCollection === true,
      });
    }
  });
  const methods = /^ {8}(\w+)\.prototype\.\w+ = function[\s\S]*?^ {8}\};/gm;
  for (const [body, name] of source.matchAll(methods)) {
    const known = classes.get(name ?? "");
    if (!known) continue;
    for (const [, call] of body.matchAll(/_invokeMethod\(this, "(\w+)"/g)) known.call.add(call ?? "");
    for (const [, call] of body.matchAll(/_createMethodObject\([\w.]+, this, "(\w+)"/g)) known.call.add(call ?? "");
  }
  // calls that the library makes from its own helpers
  for (const [, name, call] of source.matchAll(/_createMethodObject\(Excel\.(\w+), thisObj, "(\w+)"/g)) {
    for (const known of classes.values()) if (known.collection && name) known.call.add(call ?? "");
  }
  // properties that its helpers set under another name than they are read by
  for (const [body, name] of source.matchAll(/^ {8}function (\w+?)_\w+_Set\(thisObj, value\)[\s\S]*?^ {8}\}/gm)) {
    for (const [, member] of body.matchAll(/_invokeSetProperty\(thisObj, "(\w+)"/g))
      classes.get(name ?? "")?.set.add(member ?? "");
  }
  return classes;
}

const KINDS = ["get", "set", "nav", "call"] as const;
/** Of the base class of every object, not of the class itself. */
const EVERYWHERE = new Set(["_KeepReference", "_RemoveReference"]);
/** Types that answer a service of office.js which has no class among those of Excel. */
const SERVICES = new Set(["CustomFunctions", "AddinInternalService"]);

const types = Object.entries(excelTable.types);

let classes: Map<string, LibraryClass>;
beforeAll(async () => {
  classes = await libraryClasses();
});

test.each(types.filter(([name]) => !SERVICES.has(name)))("every member of %s exists in the library", (name, type) => {
  const known = classes.get(name);
  expect(known).toBeDefined();
  const strangers = KINDS.flatMap((kind) =>
    Object.keys(type[kind] ?? {})
      .filter((member) => !EVERYWHERE.has(member))
      .filter((member) => !known?.[kind].has(member))
      .map((member) => `${kind} ${member}`),
  );
  expect(strangers).toEqual([]);
});

test("the calls of the custom-functions service exist in the library", () => {
  for (const name of Object.keys(excelTable.types["CustomFunctions"]?.call ?? {}))
    expect(source).toContain(`"${name}"`);
});

test("types that the library asks for are collections where it says so", () => {
  const wrong = types.filter(([name, type]) => {
    const known = classes.get(name);
    return known?.collection === true && !type.items && !type.nav && name !== "AutoFilter";
  });
  expect(wrong.map(([name]) => name)).toEqual([]);
});

/** "Range.hasSpill" → "1.12", for members above ExcelApi 1.9. */
const newer = new Map(
  [...source.matchAll(/_throwIfApiNotSupported\("(\w+)\.(\w+)", _defaultApiSetName, "1\.(\d+)"/g)]
    .filter(([, , , minor]) => Number(minor) > 9)
    .map(([, type, member, minor]) => [`${type}.${member}`, `1.${minor}`]),
);

test("members above ExcelApi 1.9 state the set that the library states", () => {
  const stated = Object.fromEntries(
    types.flatMap(([name, type]) =>
      KINDS.flatMap((kind) => Object.keys(type[kind] ?? {})).flatMap((member) => {
        const set = newer.get(`${name}.${lower(member)}`) ?? newer.get(`${name}.${member}`);
        return set === undefined ? [] : [[`${name}.${member}`, set] as const];
      }),
    ),
  );
  expect(REQUIREMENT_SETS).toEqual(stated);
});

test("coverage is counted, and does not shrink", () => {
  const count = (known: LibraryClass): number => KINDS.reduce((sum, kind) => sum + known[kind].size, 0);
  const implemented = types.reduce(
    (sum, [, type]) => sum + KINDS.reduce((n, kind) => n + Object.keys(type[kind] ?? {}).length, 0),
    0,
  );
  const ofOurTypes = types.reduce(
    (sum, [name]) => sum + (classes.has(name) ? count(classes.get(name) as LibraryClass) : 0),
    0,
  );
  const all = [...classes.values()].reduce((sum, known) => sum + count(known), 0);
  process.stdout.write(
    `object table: ${types.length} of ${classes.size} classes, ${implemented} of ${ofOurTypes} of their members ` +
      `(library: ${all})\n`,
  );
  expect(types.length).toBeGreaterThanOrEqual(70);
  expect(implemented).toBeGreaterThanOrEqual(480);
});
