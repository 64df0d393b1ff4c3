/** A16: a case goes through six stages, is read by the people on it and by nobody else, and earns nobody anything. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { components } from "../../sdk/src/index.ts";
import { createClient } from "../../sdk/src/index.ts";
import pipeline from "../../presets/pipeline.ts";
import { type Shop, createShop } from "../support/shop.ts";

type Case = components["schemas"]["CaseDetail"];
type Offer = components["schemas"]["CaseOffer"];
const STAGES = ["concern", "information", "team_discussion", "strategies", "implementation", "evaluation"];
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let shop: Shop;
beforeAll(async () => {
  shop = await createShop();
  await shop.publish("pipeline");
  for (const user_id of ["teacher", "counsellor", "head", "nurse", "stranger"]) await person(user_id);
});
afterAll(() => shop.close());

const person = (user_id: string) =>
  shop.client.unwrap(shop.client.api.POST("/v1/people", { body: { user_id, name: `Name of ${user_id}` } }));
const as = (user: string) => ({ acting_as: `user_id:${user}` });

/** A case about a new pupil: opened by the teacher, owned by the counsellor, coordinated by the head. */
async function open(pupil: string, more: { owner?: string; text?: string } = {}): Promise<Case> {
  await person(pupil);
  return shop.client.unwrap(
    shop.client.api.POST("/v1/cases", {
      body: {
        program: "pipeline",
        person: `user_id:${pupil}`,
        owner: `user_id:${more.owner ?? "counsellor"}`,
        coordinator: "user_id:head",
        text: more.text ?? `${pupil} is often away.`,
        ...as("teacher"),
      },
    }),
  );
}
const read = (id: string, user?: string) =>
  shop.client.api.GET("/v1/cases/{case}", { params: { path: { case: id }, query: user === undefined ? {} : as(user) } });
const move = (id: string, to: string, reason?: string, user = "counsellor") =>
  shop.client.api.POST("/v1/cases/{case}/move", { params: { path: { case: id } }, body: { to, reason, ...as(user) } });
const close = (id: string, outcome: "resolved" | "continue" | "refer_on", reason?: string) =>
  shop.client.api.POST("/v1/cases/{case}/close", { params: { path: { case: id } }, body: { outcome, reason, ...as("counsellor") } });
const rows = (text: string, ...values: unknown[]) => shop.server.engine.rows(text, [shop.server.a.sandboxId, ...values]);
/** Who was told what about a case: kind, person by user id, what it says of itself. */
const told = async (id: string) =>
  (await rows(
    `select m.kind, i.value as who, m.subject_key as about, m.due_at from message m
       join person_identity i on i.workspace_id = $1 and i.person_id = m.person_id and i.kind = 1
      where m.workspace_id = $1 and m.subject_key like $2 || '%' order by m.due_at, m.kind, m.subject_key`,
    id,
  )) as { kind: string; who: string; about: string; due_at: number }[];
const ms = (instant: string) => Date.parse(instant);

test("A16: six stages one after the other, each with its due date, to each of the three outcomes", async () => {
  for (const outcome of ["resolved", "continue", "refer_on"] as const) {
    let now = await open(`six-${outcome}`);
    expect([now.stage, now.due_at]).toEqual(["concern", new Date(ms(now.opened_at) + 48 * HOUR).toISOString()]);
    for (const to of STAGES.slice(1)) now = (await move(now.id, to)).data!;
    expect(now.stage).toBe("evaluation");
    now = (await close(now.id, outcome)).data!;
    expect([now.status, now.outcome]).toEqual(["closed", outcome]);
    expect(now.steps.map((s) => s.kind)).toEqual(["opened", "moved", "moved", "moved", "moved", "moved", "closed"]);
    expect((await move(now.id, "concern", "again")).error).toMatchObject({ code: "conflict" });
  }
  expect(
    (await shop.server.call("POST", "/v1/cases/cas_00000000000000000000000000000000/close", { body: { outcome: "paid" } })).status,
  ).toBe(422);
});

test("A16: no stage is left out, gone back to or closed before without a reason, and the reason is kept", async () => {
  const { id } = await open("skipper");
  const refused = await move(id, "strategies");
  expect(refused.error).toMatchObject({ code: "validation_failed", errors: [{ pointer: "/reason", code: "reason_missing" }] });
  expect((await move(id, "strategies", "   ")).error).toMatchObject({ code: "validation_failed" });
  expect((await move(id, "no_such_stage", "why")).error).toMatchObject({ errors: [{ pointer: "/to", code: "stage_unknown" }] });
  const moved = (await move(id, "strategies", "The team has met already.")).data!;
  expect(moved.steps.at(-1)).toMatchObject({
    text: "The team has met already.",
    data: { from: "concern", to: "strategies", skipped: ["information", "team_discussion"] },
  });
  expect((await move(id, "information")).error).toMatchObject({ errors: [{ code: "reason_missing" }] });
  expect((await move(id, "information", "New facts.")).data!.stage).toBe("information");
  expect((await close(id, "refer_on")).error).toMatchObject({ errors: [{ code: "reason_missing" }] });
  expect((await close(id, "refer_on", "Moved to another town.")).data!.outcome).toBe("refer_on");
});

