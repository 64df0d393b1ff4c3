/** What a button of a page saves. */
import fs from "node:fs";
import type { Locator, Page } from "playwright-core";

export async function saved(page: Page, button: Locator): Promise<Buffer> {
  const download = page.waitForEvent("download");
  await button.click();
  return fs.readFileSync(await (await download).path());
}
