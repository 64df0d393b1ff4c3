/** Claims under load and over people's lives: one of fifty wins, merged people are one, erased people are forgotten. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ProgramDefinition } from "@grapevine/sdk";
import { makeClaim } from "../../src/flow/claims.ts";
import { approveClaim } from "../../src/flow/claims-decide.ts";
import { erasePerson } from "../../src/flow/erase-person.ts";
import { exportPerson } from "../../src/flow/export-person.ts";
import { moveCandidate, moveStage } from "../../src/flow/stages.ts";
import { putVacancy } from "../../src/flow/vacancies.ts";
import { undoStage } from "../../src/flow/withdraw.ts";
import { mergePeople } from "../../src/flow/merge-people.ts";
import { sweepClaims } from "../../src/flow/claims-age.ts";
import { uuidOf } from "../../src/core/id.ts";
import { inWorkspace } from "../../src/store/db.ts";
import { markWithdrawn } from "../../src/store/fact-withdraw.ts";
import { readRevisionCauses } from "../../src/store/revision-cause.ts";
import { insertAcceptance } from "../../src/store/terms.ts";
import { type Engine, createEngine } from "../support/engine.ts";
import { type Parts, partsOf, verify } from "../support/people.ts";

let e: Engine;
/** Two processes: pools, caches and batchers of their own. */
let here: Parts;
let there: Parts;
let deals: string;

const program = (key: string, more: Partial<ProgramDefinition>): ProgramDefinition => ({
  key,
  kind: "partner",
  name: key,
  stages: [
    { key: "registered", on: "stage" },
    { key: "won", on: "stage" },
  ],
  qualifies_at: "won",
  destination: "https://shop.example/",
  rewards: [{ key: "fee", when: { stage: "registered", nth: 1 }, to: { team: true }, give: { cash: "10.00 USD" } }],
  claims: { subject: "deal", decide: "at_once", people: 3 },
  terms: { en: "T" },
  disclosure: { en: "D" },
  ...more,
});

beforeAll(async () => {
  e = await createEngine();
  here = partsOf(e);
  there = { ...partsOf(e), batcher: e.another() };
  deals = await e.publish(program("deals", {}));
});
afterAll(async () => {
  await there.batcher.close();
  await e.close();
});

const joined = async (user: string) => (await e.join("deals", { user_id: user, name: `Name of ${user}` })).personId;
const wish = (person: string, contact: string, more: object = {}) => ({
  programId: deals,
  claimants: [{ person, share: 1 }],
  contact: { known: null, person: { email: `${contact}@c.example` } },
  reference: null,
  companyId: null,
  vacancy: null,
  department: null,
  evidence: null,
  ...more,
});
const VACANCY = {
  title: "Baker",
  department: "",
  country: "",
  grade: "",
  manager_id: null,
  recruiter_id: null,
  bonus: null,
  currency: null,
  status: "open",
};
const referralIn = async (programId: string) =>
  (await e.rows<{ id: string }>("select id from referral where program_id = $1", [programId]))[0]!;
const statusOf = async (ids: string[]) =>
  (await e.rows<{ status: string; reason: string | null }>("select status, reason from claim where id = any($1)", [ids])).map(
    (r) => r.reason ?? r.status,
  );

test("of 50 parallel claims over two processes exactly one wins, 49 are told claimed_by_another, and one fee is paid", async () => {
  const people = await Promise.all(Array.from({ length: 50 }, (_, i) => joined(`p${i}`)));
  const ids = await Promise.all(people.map((p, i) => makeClaim(i % 2 ? here : there, e.by, wish(p, "one", { reference: "d-1" }))));
  expect(new Set(ids).size).toBe(50);
  expect((await statusOf(ids)).sort()).toEqual(["accepted", ...Array.from({ length: 49 }, () => "claimed_by_another")]);
  expect(await e.rows("select sum(owed)::int as paid, count(*)::int as n from reward")).toEqual([{ paid: 1000, n: 1 }]);
  expect(await e.rows("select count(*)::int as n from claim_hold where subject = 'deal:d-1'")).toEqual([{ n: 1 }]);
  const told = await e.rows<{ id: string; reason: string; program: string }>(
    "select v->>'id' as id, v->>'reason' as reason, v->>'program' as program from outbox, json_array_elements(payload) v " +
      "where v->>'type' = 'claim.decided'",
  );
  expect(told.map((t) => t.reason).sort()).toEqual(["accepted", ...Array.from({ length: 49 }, () => "claimed_by_another")]);
  expect(told.every((t) => /^clm_[0-9a-f]{32}$/.test(t.id) && t.program === deals)).toBe(true);
  expect((await verify(e)).broken).toEqual([]);
});

