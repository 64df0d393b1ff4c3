/** Page budgets: how much is sent, and how Lighthouse judges landing page and portal on a slow phone. */
import fs from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { buildWidget } from "../support/widget.ts";

const KILOBYTE = 1024;
/** Gzipped, at the level that the server's files are zipped with. The portal's languages come apart from it. */
const MOST: Record<string, number> = { "gv.js": 6 * KILOBYTE, "portal.js": 35 * KILOBYTE };
const DIST = new URL("../../widget/dist/", import.meta.url);

describe("sizes of scripts", () => {
  beforeAll(() => buildWidget());

  test.each(Object.keys(MOST))("%s stays within its budget, gzipped", (name) => {
    const bytes = fs.statSync(new URL(`${name}.gz`, DIST)).size;
    console.log(`${name}: ${bytes} bytes gzipped of ${MOST[name]}`);
    expect(bytes).toBeLessThanOrEqual(MOST[name]!);
  });
});
