/**
 * A business that uses Grapevine: a real server on a real database, spoken to through the public SDK with a test key, in a
 * sandbox whose clock the scenario moves. Time starts on a Monday in 2030, so that quarters and months are where a test says.
 */
import { expect } from "vitest";
import { presets } from "../../presets/index.ts";
import { type Client, type Event, type EventOutcome, type components, type ProgramDefinition, createClient } from "../../sdk/src/index.ts";
import { assertBooks } from "./books.ts";
import { type TestServer, createServer } from "./server.ts";

/** 7 January 2030, 09:00 UTC. */
export const START = Date.UTC(2030, 0, 7, 9);
const DAY = 86_400_000;

/** The instant so many days after the start, in the wire's form. */
export function day(days: number, ms = 0): string {
  return new Date(START + days * DAY + ms).toISOString();
}
/** The same day and time of day, so many months after the start. */
export function month(months: number, ms = 0): string {
  const at = new Date(START);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, at.getUTCDate(), at.getUTCHours()) + ms).toISOString();
}

export type Reward = components["schemas"]["Reward"];
export type Balance = { pending: number; available: number };

export type Shop = {
  server: TestServer;
  client: Client;
  /** Publishes a preset, changed or as it is, from the start of time. */
  publish(preset: string, change?: Partial<ProgramDefinition>): Promise<void>;
  /** Makes a person an advocate. @returns her code. */
  join(program: string, user: string): Promise<string>;
  /** Sends one event; at the sandbox's present unless it says when. */
  send(event: Event): Promise<EventOutcome>;
  /** A purchase by `user`; minor units. */
  buys(user: string, order: Purchase): Promise<EventOutcome>;
  /** Takes back a part of an order, or all of it when no amount is given. */
  refunds(id: string, amount?: number, at?: string): Promise<EventOutcome>;
  /** What a person has, by unit: only what is not zero. */
  balances(user: string): Promise<Record<string, Balance>>;
  /** Everything a person was granted, in the order in which it happened. */
  rewards(user: string): Promise<Reward[]>;
  /** Moves the clock to an instant and does what became due by then, and not a millisecond later. */
  to(instant: string): Promise<void>;
  /** The books balance: every unit sums to zero, and all that is kept beside the transfers agrees with them. */
  books(): Promise<void>;
  close(): Promise<void>;
};
export type Purchase = {
  id: string;
  total: number;
  code?: string;
  at?: string;
  currency?: string;
  tax?: number;
  shipping?: number;
  /** `payment` is an invoice or renewal; a purchase otherwise. */
  type?: "purchase" | "payment";
};

export async function createShop(): Promise<Shop> {
  const server = await createServer();
  const client = createClient({ url: server.url, key: server.a.testKey });
  const to = async (instant: string): Promise<void> => {
    const { now } = await client.unwrap(client.api.POST("/v1/test_clock", { body: { set: instant } }));
    expect(now).toBe(instant);
  };
  await to(day(0));
  const send = async (event: Event): Promise<EventOutcome> => {
    const outcome = await client.events.track(event);
    expect(outcome.error).toBeUndefined();
    return outcome;
  };
  return {
    server,
    client,
    to,
    send,
    async publish(preset, change) {
      const document = presets.find((each) => each.key === preset)!;
      await client.programs.put(preset, change === undefined ? { preset } : { ...document, ...change });
      await client.programs.publish(preset);
    },
    async join(program, user) {
      const joined = await client.join(program, { user_id: user });
      expect(joined.status).toBe("active");
      return joined.links[0]!.code;
    },
    buys: (user, { id, total, code, at, currency = "USD", tax, shipping, type = "purchase" }) =>
      send({
        id: `${type}-${id}`,
        type,
        occurred_at: at,
        person: { user_id: user },
        order: { id, total, tax, shipping, currency },
        ...(code === undefined ? {} : { referral: { code } }),
      }),
    refunds: (id, amount, at) => send({ type: "refund", occurred_at: at, order: { id, amount } }),
    async balances(user) {
      const rows = await client.balances(`user_id:${user}`);
      const some = rows.filter((row) => row.pending !== 0 || row.available !== 0);
      return Object.fromEntries(some.map(({ unit, pending, available }) => [unit, { pending, available }]));
    },
    async rewards(user) {
      const query = { person: `user_id:${user}`, limit: 100 };
      const { data } = await client.unwrap(client.api.GET("/v1/rewards", { params: { query } }));
      return data.sort((a, b) => a.at.localeCompare(b.at));
    },
    async books() {
      for (const unit of (await client.trialBalance()).data) expect([unit.unit, unit.total]).toEqual([unit.unit, 0]);
      await assertBooks(server.engine, server.a.sandboxId);
    },
    close: () => server.close(),
  };
}