test("20 parallel approvals of one claim pay once; the same claim made 20 times at once is one claim", async () => {
  const slow = await e.publish(program("slow", { claims: { subject: "deal", decide: "operator" } }));
  const { personId } = await e.join("slow", { user_id: "slow-1" });
  const same = () => wish(personId, "slow", { programId: slow, reference: "s-1" });
  const ids = await Promise.all(Array.from({ length: 20 }, (_, i) => makeClaim(i % 2 ? here : there, e.by, same())));
  expect(new Set(ids).size).toBe(1);
  await Promise.all(Array.from({ length: 20 }, (_, i) => approveClaim(i % 2 ? here : there, e.by, ids[0]!)));
  expect(await e.rows("select owed::int from reward where recipient_id = $1", [personId])).toEqual([{ owed: 1000 }]);
  expect(await e.rows("select count(*)::int as n from audit where action = 'claim.approved'")).toEqual([{ n: 1 }]);
});

test("stages that came while a claim waited count once it is approved, whatever the order", async () => {
  const late = await e.publish(
    program("late", {
      claims: { subject: "deal", decide: "operator" },
      rewards: [{ key: "share", when: { stage: "won" }, give: { cash: { percent: 12, of: "event.value" } } }],
    }),
  );
  const { personId } = await e.join("late", { user_id: "late-1" });
  const id = await makeClaim(here, e.by, wish(personId, "late", { programId: late }));
  const won = { id: "w1", type: "stage" as const, program: "late", stage: "won", value: 10_000, currency: "USD" };
  const [first] = await e.send({ ...won, person: { email: "late@c.example" } });
  expect(first!.decisions[0]).toMatchObject({ reason: "no_touch" });
  await approveClaim(here, e.by, id);
  expect(await e.rows("select owed::int from reward where recipient_id = $1", [personId])).toEqual([{ owed: 1200 }]);
  expect((await verify(e)).broken).toEqual([]);
});

test("a stage that is taken back is as if it had never been told; what it paid goes back, and the next telling counts", async () => {
  const undone = await e.publish(
    program("undone", {
      claims: { subject: "deal", decide: "at_once" },
      rewards: [{ key: "share", when: { stage: "won" }, give: { cash: { percent: 10, of: "event.value" } } }],
    }),
  );
  const { personId } = await e.join("undone", { user_id: "undone-1" });
  await makeClaim(here, e.by, wish(personId, "undone", { programId: undone }));
  await e.send({ type: "stage", program: "undone", stage: "registered", person: { email: "undone@c.example" } });
  const read = async () =>
    (await e.rows<{ id: string; stage: string }>("select id, stage from referral where program_id = $1", [undone]))[0]!;
  const state = () => e.rows("select state from person where id in (select friend_id from referral where id = $1)", [referralId]);
  const paid = () => e.rows("select owed::int from reward where recipient_id = $1 and owed <> 0", [personId]);
  const { id: referralId, stage: before } = await read();
  const won = (amount: number, from: string | null) =>
    moveStage(here, e.by, { referralId, stage: "won", value: { amount, currency: "USD" }, subject: null, id: null, at: null, from });
  const undo = (stage: string) => undoStage(there, e.by, { referralId, stage, eventId: null, reason: "The signature was missing." });
  const stateBefore = await state();

  await won(10_000, before);
  expect([(await read()).stage, await paid()]).toEqual(["won", [{ owed: 1000 }]]);
  await undo("won");
  expect([(await read()).stage, await paid()]).toEqual([before, []]);
  expect(await state()).toEqual(stateBefore);
  await expect(undo("won")).rejects.toMatchObject({ code: "conflict" });
  // A machine that repeats what it said before does not bring it back; somebody who moves it again does, with another value.
  expect(await won(10_000, null)).toMatchObject({ status: "duplicate" });
  expect((await read()).stage).toBe(before);
  await won(20_000, before);
  expect([(await read()).stage, await paid()]).toEqual(["won", [{ owed: 2000 }]]);
  expect(await e.rows("select action, detail->>'reason' as reason from audit where action = 'referral.stage_undone'")).toEqual([
    { action: "referral.stage_undone", reason: "The signature was missing." },
  ]);
  expect((await verify(e)).broken).toEqual([]);
});

