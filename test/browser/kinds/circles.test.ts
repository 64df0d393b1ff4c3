/** A6, A9, A10, A14, A15 and A16 by their pages: deals, candidates, introductions, leads, subscriptions and cases. */
import { afterAll, beforeAll, expect } from "vitest";
import { browserTest, hasBrowser } from "../../support/browser.ts";
import { type Stage, openStage } from "../../support/stage.ts";
import { type Member, joins, opens } from "../../support/story.ts";

const pages = { landing: {} };
const desktop = { device: "desktop" as const };

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  if (!hasBrowser) return;
  for (const preset of ["partner", "employee", "community", "lead_exchange", "pipeline"]) await stage.publish(preset);
  await stage.publish("subscription", { pages });
});
afterAll(() => stage?.close());

/** Joins with an application, on a computer. */
function works(program: string, name: string): Promise<Member> {
  const about = "I know many people who would like this.";
  return joins(stage, { program, email: `${name.toLowerCase()}@work.example`, name, about, options: desktop });
}

async function personOf(member: Member): Promise<string> {
  const { data } = await stage.call<{ data: { id: string }[] }>("POST", "/v1/people/search", { email: member.email });
  return data[0]!.id;
}

/** Opens a section and does something there. */
async function does(member: Member, room: string, what: { label: string | RegExp; fields?: Record<string, string> }): Promise<void> {
  await member.open();
  await member.to(room);
  await member.act(what.label, what.fields);
}

const A6 = "A6: a partner registers a deal, it is accepted and won for 10,000.00: 1,200.00; worth less in the end, it brings less";
browserTest(
  A6,
  async () => {
    const pia = await works("partner", "Pia");
    await does(pia, "deals", { label: "Register a deal", fields: { "E-mail address": "ida@buyer.example", Name: "Ida Buyer" } });
    await pia.sees("deals", /Ida/, /waiting|looks/i);
    await pia.mail("Your claim is here");
    const { data } = await stage.call<{ data: { id: string }[] }>("GET", "/v1/claims?program=partner&limit=10");
    const { referral } = await stage.call<{ referral: string }>("POST", `/v1/claims/${data[0]!.id}/approve`);
    await pia.sees("deals", /accepted|yours/i);
    await pia.mail("Your claim was accepted");
    const won = (amount: number): Promise<unknown> =>
      stage.call("POST", `/v1/referrals/${referral}/stage`, { stage: "won", subject: "d", value: { amount, currency: "USD" } });
    await stage.call("POST", `/v1/referrals/${referral}/stage`, { stage: "meeting" });
    await won(1_000_000);
    await pia.sees("rewards", "$1,200.00", /waiting/i);
    await pia.mail("You have earned $1,200.00");
    await won(800_000);
    await pia.sees("rewards", "$960.00");
    await pia.mail("Your reward is $960.00 now");
    await stage.advance("30d");
    await pia.sees("rewards", "$960.00", /available/i);
    await pia.close();
  },
  90_000,
);

const A9 =
  "A9: a colleague names a candidate; hired brings 1,000.00, staying 90 days the other 1,000.00; payroll's mistake is taken back";
browserTest(
  A9,
  async () => {
    const ann = await joins(stage, { program: "employee", email: "anne@work.example", name: "Anne", options: desktop });
    const employed = (person: object): Promise<unknown> =>
      stage.client.events.track({ type: "identify", person: { ...person, attributes: { employed: true } } } as never);
    await employed({ email: ann.email });
    await stage.call("PUT", "/v1/vacancies/v-1", {
      program: "employee",
      title: "Baker",
      department: "Bakery",
      country: "US",
      grade: "junior",
    });
    await ann.sees("vacancies", "Baker", "$2,000");
    await does(ann, "vacancies", { label: "Name somebody", fields: { "E-mail address": "carl@home.example", Name: "Carl Cook" } });
    await ann.sees("claim", /Carl/, /accepted|counts|yours/i);
    const carl = { email: "carl@home.example" };
    const stageOf = (stageKey: string): Promise<unknown> =>
      stage.call("POST", "/v1/vacancies/v-1/stages", { candidate: carl, stage: stageKey });
    await stageOf("interviewed");
    await stageOf("hired");
    await employed(carl);
    await ann.sees("rewards", "$1,000.00", /available/i);
    await ann.mail("$1,000.00");
    await stage.advance("91d");
    const text = await ann.reads("rewards");
    expect(text.match(/\$1,000\.00/g)!.length).toBeGreaterThanOrEqual(2);
    const { data } = await stage.call<{ data: { id: string; rule: string }[] }>("GET", "/v1/rewards?limit=50");
    const hired = data.find((each) => each.rule === "hired")!;
    await stage.call("POST", `/v1/rewards/${hired.id}/reverse`, { reason: "Counted twice by payroll." });
    await ann.sees("rewards", /taken back/i);
    await ann.mail("A reward was taken back");
    await ann.close();
  },
  90_000,
);

