/** The figures of reports counted again from raw rows, by other means than the product's: loops over facts, orders, referrals, rewards. */
import type { Engine } from "./engine.ts";

type Raw = Record<string, string | null>;
const DAY = 86_400_000;
const dayOf = (at: unknown): number => Math.floor(Number(at) / DAY);

const rewardCuts = (w: Raw) => ({
  rule: w["rule"]!,
  form: w["form"]!,
  side: w["recipient_id"] === w["friend_id"] ? "friend" : "advocate",
});
/** The version that the friend of a reward is bound to. */
const boundTo = (w: Raw, bindings: Raw[]): string =>
  bindings.find((r) => r["friend_id"] === w["friend_id"] && r["program_id"] === w["program_id"])!["version"]!;

type All = (text: string) => Promise<Raw[]>;

/** A refund that came before its order was matched with it afterwards. */
async function settledRefunds(all: All): Promise<Raw[]> {
  const later = await all("select fact_id, status from fact_status where workspace_id = $1");
  const matched = new Map(later.map((x) => [x["fact_id"], x]));
  const told = await all("select id, status, order_id, at from fact where workspace_id = $1 and type in ('refund', 'chargeback')");
  return told.filter((f) => (matched.get(f["id"]!) ?? f)["status"] === "settled");
}

type Add = (figure: { metric: string; day: number }, cuts: Record<string, string>) => void;

/** The first order whatever became of it, under every rule that gave something for this friend. */
function firstOrder(found: { first: Raw | undefined; of: Raw; rewards: Raw[]; refunds: Raw[] }, add: Add): void {
  const { first, of, rewards, refunds } = found;
  const given = rewards.filter((w) => w["friend_id"] === of["friend_id"] && w["program_id"] === of["program_id"]);
  if (first === undefined || given.length === 0) return;
  const inTime = (f: Raw): boolean => Number(f["at"]) - Number(first["owner_at"]) <= 90 * DAY;
  const isBack = Number(first["refunded"]) > 0 && refunds.some((f) => f["order_id"] === first["order_id"] && inTime(f));
  const cuts = given.flatMap((w) => Object.entries({ ...rewardCuts(w), variant: of["version"]! }));
  const keys = new Map(cuts.map((cut) => [cut.join(" "), cut] as const));
  for (const metric of ["first_orders", ...(isBack ? ["first_orders_refunded"] : [])]) {
    add({ metric, day: dayOf(first["owner_at"]) }, {});
    for (const [dim, key] of keys.values()) add({ metric, day: dayOf(first["owner_at"]) }, { [dim]: key, only: "" });
  }
}

const byInstant = (a: Raw, b: Raw): number =>
  Number(a["owner_at"]) - Number(b["owner_at"]) || (a["order_id"]! < b["order_id"]! ? -1 : 1);
type Places = { channels: ReadonlyMap<string | null | undefined, string | null | undefined>; countryOf: Places["channels"] };
const friendCuts = (r: Raw, { channels, countryOf }: Places) => ({
  channel: channels.get(r["link_id"]!) ?? "",
  country: countryOf.get(r["friend_id"]!) ?? "",
  evidence: r["evidence"]!,
  variant: r["version"]!,
});

