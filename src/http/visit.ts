/**
 * Who asks for a link. Only a person who goes to the page makes a touch; everybody else is let through with as much as is good for them.
 *
 *   navigation  a person's browser opens the page: a touch, gv_code and gv_click
 *   machine     a crawler, a link preview, HEAD, a client without a name: the redirect with gv_code and without gv_click, so that a preview
 *               shows the right page, and a person whose browser is taken for a robot still brings the code
 *   embedded    an image, a frame, a script's fetch: the redirect with neither. A page that loads links out of sight (cookie stuffing) would
 *               otherwise plant its code in the shop
 *   ahead       a prefetch or prerender: refused with 503. Browsers keep a redirect that they followed ahead of time and replay it without
 *               asking again, so the click itself would never be seen; an error they forget, and then the click comes here
 */
import type { IncomingHttpHeaders } from "node:http";
import { isbot } from "isbot";

export type Visit = "navigation" | "machine" | "embedded" | "ahead";

/** Longer names are cut: no browser has one, and the pattern's time grows with the text. */
const LONGEST_AGENT = 512;
/** Verdicts kept: the pattern takes 2 us, and visitors share few browsers. */
const MOST_AGENTS = 4_000;

/** What a request for a link is, by its method and headers. */
export type VisitReader = (method: string, headers: IncomingHttpHeaders) => Visit;

export function createVisitReader(): VisitReader {
  const verdicts = new Map<string, boolean>();
  const isMachine = (agent: string): boolean => {
    const known = verdicts.get(agent);
    if (known !== undefined) return known;
    // isbot("") is false, but a client that will not say what it is is no browser.
    const verdict = agent.trim() === "" || isbot(agent);
    if (verdicts.size >= MOST_AGENTS) verdicts.clear();
    verdicts.set(agent, verdict);
    return verdict;
  };
  return (method, headers) => {
    const purpose = `${textOf(headers["sec-purpose"])} ${textOf(headers["purpose"])} ${textOf(headers["x-purpose"])} ${textOf(headers["x-moz"])}`;
    if (purpose.length > 3 && /prefetch|prerender/i.test(purpose)) return "ahead";
    // Browsers before 2023 (Safari 16.4) send neither; then the name decides.
    const isPage = (headers["sec-fetch-dest"] ?? "document") === "document" && (headers["sec-fetch-mode"] ?? "navigate") === "navigate";
    if (!isPage) return "embedded";
    const isPreview = purpose.length > 3 && /preview/i.test(purpose);
    return method !== "GET" || isPreview || isMachine((headers["user-agent"] ?? "").slice(0, LONGEST_AGENT)) ? "machine" : "navigation";
  };
}

function textOf(header: string | string[] | undefined): string {
  return header === undefined ? "" : String(header);
}
