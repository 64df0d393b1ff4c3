/** A real server on a real database with the real engine behind it: for tests of the HTTP room. */
import crypto from "node:crypto";
import type { FastifyInstance } from "fastify";
import { createDisposableEmail } from "../../src/adapters/disposable-email.ts";
import { createHashes } from "../../src/adapters/hashes.ts";
import { createIds } from "../../src/adapters/ids.ts";
import type { LogSink } from "../../src/adapters/log.ts";
import { createLog } from "../../src/adapters/log.ts";
import { outside } from "./outside.ts";
import { createWorkspace } from "../../src/flow/create-workspace.ts";
import type { NewWorkspace } from "../../src/flow/create-workspace.ts";
import { createWorlds } from "../../src/flow/load-world.ts";
import { buildServer } from "../../src/http/server.ts";
import type { ServerOptions } from "../../src/http/server.ts";
import type { Services } from "../../src/http/services.ts";
import { openAccounts } from "../../src/main/accounts.ts";
import { openStudies } from "../../src/main/studies.ts";
import { createServices } from "../../src/main/services.ts";
import type { Parts } from "../../src/main/services.ts";
import type { Pool } from "../../src/store/db.ts";
import { SETTLE_SETTINGS } from "../../src/store/settle-transaction.ts";
import { createEngine } from "./engine.ts";
import type { Engine } from "./engine.ts";

/** A JSON body whose shape the test itself asserts. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any;

export type Reply<T = Record<string, Loose>> = { status: number; headers: Headers; body: T; text: string };

export type TestServer = {
  url: string;
  engine: Engine;
  app: FastifyInstance;
  a: NewWorkspace;
  b: NewWorkspace;
  /** Everything that was logged, one JSON line each. */
  logged: string[];
  /** A request with A's secret key unless `key` says another (null: none). Objects are sent as JSON. */
  call<T = Record<string, Loose>>(
    method: string,
    path: string,
    options?: { body?: unknown; key?: string | null; headers?: Record<string, string> },
  ): Promise<Reply<T>>;
  /** Another process on the same database, or on a pool of its own that reaches it in some other way. */
  another(pool?: Pool): Promise<{ url: string; app: FastifyInstance }>;
  close(): Promise<void>;
};

/** The product's own services; asking for one that is not wired fails the request with its name. */
function servicesOf(parts: Parts, more: Partial<Services> | undefined): Services {
  const readiness: Services["readiness"] = async () => ({ ready: true, checks: { database: "ok" } });
  return new Proxy(
    { ...createServices(parts), readiness, ...more },
    {
      get: (target, name) =>
        Reflect.get(target, name) ??
        (() => {
          throw new Error(`services.${String(name)} is not wired`);
        }),
    },
  );
}

export async function createServer(
  options: Pick<Partial<ServerOptions>, "limits" | "publicUrl" | "patience"> & {
    services?: Partial<Services>;
    provider?: Parameters<typeof openAccounts>[0]["provider"];
  } = {},
): Promise<TestServer> {
  const engine = await createEngine();
  const ids = createIds();
  const pool = engine.database.pool();
  const parts = { pool, ids };
  const make = (): Promise<NewWorkspace> => createWorkspace(parts, { slug: `s-${crypto.randomBytes(5).toString("hex")}` });
  const [a, b] = [await make(), await make()];
  const logged: string[] = [];
  const sink: LogSink = { write: (line) => logged.push(line) };
  const settlePool = engine.database.pool({ max: 2, settings: SETTLE_SETTINGS });
  const hashes = createHashes(engine.secret);
  const isDisposableEmail = createDisposableEmail();
  const log = createLog(sink);
  const { batcher, secret, tally } = engine;
  const studies = openStudies(engine.database.runtimeUrl);
  const { study } = studies;
  const own = { study, pool, settlePool, ids, hashes, worlds: createWorlds(), batcher, tally, log, ...outside(secret), isDisposableEmail };
  const services = servicesOf(own, options.services);
  const apps: FastifyInstance[] = [];
  const publicUrl = options.publicUrl ?? "http://localhost:4400";
  const opened = { secret: engine.secret, runtimeUrl: engine.database.runtimeUrl, publicUrl: () => publicUrl };
  const closers: (() => unknown)[] = [];
  const accounts = openAccounts({ parts: own, ...opened, provider: options.provider ?? null, closers });
  const listen = async (on = pool): Promise<{ url: string; app: FastifyInstance }> => {
    const { limits, patience } = options;
    const made = { services, pool: on, ids, log, accounts, publicUrl, limits, patience };
    const app = await buildServer({ ...made, version: "test", checkAnswers: true });
    apps.push(app);
    return { app, url: await app.listen({ port: 0, host: "127.0.0.1" }) };
  };
  const { app, url } = await listen();
  return {
    url,
    engine,
    app,
    a,
    b,
    logged,
    another: (own) => listen(own ?? engine.database.pool({ max: 4 })),
    async call(method, path, { body, key = a.secretKey, headers = {} } = {}) {
      const sent: Record<string, string> = { ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...headers };
      const raw = body === undefined || typeof body === "string" || body instanceof Uint8Array;
      if (body !== undefined) sent["content-type"] ??= "application/json";
      const response = await fetch(url + path, {
        method,
        headers: sent,
        redirect: "manual",
        ...(body === undefined ? {} : { body: (raw ? body : JSON.stringify(body)) as string }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get("content-type") ?? "");
      return { status: response.status, headers: response.headers, text, body: (isJson && text !== "" ? JSON.parse(text) : {}) as never };
    },
    async close() {
      await Promise.all(apps.map((each) => each.close()));
      await studies.close();
      for (const end of closers) await end();
      await engine.close();
    },
  };
}
