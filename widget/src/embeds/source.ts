/**
 * Where elements get what they show: the public API, asked once for all elements of a page. What an element does not say itself, the
 * script tag of gv.js has said already.
 */
import type { Home } from "../portal/types.ts";

export type Offer = {
  code: string;
  from: { name: string | null; picture: string | null };
  offer: string | null;
  friend_gets: { text: string; detail: string }[];
  disclosure: string;
  ended: boolean;
};
export type Wish = {
  server: string;
  key: string;
  workspace: string;
  program: string;
  locale: string;
  placement: string;
  /** Asked again when the server no longer takes what it gave. */
  token(again: boolean): Promise<string | null>;
};

/** Where this script came from, one folder up: `/gv/js/embeds.js` is served by `/gv`. */
const SCRIPT = (document.currentScript as HTMLScriptElement | null)?.src ?? "";
const answers = new Map<string, Promise<unknown>>();
const tokens = new Map<string, Promise<string | null>>();

/** What gv.js was told; nothing where the page has none. */
function tag(): DOMStringMap {
  return document.querySelector<HTMLScriptElement>("script[data-key^=gv_pub_]")?.dataset ?? {};
}

export type Said = {
  server: string;
  publicKey: string;
  workspace: string;
  program: string;
  locale: string;
  token: string | null;
  tokenUrl: string;
};

/** An element's attributes, with what they leave out. */
export function wishOf(said: Said, placement: string, getToken: (() => Promise<string | null>) | undefined): Wish {
  const data = tag();
  const from = said.server || data["server"] || (SCRIPT === "" ? location.origin : new URL("..", SCRIPT).href);
  const url = said.tokenUrl || data["tokenUrl"] || "";
  return {
    server: new URL(from, location.href).href.replace(/\/+$/, ""),
    key: said.publicKey || data["key"] || "",
    workspace: said.workspace || data["workspace"] || "",
    program: said.program || data["program"] || "",
    locale: said.locale || data["locale"] || document.documentElement.lang || navigator.language,
    placement,
    async token(again) {
      if (said.token && !again) return said.token;
      if (getToken !== undefined) return await getToken();
      return url === "" ? null : await tokenFrom(url, again);
    },
  };
}

/** The shop's own server says who is signed in there: 401 or nothing is nobody. */
function tokenFrom(url: string, again: boolean): Promise<string | null> {
  const known = again ? undefined : tokens.get(url);
  if (known !== undefined) return known;
  const asked = fetch(url, { credentials: "same-origin", headers: { accept: "application/json" } })
    .then(async (answer) => (answer.ok ? ((await answer.json()) as { token?: string }).token || null : null))
    .catch(() => null);
  tokens.set(url, asked);
  return asked;
}

/** The portal's first screen, for whoever is signed in at the shop, or for a stranger. */
export async function readHome(wish: Wish, fresh = false): Promise<Home> {
  const query = new URLSearchParams({ placement: wish.placement, locale: wish.locale });
  if (wish.program !== "") query.set("program", wish.program);
  const token = await wish.token(false);
  if (token === null && wish.workspace !== "") query.set("workspace", wish.workspace);
  return await once(`home ${wish.server} ${query} ${token}`, fresh, () => call<Home>(wish, `/v1/portal?${query}`, { token }));
}

/** What the visitor's code offers her; null for a code that leads nowhere. */
export function readOffer(wish: Wish, code: string): Promise<Offer | null> {
  const path = `/v1/offers/${encodeURIComponent(code)}?locale=${encodeURIComponent(wish.locale)}`;
  return once(
    `offer ${wish.server}${path}`,
    false,
    async () => await call<Offer>(wish, path, { token: null, keyed: true }).catch(() => null),
  );
}

/** Joins whoever the token is for. */
export async function join(wish: Wish, terms: string | undefined): Promise<void> {
  const body = { program: wish.program, person: "me", language: wish.locale, ...(terms === undefined ? {} : { terms: Number(terms) }) };
  await call(wish, "/v1/portal/join", { token: await wish.token(false), body });
}

function once<T>(what: string, fresh: boolean, work: () => Promise<T>): Promise<T> {
  let known = fresh ? undefined : (answers.get(what) as Promise<T> | undefined);
  if (known === undefined) {
    known = work();
    answers.set(what, known);
    known.catch(() => answers.delete(what));
  }
  return known;
}

type Asked = { token: string | null; keyed?: boolean; body?: unknown };

async function call<T>(wish: Wish, path: string, { token, keyed = false, body }: Asked): Promise<T> {
  const ask = (credential: string | null): Promise<Response> => {
    const headers: Record<string, string> = { accept: "application/json" };
    if (credential !== null) headers["authorization"] = `Bearer ${credential}`;
    if (body !== undefined) headers["content-type"] = "application/json";
    const sent = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    return fetch(wish.server + path, { headers, credentials: "omit", ...sent });
  };
  // Without a workspace's name the key says whose page it is; a plain request needs no permission of the browser's first.
  const credential = token ?? (keyed || wish.workspace === "" ? wish.key || null : null);
  let answer = await ask(credential);
  if (answer.status === 401 && token !== null) {
    const again = await wish.token(true);
    if (again !== null) answer = await ask(again);
  }
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}
