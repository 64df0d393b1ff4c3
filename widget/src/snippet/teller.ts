/** What is told, to whom it belongs, and from when on: nothing before the visitor, or the page for her, has said yes. */
import { createSender } from "./send.ts";
import type { Landing, Settings } from "./settings.ts";
import { openStore } from "./store.ts";
import type { Happened, Store } from "./store.ts";

export type Say = (...words: unknown[]) => void;
export type Teller = {
  store: Store;
  /** The click and code that count on this page; a new click takes the place of an older one, and of its code. */
  now: Landing;
  referral(): { code?: string; click_id?: string };
  /** Keeps and tells what waited. */
  begin(): void;
  /** Erases what was kept; what waited is never told. */
  end(): void;
  whenAllowed(work: () => void): void;
  tell(type: string, more: Record<string, unknown>): void;
  /** Whether keeping is allowed from the start. */
  mayBegin: boolean;
};

/** Waiting for consent, at most. */
const MOST = 10;

export function createTeller(settings: Settings, landing: Landing, say: Say): Teller {
  const store = openStore(settings);
  // What is kept from before consent was asked for, or before the browser said no for her, is kept no longer.
  if (settings.asks && store.allowed && store.kept.y === undefined) store.forget(false);
  const refused = store.kept.n === 1;
  const sender = createSender(settings, store, say);
  const now = landing.click || landing.code ? landing : { click: store.kept.c, code: store.kept.k };
  let late: (() => void)[] = [];

  const whenAllowed = (work: () => void): void => {
    if (store.allowed) return work();
    say("waits for consent");
    late = [...late, work].slice(-MOST);
  };
  const referral = () => ({ ...(now.code && { code: now.code }), ...(now.click && { click_id: now.click }) });
  const tell: Teller["tell"] = (type, { person, ...rest }) =>
    whenAllowed(() => {
      const event = { id: `js-${newId()}`, type, person: { anonymous_id: store.kept.a, ...(person as object) }, ...rest };
      const said = { ...(Object.keys(referral()).length > 0 && { referral: referral() }), ...event };
      sender.send(JSON.parse(JSON.stringify(said)) as Happened);
    });
  const visit = (): void => {
    const what = now.click ?? now.code;
    if (what === undefined || store.kept.v === what) return;
    store.kept.v = what;
    tell("visit", { context: context() });
  };
  addEventListener("online", () => sender.flush());
  addEventListener("pagehide", () => sender.leave());
  return {
    store,
    now,
    referral,
    whenAllowed,
    tell,
    mayBegin: store.allowed || !(settings.asks || refused),
    begin() {
      const { kept } = store;
      kept.a ??= newId();
      if (now.click !== kept.c || now.code !== kept.k) Object.assign(kept, { c: now.click, k: now.code, t: Date.now() });
      store.allow();
      visit();
      for (const work of late.splice(0)) work();
      sender.flush();
    },
    end() {
      late = [];
      store.forget(!settings.asks);
    },
  };
}

/** Where the page is, without its query: a page's own parameters may name a person. */
export function context(): Record<string, string> {
  const { origin, pathname } = location;
  const referrer = document.referrer === "" ? "" : new URL(document.referrer).origin;
  return { page: (origin + pathname).slice(0, 2000), locale: navigator.language, ...(referrer && { referrer }) };
}

function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