/** "metric dim day key unit" to its value, without zeros. Days are those of UTC. */
export async function countAgain(e: Engine, workspaceId: string): Promise<Map<string, number>> {
  const all = (text: string): Promise<Raw[]> => e.rows<Raw>(text, [workspaceId]);
  const figures = new Map<string, number>();
  const add = (figure: { metric: string; day: number; unit?: string; value?: number }, { only, ...cuts }: Record<string, string>) => {
    const whole = "after" in cuts || only !== undefined ? [] : [["", ""]];
    for (const [dim, key] of [...whole, ...Object.entries(cuts)] as [string, string][]) {
      const text = [figure.metric, dim, figure.day, key, figure.unit ?? ""].join(" ");
      figures.set(text, (figures.get(text) ?? 0) + (figure.value ?? 1));
    }
  };
  const bindings = await all("select * from referral where workspace_id = $1");
  const referrals = bindings.filter((r) => r["status"] === "open" || r["status"] === "qualified");
  const facts = await all("select type, person_id, order_id, at, client_id from fact where workspace_id = $1 and status = 'settled'");
  const orders = await all("select * from order_state where workspace_id = $1 and person_id is not null");
  const homes = await all("select person_id, data -> 'attributes' ->> 'country' as country from person_private where workspace_id = $1");
  const channels = new Map((await all("select id, channel from link where workspace_id = $1")).map((row) => [row["id"], row["channel"]]));
  const countryOf = new Map(homes.map((row) => [row["person_id"], row["country"]]));
  const rewards = await all("select * from reward where workspace_id = $1");
  const refunds = await settledRefunds(all);
  for (const r of referrals) {
    const bound = Number(r["bound_at"]);
    const cuts = friendCuts(r, { channels, countryOf });
    const own = facts.filter((f) => f["person_id"] === r["friend_id"] && Number(f["at"]) >= bound);
    const bought = orders.filter((o) => o["person_id"] === r["friend_id"] && Number(o["owner_at"]) >= bound).toSorted(byInstant);
    const standing = bought.filter((o) => Number(o["total"]) === 0 || Number(o["refunded"]) < Number(o["total"]));
    add({ metric: "friends_came", day: dayOf(bound) }, { ...cuts, stage: r["stage"]! });
    const signed = own.some((f) => f["type"] === "signup" || f["type"] === "lead");
    if (signed || standing.length > 0) add({ metric: "friends_signed_up", day: dayOf(bound) }, { ...cuts, stage: r["stage"]! });
    if (standing.length > 0) {
      add({ metric: "friends_bought", day: dayOf(bound) }, { ...cuts, stage: r["stage"]! });
      add({ metric: "new_customers", day: dayOf(standing[0]!["owner_at"]) }, cuts);
    }
    if (standing.length > 1) add({ metric: "friends_bought_again", day: dayOf(bound) }, { ...cuts, stage: r["stage"]! });
    if (r["qualified_at"] !== null) add({ metric: "qualified", day: dayOf(r["qualified_at"]) }, cuts);
    const after = (o: Raw): string => String(Math.floor((dayOf(o["owner_at"]) - dayOf(bound)) / 30));
    for (const step of new Set(standing.map(after))) add({ metric: "retained", day: dayOf(bound) }, { after: step });
    for (const o of standing)
      add(
        { metric: "cohort_revenue", day: dayOf(bound), unit: o["currency"]!, value: Number(o["total"]) - Number(o["refunded"]) },
        { after: after(o) },
      );
    firstOrder({ first: bought[0], of: r, rewards, refunds }, add);
    for (const o of bought) {
      const nth = standing.indexOf(o) + 1;
      const at = { day: dayOf(o["owner_at"]), unit: o["currency"]! };
      const ordered = { ...cuts, newness: nth === 0 ? "taken_back" : nth === 1 ? "first" : "repeat" };
      if (nth > 0) add({ metric: "orders", ...at }, ordered);
      add({ metric: "revenue", ...at, value: Number(o["total"]) - Number(o["refunded"]) }, ordered);
      add({ metric: "refunds", ...at, value: Number(o["refunded"]) }, ordered);
    }
  }
  for (const w of rewards) {
    const at = { day: dayOf(Number.parseInt(w["id"]!.replace("-", "").slice(0, 12), 16)), unit: w["unit"]! };
    const cuts = { ...rewardCuts(w), variant: boundTo(w, bindings) };
    if (w["state"] !== "denied") add({ metric: "rewards_granted", ...at }, cuts);
    if (w["state"] === "reversed") add({ metric: "rewards_taken_back", ...at }, cuts);
    if (Number(w["owed"]) !== 0) add({ metric: "rewards", ...at }, cuts);
    add({ metric: "reward_cost", ...at, value: Number(w["owed"]) }, cuts);
  }
  const shares = new Set(facts.filter((f) => f["type"] === "share").map((f) => f["person_id"]));
  for (const a of await all("select * from advocate where workspace_id = $1 and status in ('active', 'left')")) {
    const cuts = { country: countryOf.get(a["person_id"]!) ?? "" };
    const brought = referrals.some((r) => r["advocate_id"] === a["person_id"] && r["program_id"] === a["program_id"]);
    const metrics = ["advocates_joined", ...(brought ? ["advocates_shared", "advocates_visited", "advocates_referred"] : [])];
    if (!brought && shares.has(a["person_id"]!)) metrics.push("advocates_shared");
    for (const metric of metrics) add({ metric, day: dayOf(a["joined_at"]) }, cuts);
  }
  return new Map([...figures].filter(([, value]) => value !== 0));
}

