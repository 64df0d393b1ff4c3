/**
 * What a story about pages needs: the whole product in a process of its own, an inbox that its mail arrives in, a browser, and a sandbox
 * workspace whose clock the story moves. Everything that a page shows has gone through the public API.
 */
import fs from "node:fs";
import { presets } from "../../presets/index.ts";
import { type Client, type ProgramDefinition, createClient } from "../../sdk/src/index.ts";
import { type BrowserWish, type TestBrowser, hasBrowser, openBrowser } from "./browser.ts";
import { type TestDatabase, createTestDatabase } from "./database.ts";
import { temporaryFolder } from "./global-setup.ts";
import { buildWidget } from "./widget.ts";
import { type Inbox, openInbox } from "./inbox.ts";
import { type Product, startProduct } from "./product.ts";

export type Stage = {
  url: string;
  product: Product;
  dataDir: string;
  /** How a process of its own finds the same database. */
  env: Record<string, string>;
  inbox: Inbox;
  browser: TestBrowser;
  /** Speaks with the sandbox's key. */
  client: Client;
  /** Speaks with the key of the workspace that is not a sandbox. */
  live: Client;
  /** Slugs, as they stand in page addresses. */
  workspace: string;
  liveWorkspace: string;
  /** Publishes a preset in the sandbox, changed or as it is. */
  publish(preset: string, change?: Partial<ProgramDefinition>): Promise<void>;
  /** Moves the sandbox's clock: "14d". */
  advance(by: string): Promise<void>;
  /** Any request with the sandbox's key; throws on an error status, with its body. */
  call<T = Record<string, never>>(method: string, path: string, body?: unknown): Promise<T>;
  close(): Promise<void>;
};

/**
 * A clone of the tests' migrated database instead of a server of its own: a stage is there a second sooner. Outside a test run (pictures
 * of the screens) the product starts its own.
 */
async function databaseOfStage(): Promise<TestDatabase | null> {
  return process.env["VITEST"] === undefined ? null : await createTestDatabase();
}

/** Starts all of it; null where Chromium cannot run, because then every test of the file is skipped. */
export async function openStage(env: Record<string, string> = {}, wish: BrowserWish = {}): Promise<Stage> {
  if (!hasBrowser) return { close: async () => {} } as Stage;
  buildWidget();
  const dataDir = temporaryFolder("stage");
  // The browser starts beside the product, which does not need it.
  const opening = openBrowser(wish);
  opening.catch(() => {});
  const [inbox, database] = await Promise.all([openInbox(), databaseOfStage()]);
  const found: Record<string, string> =
    database === null ? {} : { DATABASE_URL: database.ownerUrl, DATABASE_RUNTIME_URL: database.runtimeUrl };
  const product = await startProduct(dataDir, {
    SMTP_URL: inbox.url,
    MAIL_FROM: "hello@shop.example",
    MAIL_SANDBOX: "send",
    ...found,
    ...env,
  });
  const browser = await opening;
  const key = product.info["test_key"] ?? "";
  const client = createClient({ url: product.url, key });
  const liveWorkspace = product.info["workspace"] ?? "";
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(product.url + path, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === "" ? {} : JSON.parse(text)) as T;
  };
  return {
    url: product.url,
    product,
    dataDir,
    env: { GRAPEVINE_DATA: dataDir, ...found },
    inbox,
    browser,
    client,
    live: createClient({ url: product.url, key: product.info["secret_key"] ?? "" }),
    workspace: `${liveWorkspace}-sandbox`,
    liveWorkspace,
    call,
    async publish(preset, change) {
      const document = presets.find((each) => each.key === preset);
      if (document === undefined) throw new Error(`no preset ${preset}`);
      await client.programs.put(preset, change === undefined ? { preset } : { ...document, ...change });
      await client.programs.publish(preset);
    },
    advance: async (by) => void (await client.advanceClock(by)),
    async close() {
      await Promise.all([browser.close(), product.kill("SIGTERM")]);
      await inbox.close();
      await database?.drop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