test("an undo names its event: pressed twice it never takes an earlier move back; nor is what it took back known", async () => {
  const twice = await e.publish(
    program("twice", {
      claims: { subject: "candidate", decide: "at_once" },
      rewards: [{ key: "share", when: { stage: "won" }, give: { cash: { percent: 10, of: "event.value" } } }],
    }),
  );
  const { personId, code } = await e.join("twice", { user_id: "twice-1" });
  const jo = { email: "jo@c.example" };
  await e.send({ type: "stage", program: "twice", stage: "registered", person: jo, referral: { code } });
  const { id: referralId } = await referralIn(twice);
  const won = (subject: string) => {
    const wish = { referralId, stage: "won", value: { amount: 10_000, currency: "USD" }, subject, id: null, at: null };
    return moveStage(here, e.by, wish);
  };
  const paid = () => e.rows("select sum(owed)::int as owed from reward where recipient_id = $1", [personId]);
  const undo = (parts: Parts, told: { id: string | null }, more: object = {}) =>
    undoStage(parts, e.by, { referralId, stage: "won", eventId: uuidOf("evt", told.id!), reason: "Twice.", ...more });
  await won("a");
  const second = await won("b");
  expect(await paid()).toEqual([{ owed: 2000 }]);
  const both = await Promise.allSettled([undo(here, second), undo(there, second)]);
  expect(both.map((each) => each.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await paid()).toEqual([{ owed: 1000 }]);
  const causes = await inWorkspace(e.database.pool(), e.workspace, (db) =>
    readRevisionCauses(e.workspace, db, uuidOf("evt", second.id!)!),
  );
  expect(causes).toEqual([{ revision: 1, because: "taken_back", cause: uuidOf("evt", second.id!) }]);
  // What is not hers, or no move, is as missing as what never was.
  const [order] = await e.send({ type: "purchase", person: jo, order: { id: "jo-1", total: 100, currency: "USD" } });
  for (const other of [order!, { id: `evt_${"0".repeat(32)}` }])
    await expect(undo(here, other)).rejects.toMatchObject({ code: "not_found" });
  await expect(undo(here, second, { stage: "registered" })).rejects.toMatchObject({ code: "conflict" });
  expect(await paid()).toEqual([{ owed: 1000 }]);

  // Somebody whose only step was taken back has not applied by herself: she can be claimed.
  const kim = { email: "kim@c.example" };
  const [own] = await e.send({ type: "stage", program: "twice", stage: "registered", person: kim });
  const claim = async () => statusOf([await makeClaim(here, e.by, wish(personId, "kim", { programId: twice }))]);
  expect(await claim()).toEqual(["already_known"]);
  const mark = { id: uuidOf("evt", own!.id!)!, at: Date.now() };
  await inWorkspace(e.database.pool(), e.workspace, (db) => markWithdrawn(e.workspace, db, mark));
  expect(await claim()).toEqual(["accepted"]);
  expect((await verify(e)).broken).toEqual([]);
});

test("a stage that a tracking system told and that was taken back is told again by whoever sees where the candidate stands", async () => {
  const hired = await e.publish(
    program("hired", {
      kind: "employee",
      claims: { subject: "candidate", decide: "at_once" },
      rewards: [{ key: "bonus", when: { stage: "won" }, give: { cash: "100.00 USD" } }],
    }),
  );
  const { personId, code } = await e.join("hired", { user_id: "hired-1" });
  await putVacancy(here, e.by, { ...VACANCY, external_id: "v-9", program: "hired" });
  const candidate = { known: null, person: { email: "lu@c.example" } };
  await e.send({ type: "stage", program: "hired", stage: "registered", person: candidate.person, referral: { code } });
  const { id: referralId } = await referralIn(hired);
  const tell = (from: string | null) => moveCandidate(there, e.by, { vacancy: "v-9", candidate, stage: "won", id: null, at: null, from });
  const paid = () => e.rows("select coalesce(sum(owed), 0)::int as owed from reward where recipient_id = $1", [personId]);
  const told = await tell(null);
  await undoStage(here, e.by, { referralId, stage: "won", eventId: uuidOf("evt", told.id!), reason: "The wrong Lu." });
  expect(await paid()).toEqual([{ owed: 0 }]);
  // A machine that repeats itself brings nothing back.
  expect([(await tell(null)).status, await paid()]).toEqual(["duplicate", [{ owed: 0 }]]);
  await expect(tell("won")).rejects.toMatchObject({ code: "conflict" });
  expect([(await tell("registered")).status, await paid()]).toEqual(["settled", [{ owed: 10_000 }]]);
});

test("a claimant who left, or a friend who is somebody's by a link, is refused at approval and nothing of it stays", async () => {
  const strict = await e.publish(program("strict", { claims: { subject: "deal", decide: "operator" } }));
  const gone = await e.join("strict", { user_id: "gone" });
  const other = await e.join("strict", { user_id: "other" });
  const first = await makeClaim(here, e.by, wish(gone.personId, "by-link", { programId: strict }));
  await e.send({
    type: "stage",
    program: "strict",
    stage: "registered",
    person: { email: "by-link@c.example" },
    referral: { code: other.code },
  });
  await approveClaim(here, e.by, first);
  expect(await statusOf([first])).toEqual(["already_referred"]);
  const second = await makeClaim(here, e.by, wish(gone.personId, "free", { programId: strict }));
  await e.rows("update advocate set status = 'left' where person_id = $1", [gone.personId]);
  await approveClaim(here, e.by, second);
  expect(await statusOf([second])).toEqual(["not_an_advocate"]);
  expect(await e.rows("select 1 from fact where client_id = any($1)", [[first, second].map((id) => `claim:${id}:accepted`)])).toEqual([]);
  expect(await e.rows("select 1 from claim_hold where claim_id = any($1)", [[first, second]])).toEqual([]);
});

test("of two contacts who are one person the first claim holds her; two claimants who are one person share as one", async () => {
  const [a, b, c] = [await joined("m-a"), await joined("m-b"), await joined("m-c")];
  const first = await makeClaim(here, e.by, wish(a, "same-1"));
  await makeClaim(here, e.by, wish(b, "same-2"));
  const friends = await e.rows<{ friend_id: string }>("select friend_id from claim where id = any($1) order by claimed_at", [[first]]);
  const [other] = await e.rows<{ person_id: string }>("select person_id from person_identity where value = 'same-2@c.example'");
  await mergePeople(here, e.by, { fromId: other!.person_id, intoId: friends[0]!.friend_id });
  const [hold] = await e.rows<{ claim_id: string }>("select claim_id from claim_hold where subject = $1", [
    `person:${friends[0]!.friend_id}`,
  ]);
  expect(hold!.claim_id).toBe(first);
  expect(await e.rows("select 1 from claim_hold where subject = $1", [`person:${other!.person_id}`])).toEqual([]);

  const claimants = [
    { person: a, share: 60 },
    { person: c, share: 40 },
  ];
  const both = await makeClaim(here, e.by, { ...wish(a, "both"), claimants });
  await mergePeople(here, e.by, { fromId: c, intoId: a, evenWithTwoUserIds: true });
  expect(await e.rows("select person_id, share from claim_share where claim_id = $1", [both])).toEqual([{ person_id: a, share: 100 }]);
  expect((await verify(e)).broken).toEqual([]);
});

test("erasing takes the words of a claim, withdraws what waits and frees it; an export has them before", async () => {
  const words = await e.publish(program("words", { claims: { subject: "deal", decide: "operator" } }));
  const { personId } = await e.join("words", { user_id: "w-1" });
  const evidence = "Met Wilhelmine Geheim at the fair";
  const id = await makeClaim(here, e.by, wish(personId, "wilhelmine", { programId: words, reference: "w-1", evidence }));
  const [{ friend_id: friend }] = (await e.rows("select friend_id from claim where id = $1", [id])) as [{ friend_id: string }];
  const exported = (await exportPerson(here, e.by, friend)) as { claims: { evidence: string }[] };
  expect(exported.claims.map((c) => c.evidence)).toEqual([evidence]);
  await erasePerson(here, e.by, friend);
  expect(await e.rows("select 1 from claim_evidence where claim_id = $1", [id])).toEqual([]);
  expect(await statusOf([id])).toEqual(["withdrawn"]);
  expect(await e.rows("select 1 from claim_hold where claim_id = $1", [id])).toEqual([]);
  for (const table of ["fact", "outbox", "audit", "message"]) {
    expect(await e.rows(`select 1 from ${table} t where t::text ilike '%geheim%' or t::text ilike '%wilhelmine%'`), table).toEqual([]);
  }
});

test("where the program asks for it, only who accepted the present version of its terms may claim", async () => {
  const rules = { claims: { subject: "deal" as const, decide: "at_once" as const, agreement: true } };
  const agreed = await e.publish(program("agreed", rules));
  const { personId } = await e.join("agreed", { user_id: "agree-1" });
  const accept = (terms: number) =>
    inWorkspace(here.pool, e.workspace, (db) =>
      insertAcceptance(e.workspace, db, { personId, programId: agreed, terms, language: "en", at: 1, source: "test" }),
    );
  const claim = async (contact: string) => statusOf([await makeClaim(here, e.by, wish(personId, contact, { programId: agreed }))]);
  expect(await claim("agree-a")).toEqual(["agreement_missing"]);
  await accept(1);
  expect(await claim("agree-a")).toEqual(["accepted"]);
  // Another reward is no other agreement; other words are.
  await e.publish(program("agreed", { ...rules, name: "Other name" }));
  expect(await claim("agree-b")).toEqual(["accepted"]);
  await e.publish(program("agreed", { ...rules, terms: { en: "Other words" } }));
  expect(await claim("agree-c")).toEqual(["agreement_missing"]);
  await accept(2);
  expect(await claim("agree-c")).toEqual(["accepted"]);
});

test("a sweep of nothing changes nothing, and a claim of a paused program waits", async () => {
  expect(await sweepClaims(here, e.workspace, undefined)).toBe(0);
  const paused = await e.publish(program("paused", { claims: { subject: "deal", decide: { after: "1d" } } }));
  const { personId } = await e.join("paused", { user_id: "pa-1" });
  const id = await makeClaim(here, e.by, wish(personId, "paused", { programId: paused }));
  await e.rows("update claim set due_at = 0 where id = $1", [id]);
  await e.rows("insert into program_status (workspace_id, program_id, at, seq, status) values ($1, $2, 1, 1, 'paused')", [
    e.workspace,
    paused,
  ]);
  await e.rows("update program_status set status = 'paused' where program_id = $1", [paused]);
  await e.rows("update workspace set programs_revision = programs_revision + 1 where workspace_id = $1", [e.workspace]);
  expect(await sweepClaims(here, e.workspace, undefined)).toBe(0);
  expect(await statusOf([id])).toEqual(["pending"]);
  await e.rows("update program_status set status = 'live' where program_id = $1", [paused]);
  await e.rows("update workspace set programs_revision = programs_revision + 1 where workspace_id = $1", [e.workspace]);
  await e.rows("update claim set due_at = 0 where id = $1", [id]);
  expect(await sweepClaims(here, e.workspace, undefined)).toBe(1);
  expect(await statusOf([id])).toEqual(["accepted"]);
});
