/**
 * Events to the server: at once, by a request that outlives the page. What could not be sent waits in the store, and is sent again when
 * the browser is online or on the next page. Every event has an id of its own, so that a repeat changes nothing.
 */
import type { Settings } from "./settings.ts";
import type { Happened, Store } from "./store.ts";

export type Sender = { send(event: Happened): void; flush(): void; leave(): void };

/** What waits at most; the oldest go first. */
const MOST = 10;
const AGAIN_MS = 15_000;

/** Sends with the key in the body, as text, so that the browser need not ask first. `say` is for the developer's console. */
export function createSender(settings: Settings, store: Store, say: (...words: unknown[]) => void): Sender {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = (): Happened[] => store.kept.q ?? [];
  const keep = (list: Happened[]): void => {
    if (list.length === 0) delete store.kept.q;
    else store.kept.q = list.slice(-MOST);
    store.save();
  };
  const url = `${settings.server}/v1/events`;
  const bodyOf = (events: Happened[]): string =>
    JSON.stringify(events.length === 1 ? { key: settings.key, ...events[0] } : { key: settings.key, events });

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const events = waiting();
    if (events.length === 0 || settings.key === "") return;
    const done = (): void => keep(waiting().filter((event) => !events.includes(event)));
    const again = (): void => {
      timer ??= setTimeout(flush, AGAIN_MS);
    };
    try {
      const body = bodyOf(events);
      // Browsers take 64 kB for what outlives the page.
      fetch(url, { method: "POST", body, keepalive: body.length < 60_000, credentials: "omit", mode: "cors" }).then(
        (answer) => {
          // 429 and 5xx will pass; anything else says that these events are wrong, today and tomorrow.
          if (answer.status === 429 || answer.status >= 500) return again();
          if (!answer.ok) void answer.text().then((text) => say("refused", text));
          done();
        },
        () => again(),
      );
    } catch {
      if (beacon(bodyOf(events))) done();
      else again();
    }
  };

  const beacon = (body: string): boolean => {
    try {
      return navigator.sendBeacon(url, body);
    } catch {
      return false;
    }
  };

  return {
    flush,
    send(event) {
      say(event.type, event);
      keep([...waiting(), event]);
      // Later in this turn: events of one act go in one request.
      timer ??= setTimeout(flush, 0);
    },
    /** The page goes away: whatever has not been asked yet is handed to the browser. */
    leave() {
      if (timer !== undefined && waiting().length > 0) beacon(bodyOf(waiting()));
    },
  };
}
