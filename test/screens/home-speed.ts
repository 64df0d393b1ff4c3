/**
 * The console's home as Lighthouse judges it on its desktop profile, how soon it can be used, and what its first screen weighs. Asks a
 * server that already runs. Medians: a machine that does other things meanwhile makes a page look slower than it is, never faster.
 *
 *   node test/screens/home-speed.ts --url http://localhost:4400 --workspace big --email ann@shop.example --password ... [--runs 3]
 */
import { parseArgs } from "node:util";
import { CATEGORIES, type Judged, judge, noLighthouse } from "../../scripts/lighthouse.ts";
import { signIn } from "../support/accounts.ts";
import { openBrowser } from "../support/browser.ts";
import { settled } from "../support/console.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({ options: { url: text, workspace: text, email: text, password: text, runs: text } });
const { url = "http://localhost:4400", workspace = "", email = "", password = "" } = values;
const home = `${url}/app/${workspace}/`;

const cookie = await signIn(url, email, password);
console.log(`first screen: ${(await weightOf(home)) / 1000} kB as transferred, without what stays open`);

const missing = await noLighthouse();
if (missing !== null) throw new Error(missing);
const runs: Judged[] = [];
for (let run = 0; run < Number(values.runs ?? 3); run++) {
  const judged = await judge(home, { cookie, desktop: true });
  console.log(JSON.stringify(judged.scores), `interactive ${judged.interactive} ms, largest paint ${judged.largestPaint} ms`);
  runs.push(judged);
}
const median = (of: (judged: Judged) => number): number => runs.map(of).sort((a, b) => a - b)[Math.floor(runs.length / 2)]!;
for (const category of CATEGORIES) console.log(`${category.padEnd(16)} ${median(({ scores }) => scores[category])}`);
console.log(`interactive      ${median(({ interactive }) => interactive)} ms`);
for (const [category, lost] of Object.entries(runs.at(-1)!.lost))
  for (const { id, value } of lost) console.log(`  lost in ${category}: ${id} ${value}`);

/** Bytes of all answers until the screen is drawn, in a browser that has never been here. */
async function weightOf(address: string): Promise<number> {
  const browser = await openBrowser();
  const visitor = await browser.visitor({ device: "desktop", expected: [/./] });
  const [name = "", ...rest] = cookie.split("=");
  await visitor.context.addCookies([{ name, value: rest.join("="), url }]);
  const sizes: Promise<number>[] = [];
  visitor.page.on("requestfinished", (request) => {
    sizes.push(
      request.sizes().then(
        ({ responseBodySize }) => responseBodySize,
        () => 0,
      ),
    );
  });
  await visitor.page.goto(address, { waitUntil: "domcontentloaded" });
  await settled(visitor.page);
  const all = await Promise.all(sizes);
  await visitor.close();
  await browser.close();
  return all.reduce((sum, size) => sum + size, 0);
}
