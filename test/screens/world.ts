/** What happens in the scenes of the pictures: people join, friends order, time passes. All of it by the public API. */
import type { Event } from "../../sdk/src/index.ts";
import type { Stage } from "../support/stage.ts";

export type Somebody = { id: string; email: string; code: string };
export type World = {
  stage: Stage;
  /** Publishes the scene's program under the name of the business. */
  opens(program: string, business: string, change?: Parameters<Stage["publish"]>[1]): Promise<void>;
  /** Somebody joins (approved, where one applies) and accepts the terms. */
  joins(program: string, name: string): Promise<Somebody>;
  /** Where her money goes: the form for it is no part of the picture then. */
  isPaid(who: Somebody, holder: string): Promise<void>;
  sends(event: Event): Promise<void>;
  signsUp(friend: string, by: Somebody): Promise<void>;
  /** An order of so many minor units; with `by`, under her code. */
  buys(friend: string, total: number, by?: Somebody): Promise<void>;
  /** All of it when no amount is given. */
  returns(friend: string, amount?: number): Promise<void>;
  passes(time: string): Promise<void>;
  /** The sandbox's clock in so many days: "2026-11-22T18:00:00". */
  clock(days: number): Promise<string>;
};

/** A state of a program that shows what is special in its kind. */
export type Scene = {
  /** Section of the portal. */
  room: string;
  /** Buttons that are pressed before the picture is taken: the name, and which of that name. */
  press?: [name: string, nth: number][];
  /** Highest picture; what is below is cut. */
  height?: number;
  /** Brings it about. @returns whose portal it is */
  play(world: World): Promise<Somebody>;
};

const DAY = 86_400_000;

export function worldOf(stage: Stage): World {
  const { call, client } = stage;
  const person = (friend: string) => ({ user_id: friend, email: `${friend.toLowerCase()}@friend.example` });
  const sends = async (event: Event): Promise<void> => {
    const outcome = await client.events.track(event);
    if (outcome.status !== "settled") throw new Error(`${event.type} was ${JSON.stringify(outcome)}`);
  };
  return {
    stage,
    sends,
    async opens(program, business, change) {
      await call("PATCH", "/v1/settings", { settings: { brand: { name: business } } });
      await stage.publish(program, change);
    },
    async joins(program, name) {
      const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, ".")}@mail.example`;
      type Joined = { person: string; status: string; links: { code: string }[] };
      const wish = { program, person: { email, name } };
      let joined = await call<Joined>("POST", "/v1/advocates", wish);
      if (joined.status === "applied") {
        await call("POST", `/v1/programs/${program}/applications/${joined.person}/approve`);
        joined = await call<Joined>("POST", "/v1/advocates", wish);
      }
      await call("POST", `/v1/programs/${program}/terms/accept`, { person: joined.person });
      return { id: joined.person, email, code: joined.links[0]?.code ?? "" };
    },
    async isPaid({ id }, holder) {
      await call("PUT", "/v1/portal/payout-details", { person: id, pay_to: { method: "paypal", holder, email: "money@mail.example" } });
    },
    signsUp: (friend, by) => sends({ type: "signup", person: person(friend), referral: { code: by.code } }),
    buys: (friend, total, by) =>
      sends({
        type: "purchase",
        person: person(friend),
        order: { id: `order-${friend}`, total, currency: "USD" },
        ...(by === undefined ? {} : { referral: { code: by.code } }),
      }),
    returns: (friend, amount) => sends({ type: "refund", order: { id: `order-${friend}`, ...(amount === undefined ? {} : { amount }) } }),
    passes: (time) => stage.advance(time),
    async clock(days) {
      const { now } = await call<{ now: string }>("GET", "/v1/test_clock");
      return new Date(Date.parse(now) + days * DAY).toISOString().slice(0, 19);
    },
  };
}
