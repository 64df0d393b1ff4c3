/** The kinds' own lists: what is hers with its state and why, and acts that work as they are offered. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { presets } from "../../presets/index.ts";
import { type PortalKey, portalKey, tokenOf } from "../support/members.ts";
import { type Loose, type TestServer, createServer } from "../support/server.ts";

let s: TestServer;
let key: PortalKey;

beforeAll(async () => {
  s = await createServer();
  key = await portalKey(s);
});
afterAll(() => s.close());

async function publish(preset: string, change: Loose = {}): Promise<void> {
  const document = presets.find((each) => each.key === preset);
  expect((await s.call("PUT", `/v1/programs/${preset}`, { body: { ...document, ...change } })).status).toBeLessThan(300);
  expect((await s.call("POST", `/v1/programs/${preset}/publish`, { body: {} })).status).toBe(200);
}

/** A person with her own token who takes part. */
async function member(user: string, program: string, of: Loose = {}): Promise<string> {
  const token = await tokenOf(key, user, { email: `${user}@example.com`, name: `${user} Miller` });
  if (of.company !== undefined) await s.call("POST", "/v1/people", { body: { user_id: user, company: of.company } });
  const { body } = await s.call("POST", "/v1/advocates", { body: { program, person: { user_id: user, ...of } } });
  if (body.status === "applied") await s.call("POST", `/v1/programs/${program}/applications/user_id:${user}/approve`);
  return token;
}

const items = async (token: string, list: string, program: string): Promise<Loose> => {
  const { status, body } = await s.call("GET", `/v1/portal/items/${list}?program=${program}`, { key: token });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};

/** Does what an act says, with what its fields ask for. */
async function act(token: string, of: Loose, answers: Record<string, unknown> = {}): Promise<Loose> {
  const body = structuredClone(of.body ?? {});
  for (const field of of.fields ?? []) {
    if (answers[field.name] === undefined) {
      expect(field.required, field.name).toBe(false);
      continue;
    }
    const path = (field.name as string).split(".");
    const last = path.pop()!;
    let at = body;
    for (const part of path) at = at[part] ??= {};
    at[last] = answers[field.name];
  }
  const done = await s.call(of.method, of.path, { key: token, body });
  expect(done.status, `${of.act}: ${JSON.stringify(done.body)}`).toBeLessThan(300);
  return done.body;
}
const named = (acts: Loose[], name: string): Loose => {
  const found = acts.find((each) => each.act === name);
  expect(found, `${name} in ${acts.map((each) => each.act).join(", ")}`).toBeDefined();
  return found;
};

describe("an employee", () => {
  test("names a candidate for a vacancy, sees how far he is, and withdraws", async () => {
    await publish("employee");
    await s.call("PUT", "/v1/vacancies/v1", { body: { program: "employee", title: "Engineer", grade: "senior", country: "US" } });
    const ann = await member("emp-ann", "employee");
    const [vacancy] = (await items(ann, "vacancies", "employee")).data;
    expect(vacancy).toMatchObject({ title: "Engineer", status_label: "Open", text: "senior · United States\nBonus: $3,000" });
    await act(ann, named(vacancy.acts, "candidate"), { "contact.email": "carl@example.com", "contact.name": "Carl Lang" });
    const [claim] = (await items(ann, "claim", "employee")).data;
    expect(claim).toMatchObject({ status: "accepted", tone: "good" });
    expect(claim.title).toMatch(/^Carl L\., /);
    expect(claim.why).toMatch(/^It is yours until .+\.$/);
    expect(claim.stages.map((each: Loose) => each.label)).toEqual(["Submitted", "Accepted", "Interviewed", "Hired"]);
    const bob = await member("emp-bob", "employee");
    expect((await items(bob, "claim", "employee")).data).toEqual([]);
    await act(bob, named(vacancy.acts, "candidate"), { "contact.email": "carl@example.com" });
    expect((await items(bob, "claim", "employee")).data[0]).toMatchObject({
      status: "refused",
      why: "Somebody else named it before you.",
    });
    expect(JSON.stringify(await items(bob, "claim", "employee"))).not.toContain("Lang");
    await act(ann, named(claim.acts, "withdraw"));
    expect((await items(ann, "claim", "employee")).data[0]).toMatchObject({ status: "withdrawn", acts: [] });
  });
});