const OWN = new Set(["joined", "left", "delay_passed", "merged"]);

/** What came in the last 24 hours by type, and what of it came over an hour after it happened: from the facts. */
export async function arrivedAgain(e: Engine, workspaceId: string): Promise<Map<string, { day: number; late: number }>> {
  const found = new Map<string, { day: number; late: number }>();
  for (const f of await e.rows<Raw>("select type, at, received_at from fact where workspace_id = $1", [workspaceId])) {
    if (OWN.has(f["type"]!) || Number(f["received_at"]) < Date.now() - DAY) continue;
    const of = found.get(f["type"]!) ?? { day: 0, late: 0 };
    of.day++;
    if (Number(f["received_at"]) - Number(f["at"]) > 3_600_000) of.late++;
    found.set(f["type"]!, of);
  }
  return found;
}

/** Advocates, whom they brought since they joined, and how many brought how many: from the advocates and referrals. */
export async function grownAgain(e: Engine, workspaceId: string): Promise<object> {
  const all = (text: string): Promise<Raw[]> => e.rows<Raw>(text, [workspaceId]);
  const advocates = await all("select * from advocate where workspace_id = $1 and status in ('active', 'left')");
  const referrals = await all("select * from referral where workspace_id = $1 and status in ('open', 'qualified')");
  const brought = advocates.map(
    (a) => referrals.filter((r) => r["advocate_id"] === a["person_id"] && dayOf(r["bound_at"]) >= dayOf(a["joined_at"])).length,
  );
  const counts = [...new Set(brought)]
    .toSorted((a, b) => a - b)
    .map((value) => ({ value, people: brought.filter((n) => n === value).length }));
  const inviters = advocates.filter((a) => referrals.some((r) => r["advocate_id"] === a["person_id"])).length;
  return { advocates: advocates.length, friends: brought.reduce((sum, n) => sum + n, 0), counts, inviters };
}

/** Friends of all days by who brought them: who came, signed up, bought, bought again, for how much; and how many brought how many. */
export async function broughtAgain(e: Engine, workspaceId: string): Promise<object> {
  const all = (text: string): Promise<Raw[]> => e.rows<Raw>(text, [workspaceId]);
  const referrals = await all("select * from referral where workspace_id = $1 and status in ('open', 'qualified')");
  const facts = await all("select * from fact where workspace_id = $1 and status = 'settled' and type in ('signup', 'lead')");
  const orders = await all("select * from order_state where workspace_id = $1 and person_id is not null");
  const rows = [...Map.groupBy(referrals, (r) => r["advocate_id"]!)].map(([advocate, own]) => {
    const of = { advocate, friends: own.length, signed_up: 0, bought: 0, bought_again: 0 };
    const worth: Record<string, number> = {};
    for (const r of own) {
      const isHers = (at: unknown, row: Raw): boolean => row["person_id"] === r["friend_id"] && Number(at) >= Number(r["bound_at"]);
      const hers = orders.filter((o) => isHers(o["owner_at"], o));
      const kept = hers.filter((o) => Number(o["total"]) === 0 || Number(o["refunded"]) < Number(o["total"])).length;
      for (const o of hers) worth[o["currency"]!] = (worth[o["currency"]!] ?? 0) + Number(o["total"]) - Number(o["refunded"]);
      if (kept > 0 || facts.some((f) => isHers(f["at"], f))) of.signed_up++;
      if (kept > 0) of.bought++;
      if (kept > 1) of.bought_again++;
    }
    return {
      ...of,
      worth: Object.entries(worth)
        .filter(([, value]) => value !== 0)
        .toSorted(),
    };
  });
  const counts = [...Map.groupBy(rows, (row) => row.friends)].map(([friends, list]) => ({ friends, advocates: list.length }));
  return {
    top: rows.toSorted((a, b) => b.bought - a.bought || b.friends - a.friends || (a.advocate < b.advocate ? -1 : 1)),
    counts: counts.toSorted((a, b) => b.friends - a.friends),
  };
}