test("A16: a day after the due date the owner is reminded, three days after it the coordinator, each once", async () => {
  const { id, due_at, opened_at } = await open("late");
  const due = ms(due_at!);
  expect(due).toBe(ms(opened_at) + 48 * HOUR);
  const reminders = async () => (await told(id)).filter((m) => m.kind === "case_due").map((m) => [m.who, m.due_at - due]);
  const to = (at: number) => shop.to(new Date(at).toISOString());
  await to(due + 24 * HOUR - 1);
  expect(await reminders()).toEqual([]);
  await to(due + 24 * HOUR + MINUTE);
  expect(await reminders()).toEqual([["counsellor", 24 * HOUR]]);
  await to(due + 72 * HOUR - 1);
  expect(await reminders()).toHaveLength(1);
  await to(due + 72 * HOUR + MINUTE);
  const both = [
    ["counsellor", 24 * HOUR],
    ["head", 72 * HOUR],
  ];
  expect(await reminders()).toEqual(both);
  await to(due + 400 * HOUR);
  expect(await reminders()).toEqual(both);
  // The next stage has reminders of its own, and one that is done in time has none.
  await move(id, "information");
  await to(due + 401 * HOUR);
  await move(id, "team_discussion");
  await to(due + 1200 * HOUR);
  expect((await reminders()).map(([who]) => who)).toEqual(["counsellor", "head", "counsellor", "head"]);
  expect((await told(id)).filter((m) => m.about.includes(":2:"))).toEqual([]);
});

test("A16: a case that one is not on is a 404, as if there were none; who is on it reads it, and every read is audited", async () => {
  const { id } = await open("private", { text: "Nobody else may know." });
  const missing = await read("cas_00000000000000000000000000000000", "counsellor");
  const stranger = await read(id, "stranger");
  // The key itself may do everything, and is not on the case: the teacher opened it, not the key.
  const key = await read(id);
  for (const refused of [missing, stranger, key])
    expect([refused.response.status, refused.error]).toMatchObject([
      404,
      { code: "not_found", detail: (missing.error as { detail: string }).detail },
    ]);
  for (const refused of [
    await move(id, "information", undefined, "stranger"),
    await shop.client.api.POST("/v1/cases/{case}/notes", { params: { path: { case: id } }, body: { text: "me too", ...as("stranger") } }),
    await shop.client.api.POST("/v1/cases/{case}/people", {
      params: { path: { case: id } },
      body: { person: "user_id:stranger", on: true, ...as("stranger") },
    }),
  ])
    expect(refused.response.status).toBe(404);
  const reads = () =>
    rows(
      "select detail->>'acting_as' as who from audit where workspace_id = $1 and action = 'case.read' and target = $2 order by id",
      id,
    );
  const before = (await reads()).length;
  for (const user of ["teacher", "counsellor", "head"]) expect((await read(id, user)).data!.steps[0]!.text).toBe("Nobody else may know.");
  expect((await reads()).length).toBe(before + 3);
  const list = async (user?: string) => {
    const query = { limit: 200, ...(user === undefined ? {} : as(user)) };
    return (await shop.client.unwrap(shop.client.api.GET("/v1/cases", { params: { query } }))).data.map((c) => c.id);
  };
  expect(await list("stranger")).toEqual([]);
  expect(await list()).toEqual([]);
  expect(await list("teacher")).toContain(id);
  expect(
    await rows(
      "select 1 from audit where workspace_id = $1 and action = 'case.listed' and detail::jsonb->'cases' @> to_jsonb($2::text)",
      id,
    ),
  ).toHaveLength(1);
  // No event, referral or outgoing message says that there is a case about anybody.
  expect(await rows("select 1 from fact where workspace_id = $1 and type <> 'identify'")).toEqual([]);
  expect(await rows("select 1 from outbox where workspace_id = $1 and payload::text like '%cas_%'")).toEqual([]);
  // Another workspace's key: the same 404.
  const other = createClient({ url: shop.server.url, key: shop.server.b.testKey });
  expect((await other.api.GET("/v1/cases/{case}", { params: { path: { case: id } } })).response.status).toBe(404);
});

