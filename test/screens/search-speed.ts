/**
 * How fast the search of the command palette answers: by e-mail, beginnings of names, orders, codes, ids, and what is nowhere.
 * Asks a server that already runs; what is searched for is taken from it.
 *
 *   node test/screens/search-speed.ts --url http://localhost:4400 --workspace big --email ann@shop.example --password ... [--rounds 40]
 */
import { parseArgs } from "node:util";
import { signIn } from "../support/accounts.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({ options: { url: text, workspace: text, email: text, password: text, rounds: text } });
const { url = "http://localhost:4400", workspace = "", email = "", password = "" } = values;
const rounds = Number(values.rounds ?? 40);
const LIMIT_MS = 200;

const cookie = await signIn(url, email, password);
const headers = {
  cookie,
  "gv-workspace": workspace,
  "gv-as": "operator",
  "content-type": "application/json",
  "sec-fetch-site": "same-origin",
};
type Row = Record<string, unknown>;
const list = async (path: string): Promise<Row[]> => ((await (await fetch(url + path, { headers })).json()) as { data: Row[] }).data;

const [program] = await list("/v1/programs");
const [events, links, coupons, rewards] = await Promise.all([
  list(`/v1/events?type=purchase&limit=${rounds}`),
  list(`/v1/links?limit=${rounds}`),
  list(`/v1/coupons?limit=${rounds}`),
  list(`/v1/rewards?limit=${rounds}`),
]);
const advocates = await list(`/v1/advocates?program=${String(program?.["key"])}&limit=${rounds}`);
const people: Row[] = [];
for (const { person } of advocates) people.push((await (await fetch(`${url}/v1/people/${String(person)}`, { headers })).json()) as Row);

const texts = (rows: readonly Row[], of: (row: Row) => unknown): string[] =>
  rows.map(of).filter((each): each is string => typeof each === "string" && each.length > 1);
const names = texts(people, (row) => row["name"]);
const KINDS: Record<string, string[]> = {
  "e-mail": texts(people, (row) => row["email"]),
  "first two letters": names.map((name) => name.slice(0, 2)),
  "first name": names.map((name) => name.split(" ")[0]!),
  "whole name": names,
  "last name": names.map((name) => name.split(" ").at(-1)!),
  "user id": texts(people, (row) => row["user_id"]),
  "person's id": texts(people, (row) => row["id"]),
  order: texts(events, (row) => row["order"]),
  "beginning of an order": texts(events, (row) => (row["order"] as string | null)?.slice(0, 6)),
  "link's code": texts(links, (row) => row["code"]),
  "coupon's code": texts(coupons, (row) => row["code"]),
  "reward's id": texts(rewards, (row) => row["id"]),
  program: [String(program?.["key"])],
  nowhere: Array.from({ length: rounds }, (_, n) => `zzqx nobody ${n}`),
};

let slowest = 0;
for (const [kind, wanted] of Object.entries(KINDS)) {
  if (wanted.length === 0) continue;
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < rounds; round++) {
    const { ms, count } = await search(wanted[round % wanted.length]!);
    times.push(ms);
    found += count > 0 ? 1 : 0;
  }
  times.sort((a, b) => a - b);
  const p95 = times[Math.min(rounds - 1, Math.floor(rounds * 0.95))]!;
  slowest = Math.max(slowest, p95);
  console.log(
    `${kind.padEnd(24)} p50 ${times[Math.floor(rounds / 2)]!.toFixed(1)} ms  p95 ${p95.toFixed(1)} ms  found ${found} of ${rounds}`,
  );
}
console.log(slowest <= LIMIT_MS ? `every kind within ${LIMIT_MS} ms` : `beyond ${LIMIT_MS} ms: ${slowest.toFixed(1)} ms`);

/** One search. Whoever searches too often waits as she is told. */
async function search(q: string): Promise<{ ms: number; count: number }> {
  for (;;) {
    const began = performance.now();
    const answer = await fetch(`${url}/v1/search`, { method: "POST", headers, body: JSON.stringify({ q }) });
    const body = (await answer.json()) as { data?: unknown[] };
    const ms = performance.now() - began;
    if (answer.ok) return { ms, count: body.data?.length ?? 0 };
    if (answer.status !== 429) throw new Error(`${answer.status}: ${JSON.stringify(body)}`);
    await new Promise((wake) => setTimeout(wake, Number(answer.headers.get("retry-after") ?? 1) * 1_000));
  }
}
