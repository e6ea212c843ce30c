/** The few things of a browser window that office.js asks for, in a context of their own. */
import { clearImmediate, clearTimeout, setImmediate, setInterval, setTimeout } from "node:timers";
import vm from "node:vm";

export interface StubWindow {
  readonly window: Record<string, unknown>;
  readonly context: vm.Context;
  /** A message from Excel. */
  deliver(text: string): void;
  /** Stops every timer. */
  close(): void;
}

export interface StubOptions {
  readonly origin: string;
  readonly officeUrl: string;
  /** Runs a script that the library asks for. */
  readonly load: (url: string) => void;
  /** A message for Excel. */
  readonly onMessage: (text: string) => void;
}

/**
 * Errors that the library makes must be `instanceof` the caller's Error, dates that it is given are known by `instanceof Date`. Arrays
 * stay its own: it asks for `instanceof Array`.
 */
const REALM = { Date, Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, URL };

type Listener = (event: unknown) => void;

interface ScriptElement {
  src?: string;
  onload?: () => void;
  onreadystatechange?: () => void;
  readyState?: string;
}

export function createWindow(options: StubOptions): StubWindow {
  const { origin, officeUrl } = options;
  const timers = createTimers();
  const listeners = new Map<string, Set<Listener>>();
  let open = true;

  const appendChild = (element: ScriptElement): void => {
    const { src } = element;
    if (!src) return;
    timers.later(() => {
      options.load(src);
      element.onload?.();
      element.readyState = "loaded";
      element.onreadystatechange?.();
    });
  };
  const head = { appendChild };
  const parent = { postMessage: (text: string) => queueMicrotask(() => open && options.onMessage(text)) };
  const window: Record<string, unknown> = {
    ...REALM,
    ...timers.globals,
    console,
    performance,
    parent,
    top: parent,
    opener: null,
    navigator: { userAgent: "node", language: "ja-JP" },
    location: new URL(`${origin}/taskpane.html`),
    history: {},
    sessionStorage: memoryStorage(),
    localStorage: memoryStorage(),
    external: {},
    document: {
      readyState: "complete",
      domain: new URL(origin).hostname,
      URL: `${origin}/taskpane.html`,
      body: {},
      head,
      getElementsByTagName: (tag: string) => (tag === "script" ? [{ src: officeUrl }] : tag === "head" ? [head] : []),
      createElement: (tag: string) => (tag === "a" ? new Anchor(origin) : new PlainElement()),
      querySelectorAll: () => [],
      getElementById: () => null,
      addEventListener: () => {},
    },
    addEventListener: (type: string, listener: Listener) => {
      const set = listeners.get(type) ?? new Set();
      listeners.set(type, set.add(listener));
    },
    removeEventListener: (type: string, listener: Listener) => listeners.get(type)?.delete(listener),
    focus: () => {},
    blur: () => {},
  };
  window["window"] = window;
  window["self"] = window;
  const context = vm.createContext(window);

  return {
    window,
    context,
    deliver: (text) =>
      timers.later(() => {
        for (const listener of listeners.get("message") ?? []) listener({ data: text, origin, source: parent });
      }),
    close: () => {
      open = false;
      timers.stop();
    },
  };
}

/** Timers that end with the window; intervals never keep node alive. */
function createTimers(): { globals: Record<string, unknown>; later(task: () => void): void; stop(): void } {
  const timeouts = new Set<NodeJS.Timeout>();
  const immediates = new Set<NodeJS.Immediate>();
  let open = true;
  const forget = (timer: unknown): void => {
    timeouts.delete(timer as NodeJS.Timeout);
    clearTimeout(timer as NodeJS.Timeout);
  };
  return {
    globals: {
      setTimeout: (task: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
        if (!open) return 0;
        const timer: NodeJS.Timeout = setTimeout(() => {
          timeouts.delete(timer);
          task(...args);
        }, ms);
        timeouts.add(timer);
        return timer;
      },
      setInterval: (task: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
        if (!open) return 0;
        const timer = setInterval(task, ms, ...args);
        timer.unref();
        timeouts.add(timer);
        return timer;
      },
      clearTimeout: forget,
      clearInterval: forget,
    },
    later: (task) => {
      if (!open) return;
      const immediate = setImmediate(() => {
        immediates.delete(immediate);
        task();
      });
      immediates.add(immediate);
    },
    stop: () => {
      open = false;
      for (const timer of timeouts) clearTimeout(timer);
      for (const immediate of immediates) clearImmediate(immediate);
    },
  };
}

function memoryStorage(): Record<string, unknown> {
  const map = new Map<string, string>();
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: unknown) => void map.set(key, String(value)),
    removeItem: (key: string) => void map.delete(key),
  };
}

class PlainElement {
  readonly style = {};
  setAttribute(): void {}
  addEventListener(): void {}
}

/** The library takes addresses apart with an anchor element. */
class Anchor extends PlainElement {
  private url: URL | null = null;

  constructor(private readonly origin: string) {
    super();
  }

  get href(): string {
    return this.url?.href ?? "";
  }

  set href(value: string) {
    this.url = URL.canParse(value, this.origin) ? new URL(value, this.origin) : null;
  }

  get protocol(): string {
    return this.url?.protocol ?? "";
  }
  get hostname(): string {
    return this.url?.hostname ?? "";
  }
  get host(): string {
    return this.url?.host ?? "";
  }
  get port(): string {
    return this.url?.port ?? "";
  }
  get pathname(): string {
    return this.url?.pathname ?? "";
  }
  get search(): string {
    return this.url?.search ?? "";
  }
  get hash(): string {
    return this.url?.hash ?? "";
  }
}
