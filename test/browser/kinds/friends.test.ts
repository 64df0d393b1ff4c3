/** A1, A2, A7, A13 by their pages, on a phone: join, share, a friend claims and buys, it waits, is available, a return takes it back. */
import { afterAll, beforeAll, expect } from "vitest";
import { browserTest, hasBrowser } from "../../support/browser.ts";
import { type Stage, openStage } from "../../support/stage.ts";
import { joins, opens } from "../../support/story.ts";

const pages = { landing: {} };
const DAY = 86_400_000;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  if (!hasBrowser) return;
  for (const preset of ["direct", "two_way", "tiered"]) await stage.publish(preset, { pages });
});
afterAll(() => stage?.close());

const usd = (id: string, total: number) => ({ id, total, currency: "USD" });

browserTest(
  "A1: 80.00 brings 8.00 that wait 14 days; a quarter comes back, and 6.00 are left",
  async () => {
    const ann = await joins(stage, { program: "direct", email: "ann@friend.example", name: "Ann Meier" });
    const shared = await ann.share();
    expect([shared.taps <= 2, shared.fields]).toEqual([true, 0]);
    expect(shared.text).toContain("I get 10 % of your order");
    const ben = await opens(stage, shared.url);
    expect(await ben.visitor.page.locator("body").innerText()).toContain("Ann");
    const claimed = await ben.claims();
    expect(claimed).toMatchObject({ fields: 0, taps: 1, click: expect.stringMatching(/^clk_/) });
    await ben.close();
    const bought = {
      type: "purchase" as const,
      person: { user_id: "ben" },
      referral: { click_id: claimed.click! },
      order: usd("4711", 8000),
    };
    await stage.client.events.track(bought);

    await ann.sees("referrals", "$8.00", /waiting/i);
    await ann.sees("rewards", "$8.00", /waiting/i, /wait.*until|until/i);
    expect((await ann.mail("You have earned $8.00")).text).toMatch(/until/);
    await stage.advance("14d");
    await ann.sees("rewards", "$8.00", /available/i);
    await ann.mail("Yours now: $8.00");
    await stage.client.events.track({ type: "refund", order: { id: "4711", amount: 2000 } });
    await ann.sees("rewards", "$6.00", /taken back|returned|sent back/i);
    await ann.mail("Your reward is $6.00 now");
    await ann.close();
  },
  90_000,
);

browserTest(
  "A2: a friend without JavaScript claims, gets her 20 % and buys; 20.00 come, and go when too little is kept",
  async () => {
    const ann = await joins(stage, { program: "two_way", email: "anna@friend.example", name: "Anna" });
    const { url } = await ann.share();
    const ben = await opens(stage, url, { javaScript: false });
    const { click, taps, fields } = await ben.claims();
    expect([taps, fields]).toEqual([1, 0]);
    await ben.close();
    const person = { user_id: "ben2", email: "ben2@friend.example" };
    await stage.client.events.track({ type: "signup", person, referral: { click_id: click! } });
    expect((await stage.inbox.waitFor(person.email, /20 ?%|code/i)).text).toMatch(/\b[A-Z0-9]{8,}\b/);
    await ann.sees("referrals", /waiting/i);
    await ann.mail("came through your link");
    await stage.client.events.track({ type: "purchase", person, order: usd("30", 3000) });
    await ann.sees("rewards", /no rewards yet/i);
    await stage.client.events.track({ type: "purchase", person, order: usd("60", 6000) });
    await ann.sees("rewards", "$20.00", /waiting/i);
    await ann.mail("You have earned $20.00");
    await stage.client.events.track({ type: "refund", order: { id: "60", amount: 1001 } });
    await ann.sees("rewards", "$20.00", /taken back/i);
    await ann.sees("referrals", /taken back|does not count|refused/i);
    await ann.mail("A reward was taken back");
    await ann.close();
  },
  90_000,
);

browserTest(
  "A7: the fifth friend of a quarter brings 15.00; when the third returns everything, the fifth is the fourth: 10.00",
  async () => {
    const ann = await joins(stage, { program: "tiered", email: "tia@friend.example", name: "Tia" });
    const { url } = await ann.share();
    const code = new URL(url).pathname.split("/").at(-1)!;
    for (const n of [1, 2, 3, 4]) {
      await stage.client.events.track({ type: "purchase", person: { user_id: `t${n}` }, referral: { code }, order: usd(`t-${n}`, 9900) });
    }
    const eva = await opens(stage, url);
    const { click } = await eva.claims();
    await eva.close();
    await stage.client.events.track({
      type: "purchase",
      person: { user_id: "t5" },
      referral: { click_id: click! },
      order: usd("t-5", 9900),
    });
    await ann.sees("rewards", "$15.00", "$10.00");
    await ann.mail("You have earned $15.00");
    await stage.client.events.track({ type: "refund", order: { id: "t-3" } });
    await ann.sees("rewards", /taken back/i);
    expect(await ann.reads("rewards")).not.toMatch(/^\$15\.00/m);
    await ann.mail("A reward was taken back");
    await ann.mail("Your reward is $10.00 now");
    await ann.close();
  },
  90_000,
);

browserTest(
  "A13: during the campaign a friend brings 20.00 and the pages say until when; after it 10.00",
  async () => {
    // The clocks of UTC, from yesterday to the day after tomorrow.
    const { now } = await stage.call<{ now: string }>("GET", "/v1/test_clock");
    const local = (days: number): string => new Date(Date.parse(now) + days * DAY).toISOString().slice(0, 19);
    await stage.publish("occasion", { pages, bonuses: [{ key: "spring", from: local(-1), to: local(2), multiply: 2 }] });
    const ann = await joins(stage, { program: "occasion", email: "oda@friend.example", name: "Oda" });
    const { url } = await ann.share();
    const buys = async (who: string): Promise<void> => {
      const friend = await opens(stage, url);
      const { click } = await friend.claims();
      await friend.close();
      await stage.client.events.track({
        type: "purchase",
        person: { user_id: who },
        referral: { click_id: click! },
        order: usd(`o-${who}`, 5000),
      });
    };
    expect(await ann.reads("how")).toMatch(/until \w+ \d+ .*: \$20 of credit/);
    await buys("o1");
    await ann.sees("rewards", "$20.00", /waiting/i);
    await stage.advance("3d");
    await buys("o2");
    await ann.sees("rewards", "$10.00", "$20.00");
    await ann.mail("You have earned $10.00");
    await stage.client.events.track({ type: "refund", order: { id: "o-o1" } });
    await ann.sees("rewards", /taken back/i);
    await ann.mail("A reward was taken back");
    await ann.close();
  },
  90_000,
);