test("A16: people are put on a case and taken off it; an operator's key reads it only when it is on it by name", async () => {
  const { id } = await open("team");
  const people = (body: { person?: string; operator?: string; on?: boolean }) =>
    shop.client.api.POST("/v1/cases/{case}/people", { params: { path: { case: id } }, body: { on: true, ...body, ...as("counsellor") } });
  expect((await people({ person: "user_id:nurse" })).data!.people.map((p) => p.role)).toEqual([
    "owner",
    "coordinator",
    "member",
    "member",
  ]);
  expect((await read(id, "nurse")).response.status).toBe(200);
  await people({ person: "user_id:nurse", on: false });
  expect((await read(id, "nurse")).response.status).toBe(404);
  expect((await people({ person: "user_id:counsellor", on: false })).error).toMatchObject({ code: "conflict" });
  const [actor] = (await rows("select actor from audit where workspace_id = $1 and action = 'case.opened' limit 1")) as {
    actor: string;
  }[];
  await people({ operator: actor!.actor });
  expect((await read(id)).response.status).toBe(200);
  await people({ operator: actor!.actor, on: false });
  expect((await read(id)).response.status).toBe(404);
  const reassigned = await shop.client.api.POST("/v1/cases/{case}/reassign", {
    params: { path: { case: id } },
    body: { owner: "user_id:nurse", ...as("counsellor") },
  });
  expect(reassigned.data!.people.find((p) => p.person === reassigned.data!.owner)!.role).toBe("owner");
  expect((await told(id)).map((m) => [m.kind, m.who])).toEqual([
    ["case_assigned", "counsellor"],
    ["case_assigned", "nurse"],
  ]);
});

test("A16: a reward is refused by `program check`, by publishing, and by hand", async () => {
  const rewards = [{ key: "thanks", when: { stage: "evaluation" }, give: { points: 1 } }];
  const put = await shop.server.call("PUT", "/v1/programs/paid", {
    key: shop.server.a.testKey,
    body: { ...pipeline, key: "paid", rewards },
  });
  expect(put.body.findings.map((f: { code: string }) => f.code)).toContain("reward_in_pipeline");
  const published = await shop.server.call("POST", "/v1/programs/paid/publish", { key: shop.server.a.testKey, body: {} });
  expect([published.status, published.body.code]).toEqual([409, "program_has_errors"]);
  const granted = await shop.server.call("POST", "/v1/rewards", {
    key: shop.server.a.testKey,
    body: {
      program: "pipeline",
      person: "user_id:teacher",
      kind: "points",
      value: { amount: 5, currency: "points" },
      reason: "well done",
    },
  });
  expect([granted.status, granted.body.code]).toEqual([409, "conflict"]);
  expect(await rows("select 1 from reward where workspace_id = $1")).toEqual([]);
});

/** Places along a line: the case begins at 0; each is so many hundredths of a degree to the east. */
const place = (name: string, east: number, capacity = 1, active = true) =>
  shop.client.unwrap(
    shop.client.api.PUT("/v1/programs/{program}/places/{place}", {
      params: { path: { program: "pipeline", place: name } },
      body: { name, latitude: 0, longitude: east / 100, capacity, person: `user_id:at-${name}`, active },
    }),
  );
const offer = (id: string) =>
  shop.client.api.POST("/v1/cases/{case}/offers", {
    params: { path: { case: id } },
    body: { latitude: 0, longitude: 0, ...as("counsellor") },
  });
const decide = (o: Pick<Offer, "case" | "offer">, verb: "accept" | "decline" | "answer", user: string) =>
  shop.client.api.POST(`/v1/cases/{case}/offers/{offer}/${verb}` as "/v1/cases/{case}/offers/{offer}/accept", {
    params: { path: { case: o.case, offer: String(o.offer) } },
    body: as(user),
  });
const states = async (id: string) => (await read(id, "counsellor")).data!.offers.map((o) => [o.place, o.state]);

