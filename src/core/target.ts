/**
 * Where a link leads. A program has one destination and a list of others; a visitor may choose among their origins with `?to=` and nothing
 * else. The destination's own parameters are kept as they are, even where they have our names; ours are added behind them.
 */

/** A destination cut where our parameters go: `before` ends with `?` or `&`, `after` is empty or the fragment. */
export type Target = { href: string; before: string; after: string };

/** Longer texts are refused unread. */
const LONGEST = 2000;

/** Names that only we add: a visitor's address must not bring its own. */
const OURS: ReadonlySet<string> = new Set(["gv_code", "gv_click"]);

/** A program's destination ready for use, or null for one that is no web address or names a user. */
export function compileTarget(destination: string): Target | null {
  const url = parseWeb(destination);
  return url === null ? null : cut(url.href);
}

function cut(href: string): Target {
  const hashAt = href.indexOf("#");
  const page = hashAt < 0 ? href : href.slice(0, hashAt);
  const queryAt = page.indexOf("?");
  // A second ? belongs to the query ("/??"), so only the first one can be a joint already.
  const joint = queryAt < 0 ? "?" : queryAt === page.length - 1 || page.endsWith("&") ? "" : "&";
  return { href, before: page + joint, after: hashAt < 0 ? "" : href.slice(hashAt) };
}

/** The origins a program's links may lead to: those of its destination and of its further destinations. */
export function allowedOrigins(destination: string, others: readonly string[]): string[] {
  const origins = [destination, ...others].map((each) => parseWeb(each)?.origin);
  return [...new Set(origins.filter((origin) => origin !== undefined))];
}

/**
 * Where `?to=` leads, or null when it is not allowed: a whole URL of an allowed origin, or a path ("/summer?size=7") of the destination's
 * own. Refused whatever the rest says: another scheme, a user, `//` at the start, a backslash, a control character or blank anywhere
 * (browsers drop or bend these), our own parameter names, more than 2,000 characters.
 */
export function chooseTarget(to: string, destination: Target, origins: readonly string[]): Target | null {
  if (!isPlain(to)) return null;
  const isPath = to.startsWith("/") && !to.startsWith("//");
  const url = isPath ? parseWeb(new URL(destination.href).origin + to) : /^https?:\/\/[^/]/i.test(to) ? parseWeb(to) : null;
  // What the parser made is what is checked and what is sent: it undoes dot segments, escapes and default ports.
  if (url === null || !origins.includes(url.origin) || url.pathname.startsWith("//")) return null;
  for (const name of url.searchParams.keys()) if (OURS.has(name.toLowerCase())) return null;
  return cut(url.href);
}

/** The redirect's address. `code` and `click` are left out where they are null; with neither it is the destination as it was given. */
export function locationOf(target: Target, code: string | null, click: string | null): string {
  if (code === null) return target.href;
  const ours = `gv_code=${encodeURIComponent(code)}`;
  return target.before + (click === null ? ours : `${ours}&gv_click=${click}`) + target.after;
}

function parseWeb(text: string): URL | null {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return null;
  // An @ is welcome after the host (`/@shop`), never in front of it, not even with nothing before it, which the parser forgets.
  const authority = /^[a-z]+:[/\\]*([^/\\?#]*)/i.exec(text.trim())?.[1] ?? "@";
  return url.username !== "" || url.password !== "" || authority.includes("@") ? null : url;
}

/** No controls, blanks or backslashes, no lone surrogate that would change on the way, not too long. */
function isPlain(text: string): boolean {
  if (text.length === 0 || text.length > LONGEST || !text.isWellFormed()) return false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // Up to 32 controls and the blank, 92 the backslash, 127 to 160 DEL, the C1 controls and the no-break space.
    if (code <= 32 || code === 92 || (code >= 127 && code <= 160)) return false;
  }
  return true;
}
