/** A6: partner companies register deals. 90 days' exclusivity, 12 % of won value, split 60/40, agreement accepted by version. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { presets } from "../../presets/index.ts";
import { type Claims, claimsOf } from "../support/claims.ts";
import { type Shop, createShop, day } from "../support/shop.ts";

let shop: Shop;
let claims: Claims;
beforeAll(async () => {
  shop = await createShop();
  claims = claimsOf(shop);
  await shop.publish("partner");
  for (const user of ["pia", "quinn", "rosa"]) await claims.partner("partner", user);
});
afterAll(() => shop.close());

const deal = (id: string, contact: string) => ({
  program: "partner",
  deal: id,
  contact: { email: `${contact}@${contact}.example`, name: contact },
});
const minute = (at: string) => at.slice(0, 16);
const usd = (amount: number) => ({ amount, currency: "USD" });

test("A6: a deal registered, met and won for 10,000.00 pays 12 %, split 60/40 between the two partners who registered it", async () => {
  const made = await claims.make({
    ...deal("d-1", "ida"),
    claimants: [
      ["pia", 60],
      ["quinn", 40],
    ],
  });
  expect(made).toMatchObject({ status: "pending", reason: null, reference: "d-1", subject: "deal", referral: null });
  const accepted = await claims.approve(made.id);
  expect(accepted).toMatchObject({ status: "accepted", reason: null });
  expect(minute(accepted.exclusive_until)).toBe(minute(day(90)));
  const met = await claims.stage(accepted.referral!, "meeting");
  expect(met).toMatchObject({ status: "settled", decisions: [{ outcome: "advanced", stage: "meeting", rewards: [] }] });
  await claims.stage(accepted.referral!, "won", usd(1_000_000));
  expect(await shop.balances("pia")).toEqual({ USD: { pending: 72_000, available: 0 } });
  expect(await shop.balances("quinn")).toEqual({ USD: { pending: 48_000, available: 0 } });
  // Said twice, it is once; said with another value, it is refused.
  expect(await claims.stage(accepted.referral!, "won", usd(1_000_000))).toMatchObject({ status: "duplicate" });
  await expect(claims.stage(accepted.referral!, "won", usd(2_000_000))).rejects.toMatchObject({ code: "event_conflict" });
  expect(await claims.told("pia")).toEqual(["claim_received", "claim_approved"]);
  await shop.books();
});

test("A6: shares of a won value that does not divide sum to 12 % of it to the minor unit", async () => {
  const made = await claims.make({
    ...deal("d-odd", "odo"),
    claimants: [
      ["quinn", 60],
      ["rosa", 40],
    ],
  });
  const { referral } = await claims.approve(made.id);
  const won = await claims.stage(referral!, "won", usd(100_009));
  // 12 % of 1,000.09 is 120.01 (120.0108).
  expect(won.decisions[0]!.rewards.map((r) => r.value.amount)).toEqual([7201, 4800]);
});

test("A6: a won deal whose value turns out to be another is corrected: 12 % of what it is worth in the end", async () => {
  const { referral } = await claims.approve((await claims.make({ ...deal("d-fix", "fritzi"), claimants: ["rosa"] })).id);
  const before = (await shop.balances("rosa")).USD!.pending;
  await claims.stage(referral!, "won", { ...usd(100_000), subject: "d-fix" });
  expect((await shop.balances("rosa")).USD!.pending - before).toBe(12_000);
  await claims.stage(referral!, "won", { ...usd(80_000), subject: "d-fix" });
  expect(await claims.stage(referral!, "won", { ...usd(80_000), subject: "d-fix" })).toMatchObject({ status: "duplicate" });
  expect((await shop.balances("rosa")).USD!.pending - before).toBe(9_600);
  // Another deal of the same contact is another one.
  await claims.stage(referral!, "won", { ...usd(50_000), subject: "d-fix-2" });
  expect((await shop.balances("rosa")).USD!.pending - before).toBe(15_600);
  await shop.books();
});

test("A6: the first claim keeps a deal for 90 days; a second is told `claimed_by_another` and nothing of whose it is", async () => {
  const first = await claims.approve((await claims.make({ ...deal("d-2", "jon"), claimants: ["pia"] })).id);
  const second = await claims.make({ ...deal("d-2", "jon"), claimants: ["rosa"] });
  expect(second).toMatchObject({ status: "refused", reason: "claimed_by_another", referral: null });
  const { claimants, ...rest } = second;
  expect(claimants).toHaveLength(1);
  expect(JSON.stringify(rest)).not.toContain(first.claimants[0]!.person);
  // The same contact under another deal's name is the same contact; the same claim again is the first one.
  expect(await claims.make({ ...deal("d-2b", "jon"), claimants: ["rosa"] })).toMatchObject({ reason: "claimed_by_another" });
  expect(await claims.make({ ...deal("d-2", "jon"), claimants: ["pia"] })).toMatchObject({ id: first.id, status: "accepted" });
  expect(await claims.told("rosa")).toContain("claim_refused");

  // Up to its time it holds, at its time it does not (the sandbox clock runs on by itself: ten seconds are room for that).
  await shop.to(new Date(Date.parse(first.exclusive_until) - 10_000).toISOString());
  expect((await claims.get(first.id)).status).toBe("accepted");
  await shop.to(first.exclusive_until);
  expect(await claims.get(first.id)).toMatchObject({ status: "expired", reason: null });
  expect((await claims.told("pia")).slice(-2)).toEqual(["claim_expiring", "claim_expired"]);
  const third = await claims.approve((await claims.make({ ...deal("d-2", "jon"), claimants: ["rosa"] })).id);
  expect(third.status).toBe("accepted");
  await claims.stage(third.referral!, "won", usd(50_000));
  expect((await shop.rewards("rosa")).map((r) => r.value.amount).at(-1)).toBe(6_000);
  expect((await shop.rewards("pia")).filter((r) => r.friend === third.contact)).toEqual([]);
  await shop.books();
});

test("A6: a deal that moves is worked on: its 90 days begin anew; one that is lost is free at once", async () => {
  const now = Date.parse((await claims.make({ ...deal("d-clock", "clock"), claimants: ["pia"] })).claimed_at);
  const at = (days: number, ms = 0) => new Date(now + days * 86_400_000 + ms).toISOString();
  const moved = await claims.approve((await claims.make({ ...deal("d-3", "kai"), claimants: ["pia"] })).id);
  const lost = await claims.approve((await claims.make({ ...deal("d-4", "lea"), claimants: ["pia"] })).id);
  await shop.to(at(60));
  await claims.stage(moved.referral!, "meeting");
  await claims.stage(lost.referral!, "lost");
  expect((await claims.get(lost.id)).status).toBe("ended");
  const taken = await claims.approve((await claims.make({ ...deal("d-4", "lea"), claimants: ["rosa"] })).id);
  expect(taken).toMatchObject({ status: "accepted", reason: null });
  await shop.to(at(120));
  expect(await claims.make({ ...deal("d-3", "kai"), claimants: ["rosa"] })).toMatchObject({ reason: "claimed_by_another" });
  expect((await claims.get(moved.id)).status).toBe("accepted");
  await shop.to(at(151));
  expect((await claims.get(moved.id)).status).toBe("expired");
  await shop.books();
});

test("A6: `already_known` when we work on the deal ourselves, with the contact or for her company, or when she is a customer", async () => {
  const { api, unwrap } = shop.client;
  await unwrap(
    api.PUT("/v1/companies/{company}", {
      params: { path: { company: "acme" } },
      body: { name: "Acme", domains: ["acme.example"] },
    }),
  );
  const put = (id: string, body: object) => unwrap(api.PUT("/v1/deals/{deal}", { params: { path: { deal: id } }, body }));
  await put("crm-1", { contact: { email: "mia@mia.example" }, company: "acme" });
  const asked = async (wish: object) =>
    (await claims.make({ ...deal("x", "nobody"), ...wish, claimants: ["pia"] } as never)).reason;
  expect(await asked({ deal: "crm-1", contact: { email: "new1@new.example" } })).toBe("already_known");
  expect(await asked({ deal: "d-5", contact: { email: "mia@mia.example" } })).toBe("already_known");
  expect(await asked({ deal: "d-6", contact: { email: "new2@new.example" }, company: "acme" })).toBe("already_known");
  await put("crm-1", { status: "lost" });
  expect(await asked({ deal: "d-7", contact: { email: "mia@mia.example" } })).toBe(null);
  await shop.buys("buyer", { id: "o-1", total: 5000 });
  expect(await asked({ deal: "d-8", contact: { user_id: "buyer" } })).toBe("already_known");
  // Her own contact is nobody's to bring.
  expect(await asked({ deal: "d-9", contact: { user_id: "pia" } })).toBe("self_claim");
});

test("A6: companies have people with roles and domains; a domain belongs to one company", async () => {
  const { api, unwrap } = shop.client;
  const path = { company: "partner-one" };
  await unwrap(
    api.PUT("/v1/companies/{company}", { params: { path }, body: { name: "Partner One", domains: ["one.example", "one.test"] } }),
  );
  await shop.send({ type: "identify", person: { user_id: "pia", company: "partner-one" } });
  const person = "user_id:pia";
  const role = { params: { path: { ...path, person } } };
  await unwrap(api.PUT("/v1/companies/{company}/people/{person}", { ...role, body: { role: "seller" } }));
  await unwrap(
    api.PUT("/v1/companies/{company}/people/{person}", {
      params: { path: { ...path, person: "user_id:quinn" } },
      body: { role: "accounting" },
    }),
  );
  const people = async () =>
    (await unwrap(api.GET("/v1/companies/{company}/people", { params: { path } }))).data.map((p) => p.role).sort();
  expect(await people()).toEqual(["accounting", "seller"]);
  await unwrap(api.DELETE("/v1/companies/{company}/people/{person}", role));
  expect(await people()).toEqual(["accounting", null]);
  const found = await unwrap(api.GET("/v1/companies/{company}", { params: { path } }));
  expect(found).toMatchObject({ domains: ["one.example", "one.test"], people: 1 });
  await expect(
    unwrap(api.PUT("/v1/companies/{company}", { params: { path: { company: "other" } }, body: { domains: ["one.test"] } })),
  ).rejects.toMatchObject({ code: "conflict" });
});

test("A6: an operator refuses, a partner withdraws, and the deal is free for the next", async () => {
  const refused = await claims.refuse((await claims.make({ ...deal("d-10", "nora"), claimants: ["pia"] })).id, "No such project.");
  expect(refused).toMatchObject({ status: "refused", reason: "refused", note: "No such project." });
  await expect(claims.approve(refused.id)).rejects.toMatchObject({ code: "conflict" });
  const withdrawn = await claims.withdraw((await claims.make({ ...deal("d-10", "nora"), claimants: ["pia"] })).id);
  expect(withdrawn.status).toBe("withdrawn");
  expect(await claims.approve((await claims.make({ ...deal("d-10", "nora"), claimants: ["rosa"] })).id)).toMatchObject({
    status: "accepted",
  });
  await expect(claims.make({ ...deal("d-11", "otto"), claimants: ["stranger"] })).rejects.toMatchObject({ code: "not_found" });
});

test("A6: the agreement is accepted by version: another one has to be accepted anew, another rate has not", async () => {
  const ask = async (contact: string) => (await claims.make({ ...deal(`a-${contact}`, contact), claimants: ["uma"] })).reason;
  await shop.client.join("partner", { user_id: "uma" });
  expect(await ask("a1")).toBe("not_an_advocate");
  await shop.client.unwrap(
    shop.client.api.POST("/v1/programs/{program}/applications/{person}/approve", {
      params: { path: { program: "partner", person: "user_id:uma" } },
    }),
  );
  expect(await ask("a1")).toBe("agreement_missing");
  expect(await claims.agrees("partner", "uma")).toBe(1);
  expect(await ask("a1")).toBe(null);
  const preset = presets.find((p) => p.key === "partner")!;
  const [rule] = preset.rewards!;
  await shop.publish("partner", { rewards: [{ ...rule!, give: { cash: { percent: 13, of: "event.value" } } }] });
  expect(await ask("a2")).toBe(null);
  await shop.publish("partner", { terms: { ...preset.terms, en: `${preset.terms!.en}\nNew: no deals below 1,000.00.` } });
  expect(await ask("a3")).toBe("agreement_missing");
  expect(await claims.agrees("partner", "uma")).toBe(2);
  expect(await ask("a3")).toBe(null);
});
