/**
 * A business that is in full swing, for tests that look at every page: a program with a landing page, an advocate with friends in every
 * state, testimonials, a coupon, points to spend, a contest. Built through the public API in the sandbox.
 */
import type { ProgramDefinition } from "../../sdk/src/index.ts";
import { presets } from "../../presets/index.ts";
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
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const contest = presets.find(({ key }) => key === "contest")!.contest!;
  await stage.publish("contest", { contest: { ...contest, from: day(-1), to: day(20) } });
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

/** What Ann has in the programs of other kinds: so that no list of hers is empty. */
export async function thingsOfAnn({ call, client }: World): Promise<void> {
  const person = "user_id:ann";
  const acting_as = person;
  await call("PUT", "/v1/catalogue/mug", { name: "Mug", price: 300, description: "With our mark." });
  await call("PUT", "/v1/catalogue/bread", { name: "A loaf every week for a month", price: 900 });
  for (const [company, name] of [
    ["bakery", "Bakery Meier"],
    ["mill", "Mill at the river"],
  ] as const)
    await call("PUT", `/v1/companies/${company}`, { name });
  await client.events.track({ type: "identify", person: { user_id: "ann", company: "bakery" } } as never);
  await client.events.track({ type: "identify", person: { user_id: "mo", company: "mill" } } as never);
  const { person: mo } = await client.join("lead_exchange", { user_id: "mo" });
  await call("POST", `/v1/programs/lead_exchange/applications/${mo}/approve`);
  const contact = { name: "Ida Buyer", email: "ida@buyer.example" };
  const lead = { program: "lead_exchange", from: "mill", to: "bakery", contact, text: "She looks for bread for her canteen." };
  await call("POST", "/v1/leads", { ...lead, acting_as: "user_id:mo" });
  await call("PUT", "/v1/vacancies/v-1", { program: "employee", title: "Baker", department: "Bakery", country: "US", grade: "junior" });
  await call("POST", "/v1/programs/partner/terms/accept", { person });
  await call("POST", "/v1/claims", { program: "partner", deal: "d-1", contact, claimants: [{ person, share: 1 }] });
  await call("POST", "/v1/requests", { program: "community", text: "Who knows a good roofer?", acting_as });
  await call("POST", "/v1/deliverables", { program: "influencer", person, url: "https://video.example/bread" });
  await call("POST", "/v1/shares", { program: "social", person, channel: "x" });
  await call("POST", "/v1/people", { user_id: "pupil" });
  await call("POST", "/v1/cases", {
    program: "pipeline",
    person: "user_id:pupil",
    owner: person,
    coordinator: person,
    text: "Often away.",
    acting_as,
  });
  for (const name of ["review", "case_study"]) await client.events.track({ type: "activity", name, person: { user_id: "ann" } } as never);
}