describe("a partner", () => {
  test("registers a deal, which waits for a decision", async () => {
    await publish("partner", { claims: { ...presets.find((p) => p.key === "partner")!.claims, agreement: false } });
    const ann = await member("par-ann", "partner");
    const { acts } = await items(ann, "deals", "partner");
    await act(ann, named(acts, "deal"), { "contact.email": "cto@big.example", deal: "D-1" });
    expect((await items(ann, "deals", "partner")).data[0]).toMatchObject({ status: "pending", why: "We look at it and tell you." });
  });

  test("a deal that is won counts, and is neither protected nor to be withdrawn any more; one that is lost came to nothing", async () => {
    const ann = await member("par-ann", "partner");
    const register = named((await items(ann, "deals", "partner")).acts, "deal");
    for (const [deal, stage] of [
      ["D-2", "won"],
      ["D-3", "lost"],
    ] as const) {
      await act(ann, register, { "contact.email": `${deal}@big.example`, deal });
      const id = (await items(ann, "deals", "partner")).data[0].id as string;
      const { referral } = (await s.call("POST", `/v1/claims/${id}/approve`)).body;
      expect((await items(ann, "deals", "partner")).data[0].why).toMatch(/^It is yours until /);
      const moved = { stage, ...(stage === "won" ? { subject: deal, value: { amount: 1_000_000, currency: "EUR" } } : {}) };
      expect((await s.call("POST", `/v1/referrals/${referral}/stage`, { body: moved })).status).toBeLessThan(300);
    }
    const [lost, won] = (await items(ann, "deals", "partner")).data;
    expect(won).toMatchObject({ status: "accepted", why: expect.stringMatching(/^It counts since /), deadline: null, acts: [] });
    expect(lost).toMatchObject({ why: "It came to nothing.", deadline: null, acts: [] });
  });
});

describe("a community", () => {
  test("asks, introduces and thanks; only who asked reads whom she was introduced to", async () => {
    await publish("community");
    const [ann, ben, eve] = [
      await member("com-ann", "community"),
      await member("com-ben", "community"),
      await tokenOf(key, "com-eve", {}),
    ];
    const { acts } = await items(ann, "requests", "community");
    await act(ann, named(acts, "make"), { text: "A good roofer?" });
    expect((await items(eve, "requests", "community")).data, "who is no member reads no requests").toEqual([]);
    const [asked] = (await items(ben, "requests", "community")).data;
    expect(asked).toMatchObject({ title: "A member asks everybody: com-ann M.", text: "A good roofer?", status_label: "Your answer" });
    await act(ben, named(asked.acts, "answer"), { "contact.email": "roofer@example.com", "contact.name": "Rita Roof" });
    const [made] = (await items(ann, "requests", "community")).data;
    expect(made).toMatchObject({ status: "answered", text: "A good roofer?\nRita Roof, roofer@example.com" });
    expect(JSON.stringify(await items(ben, "requests", "community"))).not.toContain("Rita");
    await act(ann, named(made.acts, "write"), { value: 120_000, currency: "EUR", text: "A new roof." });
    expect((await items(ben, "slips", "community")).data[0]).toMatchObject({
      title: "Thanks to you: com-ann M.",
      why: "Worth €1,200.00.",
    });
    expect((await items(ben, "requests", "community")).summary).toBe("Given 1, received 0.");
  });

  test("asks one member by the name that she shows; all of them is the first choice, and nobody's address is told", async () => {
    const [ann, ben, eve] = [
      await member("com-ann", "community"),
      await member("com-ben", "community"),
      await member("com-eva", "community"),
    ];
    // Her token says her name when it is first used.
    await items(eve, "requests", "community");
    const [to, text] = named((await items(ann, "requests", "community")).acts, "make").fields;
    expect([to.label, to.kind, to.required, text.name]).toEqual(["Which member?", "choice", false, "text"]);
    expect(to.options.map((each: Loose) => each.label)).toEqual(["All members", "com-ben M.", "com-eva M."]);
    expect(JSON.stringify(to.options)).not.toMatch(/@|user_id/);
    const wish = { to: to.options[1].value, text: "A notary?" };
    await act(ann, named((await items(ann, "requests", "community")).acts, "make"), wish);
    expect((await items(ben, "requests", "community")).data[0]).toMatchObject({
      title: "A member asks you: com-ann M.",
      text: "A notary?",
    });
    expect(JSON.stringify(await items(eve, "requests", "community"))).not.toContain("notary");
    const outside = await tokenOf(key, "com-out", {});
    expect((await items(outside, "requests", "community")).acts).toEqual([]);
  });
});

describe("companies", () => {
  test("swap a lead: it is accepted, and only then the other company reads whom it is about", async () => {
    await publish("lead_exchange");
    for (const name of ["x", "y"]) await s.call("PUT", `/v1/companies/${name}`, { body: { name: `Company ${name.toUpperCase()}` } });
    const [ann, ben] = [
      await member("lex-ann", "lead_exchange", { company: "x" }),
      await member("lex-ben", "lead_exchange", { company: "y" }),
    ];
    const { acts } = await items(ann, "leads", "lead_exchange");
    expect(acts.map((each: Loose) => each.label)).toEqual(["Send a lead to Company Y"]);
    await act(ann, acts[0], { "contact.email": "lead@example.com", "contact.name": "Lea Lead", text: "Needs a printer." });
    const [received] = (await items(ben, "leads", "lead_exchange")).data;
    expect(received).toMatchObject({ title: "From Company X", text: "Needs a printer.", status: "open" });
    await act(ben, named(received.acts, "accept"));
    expect((await items(ben, "leads", "lead_exchange")).data[0]).toMatchObject({
      status: "accepted",
      text: "Needs a printer.\nLea Lead, lead@example.com",
    });
    expect((await items(ann, "leads", "lead_exchange")).data[0]).toMatchObject({
      title: "To Company Y",
      status_label: "Accepted",
      text: "Needs a printer.",
    });
    expect((await items(ann, "leads", "lead_exchange")).summary).toBe("Given 1, received 0.");
  });
});

