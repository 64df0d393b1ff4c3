/** A4, A5, A8 and A11 by their pages, on a phone: points and a catalogue, levels and testimonials, a contest with a free entry, posts. */
import { afterAll, beforeAll, expect } from "vitest";
import { browserTest, hasBrowser } from "../../support/browser.ts";
import { type Stage, openStage } from "../../support/stage.ts";
import { joins, opens, say } from "../../support/story.ts";

const DAY = 86_400_000;
const pages = { landing: {} };

let stage: Stage;
beforeAll(async () => {
  // A proxy in front says where visitors come from.
  stage = await openStage({ TRUST_PROXY: "1" });
  if (!hasBrowser) return;
  await stage.publish("loyalty", { pages: { landing: { claim: { by: "email", event: "signup" } } } });
  await stage.publish("advocacy", { pages });
  await stage.publish("social", { pages });
});
afterAll(() => stage?.close());

const A4 = "A4: a friend claims by one field, buys, and brings 500 points, which are spent on the catalogue; a return takes them back";
browserTest(
  A4,
  async () => {
    const ann = await joins(stage, { program: "loyalty", email: "lotte@friend.example", name: "Lotte" });
    const ben = await opens(stage, (await ann.share()).url);
    const claimed = await ben.claims("luca@friend.example");
    expect([claimed.taps, claimed.fields]).toEqual([1, 1]);
    await ben.close();
    await ann.sees("referrals", /waiting/i);
    const order = { id: "lo-1", total: 5000, currency: "USD" };
    await stage.client.events.track({ type: "purchase", person: { email: "luca@friend.example" }, order });
    await ann.sees("rewards", /500 points/, /waiting/i);
    await stage.call("PUT", "/v1/catalogue/mug", { name: "Mug", price: 300 });
    await ann.sees("catalogue", "Mug", /300 points/, /need/i);
    await stage.advance("14d");
    await ann.mail("Yours now: 500 points");
    await ann.open();
    await ann.to("catalogue");
    await ann.act(/^Get it for/);
    await ann.mail("You took: Mug");
    await ann.sees("rewards", "200");
    await stage.client.events.track({ type: "refund", order: { id: "lo-1" } });
    await ann.sees("rewards", /taken back/i);
    await ann.mail("A reward was taken back");
    await ann.close();
  },
  90_000,
);

const A5 = "A5: a testimonial is written, approved and worth 25; a case study makes her Champion; a friend's return takes 40 back";
browserTest(
  A5,
  async () => {
    const ann = await joins(stage, { program: "advocacy", email: "ada@friend.example", name: "Ada" });
    const { page } = ann.visitor;
    await ann.to("testimonial");
    await ann.hand.type(page.getByLabel(say("testimonial.words")), "It did what it promised.");
    await ann.hand.tap(page.getByLabel(say("testimonial.stars", { n: 5 })));
    await ann.hand.tap(page.getByLabel(say("testimonial.consent")));
    await ann.hand.tap(page.getByRole("button", { name: say("testimonial.send"), exact: true }));
    await page.getByText(say("testimonial.sent.title")).waitFor();
    const { data } = await stage.call<{ data: { id: string }[] }>("GET", "/v1/testimonials?limit=10");
    await stage.call("POST", `/v1/testimonials/${data[0]!.id}/approve`, {});
    await ann.sees("rewards", /25 points/);
    await ann.sees("standing", /75 more points to Champion/);
    await stage.client.events.track({ type: "activity", name: "case_study", person: { email: "ada@friend.example" } });
    await ann.sees("standing", "Champion", /175 more points to Ambassador/);
    await ann.mail("You are Champion now");
    const friend = await opens(stage, (await ann.share()).url);
    const { click } = await friend.claims();
    await friend.close();
    const order = { id: "ad-1", total: 5000, currency: "USD" };
    await stage.client.events.track({ type: "purchase", person: { user_id: "adi" }, referral: { click_id: click! }, order });
    await ann.sees("rewards", /40 points/, /waiting/i);
    await ann.sees("standing", "First friend");
    await ann.mail("First friend");
    await stage.client.events.track({ type: "refund", order: { id: "ad-1" } });
    await ann.sees("rewards", /taken back/i);
    await ann.mail("A reward was taken back");
    await ann.close();
  },
  90_000,
);

