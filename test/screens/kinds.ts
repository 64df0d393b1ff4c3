/**
 * Pictures of the portal on a phone, one for each kind of program: `node test/screens/kinds.ts [--only=direct,loyalty] [--out=FOLDER]
 * [--rooms=how,rewards]`. The whole product runs; scenes.ts brings each program into a state that shows what is special in its kind. The
 * pages of docs/kinds show the pictures. With --rooms other sections are taken too, to look at.
 */
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { carry, signIn } from "../support/member.ts";
import { smallPng } from "../support/small-png.ts";
import { type Stage, openStage } from "../support/stage.ts";
import { SCENES } from "./scenes.ts";
import { type Scene, worldOf } from "./world.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", default: Object.keys(SCENES).join(",") },
    out: { type: "string", default: "docs/screens/kinds" },
    rooms: { type: "string", default: "" },
  },
});
const HEIGHT = { least: 640, most: 1150 };

const stage = await openStage({ TRUST_PROXY: "1" });
try {
  fs.mkdirSync(values.out, { recursive: true });
  for (const key of values.only.split(",")) {
    const scene = SCENES[key];
    if (scene === undefined) throw new Error(`no scene ${key}`);
    await takes(stage, key, scene);
  }
} finally {
  await stage.close();
}

async function takes(on: Stage, key: string, scene: Scene): Promise<void> {
  const who = await scene.play(worldOf(on));
  const visitor = await on.browser.visitor();
  const { page, context, complaints } = visitor;
  await carry(visitor, on, await signIn(on, { email: who.email, program: key }));
  for (const room of [scene.room, ...values.rooms.split(",").filter((each) => each !== "")]) {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("about:blank");
    await page.goto(`${on.url}/p/${on.workspace}/${key}#${room}`);
    await settles(page);
    if (room === scene.room)
      for (const [name, nth] of scene.press ?? []) await page.getByRole("button", { name, exact: true }).nth(nth).tap();
    await fits(page, scene);
    const file = path.join(values.out, room === scene.room ? `${key}.png` : `${key}-${room}.png`);
    fs.writeFileSync(file, smallPng(await page.screenshot()));
    process.stdout.write(`${file} ${Math.round(fs.statSync(file).size / 102.4) / 10} kB\n`);
  }
  if (complaints.length > 0) throw new Error(`${key}: ${complaints.join("\n")}`);
  await context.close();
}

async function settles(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.locator("main .bones:visible").first().waitFor({ state: "hidden" });
}

/** As high as the section, within limits: what is below is not missed, and no picture is half empty. */
async function fits(page: Page, scene: Scene): Promise<void> {
  const height = await page.evaluate<number>("document.documentElement.scrollHeight");
  const most = scene.height ?? HEIGHT.most;
  await page.setViewportSize({ width: 390, height: Math.min(Math.max(height, HEIGHT.least), most) });
  await page.evaluate("scrollTo(0, 0)");
  await page.waitForTimeout(200);
}
