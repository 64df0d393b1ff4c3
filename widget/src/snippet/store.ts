/**
 * What is kept in the visitor's browser, under the business's own host: localStorage, else a cookie, else only as long as the page.
 * Nothing is written before `allow()`; `forget()` takes back all that was.
 */
/** An event as POST /v1/events takes it. */
export type Happened = { id: string; type: string } & Record<string, unknown>;

export type Kept = {
  /** The anonymous id. */
  a?: string;
  /** Click id, code, and when they came (epoch ms). */
  c?: string;
  k?: string;
  t?: number;
  /** The click or code whose visit was told. */
  v?: string;
  /** What was told of who it is, as a checksum. */
  i?: string;
  /** She said yes herself, or no where a yes was not asked for. */
  y?: 1;
  n?: 1;
  /** Events that could not be sent yet. Not in cookies: they have no room. */
  q?: Happened[];
};

/** `forget(true)` keeps that she said no, and nothing else. */
export type Store = { kept: Kept; allowed: boolean; allow(): void; save(): void; forget(remember: boolean): void };

const NAME = "gv";
const DAY = 86_400_000;

type Place = { read(): string | null; write(text: string): boolean; erase(): void };

/** Reads what earlier pages kept: that it is there means that keeping was allowed. */
export function openStore(wish: { cookies: boolean; days: number }): Store {
  const places = wish.cookies ? [cookies(wish.days), local()] : [local(), cookies(wish.days)];
  const store: Store = {
    kept: {},
    allowed: false,
    allow() {
      store.allowed = true;
      store.save();
    },
    save() {
      if (!store.allowed) return;
      const taken = places.find((place) => place.write(JSON.stringify(store.kept)));
      // The other place must hold nothing older.
      for (const place of places) if (taken !== undefined && place !== taken) place.erase();
    },
    forget(remember) {
      for (const place of places) place.erase();
      store.kept = { n: 1 };
      store.allowed = remember;
      store.save();
      store.kept = {};
      store.allowed = false;
    },
  };
  for (const place of places) {
    const found = parse(place.read());
    if (found === null) continue;
    store.kept = found;
    store.allowed = found.n === undefined;
    break;
  }
  const { t = 0 } = store.kept;
  if (Date.now() - t > wish.days * DAY) for (const name of ["c", "k", "t", "v"] as const) delete store.kept[name];
  return store;
}

function parse(text: string | null): Kept | null {
  try {
    const value = JSON.parse(text ?? "null") as unknown;
    if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
    const kept = value as Kept;
    // Whatever else runs in the page can write here too.
    for (const name of ["a", "c", "k", "v", "i"] as const) if (typeof kept[name] !== "string") delete kept[name];
    if (!Array.isArray(kept.q)) delete kept.q;
    return kept;
  } catch {
    return null;
  }
}

function local(): Place {
  return {
    read: () => attempt(() => localStorage.getItem(NAME), null),
    write: (text) =>
      attempt(() => {
        localStorage.setItem(NAME, text);
        return localStorage.getItem(NAME) === text;
      }, false),
    erase: () => attempt(() => localStorage.removeItem(NAME), undefined),
  };
}

function cookies(days: number): Place {
  const read = (): string | null =>
    attempt(() => {
      const found = new RegExp(`(?:^|; )${NAME}=([^;]*)`).exec(document.cookie);
      return found === null ? null : decodeURIComponent(found[1]!);
    }, null);
  const put = (value: string, seconds: number, domain: string): void => {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `${NAME}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax${domain}${secure}`;
  };
  return {
    read,
    write: (text) =>
      attempt(() => {
        const { q: _, ...rest } = JSON.parse(text) as Kept;
        const small = JSON.stringify(rest);
        // The widest host that the browser lets us name: it refuses public suffixes such as co.uk.
        for (const domain of domains()) {
          put(encodeURIComponent(small), days * 86_400, domain);
          if (read() === small) return true;
        }
        return false;
      }, false),
    erase: () => attempt(() => [...domains(), ""].forEach((domain) => read() !== null && put("", 0, domain)), undefined),
  };
}

/** `; Domain=` of every host above this one, widest first, then none (an address, localhost). */
function domains(): string[] {
  const parts = location.hostname.split(".");
  if (/^[\d.]+$|:/.test(location.hostname)) return [""];
  return [...parts.slice(1).map((_, i) => `; Domain=${parts.slice(-2 - i).join(".")}`), ""];
}

/** A page may forbid storage, or have put something else in its place. */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
