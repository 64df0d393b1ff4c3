/** A3, A12 and A17 by their pages: people who earn by recommending. Applications, leads and sales, deliverables, two levels above. */
import { afterAll, beforeAll, expect } from "vitest";
import { browserTest, hasBrowser } from "../../support/browser.ts";
import { type Stage, openStage } from "../../support/stage.ts";
import { type Member, joins, opens } from "../../support/story.ts";

const pages = { landing: {} };

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  if (!hasBrowser) return;
  await stage.publish("affiliate", { pages });
  await stage.publish("influencer", { pages });
  await stage.publish("network", { pages, enabled: true });
});
afterAll(() => stage?.close());

/** Follows a member's link to the shop. @returns the click id that the shop gets */
async function follows(member: Member): Promise<{ click_id: string }> {
  const friend = await opens(stage, (await member.share()).url);
  const { click } = await friend.claims();
  await friend.close();
  return { click_id: click! };
}

const A3 = "A3: a partner applies and is told, earns 2.00 for a lead and 20 % of the net order; a return takes its part";
browserTest(
  A3,
  async () => {
    const bea = await joins(stage, { program: "affiliate", email: "bea@partner.example", name: "Bea", about: "I write about cooking." });
    await bea.mail("Your application is here");
    await bea.mail("You are in");
    const referral = await follows(bea);
    const person = { user_id: "lea" };
    await stage.client.events.track({ type: "lead", person, referral });
    await stage.client.events.track({ type: "stage", stage: "qualified_lead", program: "affiliate", person });
    await bea.sees("rewards", "$2.00", /waiting/i);
    await bea.mail("You have earned $2.00");
    // 119.00 with 19.00 of tax and 10.00 of shipping: 90.00 net.
    const order = { id: "af-1", total: 11900, tax: 1900, shipping: 1000, currency: "USD" };
    await stage.client.events.track({ type: "purchase", person, order });
    await bea.sees("rewards", "$18.00", /waiting/i);
    await stage.advance("30d");
    await bea.sees("rewards", "$18.00", /available/i);
    await bea.mail("Yours now: $18.00");
    await stage.client.events.track({ type: "refund", order: { id: "af-1" } });
    await bea.sees("rewards", /taken back/i);
    await bea.mail("A reward was taken back");
    await bea.close();
  },
  90_000,
);

const A12 = "A12: an influencer hands in a post, which is approved for 150.00, and gets 8 % of what her followers order";
browserTest(
  A12,
  async () => {
    const ida = await joins(stage, {
      program: "influencer",
      email: "ida@video.example",
      name: "Ida",
      about: "Videos about bread.",
      options: { device: "desktop" },
    });
    await ida.open();
    await ida.to("deliverables");
    await ida.act("Hand something in", { "Address of the post": "https://video.example/bread" });
    await ida.sees("deliverables", "video.example/bread", /waiting/i);
    const { data } = await stage.call<{ data: { id: string }[] }>("GET", "/v1/deliverables?program=influencer&limit=10");
    await stage.call("POST", `/v1/deliverables/${data[0]!.id}/approve`, { disclosed: true });
    await ida.sees("deliverables", /approved/i);
    await ida.sees("rewards", "$150.00", /waiting/i);
    await ida.mail("What you delivered was accepted");
    const referral = await follows(ida);
    await stage.client.events.track({
      type: "purchase",
      person: { user_id: "fan" },
      referral,
      order: { id: "in-1", total: 10000, currency: "USD" },
    });
    await ida.sees("rewards", "$8.00");
    await stage.advance("7d");
    await ida.sees("rewards", "$150.00", /available/i);
    await ida.mail("Yours now: $150.00");
    await stage.client.events.track({ type: "refund", order: { id: "in-1", amount: 2500 } });
    await ida.sees("rewards", "$6.00");
    await ida.mail("Your reward is $6.00 now");
    await ida.close();
  },
  90_000,
);

const A17 = "A17: a customer's 100.00 bring 8.00 to the seller, 4.00 and 2.00 to the two above her; a return takes from all three";
browserTest(
  A17,
  async () => {
    const member = (name: string): Promise<Member> => joins(stage, { program: "network", email: `${name}@net.example`, name });
    const recruit = async (name: string, by: Member): Promise<Member> => {
      const person = { user_id: name, email: `${name}@net.example` };
      await stage.client.events.track({ type: "signup", person, referral: await follows(by) });
      return await member(name);
    };
    const ann = await member("nora");
    const ben = await recruit("nils", ann);
    const cleo = await recruit("nele", ben);
    const order = { id: "nw-1", total: 10000, currency: "USD" };
    await stage.client.events.track({ type: "purchase", person: { user_id: "dan" }, referral: await follows(cleo), order });
    await cleo.sees("rewards", "$8.00", /waiting/i);
    await ben.sees("rewards", "$4.00", /waiting/i);
    await ann.sees("rewards", "$2.00", /waiting/i);
    await cleo.mail("You have earned $8.00");
    expect(await ann.reads("how")).toMatch(/recruit|above|sell/i);
    await stage.client.events.track({ type: "refund", order: { id: "nw-1", amount: 2500 } });
    await cleo.sees("rewards", "$6.00");
    await ben.sees("rewards", "$3.00");
    await ann.sees("rewards", "$1.50");
    await ann.mail("Your reward is $1.50 now");
    for (const each of [ann, ben, cleo]) await each.close();
  },
  120_000,
);
