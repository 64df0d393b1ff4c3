/** A shop to bench against: a live program, advocates with codes, and requests in the shapes that clients send. */
import { SERIAL, post } from "./load.ts";
import type { Served } from "./servers.ts";

export type BenchShop = { key: string; codes: string[]; purchase(): string; batch(size: number): string };

/** One API call with a key; throws with the problem when it is refused. */
export async function call<T>(server: Served, key: string, ask: { method: string; path: string; body?: unknown }): Promise<T> {
  const response = await fetch(server.url + ask.path, {
    method: ask.method,
    headers: { authorization: `Bearer ${key}`, ...(ask.body === undefined ? {} : { "content-type": "application/json" }) },
    ...(ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${ask.method} ${ask.path} answered ${response.status}: ${text.slice(0, 300)}`);
  return (text === "" ? {} : JSON.parse(text)) as T;
}

/** Publishes the preset `direct` under `program` and lets `advocates` people join. */
export async function openShop(server: Served, key: string, ask: { program: string; advocates: number }): Promise<BenchShop> {
  await call(server, key, { method: "PUT", path: `/v1/programs/${ask.program}`, body: { preset: "direct", name: "Bench" } });
  await call(server, key, { method: "POST", path: `/v1/programs/${ask.program}/publish`, body: {} });
  const codes: string[] = [];
  for (let i = 0; i < ask.advocates; i++) {
    const joined = await call<{ links: { code: string }[] }>(server, key, {
      method: "POST",
      path: "/v1/advocates",
      body: { program: ask.program, person: { user_id: `advocate-${i}` } },
    });
    codes.push(joined.links[0]?.code ?? "");
  }
  const headers = { authorization: `Bearer ${key}` };
  const event = (id: string, i: number): object => ({
    id: `order-${id}`,
    type: "purchase",
    person: { user_id: `friend-${id}` },
    referral: { code: codes[i % codes.length] },
    order: { id, total: 8000, subtotal: 7000, tax: 600, shipping: 400, currency: "USD" },
  });
  return {
    key,
    codes,
    purchase: () => post("/v1/events", JSON.stringify(event(SERIAL, 0)), headers),
    batch: (size) =>
      post("/v1/events", JSON.stringify({ events: Array.from({ length: size }, (_, i) => event(`${SERIAL}-${i}`, i)) }), headers),
  };
}
