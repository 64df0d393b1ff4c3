/** Every screen of the console, for pictures and for measuring: where it is, and of what it shows one. */

/** `first`: the list whose first row's field fills the path's last part. */
export type Screen = { path: string; first?: { list: string; field: string } };

const row = (screen: string, list: string, field = "id"): Screen => ({ path: screen, first: { list, field } });
/** About the program of the demo, and not about whichever is the newest. */
const of = (screen: string): Screen => ({ path: `${screen}?program=friends` });
const under = (area: string, ...parts: string[]): Screen[] => parts.map((part) => ({ path: `${area}${part}` }));
export const SCREENS: readonly Screen[] = [
  ...under("", "/", "/setup", "/programs", "/programs/new"),
  ...["", "/edit", "/publish", "/versions"].map((tab) => row(`/programs/$${tab}`, "/v1/programs", "key")),
  ...under("/people", "", "/companies", "/segments", "/import", "/sources"),
  row("/people/$", "/v1/advocates?program=@", "person"),
  row("/people/companies/$", "/v1/companies"),
  row("/people/segments/$", "/v1/segments"),
  ...under("/referrals", "", "/desk", "/boards", "/inbox", "/deals"),
  row("/referrals/$", "/v1/referrals"),
  row("/referrals/boards/$", "/v1/vacancies", "program"),
  ...under(
    "/rewards",
    "",
    "/payouts",
    "/payouts/new",
    "/owed",
    "/budgets",
    "/ledger",
    "/books",
    "/adjustments",
    "/coupons",
    "/catalogue",
  ),
  row("/rewards/$", "/v1/rewards"),
  row("/rewards/statements/$", "/v1/advocates?program=@", "person"),
  ...under("/risk", "", "/lists", "/policy", "/rings"),
  ...under("/campaigns", "", "/asks", "/new", "/bonuses", "/contests", "/leaderboards", "/levels", "/gatherings"),
  row("/campaigns/announcements/$", "/v1/announcements"),
  row("/campaigns/announcements/$/edit", "/v1/announcements"),
  row("/campaigns/gatherings/$", "/v1/gatherings"),
  ...under("/content", "", "/mails", "/brand", "/testimonials", "/help", "/texts", "/mails/reward_available"),
  ...["/landing", "/portal", "/share", "/resources", "/terms", "/snippets"].map((each) => of(`/content${each}`)),
  ...under("/insights", "", "/money", "/incentives", "/sources", "/compare", "/campaigns", "/cohorts", "/value", "/advocates"),
  ...under(
    "/insights",
    "/likely",
    "/good-friends",
    "/advocating",
    "/participation",
    "/tracking",
    "/experiments",
    "/experiments/new",
    "/kept",
  ),
  row("/insights/experiments/$", "/v1/experiments"),
  ...["/growth", "/tree", "/forecast"].map((each) => of(`/insights${each}`)),
  ...under("/support", "", "/feedback", "/answers"),
  row("/support/tickets/$", "/v1/help"),
  ...under("/developers", "", "/events", "/webhooks", "/sources", "/requests", "/sandbox", "/snippets", "/mail", "/imports", "/health"),
  row("/developers/events/$", "/v1/events"),
  row("/developers/webhooks/$", "/v1/webhooks"),
  ...under("/settings", "", "/account", "/operators", "/keys", "/audit", "/domains"),
];

/** The address of a screen, with the id of the first thing of its list; null where there is none. `headers` say who asks, and where. */
export async function addressOf({ path, first }: Screen, from: { url: string; headers: Record<string, string> }): Promise<string | null> {
  if (first === undefined) return path;
  const ask = async (list: string): Promise<Record<string, unknown> | undefined> => {
    const answer = await fetch(from.url + list, { headers: from.headers });
    const { data } = (await answer.json()) as { data?: Record<string, unknown>[] };
    // Programs come newest first: the oldest is the one that the data is about.
    return list === "/v1/programs" ? data?.at(-1) : data?.[0];
  };
  const program = first.list.includes("@") ? String((await ask("/v1/programs"))?.["key"]) : "";
  const found = await ask(first.list.replace("@", program));
  return found === undefined ? null : path.replace("$", String(found[first.field]));
}
