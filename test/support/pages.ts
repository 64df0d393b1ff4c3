/** Every page that advocates and friends see, for tests that look at all of them. Ann's sections come with her session. */
import type { Visitor } from "./browser.ts";
import { type World, asAnn } from "./world.ts";

export type PageCase = {
  name: string;
  /** Address on the server; `#section` of the portal included. */
  path: (world: World) => string;
  /** Ann's, with her session. */
  own?: boolean;
  /** What the page must show before it is looked at. */
  ready?: string;
  /** What the browser may complain about: a page whose status is an error says so in the console. */
  expected?: RegExp;
  /** Not scripted by itself and the same in every language. */
  onlyEnglish?: boolean;
};

const SECTIONS = ["share", "referrals", "rewards", "how", "learn", "name_claim", "help", "settings"];

/** Sections that only some kinds have. */
const KINDS: Record<string, string[]> = {
  advocacy: ["standing", "testimonial"],
  contest: ["standing"],
  loyalty: ["catalogue"],
  partner: ["deals"],
  employee: ["vacancies"],
  community: ["requests", "slips"],
  lead_exchange: ["leads"],
  pipeline: ["cases"],
  influencer: ["deliverables"],
  social: ["shares"],
};

const portal = (world: World): string => `/p/${world.workspace}/${world.program}`;
const GONE = /status of (404|410)/;

export const PAGES: readonly PageCase[] = [
  { name: "landing", path: (world) => `/l/${world.code}` },
  { name: "landing-claimed", path: (world) => `/l/${world.code}?claimed=1` },
  { name: "landing-by-mail", path: (world) => `/l/${world.mailCode}` },
  { name: "landing-terms", path: (world) => `/l/${world.code}/terms` },
  { name: "landing-public", path: (world) => `/o/${world.workspace}/${world.program}` },
  { name: "nowhere", path: () => "/l/NOSUCHCODE", expected: GONE },
  { name: "portal-welcome", path: portal, ready: "main h1:visible" },
  { name: "portal-nowhere", path: (world) => `/p/${world.workspace}/nothing`, ready: "main:visible", expected: GONE },
  { name: "sign-in-over", path: (world) => `/p/${world.workspace}/sign-in/over`, expected: GONE },
  ...SECTIONS.map((key) => ({
    name: `portal-${key}`,
    path: (world: World) => `${portal(world)}#${key}`,
    own: true,
    ready: "main h1:visible",
  })),
  ...Object.entries(KINDS).flatMap(([kind, keys]) =>
    keys.map((key) => ({
      name: `${kind}-${key}`,
      path: (world: World) => `/p/${world.workspace}/${kind}#${key}`,
      own: true,
      ready: "main h1:visible",
    })),
  ),
  { name: "docs", path: () => "/docs", onlyEnglish: true },
  { name: "docs-errors", path: () => "/docs/errors", onlyEnglish: true },
];

/** Opens a page in a visitor's browser and waits until it shows what it has. */
export async function openPage(world: World, visitor: Visitor, of: PageCase): Promise<void> {
  const { page } = visitor;
  if (of.own === true) await asAnn(world, visitor);
  const address = world.url + of.path(world);
  const [path, section] = address.split("#");
  // Another section of the same portal is gone to as a link does; anything else is loaded anew.
  if (section !== undefined && page.url().split("#")[0] === path) await page.evaluate(`location.hash = "${section}"`);
  else await page.goto(address);
  if (section !== undefined)
    await page.locator(`:is(a[href="#${section}"], a[href="#more"])[aria-current=page]:visible`).first().waitFor();
  if (of.ready !== undefined)
    await page
      .locator(of.ready)
      .first()
      .waitFor()
      .catch((error: Error) => {
        throw new Error(`${of.name} does not show ${of.ready}: ${error.message}`);
      });
  await page.locator("main .bones:visible").first().waitFor({ state: "detached" });
}