const A8 = "A8: a free entry and a friend's; a return takes one away; the first place is paid, and the winner of the draw accepts";
browserTest(
  A8,
  async () => {
    const { now } = await stage.call<{ now: string }>("GET", "/v1/test_clock");
    const on = (days: number): string => new Date(Date.parse(now) + days * DAY).toISOString().slice(0, 10);
    await stage.publish("contest", {
      pages,
      contest: {
        from: on(0),
        to: on(3),
        freeze_after: "2d",
        leaderboard: { by: "qualified_referrals", places: 3 },
        draw: { winners: 1, alternates: 1, accept_within: "7d", entry_cap: 3 },
      },
    });
    const ann = await joins(stage, { program: "contest", email: "cora@friend.example", name: "Cora" });
    await ann.open();
    await ann.to("standing");
    await ann.act("Take part for free");
    await ann.sees("standing", "1 entry");
    const { url } = await ann.share();
    for (const n of [1, 2]) {
      const friend = await opens(stage, url);
      const { click } = await friend.claims();
      await friend.close();
      const order = { id: `co-${n}`, total: 5000, currency: "USD" };
      await stage.client.events.track({ type: "purchase", person: { user_id: `co${n}` }, referral: { click_id: click! }, order });
    }
    await ann.sees("standing", "3 entries", /2 recommendations/);
    await stage.client.events.track({ type: "refund", order: { id: "co-2" } });
    await ann.sees("standing", "2 entries", /1 recommendation/);
    await ann.sees("rewards", /taken back/i);
    await stage.advance("6d");
    await ann.sees("rewards", "$500");
    await ann.mail("Your place in");
    await stage.call("POST", "/v1/contests/contest/draw", { beacon: null });
    await ann.mail("You have won: please accept");
    await ann.open();
    await ann.to("standing");
    await ann.act("Accept the prize");
    await ann.sees("rewards", "$200");
    await ann.close();
  },
  120_000,
);

const A11 = "A11: a post whose link three people open brings 2.00; one that is found to be none is taken back with the reason";
browserTest(
  A11,
  async () => {
    const ann = await joins(stage, { program: "social", email: "sol@friend.example", name: "Sol" });
    expect((await ann.share()).text).toContain("it is an ad");
    await ann.open();
    await ann.to("shares");
    await ann.act(/^Get a link for X$/);
    const [link] = /(http\S+\/[rl]\/\S+)/.exec(await ann.reads("shares")) ?? [];
    for (const last of [1, 2, 3]) {
      const friend = await stage.browser.visitor({ device: "phone" });
      await friend.context.setExtraHTTPHeaders({ "x-forwarded-for": `203.0.113.${last}` });
      await friend.context.route("https://shop.example/**", (route) =>
        route.fulfill({ contentType: "text/html", body: "<title>Shop</title>" }),
      );
      await friend.page.goto(link!);
      await friend.close();
    }
    await stage.advance("10 minutes");
    await ann.sees("shares", /counts/i);
    await ann.sees("rewards", "$2.00", /waiting/i);
    await ann.mail("Your post counts");
    const { data } = await stage.call<{ data: { id: string; program: string }[] }>("GET", "/v1/rewards?limit=50");
    const reward = data.find((each) => each.program === "social")!;
    await stage.call("POST", `/v1/rewards/${reward.id}/reverse`, { reason: "The post was deleted." });
    await ann.sees("rewards", /taken back/i);
    expect((await ann.mail("A reward was taken back")).text).not.toMatch(/returned or cancelled/);
    await ann.close();
  },
  90_000,
);
