/**
 * What this person prefers on this PC: language, scope, the last tab. Never KPI data: those live in the workbook.
 * The only file that knows @microsoft/office-js-helpers, which is archived and large: it is loaded when something has been
 * stored, or is to be. Where the browser forbids storage, preferences last as long as the pane is open.
 */
export interface Preferences {
  readonly language: "auto" | "ja" | "en";
  readonly scope: "sheet" | "workbook";
  readonly tab: string;
  /** The note for first-time users has been read. */
  readonly introduced: boolean;
}

export const DEFAULT_PREFERENCES: Preferences = { language: "auto", scope: "sheet", tab: "grades", introduced: false };

const CONTAINER = "kpi-sheet";

interface Store {
  has(key: string): boolean;
  get(key: string): unknown;
  set(key: string, value: unknown): unknown;
}

let opened: Promise<Store> | null = null;

async function open(): Promise<Store> {
  try {
    const { Storage } = await import(/* webpackChunkName: "preferences" */ "@microsoft/office-js-helpers");
    // Office on the web partitions storage by site; the key keeps tenants apart there and is empty elsewhere.
    const partition = typeof Office === "undefined" ? "" : (Office.context?.partitionKey ?? "");
    const store = new Storage<unknown>(`${partition}${CONTAINER}`);
    store.has("language"); // throws where storage is forbidden
    return store;
  } catch {
    return new Map<string, unknown>();
  }
}

/** Has this person ever chosen anything here? Asked of the browser itself, so that the answer no loads nothing. */
function anythingStored(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.includes(CONTAINER));
  } catch {
    return false;
  }
}

const store = (): Promise<Store> => (opened ??= open());

const CHECKS: { readonly [K in keyof Preferences]: (value: unknown) => value is Preferences[K] } = {
  language: (value): value is Preferences["language"] => value === "auto" || value === "ja" || value === "en",
  scope: (value): value is Preferences["scope"] => value === "sheet" || value === "workbook",
  tab: (value): value is string => typeof value === "string",
  introduced: (value): value is boolean => typeof value === "boolean",
};

/** Reads all preferences; what is missing or not understood is the default. Never rejects. */
export async function loadPreferences(): Promise<Preferences> {
  if (opened === null && !anythingStored()) return DEFAULT_PREFERENCES;
  const from = await store();
  const read = <K extends keyof Preferences>(key: K): Preferences[K] => {
    try {
      const value = from.get(key);
      return CHECKS[key](value) ? value : DEFAULT_PREFERENCES[key];
    } catch {
      return DEFAULT_PREFERENCES[key];
    }
  };
  return { language: read("language"), scope: read("scope"), tab: read("tab"), introduced: read("introduced") };
}

/** Keeps some preferences; a full or forbidden storage is not worth a message. Never rejects. */
export async function savePreferences(changes: Partial<Preferences>): Promise<void> {
  const to = await store();
  for (const [key, value] of Object.entries(changes)) {
    try {
      to.set(key, value);
    } catch {
      // Lasts for this session only, in the state of the pane.
    }
  }
}