describe("a pipeline", () => {
  test("opens a case, moves it and closes it; nobody else sees it", async () => {
    await publish("pipeline");
    const [ann, ben] = [await member("pip-ann", "pipeline"), await member("pip-ben", "pipeline")];
    await s.call("POST", "/v1/people", { body: { user_id: "pupil" } });
    await act(ann, named((await items(ann, "cases", "pipeline")).acts, "open"), { person: "user_id:pupil", text: "Often away." });
    const [opened] = (await items(ann, "cases", "pipeline")).data;
    expect(opened).toMatchObject({ status: "open", why: "It is at “Concern”.", text: "You look after it." });
    expect(opened.deadline_text).toMatch(/^“Concern” is due on /);
    const move = named(opened.acts, "move");
    expect(move.label).toBe("Next: Information");
    await act(ann, move);
    expect((await items(ann, "cases", "pipeline")).data[0].why).toBe("It is at “Information”.");
    expect((await items(ben, "cases", "pipeline")).data).toEqual([]);
  });
});

describe("who posts and makes", () => {
  test("gets a link for a network, and hands in what she made", async () => {
    await publish("social");
    const ann = await member("soc-ann", "social");
    const { acts } = await items(ann, "shares", "social");
    expect(acts[0].label).toBe("Get a link for X");
    await act(ann, acts[0]);
    const [post] = (await items(ann, "shares", "social")).data;
    expect(post).toMatchObject({ title: "Post on X", status: "waiting" });
    expect(post.why).toMatch(/^0 of 3 people opened the link\. Time until /);
    await publish("influencer");
    const eve = await member("inf-eve", "influencer");
    await act(eve, named((await items(eve, "deliverables", "influencer")).acts, "create"), { url: "https://video.example/v/1" });
    expect((await items(eve, "deliverables", "influencer")).data[0]).toMatchObject({ title: "video.example/v/1", status: "submitted" });
  });
});

describe("points", () => {
  test("buy what they reach to, and say how much is missing", async () => {
    await publish("loyalty");
    await s.call("PUT", "/v1/catalogue/mug", { body: { name: "Mug", price: 600, stock: 5 } });
    const ann = await member("loy-ann", "loyalty");
    expect((await items(ann, "catalogue", "loyalty")).data[0]).toMatchObject({
      title: "Mug",
      status: "short",
      why: "You need 600 points more.",
      acts: [],
    });
    await s.call("POST", "/v1/rewards", {
      body: {
        program: "loyalty",
        person: "user_id:loy-ann",
        kind: "points",
        value: { amount: 700, currency: "points" },
        reason: "welcome",
      },
    });
    const page = await items(ann, "catalogue", "loyalty");
    expect(page.summary).toBe("700 points available");
    await act(ann, named(page.data[0].acts, "redeem"));
    expect((await items(ann, "catalogue", "loyalty")).summary).toBe("100 points available");
  });
});

describe("a gathering", () => {
  test("has a seat, then a waiting list; levels keep others out", async () => {
    await publish("advocacy");
    const [ann, ben] = [await member("adv-ann", "advocacy"), await member("adv-ben", "advocacy")];
    const starts_at = "2036-05-01T18:00:00.000Z";
    await s.call("POST", "/v1/gatherings", { body: { title: "Dinner", starts_at, seats: 1 } });
    await s.call("POST", "/v1/gatherings", { body: { title: "Council", starts_at, seats: 1, program: "advocacy", level: "champion" } });
    const list = async (token: string) => (await items(token, "gatherings", "advocacy")).data as Loose[];
    expect((await list(ann)).map((each) => [each.title, each.status, each.why])).toEqual([
      ["Council", "level", "It is for the level Champion."],
      ["Dinner", "open", "1 seat is free."],
    ]);
    await act(ann, named((await list(ann))[1]!.acts, "join"));
    expect((await list(ann))[1]).toMatchObject({ status_label: "You have a seat" });
    await act(ben, named((await list(ben))[1]!.acts, "join"));
    expect((await list(ben))[1]).toMatchObject({ status: "waiting", why: "All seats are taken; you are number 1 on the waiting list." });
    await act(ann, named((await list(ann))[1]!.acts, "leave"));
    expect((await list(ben))[1]).toMatchObject({ status: "seat" });
  });
});
