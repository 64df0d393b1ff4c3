/** Every screen of the console, for pictures and for measuring: where it is, and of what it shows one. */

/** `first`: the list whose first row's field fills the path's last part. */
export type Screen = { path: string; first?: { list: string; field: string } };

const row = (screen: string, list: string, field = "id"): Screen => ({ path: screen, first: { list, field } });
export const SCREENS: readonly Screen[] = [
  ...["/", "/setup", "/programs", "/programs/new"].map((each) => ({ path: each })),
  ...["", "/edit", "/publish", "/versions"].map((tab) => row(`/programs/$${tab}`, "/v1/programs", "key")),
  ...["/people", "/people/companies", "/people/segments", "/people/import", "/people/sources"].map((each) => ({ path: each })),
  row("/people/$", "/v1/advocates?program=@", "person"),
  ...["/referrals", "/referrals/desk", "/referrals/boards", "/referrals/inbox"].map((each) => ({ path: each })),
  row("/referrals/$", "/v1/referrals"),
  ...["", "/payouts", "/payouts/new", "/owed", "/budgets", "/ledger", "/books", "/adjustments", "/coupons", "/catalogue"].map((each) => ({
    path: `/rewards${each}`,
  })),
  row("/rewards/$", "/v1/rewards"),
  ...["/risk", "/risk/lists", "/risk/policy", "/campaigns", "/campaigns/contests", "/campaigns/gatherings", "/campaigns/levels"].map(
    (each) => ({ path: each }),
  ),
  ...[
    "",
    "/landing",
    "/portal",
    "/share",
    "/mails",
    "/brand",
    "/testimonials",
    "/help",
    "/resources",
    "/terms",
    "/texts",
    "/snippets",
  ].map((each) => ({ path: `/content${each}` })),
  ...["", "/money", "/cohorts", "/value", "/growth", "/advocates", "/participation", "/tracking"].map((each) => ({
    path: `/insights${each}`,
  })),
  ...["/support", "/support/feedback", "/support/answers"].map((each) => ({ path: each })),
  ...["", "/events", "/webhooks", "/sources", "/requests", "/sandbox", "/snippets", "/mail", "/imports", "/health"].map((each) => ({
    path: `/developers${each}`,
  })),
  row("/developers/events/$", "/v1/events"),
  ...["", "/account", "/operators", "/keys", "/audit", "/domains"].map((each) => ({ path: `/settings${each}` })),
];

/** The address of a screen, with the id of the first thing of its list; null where there is none. `headers` say who asks, and where. */
export async function addressOf({ path, first }: Screen, from: { url: string; headers: Record<string, string> }): Promise<string | null> {
  if (first === undefined) return path;
  const ask = async (list: string): Promise<Record<string, unknown> | undefined> => {
    const answer = await fetch(from.url + list, { headers: from.headers });
    return ((await answer.json()) as { data?: Record<string, unknown>[] }).data?.[0];
  };
  const program = first.list.includes("@") ? String((await ask("/v1/programs"))?.["key"]) : "";
  const found = await ask(first.list.replace("@", program));
  return found === undefined ? null : path.replace("$", String(found[first.field]));
}
