/**
 * Who asks for a link. Only a person who goes to the page makes a touch; everybody else is let through with as much as is good for them.
 *
 *   navigation  a person's browser opens the page: a touch, gv_code and gv_click
 *   machine     a crawler, a link preview, HEAD, a client without a name: the redirect with gv_code and without gv_click, so that a preview
 *               shows the right page, and a person whose browser is taken for a robot still brings the code
 *   embedded    an image, a frame, a script's fetch: the redirect with neither. A page that loads links out of sight (cookie stuffing)
 *               would otherwise plant its code in the shop
 *   ahead       a prefetch or prerender: refused with 503. Browsers keep a redirect that they followed ahead of time and replay it without
 *               asking again, so the click itself would never be seen; an error they forget, and then the click comes here
 */
import { isbot } from "isbot";

export type Visit = "navigation" | "machine" | "embedded" | "ahead";

/** Longer names are cut: no browser has one, and the pattern's time grows with the text. */
const LONGEST_AGENT = 512;
/** Verdicts kept: the pattern takes 2 us, and visitors share few browsers. */
const MOST_AGENTS = 4_000;

/** What a request for a link is, by its method and its headers as they came: name, value, name, value. */
export type VisitReader = (method: string, rawHeaders: readonly string[]) => Visit;

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
  return (method, rawHeaders) => {
    const { agent, dest, mode, purpose } = readHeaders(rawHeaders);
    if (purpose !== "" && /prefetch|prerender/i.test(purpose)) return "ahead";
    if (dest !== "document" || mode !== "navigate") return "embedded";
    const isPreview = purpose !== "" && /preview/i.test(purpose);
    return method !== "GET" || isPreview || isMachine(agent.slice(0, LONGEST_AGENT)) ? "machine" : "navigation";
  };
}

type Told = { agent: string; dest: string; mode: string; purpose: string };

/**
 * The few headers that matter. The list is walked by the lengths of names, because Node's object of all headers costs 2 us to build and is
 * needed for nothing else here. Browsers before 2023 (Safari 16.4) send no Sec-Fetch headers: without them the name decides.
 */
function readHeaders(raw: readonly string[]): Told {
  const told: Told = { agent: "", dest: "document", mode: "navigate", purpose: "" };
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const { length } = raw[i]!;
    if (length !== 10 && length !== 14 && length !== 11 && length !== 7 && length !== 9 && length !== 5) continue;
    const name = raw[i]!.toLowerCase();
    const value = raw[i + 1]!;
    if (name === "user-agent") told.agent = value;
    else if (name === "sec-fetch-dest") told.dest = value.trim().toLowerCase();
    else if (name === "sec-fetch-mode") told.mode = value.trim().toLowerCase();
    else if (name === "sec-purpose" || name === "purpose" || name === "x-purpose" || name === "x-moz") told.purpose += ` ${value}`;
  }
  return told;
}
