/**
 * A business that is in full swing, for tests that look at every page: a program with a landing page, an advocate with friends in every
 * state, testimonials, a coupon, points to spend, a contest. Built through the public API in the sandbox.
 */
import type { ProgramDefinition } from "../../sdk/src/index.ts";
import { type Visitor, hasBrowser } from "./browser.ts";
import { carry, signIn } from "./member.ts";
import { type Stage, openStage } from "./stage.ts";

export const ANN = "ann@friend.example";

export type World = Stage & {
  /** The program of the pages. */
  program: string;
  code: string;
  /** Her code in a program whose landing page asks for an address. */
  mailCode: string;
  /** The advocate's landing page. */
  landing: string;
  portal: string;
};

export async function openWorld(change: Partial<ProgramDefinition> = {}): Promise<World> {
  const stage = await openStage();
  if (!hasBrowser) return stage as World;
  const program = "two_way";
  const landing = { claim: { by: "code" as const }, ends_at: "2031-03-31T22:00:00Z" };
  await stage.publish(program, { pages: { landing }, ...change });
  await stage.publish("loyalty", { pages: { landing: { claim: { by: "email" } } } });
  const person = { user_id: "ann", email: ANN, name: "Ann Meier" };
  for (const kind of KINDS) await joinKind(stage, kind, person);
  const code = (await stage.client.join(program, person)).links[0]!.code;
  const mailCode = (await stage.client.join("loyalty", person)).links[0]!.code;
  const portal = `${stage.url}/p/${stage.workspace}/${program}`;
  return { ...stage, program, code, mailCode, landing: `${stage.url}/l/${code}`, portal };
}

/** Those with sections of their own. */
const KINDS = ["advocacy", "contest", "partner", "employee", "community", "lead_exchange", "pipeline", "influencer", "social"];

async function joinKind(stage: Stage, kind: string, person: { user_id: string; email: string; name: string }): Promise<void> {
  await stage.publish(kind);
  const { status, person: id } = await stage.client.join(kind, person);
  if (status === "applied") await stage.call("POST", `/v1/programs/${kind}/applications/${id}/approve`);
}

/** Puts Ann's session into a visitor's browser. */
export async function asAnn(world: World, visitor: Visitor): Promise<void> {
  sessions.set(world, sessions.get(world) ?? signIn(world, { email: ANN, program: world.program }));
  await carry(visitor, world, await sessions.get(world)!);
}
const sessions = new WeakMap<World, Promise<string>>();

/** What Ann's friends have done: one bought, one bought and returned, one signed up, one only looked. */
export async function friendsOfAnn(world: World): Promise<void> {
  const { client, code } = world;
  const referral = { code };
  const order = (id: string, total: number) => ({ id, total, currency: "USD" });
  await client.events.track({ type: "signup", person: { user_id: "ben", email: "ben@friend.example" }, referral });
  await client.events.track({ type: "purchase", person: { user_id: "ben" }, order: order("1001", 8000) });
  await client.events.track({ type: "signup", person: { user_id: "cleo", email: "cleo@friend.example" }, referral });
  await client.events.track({ type: "purchase", person: { user_id: "cleo" }, order: order("1002", 9000) });
  await client.events.track({ type: "refund", order: { id: "1002" } });
  await client.events.track({ type: "signup", person: { user_id: "dora", email: "dora@friend.example" }, referral });
}
