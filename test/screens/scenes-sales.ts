/** Kinds in which friends order: A1 to A4, A7, A8, A11 to A13, A15 and A17. */
import http from "node:http";
import { NAVIGATION } from "../support/redirect-server.ts";
import type { Scene, Somebody } from "./world.ts";

const direct: Scene = {
  room: "referrals",
  press: [["Show steps", 1]],
  async play(world) {
    await world.opens("direct", "Alder Coffee");
    const anna = await world.joins("direct", "Anna Alder");
    await world.isPaid(anna, "Anna Alder");
    await world.buys("Ben", 8000, anna);
    await world.passes("9d");
    await world.signsUp("Cleo", anna);
    await world.passes("6d");
    await world.returns("Ben", 2000);
    await world.buys("Dan", 4900, anna);
    await world.passes("2d");
    await world.signsUp("Eva", anna);
    return anna;
  },
};

const twoWay: Scene = {
  room: "how",
  async play(world) {
    await world.opens("two_way", "Brook & Birch");
    const bea = await world.joins("two_way", "Bea Brook");
    for (const friend of ["Finn", "Gil", "Hana"]) await world.signsUp(friend, bea);
    await world.buys("Finn", 6000);
    await world.passes("3d");
    await world.buys("Gil", 3000);
    return bea;
  },
};

const affiliate: Scene = {
  room: "rewards",
  async play(world) {
    await world.opens("affiliate", "Cedar Software");
    const cora = await world.joins("affiliate", "Cora Cedar");
    await world.isPaid(cora, "Cora Cedar");
    const recruit = { user_id: "recruit", email: "rita.recruit@mail.example", name: "Rita" };
    await world.sends({ type: "signup", person: recruit, referral: { code: cora.code } });
    const rita = await world.joins("affiliate", "Rita Recruit");
    const qualified = async (user: string): Promise<void> => {
      await world.sends({ type: "lead", person: { user_id: user }, referral: { code: cora.code } });
      await world.sends({ type: "stage", stage: "qualified_lead", program: "affiliate", person: { user_id: user } });
    };
    const order = (id: string, total: number) => ({ id, total, currency: "USD" });
    await qualified("lea");
    await world.sends({ type: "purchase", person: { user_id: "lea" }, order: order("first", 9000) });
    await world.passes("31d");
    await world.sends({ type: "payment", person: { user_id: "lea" }, order: order("renewed", 9000) });
    await world.buys("Max", 12_000, rita);
    await qualified("mona");
    return cora;
  },
};

const loyalty: Scene = {
  room: "catalogue",
  async play(world) {
    await world.opens("loyalty", "Dune Books");
    const dora = await world.joins("loyalty", "Dora Dune");
    const item = (key: string, name: string, rest: object): Promise<unknown> =>
      world.stage.call("PUT", `/v1/catalogue/${key}`, { name, ...rest });
    await item("tote", "Canvas bag", { price: 400, description: "Holds a dozen paperbacks." });
    await item("reading", "A seat at the winter reading", { price: 800, stock: 6 });
    await item("print", "Signed print", { price: 1500, stock: 12, description: "Numbered, A4, by the artist of our window." });
    for (const friend of ["Ida", "Jon"]) await world.buys(friend, 5000, dora);
    await world.passes("14d");
    await world.stage.call("POST", "/v1/redemptions", { item: "tote", person: dora.id });
    await world.buys("Kim", 3500, dora);
    return dora;
  },
};

const tiered: Scene = {
  room: "rewards",
  async play(world) {
    await world.opens("tiered", "Elm Outdoor");
    const emma = await world.joins("tiered", "Emma Elm");
    await world.isPaid(emma, "Emma Elm");
    for (const n of [1, 2, 3, 4, 5, 6]) {
      await world.buys(`tier-${n}`, 9900, emma);
      await world.passes("1h");
    }
    await world.returns("tier-3");
    return emma;
  },
};

const contest: Scene = {
  room: "standing",
  async play(world) {
    const day = async (days: number): Promise<string> => (await world.clock(days)).slice(0, 10);
    await world.opens("contest", "Fern Cinema", {
      contest: {
        from: await day(0),
        to: await day(20),
        freeze_after: "2d",
        leaderboard: { by: "qualified_referrals", places: 3 },
        draw: { winners: 3, alternates: 3, accept_within: "7d", entry_cap: 20 },
      },
    });
    const names = ["Fay Fern", "Gus Grove", "Hope Hill", "Ivo Inlet"];
    const all: Somebody[] = [];
    for (const name of names) all.push(await world.joins("contest", name));
    for (const [n, each] of all.entries()) {
      for (let friend = 0; friend < [3, 4, 2, 1][n]!; friend++) await world.buys(`c-${n}-${friend}`, 5000, each);
    }
    await world.stage.call("POST", "/v1/contests/contest/free-entry", { person: { email: all[0]!.email } });
    return all[0]!;
  },
};

