/** Lighthouse on a slow phone: landing page and portal, and how soon the portal can be used. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Category, type Judged, judge, noLighthouse } from "../../scripts/lighthouse.ts";
import { hasBrowser } from "../support/browser.ts";
import { signIn } from "../support/member.ts";
import { inFull } from "../support/seeds.ts";
import { ANN, type World, friendsOfAnn, openWorld } from "../support/world.ts";

const LEAST = 95;
const INTERACTIVE_MS = 1_500;
const LANDING_BYTES = 30 * 1024;
/** A machine that does other things meanwhile makes a page look slower than it is, never faster: the best of a few counts. */
const TRIES = 4;

let world: World;
let missing: string | null = null;
beforeAll(async () => {
  if (!inFull) return;
  missing = await noLighthouse();
  if (missing !== null || !hasBrowser) return;
  world = await openWorld();
  await friendsOfAnn(world);
}, 300_000);
afterAll(() => world?.close());

type Wish = { categories: readonly Category[]; cookie?: string; interactive?: number };

/** Runs until the page reaches what is asked for, or the tries are used up. @returns what is missing in the best run */
async function shortcomings(url: string, { categories, cookie, interactive = Infinity }: Wish): Promise<string[]> {
  let best: string[] | null = null;
  for (let run = 1; run <= TRIES; run++) {
    const judged = await judge(url, cookie === undefined ? {} : { cookie });
    const found = lacking(judged, { categories, interactive });
    console.log(`${new URL(url).pathname} ${JSON.stringify(judged.scores)} interactive ${judged.interactive} ms`);
    if (best === null || found.length < best.length) best = found;
    if (found.length === 0) break;
  }
  return best ?? [];
}

function lacking({ scores, interactive, lost }: Judged, most: { categories: readonly Category[]; interactive: number }): string[] {
  const low = most.categories.filter((category) => scores[category] < LEAST);
  const why = (category: Category): string => lost[category].map(({ id, value }) => `${id} ${value}`).join(", ");
  return [
    ...low.map((category) => `${category} ${scores[category]}: ${why(category)}`),
    ...(interactive > most.interactive ? [`interactive after ${interactive} ms`] : []),
  ];
}

/** In CI alone, where a registry that cannot be reached is a failure. */
function lighthouseTest(name: string, body: () => Promise<void>): void {
  test(
    name,
    async (context) => {
      context.skip(!inFull, "Lighthouse takes a minute and a half: CI runs it, and so does CI=true npm test.");
      if (missing !== null && hasBrowser) throw new Error(missing);
      context.skip(missing !== null, `${missing}`);
      await body();
    },
    400_000,
  );
}

lighthouseTest(`a friend's landing page reaches ${LEAST}; it is personal, so search engines are told to pass by`, async () => {
  expect(await shortcomings(world.landing, { categories: ["performance", "accessibility", "best-practices"] })).toEqual([]);
});

lighthouseTest(`the same page without a friend's name reaches ${LEAST} in every category, SEO among them`, async () => {
  const url = `${world.url}/o/${world.workspace}/${world.program}`;
  expect(await shortcomings(url, { categories: ["performance", "accessibility", "best-practices", "seo"] })).toEqual([]);
});

lighthouseTest(`the portal reaches ${LEAST} and can be used within ${INTERACTIVE_MS} ms, for a stranger and for a member`, async () => {
  const categories: Category[] = ["performance", "accessibility", "best-practices"];
  const cookie = await signIn(world, { email: ANN, program: world.program });
  expect(await shortcomings(world.portal, { categories, interactive: INTERACTIVE_MS })).toEqual([]);
  expect(await shortcomings(world.portal, { categories, interactive: INTERACTIVE_MS, cookie })).toEqual([]);
});

lighthouseTest("a landing page takes 30 kB at most before its pictures", async () => {
  const visitor = await world.browser.visitor({ device: "phone" });
  let bytes = 0;
  visitor.page.on("response", (response) => {
    const isPicture = response.request().resourceType() === "image";
    if (!isPicture)
      void response
        .request()
        .sizes()
        .then(
          ({ responseBodySize }) => void (bytes += responseBodySize),
          () => {},
        );
  });
  await visitor.page.goto(world.landing, { waitUntil: "networkidle" });
  await visitor.close();
  console.log(`landing: ${bytes} bytes`);
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThanOrEqual(LANDING_BYTES);
});