const A10 = "A10: a member asks, another introduces somebody and is thanked, which shows on both pages; nobody's answer ends in 14 days";
browserTest(
  A10,
  async () => {
    const ben = await works("community", "Ben");
    const ann = await works("community", "Anja");
    const question = { "What is it about?": "Who knows a good roofer?" };
    await does(ben, "requests", { label: "Ask for an introduction", fields: question });
    await ann.sees("requests", /roofer/, /answer by/i);
    await does(ann, "requests", { label: "Introduce somebody", fields: { "E-mail address": "roof@roof.example", Name: "Rufus Roof" } });
    await ben.sees("requests", /answered/i, /Rufus/);
    await ben.mail("Your request was answered");
    await does(ben, "requests", { label: "Say thanks", fields: { "What was it worth?": "4500", Currency: "EUR" } });
    await ann.sees("slips", /Thanks to you/, "€4,500.00");
    await ann.mail("Somebody thanks you");
    await ann.sees("requests", /Given 1, received 0/);
    await ann.sees("standing", "Thanked");
    const toOne = { "Which member?": "Anja", "What is it about?": "Do you know a notary?" };
    await does(ben, "requests", { label: "Ask for an introduction", fields: toOne });
    await ann.sees("requests", /A member asks you: Ben/, /notary/);
    await ann.mail("You are asked for an introduction");
    await does(ann, "requests", { label: "Decline" });
    await ben.sees("requests", /notary/, /declined/i);
    await does(ben, "requests", { label: "Ask for an introduction", fields: { "What is it about?": "Who knows a plumber?" } });
    await stage.advance("15d");
    await ben.sees("requests", /plumber/, /expired/i, /Nobody answered/);
    await ann.close();
    await ben.close();
  },
  90_000,
);

const A14 = "A14: a company sends another a lead, accepted it counts for both; one that nobody accepts in 48 hours goes back";
browserTest(
  A14,
  async () => {
    const from = async (name: string, company: string): Promise<Member> => {
      await stage.call("PUT", `/v1/companies/${company}`, { name: `Company ${company}` });
      const member = await works("lead_exchange", name);
      await stage.client.events.track({ type: "identify", person: { email: member.email, company } } as never);
      return member;
    };
    const [xena, yan] = [await from("Xena", "x"), await from("Yan", "y")];
    const contact = { "E-mail address": "lead@lead.example", Name: "Leo Lead" };
    await does(xena, "leads", { label: /^Send a lead to Company y/, fields: contact });
    await yan.mail("You have been sent a lead");
    await yan.sees("leads", /Leo Lead|From Company x/, /accept or decline by/);
    await does(yan, "leads", { label: "Accept" });
    await xena.sees("leads", /accepted/i, "Given 1, received 0.");
    await yan.sees("leads", "Given 0, received 1.");
    await xena.mail("Your lead was accepted");
    await does(xena, "leads", { label: /^Send a lead to Company y/, fields: { ...contact, "E-mail address": "lea2@lead.example" } });
    await stage.advance("49h");
    await xena.sees("leads", /Nobody accepted it by/, "Given 1, received 0.");
    await xena.mail("Your lead came back");
    await xena.close();
    await yan.close();
  },
  90_000,
);

const A15 = "A15: a new subscriber's first month is free; her first paid invoice brings a month after 30 days; its refund takes it back";
browserTest(
  A15,
  async () => {
    const ann = await joins(stage, { program: "subscription", email: "sue@friend.example", name: "Sue" });
    const friend = await opens(stage, (await ann.share()).url);
    const { click } = await friend.claims();
    await friend.close();
    const person = { user_id: "sub", email: "sub@friend.example" };
    await stage.client.events.track({ type: "subscription_started", person, referral: { click_id: click! } });
    await stage.inbox.waitFor(person.email, /month/);
    await ann.sees("referrals", /waiting/i);
    await stage.client.events.track({ type: "payment", person, order: { id: "inv-1", total: 1900, currency: "USD" } });
    await ann.sees("rewards", /free month|month free|1 month/i, /waiting/i);
    await stage.advance("30d");
    await ann.sees("rewards", /available/i);
    await ann.mail(/Yours now: .*month/);
    await stage.client.events.track({ type: "refund", order: { id: "inv-1" } });
    await ann.sees("rewards", /taken back/i);
    await ann.mail("A reward was taken back");
    await ann.close();
  },
  90_000,
);

const A16 =
  "A16: a case goes by its owner's page through six stages to its end; late is told; a stranger sees nothing of it; no reward exists";
browserTest(
  A16,
  async () => {
    const owner = await joins(stage, { program: "pipeline", email: "olga@school.example", name: "Olga", options: desktop });
    const other = await joins(stage, { program: "pipeline", email: "stranger@school.example", name: "Udo", options: desktop });
    await stage.client.events.track({ type: "identify", person: { user_id: "pupil" } });
    const id = await personOf(owner);
    const body = { program: "pipeline", person: "user_id:pupil", owner: id, coordinator: id, text: "Often away.", acting_as: id };
    await stage.call("POST", "/v1/cases", body);
    await owner.sees("cases", /You look after it/, /Concern/i);
    await stage.advance("73h");
    await owner.sees("cases", /late/i, /was due on/);
    await owner.mail("A step of a case is due");
    for (let n = 0; n < 5; n++) await does(owner, "cases", { label: /^Next: / });
    await does(owner, "cases", { label: "Close: resolved" });
    await owner.sees("cases", /resolved/i);
    const text = await other.reads("cases");
    expect(text).toMatch(/No cases yet/);
    expect(text).not.toMatch(/Often away|resolved/i);
    expect(await owner.visitor.page.locator('a[href="#rewards"]').count()).toBe(0);
    await owner.close();
    await other.close();
  },
  120_000,
);