const social: Scene = {
  room: "shares",
  async play(world) {
    await world.opens("social", "Gale Bakery");
    const gina = await world.joins("social", "Gina Gale");
    const share = async (channel: string, visitors: number): Promise<void> => {
      const made = await world.stage.call<{ link: { url: string } }>("POST", "/v1/shares", {
        program: "social",
        person: gina.id,
        channel,
      });
      for (let last = 1; last <= visitors; last++) await visits(made.link.url, `203.0.113.${last}`);
    };
    await share("linkedin", 3);
    await share("x", 2);
    await world.passes("10 minutes");
    await share("facebook", 0);
    return gina;
  },
};

/** As somebody's browser that follows the link of a post, from an address of its own. (Node's fetch would say that it is a script.) */
function visits(url: string, from: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers: { ...NAVIGATION, "x-forwarded-for": from } }, (answer) => {
      answer.resume();
      answer.on("end", () => resolve());
    });
    request.on("error", reject);
  });
}

const influencer: Scene = {
  room: "deliverables",
  async play(world) {
    await world.opens("influencer", "Heath Ceramics");
    const hugo = await world.joins("influencer", "Hugo Heath");
    const handIn = (url: string) =>
      world.stage.call<{ id: string }>("POST", "/v1/deliverables", { program: "influencer", person: hugo.id, url });
    const video = await handIn("https://video.example/bowls");
    await world.stage.call("POST", `/v1/deliverables/${video.id}/approve`, { disclosed: true });
    const post = await handIn("https://photo.example/p/glaze");
    await world.stage.call("POST", `/v1/deliverables/${post.id}/refuse`, {
      reason: "It does not say that it is paid. Add the mark and hand it in again.",
    });
    await world.passes("1d");
    await handIn("https://photo.example/p/kiln");
    return hugo;
  },
};

const occasion: Scene = {
  room: "how",
  async play(world) {
    const day = async (days: number): Promise<string> => (await world.clock(days)).slice(0, 10);
    const bonuses = [{ key: "spring", from: `${await day(0)}T06:00:00`, to: `${await day(3)}T18:00:00`, multiply: 2 }];
    await world.opens("occasion", "Ivy Flowers", { bonuses });
    const iris = await world.joins("occasion", "Iris Ivy");
    return iris;
  },
};

const subscription: Scene = {
  room: "rewards",
  async play(world) {
    await world.opens("subscription", "Juniper Music");
    const jana = await world.joins("subscription", "Jana Juniper");
    const starts = (user: string) =>
      world.sends({ type: "subscription_started", person: { user_id: user }, referral: { code: jana.code } });
    const pays = (user: string) =>
      world.sends({ type: "payment", person: { user_id: user }, order: { id: `invoice-${user}`, total: 1900, currency: "USD" } });
    await starts("nils");
    await pays("nils");
    await world.passes("30d");
    await starts("ola");
    await pays("ola");
    await starts("pia");
    return jana;
  },
};

const network: Scene = {
  room: "rewards",
  async play(world) {
    await world.opens("network", "Kelp Cosmetics", { enabled: true });
    const kaja = await world.joins("network", "Kaja Kelp");
    await world.isPaid(kaja, "Kaja Kelp");
    const recruits = async (name: string, by: Somebody): Promise<Somebody> => {
      const email = `${name.toLowerCase().replace(" ", ".")}@mail.example`;
      await world.sends({ type: "signup", person: { email }, referral: { code: by.code } });
      return world.joins("network", name);
    };
    const lars = await recruits("Lars Loam", kaja);
    const mara = await recruits("Mara Moor", lars);
    await world.buys("Quinn", 6000, kaja);
    await world.buys("Rosa", 10_000, lars);
    await world.buys("Sami", 10_000, mara);
    await world.returns("Sami", 2500);
    return kaja;
  },
};

export const SALES = {
  direct,
  two_way: twoWay,
  affiliate,
  loyalty,
  tiered,
  contest,
  social,
  influencer,
  occasion,
  subscription,
  network,
} satisfies Record<string, Scene>;
