/** A shop whose reports are asked: a program, an advocate's code, orders, and the figures of what is answered by their metric. */
import { expect, vi } from "vitest";
import { createServer } from "./server.ts";
import type { Loose, TestServer } from "./server.ts";

type Ask = (path: string) => Promise<Loose>;
/** `whole`: once every day is counted. */
export type Reporting = { server: TestServer; code: string; get: Ask; whole: Ask };

export async function openReporting(): Promise<Reporting> {
  const server = await createServer();
  await server.call("PUT", "/v1/programs/friends", { body: { preset: "direct", name: "Friends" } });
  await server.call("POST", "/v1/programs/friends/publish", { body: {} });
  const joined = await server.call("POST", "/v1/advocates", { body: { program: "friends", person: { user_id: "ann" } } });
  const get = async (path: string): Promise<Loose> => {
    const { status, body } = await server.call("GET", path);
    expect({ path, status, detail: body["detail"] }).toEqual({ path, status: 200, detail: undefined });
    return body;
  };
  // A reader waits a moment at most; on a busy machine the first figures take more than one.
  const whole = async (path: string): Promise<Loose> => {
    await vi.waitFor(async () => expect((await get(path)).freshness.complete).toBe(true), { timeout: 20_000, interval: 50 });
    return await get(path);
  };
  return { server, code: joined.body["links"][0].code as string, get, whole };
}

export const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
export const dayAgo = (days: number): string => ago(days).slice(0, 10);

export const buys = (n: number, id: string, more = {}) => ({
  id,
  type: "purchase",
  person: { user_id: `f-${n}` },
  order: { id, total: 8000, currency: "USD" },
  ...more,
});

export const figures = (report: Loose): Record<string, Loose> =>
  Object.fromEntries(report.figures.map((each: Loose) => [each.metric, each]));