test("variant: the nearest of three places with room, 24 hours each, then the next; the answer back within 7 days", async () => {
  for (const name of ["full", "near", "middle", "far", "farther"]) await person(`at-${name}`);
  await place("full", 1, 0);
  await place("near", 2);
  await place("middle", -3);
  await place("far", 4);
  await place("farther", 5);
  const { id } = await open("placed");
  const asked = (await offer(id)).data!;
  expect(asked.offers.map((o) => [o.place, o.state, o.meters])).toEqual([
    ["near", "offered", 2224],
    ["middle", "next", 3336],
    ["far", "next", 4448],
  ]);
  const start = ms(asked.offers[0]!.offered_at!);
  const to = (hours: number, more: number) => shop.to(new Date(start + hours * HOUR + more).toISOString());
  // What the place sees is that it is asked, and not a word of the case.
  expect((await read(id, "at-near")).response.status).toBe(404);
  const seen = await shop.client.unwrap(shop.client.api.GET("/v1/case_offers", { params: { query: as("at-near") } }));
  expect(seen).toEqual([expect.objectContaining({ case: id, offer: 1, place: "near", state: "offered" })]);
  expect((await decide(seen[0]!, "accept", "stranger")).response.status).toBe(404);
  await to(24, -1);
  expect((await states(id))[0]).toEqual(["near", "offered"]);
  await to(24, MINUTE);
  expect(await states(id)).toEqual([
    ["near", "expired"],
    ["middle", "offered"],
    ["far", "next"],
  ]);
  expect((await decide(seen[0]!, "accept", "at-near")).error).toMatchObject({ code: "conflict" });
  expect((await decide({ case: id, offer: 2 }, "decline", "at-middle")).response.status).toBe(200);
  expect((await decide({ case: id, offer: 3 }, "accept", "at-far")).response.status).toBe(200);
  // Whoever took it reads it now, and answers back within seven days.
  const taken = (await read(id, "at-far")).data!.offers[2]!;
  expect([taken.state, ms(taken.answer_due_at!) - ms(taken.decided_at!)]).toEqual(["accepted", 7 * 24 * HOUR]);
  const late = async () => (await told(id)).filter((m) => m.about.includes(":answer:")).map((m) => m.who);
  await shop.to(new Date(ms(taken.answer_due_at!) - 1).toISOString());
  expect(await late()).toEqual([]);
  await shop.to(new Date(ms(taken.answer_due_at!) + MINUTE).toISOString());
  expect(await late()).toEqual(["counsellor"]);
  expect((await decide({ case: id, offer: 3 }, "answer", "at-far")).response.status).toBe(200);
  expect((await read(id, "counsellor")).data!.offers[2]!.state).toBe("answered");
  // The case takes up the place's room until it is closed.
  const free = async () => (await shop.client.unwrap(shop.client.api.GET("/v1/places"))).data.find((p) => p.external_id === "far")!.taken;
  expect(await free()).toBe(1);
  await close(id, "resolved", "Helped early.");
  expect(await free()).toBe(0);
});

test("variant: fifty cases offered at once to places with room for seven: seven are asked, forty-three are refused", async () => {
  for (const name of ["near", "middle", "far", "farther"]) await place(name, 1, 1, false);
  for (const name of ["p", "q"]) await person(`at-${name}`);
  await place("p", 1, 3);
  await place("q", 2, 4);
  const cases: string[] = [];
  for (let i = 0; i < 50; i++) cases.push((await open("crowd")).id);
  const asked = await Promise.all(cases.map(offer));
  expect(asked.filter((a) => a.response.status === 200)).toHaveLength(7);
  expect(asked.filter((a) => a.response.status === 409)).toHaveLength(43);
  const taken = await rows(
    `select p.external_id as place, count(*)::int as n from case_offer o join place p on p.workspace_id = $1 and p.id = o.place_id
      where o.workspace_id = $1 and o.state = 'offered' group by 1 order by 1`,
  );
  expect(taken).toEqual([
    { place: "p", n: 3 },
    { place: "q", n: 4 },
  ]);
});

test("erasing takes the words of a case with the person it is about; joining two people moves what one of them was on", async () => {
  const { id } = await open("forgotten", { text: "A secret of the forgotten." });
  await shop.client.api.POST("/v1/cases/{case}/notes", {
    params: { path: { case: id } },
    body: { text: "Another secret.", ...as("counsellor") },
  });
  await shop.client.unwrap(shop.client.api.POST("/v1/people/{person}/erase", { params: { path: { person: "user_id:forgotten" } } }));
  expect((await read(id, "counsellor")).data!.steps.map((s) => [s.kind, s.text])).toEqual([
    ["opened", null],
    ["noted", null],
  ]);
  expect(await rows("select 1 from private_text where workspace_id = $1 and text like '%secret%'")).toEqual([]);
  // Nor is it in an answer that was kept for a repeat.
  expect(await rows("select 1 from idempotency where workspace_id = $1 and body::text like '%secret%'")).toEqual([]);

  const moved = await open("second", { owner: "nurse" });
  const other = await person("nurse-2");
  const from = (await rows("select person_id as id from person_identity where workspace_id = $1 and kind = 1 and value = 'nurse'")) as {
    id: string;
  }[];
  const wish = { from: `per_${from[0]!.id.replaceAll("-", "")}`, into: other.id, even_with_two_user_ids: true };
  const { mergePeople } = await import("../../src/flow/merge-people.ts");
  const { moneyOf } = await import("../support/money.ts");
  const uuid = (text: string) => text.slice(4).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
  const m = moneyOf(shop.server.engine);
  const by = { ...m.by, workspaceId: shop.server.a.sandboxId };
  await mergePeople(m.parts, by, { fromId: uuid(wish.from), intoId: uuid(wish.into), evenWithTwoUserIds: true });
  expect((await read(moved.id, "nurse-2")).data!.owner).toBe(other.id);
  await shop.books();
});
