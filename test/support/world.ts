/**
 * A business that is in full swing, for tests that look at every page: a program with a landing page, an advocate with friends in every
 * state, testimonials, a coupon, points to spend, a contest. Built through the public API in the sandbox.
 */
import type { ProgramDefinition } from "../../sdk/src/index.ts";
import { type Stage, openStage } from "./stage.ts";

export const ANN = "ann@friend.example";

export type World = Stage & {
  /** The program of the pages. */
  program: string;
  code: string;
  /** The advocate's landing page. */
  landing: string;
  portal: string;
};

export async function openWorld(change: Partial<ProgramDefinition> = {}): Promise<World> {
  const stage = await openStage();
  if (stage.url === undefined) return stage as World;
  const program = "two_way";
  await stage.publish(program, { pages: { landing: {} }, ...change } as Partial<ProgramDefinition>);
  const joined = await stage.client.join(program, { user_id: "ann", email: ANN, name: "Ann Meier" });
  const code = joined.links[0]!.code;
  return { ...stage, program, code, landing: `${stage.url}/l/${code}`, portal: `${stage.url}/p/${stage.workspace}/${program}` };
}

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
