/**
 * gv.js: one script tag on the business's pages.
 *
 *   <script async src="https://refer.shop.example/js/gv.js" data-key="gv_pub_..." data-consent="required"></script>
 *
 * It reads the code and click id that a link of ours put into the address, keeps them first-party once that is allowed, tells the server
 * of the visit, fills the code field, says who the visitor is when the page knows, and opens the portal. It never throws into the page.
 * What a publishable key may not say (orders) is for the business's server: docs/guide/ten-minutes.md.
 */
import { closePortal, openPortal } from "./snippet/dialog.ts";
import type { OpenWish } from "./snippet/dialog.ts";
import { createFiller } from "./snippet/field.ts";
import { checksum, eventOf, personOf } from "./snippet/said.ts";
import type { Person } from "./snippet/said.ts";
import { landingOf, settingsOf, withoutOurs } from "./snippet/settings.ts";
import { context, createTeller } from "./snippet/teller.ts";
import type { Say } from "./snippet/teller.ts";

type Order = { id?: string; user_id?: string; email?: string; total?: number; currency?: string; code?: string };
type Api = ReturnType<typeof start>;

/** What a publishable key may send. What moves money is told by a server. */
const TYPES = new Set(["visit", "share", "lead", "identify"]);

function start(tag: HTMLScriptElement | null) {
  const settings = settingsOf(tag);
  const say: Say = (...words) => settings.debug && console.info("gv:", ...words);
  const landing = landingOf(location.search);
  const teller = createTeller(settings, landing, say);
  const { store, now, tell } = teller;
  const fillFields = createFiller(settings.codeField);
  /** What the business's server should send along with the order. */
  const referral = () => ({ code: now.code, click_id: now.click, anonymous_id: store.allowed ? store.kept.a : undefined });
  const begin = (): void => {
    teller.begin();
    fillFields(referral());
  };
  if (teller.mayBegin) begin();
  else fillFields(referral());
  if (settings.clean && (landing.click || landing.code)) {
    history.replaceState(history.state, "", location.pathname + withoutOurs(location.search) + location.hash);
  }
  return {
    /** Yes: what this page knows is kept and told. No: everything that was kept is erased, and nothing more is told. */
    consent(yes: boolean) {
      if (yes !== true) return teller.end();
      delete store.kept.n;
      store.kept.y = 1;
      begin();
    },
    /** Who it is, in the words of the business's own database. The same on every page is told once. */
    identify(who: string | Person, traits: Person = {}) {
      const person = personOf(who, traits);
      teller.whenAllowed(() => {
        const sum = checksum(JSON.stringify([person, now]));
        if (store.kept.i === sum) return;
        store.kept.i = sum;
        tell("identify", { person });
      });
    },
    /** `visit`, `share`, `lead` or `identify`. */
    track(type: string, said: Record<string, unknown> = {}) {
      if (!TYPES.has(type)) return say(`A browser may not tell "${type}": send it from your server.`);
      const { channel } = said;
      const program = type === "share" || type === "lead" ? settings.program : undefined;
      const where = { ...context(), ...(typeof channel === "string" && { channel }) };
      tell(type, { program, ...eventOf(said), context: where });
    },
    /** Joins this browser to the order's buyer, so that the order which the server tells finds the click. It earns nothing itself. */
    order({ id, user_id, email, code, ...rest }: Order) {
      const typed = code === undefined ? {} : { referral: { ...teller.referral(), code } };
      tell("identify", { person: { user_id, email }, properties: { order_id: id, ...rest }, ...typed });
    },
    open: (wish: OpenWish = {}) => openPortal(settings, wish),
    close: closePortal,
    /** The code this visitor came with, for the business's own form. */
    code: () => now.code,
    referral,
    settings: { server: settings.server, key: settings.key, program: settings.program, workspace: settings.workspace },
  };
}

/** `gv("identify", ...)` and `gv.identify(...)`; a mistake of ours or of the page's ends here. */
function publish(api: Api): void {
  const guard =
    (work: (...args: never[]) => unknown) =>
    (...args: unknown[]): unknown => {
      try {
        const result = work(...(args as never[]));
        return result instanceof Promise ? result.catch(() => undefined) : result;
      } catch {
        return undefined;
      }
    };
  const page = window as unknown as { gv?: { q?: ArrayLike<unknown>[] } };
  const early = page.gv?.q;
  const call = (name: string, ...args: unknown[]): unknown => (gv[name] as ((...args: unknown[]) => unknown) | undefined)?.(...args);
  const gv = call as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(api)) gv[name] = typeof value === "function" ? guard(value as never) : value;
  page.gv = gv as never;
  for (const call of early ?? []) guard(gv as never)(...Array.from(call));
  document.dispatchEvent(new Event("gv:ready"));
}

/** What a page may call although nothing could be started. */
const IDLE = Object.fromEntries(
  ["consent", "identify", "track", "order", "open", "close", "code", "referral"].map((name) => [name, () => undefined]),
);

try {
  publish(start((document.currentScript as HTMLScriptElement | null) ?? document.querySelector("script[data-key^=gv_pub_]")));
} catch {
  // A browser that lacks something, a page that forbids it: both are left alone.
  try {
    publish(IDLE as unknown as Api);
  } catch {
    // Not even that.
  }
}
