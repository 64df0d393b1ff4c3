/** Experiments over the API with as many advocates in each arm as a published case has rows. */
import crypto from "node:crypto";
import { expect } from "vitest";
import type { Loose, TestServer } from "./server.ts";

export type Dealt = {
  at(method: string, path: string, body?: unknown): Promise<Loose>;
  send(events: readonly object[]): Promise<void>;
  /** Makes a program and an experiment that runs in it, and fills its arms. @returns its id. */
  begin(key: string, of: Arms): Promise<string>;
  /** More advocates for the arms: what the friend of each bought in cents, 0 for none who came. */
  join(key: string, of: Pick<Arms, "weights" | "bought">): Promise<void>;
  results(id: string): Promise<Loose>;
};
export type Arms = {
  weights: readonly number[];
  /** By arm, an amount for each advocate. */
  bought: readonly (readonly number[])[];
  patch?: object;
  planned?: number;
};

export const purchase = (id: string, { person, total, code }: { person: string; total: number; code?: string }) => ({
  id,
  type: "purchase",
  person: { user_id: person },
  order: { id, total, currency: "USD" },
  ...(code === undefined ? {} : { referral: { code } }),
});

/** In the second workspace of the server. */
export function createDealt(s: TestServer): Dealt {
  const at: Dealt["at"] = async (method, path, body) => {
    const ask = () => s.call<Loose>(method, path, { key: s.b.secretKey, ...(body === undefined ? {} : { body }) });
    let answer = await ask();
    // As a client does: again where the machine is busy (nothing is done twice), and while it is being worked out.
    for (let tries = 0; (answer.status === 503 || answer.status === 202) && tries < 200; tries++) {
      await new Promise((done) => setTimeout(done, 300));
      answer = await ask();
    }
    expect(answer.status, `${method} ${path}: ${answer.text.slice(0, 300)}`).toBeLessThan(300);
    return answer.body;
  };
  const send: Dealt["send"] = async (events) => {
    for (let from = 0; from < events.length; from += 500) await at("POST", "/v1/events", { events: events.slice(from, from + 500) });
  };
  let tried = 0;
  /** People are known before they join, so that those join whom the hash deals where they are needed. */
  const join: Dealt["join"] = async (key, { weights, bought }) => {
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const ends = weights.map((_, i) => Math.round((10_000 * weights.slice(0, i + 1).reduce((sum, weight) => sum + weight, 0)) / all));
    const wanted = bought.map((list) => [...list]);
    const events: object[] = [];
    while (wanted.some((list) => list.length > 0)) {
      const left = wanted.reduce((sum, list) => sum + list.length, 0);
      const users = Array.from({ length: Math.min(500, left + 20) }, () => `${key}-${tried++}`);
      await send(users.map((user) => ({ id: `known-${user}`, type: "signup", person: { user_id: user } })));
      const rows = await s.engine.rows<{ user: string; id: string }>(
        "select value as user, person_id as id from person_identity where workspace_id = $1 and value = any($2::text[])",
        [s.b.workspaceId, `{${users.join(",")}}`],
      );
      const joining = rows.flatMap(({ user, id: person }) => {
        const hash = crypto.createHash("sha256").update(`${s.b.workspaceId}/${key}:${person}`).digest("hex");
        const number = Number.parseInt(hash.slice(0, 8), 16) % 10_000;
        const amount = wanted[ends.findIndex((end) => number < end)]?.pop();
        return amount === undefined ? [] : [{ user, amount }];
      });
      const joins = joining.values();
      const some = async (): Promise<void> => {
        for (const { user, amount } of joins) {
          const { links } = await at("POST", "/v1/advocates", { program: key, person: { user_id: user } });
          if (amount > 0) events.push(purchase(`o-${user}`, { person: `friend-of-${user}`, total: amount, code: links[0].code }));
        }
      };
      // A few at a time share the list.
      await Promise.all(Array.from({ length: 8 }, some));
    }
    await send(events);
  };
  return {
    at,
    send,
    join,
    async begin(key, { weights, bought, patch = { name: "Other words" }, planned = 5000 }) {
      await at("PUT", `/v1/programs/${key}`, { preset: "direct", name: key });
      await at("POST", `/v1/programs/${key}/publish`, {});
      const arms = weights.map((weight, i) => ({ key: `arm-${i}`, name: `Arm ${i}`, weight, ...(i > 0 && { patch }) }));
      const wish = { program: key, layer: key, name: key, arms, currency: "USD", metric: "revenue", planned };
      const { id } = await at("POST", "/v1/experiments", wish);
      await at("POST", `/v1/experiments/${id}/start`);
      await join(key, { weights, bought });
      return id as string;
    },
    results: (id) => at("GET", `/v1/experiments/${id}/results?wait=20`),
  };
}

/** `hits` of `n` advocates whose friend bought for 50.00. */
export const shares = (n: number, hits: number): number[] => Array.from({ length: n }, (_, i) => (i < hits ? 5000 : 0));

/**
 * `n` whole amounts with this sum and this sum of squares, most of them zero: equal ones, and three that make it come out. Of published
 * cases only the sums are known, and no figure of an experiment depends on more.
 */
export function amountsOf(n: number, sum: number, squares: number): number[] {
  for (let equal = Math.ceil((1.2 * sum ** 2) / squares); equal <= n - 3; equal++) {
    for (let each = Math.floor(sum / (equal + 3)); each > 0.5 * (sum / equal); each--) {
      const rest = lastThree(sum - equal * each, squares - equal * each ** 2);
      if (rest !== null)
        return [...rest, ...Array.from({ length: equal }, () => each), ...Array.from({ length: n - equal - 3 }, () => 0)];
    }
  }
  throw new Error(`no ${n} whole amounts have the sum ${sum} and the squares ${squares}`);
}

function lastThree(sum: number, squares: number): number[] | null {
  if (3 * squares < sum ** 2) return null;
  for (let a = 0; a <= Math.min(sum, Math.sqrt(squares)); a++) {
    const [s, q] = [sum - a, squares - a ** 2];
    const root = Math.sqrt(2 * q - s ** 2);
    if (Number.isInteger(root) && (s + root) % 2 === 0 && root <= s) return [a, (s + root) / 2, (s - root) / 2];
  }
  return null;
}
