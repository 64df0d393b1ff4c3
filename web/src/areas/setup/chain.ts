/**
 * A test purchase: the whole chain from the click to the mail, in the sandbox, where nobody is paid and nobody is written to.
 * What it does is what a shop, a candidate's application or a member would do, through the same API.
 */
import type { Client } from "@grapevine/sdk";
import { money } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { Document } from "./build.ts";

export type Link = { key: string; title: string; text: string };
export type Rewarded = { id: string; amount: number; currency: string };
type Say = (link: Link) => void;
type Stage = string | { key: string; on?: string; name?: string };
type Outcome = { decisions: { referral: string | null; rewards: { id: string; value: { amount: number; currency: string } }[] }[] };
type Run = { client: Client; document: Document; program: string; nth: string; say: Say };

/** Puts the program into the sandbox and plays it. Throws what the API refused. */
export async function playChain(client: Client, document: Document, say: Say): Promise<Rewarded[]> {
  const { api, unwrap } = client;
  const program = document.key;
  await unwrap(api.PUT("/v1/programs/{program}", { params: { path: { program } }, body: document as never }));
  await unwrap(api.POST("/v1/programs/{program}/publish", { params: { path: { program } }, body: {} as never }));
  say({
    key: "copy",
    title: t("In the sandbox"),
    text: t("The program runs there as it will run for you. Nothing of it reaches your people."),
  });
  const run: Run = { client, document, program, nth: Date.now().toString(36), say };
  const rewards =
    document["requests"] !== undefined
      ? await playCircle(run)
      : document["claims"] !== undefined
        ? await playClaim(run)
        : await playFriend(run);
  await playMoney(run, rewards);
  return rewards;
}

const advocate = (run: Run) => ({ user_id: `test-advocate-${run.nth}`, name: "Test Ann", email: `test-ann-${run.nth}@example.com` });

async function join(
  run: Run,
  person: { user_id: string; name: string; email: string },
): Promise<{ code: string; url: string } | undefined> {
  const { api, unwrap } = run.client;
  const joined = await unwrap(api.POST("/v1/advocates", { body: { program: run.program, person } }));
  if (joined.status === "applied")
    await unwrap(
      api.POST("/v1/programs/{program}/applications/{person}/approve", {
        params: { path: { program: run.program, person: joined.person } },
      }),
    );
  const { links } =
    joined.status === "applied" ? await unwrap(api.POST("/v1/advocates", { body: { program: run.program, person } })) : joined;
  return links[0];
}

/** A link is clicked, and a friend does what the program's stages say. */
async function playFriend(run: Run): Promise<Rewarded[]> {
  const { api, unwrap } = run.client;
  const link = await join(run, advocate(run));
  const code = link?.code ?? "";
  run.say({
    key: "join",
    title: t("Test Ann recommends"),
    text: t("She joined and got a link of her own: {url}", { url: link?.url ?? code }),
  });
  // As a browser does: the redirect is not followed, since it leads to the page of the business.
  await fetch(`/r/${code}`, { redirect: "manual" }).catch(() => undefined);
  run.say({
    key: "click",
    title: t("Test Ben clicks it"),
    text: t("The click is counted, and he would land on {page}", { page: String(run.document["destination"]) }),
  });
  const person = { user_id: `test-friend-${run.nth}`, name: "Test Ben", email: `test-ben-${run.nth}@example.com` };
  const rewards: Rewarded[] = [];
  for (const stage of (run.document["stages"] ?? []) as Stage[]) {
    const event = eventOf(stage, run);
    if (event === null) continue;
    const outcome = await unwrap(api.POST("/v1/events", { body: { ...event.body, person, referral: { code } } as never }));
    rewards.push(...take(outcome as unknown as Outcome));
    run.say({ key: event.type, title: event.title, text: event.text });
    if (isLast(stage, run)) break;
  }
  return rewards;
}

const nameOf = (stage: Stage): string => (typeof stage === "string" ? stage : stage.key);
const isLast = (stage: Stage, run: Run): boolean => nameOf(stage) === run.document["qualifies_at"];

/** What Ben does for a stage; null for what is done already, or is not his to do. */
function eventOf(stage: Stage, run: Run): { type: string; title: string; text: string; body: object } | null {
  const type = typeof stage === "string" ? DEFAULTS[stage] : stage.on;
  const currency = currencyOf(run.document);
  const order = { id: `test-${run.nth}`, total: 8000, subtotal: 8000, currency };
  const spent = money(8000, currency);
  if (type === "signup")
    return { type, title: t("Test Ben signs up"), text: t("From now on he is known as Test Ann's friend."), body: { type } };
  if (type === "lead")
    return { type, title: t("Test Ben leaves his address"), text: t("He is known as Test Ann's friend."), body: { type } };
  if (type === "subscription_started")
    return { type, title: t("Test Ben subscribes"), text: t("His subscription begins."), body: { type } };
  if (type === "purchase")
    return {
      type,
      title: t("Test Ben orders for {spent}", { spent }),
      text: t("Your shop would send this order."),
      body: { type, order },
    };
  if (type === "payment")
    return {
      type,
      title: t("Test Ben pays {spent}", { spent }),
      text: t("Your billing would send this payment."),
      body: { type, order },
    };
  return null;
}
const DEFAULTS: Readonly<Record<string, string>> = {
  signup: "signup",
  lead: "lead",
  order: "purchase",
  subscription: "subscription_started",
  renewal: "payment",
};

const currencyOf = (document: Document): string => /\d (USD|[A-Z]{3})"/.exec(JSON.stringify(document["rewards"]))?.[1] ?? "USD";

/** Somebody is named: a candidate for a vacancy, or a contact for a deal. It is accepted and comes to the stage that counts. */
async function playClaim(run: Run): Promise<Rewarded[]> {
  const { api, unwrap } = run.client;
  const { program, nth, document } = run;
  const person = advocate(run);
  await join(run, person);
  const { subject, agreement } = document["claims"] as { subject: string; agreement?: boolean };
  if (agreement === true)
    await unwrap(
      api.POST("/v1/programs/{program}/terms/accept", { params: { path: { program } }, body: { person: `user_id:${person.user_id}` } }),
    );
  run.say({ key: "join", title: t("Test Ann recommends"), text: t("She takes part in the program.") });
  const contact = { user_id: `test-friend-${nth}`, name: "Test Ben", email: `test-ben-${nth}@example.com` };
  const claimants = [{ person: `user_id:${person.user_id}`, share: 1 }];
  const stage = String(document["qualifies_at"]);
  const vacancy = `test-vacancy-${nth}`;
  const isCandidate = subject === "candidate";
  if (isCandidate)
    await unwrap(
      api.PUT("/v1/vacancies/{vacancy}", {
        params: { path: { vacancy } },
        body: { program, title: t("Test position"), country: "US" } as never,
      }),
    );
  const about = isCandidate ? { vacancy } : { deal: `test-deal-${nth}` };
  const claim = await unwrap(api.POST("/v1/claims", { body: { program, claimants, contact, ...about } as never }));
  run.say({
    key: "claim",
    title: isCandidate ? t("She names Test Ben for a position") : t("She registers a deal with Test Ben"),
    text: t("The claim is checked: is he known already, did somebody else name him first?"),
  });
  const accepted =
    claim.status === "pending" ? await unwrap(api.POST("/v1/claims/{claim}/approve", { params: { path: { claim: claim.id } } })) : claim;
  run.say({ key: "accept", title: t("The claim is accepted"), text: t("From now on he is known as Test Ann's friend.") });
  const value = { amount: 1_000_000, currency: currencyOf(document) };
  const outcome = isCandidate
    ? await unwrap(
        api.POST("/v1/vacancies/{vacancy}/stages", {
          params: { path: { vacancy } },
          body: { candidate: { user_id: contact.user_id }, stage } as never,
        }),
      )
    : await unwrap(
        api.POST("/v1/referrals/{referral}/stage", {
          params: { path: { referral: accepted.referral! } },
          body: { stage, value } as never,
        }),
      );
  run.say({
    key: "stage",
    title: isCandidate ? t("Test Ben is hired") : t("The deal is won, for {value}", { value: money(value.amount, value.currency) }),
    text: isCandidate ? t("Your hiring system would say so, or somebody here.") : t("Your sales system would say so, or somebody here."),
  });
  return take(outcome as unknown as Outcome);
}

/** One member asks, another introduces somebody, and is thanked. */
async function playCircle(run: Run): Promise<Rewarded[]> {
  const { api, unwrap } = run.client;
  const { program, nth } = run;
  const ann = advocate(run);
  const ben = { user_id: `test-member-${nth}`, name: "Test Ben", email: `test-ben-${nth}@example.com` };
  await join(run, ann);
  await join(run, ben);
  const [asAnn, asBen] = [ann, ben].map(({ user_id }) => `user_id:${user_id}`) as [string, string];
  run.say({ key: "join", title: t("Test Ann and Test Ben are members"), text: t("You let them in.") });
  const request = await unwrap(
    api.POST("/v1/requests", { body: { program, text: t("Who knows a good roofer?"), to: asAnn, acting_as: asBen } as never }),
  );
  run.say({ key: "ask", title: t("Test Ben asks for an introduction"), text: t("Test Ann is told, and has 14 days to answer.") });
  const contact = { user_id: `test-friend-${nth}`, name: "Test Cleo" };
  const introduction = await unwrap(
    api.POST("/v1/requests/{request}/answer", {
      params: { path: { request: request.id } },
      body: { contact, acting_as: asAnn } as never,
    }),
  );
  run.say({ key: "introduce", title: t("Test Ann introduces Test Cleo"), text: t("It counts for her standing among the members.") });
  const slip = { program, to: asAnn, value: 45_000, currency: "USD", introduction: introduction.id, acting_as: asBen };
  await unwrap(api.POST("/v1/slips", { body: slip as never }));
  run.say({
    key: "thank",
    title: t("Test Ben says thanks"),
    text: t("With a slip that says what came of it: {value}.", { value: money(45_000, "USD") }),
  });
  const { data } = await unwrap(api.GET("/v1/rewards", { params: { query: { program, person: asAnn } } }));
  return data.map(({ id, value }) => ({ id, ...value }));
}

const take = (outcome: Outcome): Rewarded[] =>
  outcome.decisions.flatMap((each) => each.rewards).map(({ id, value }) => ({ id, amount: value.amount, currency: value.currency }));

/** What became of it: the reward, its entry in the books, and what people are told. */
async function playMoney(run: Run, rewards: readonly Rewarded[]): Promise<void> {
  const { api, unwrap } = run.client;
  if (rewards.length === 0) throw new Error(t("Nobody was rewarded. Look at the program's rules, and try again."));
  for (const reward of rewards) {
    const found = await unwrap(api.GET("/v1/rewards/{reward}", { params: { path: { reward: reward.id } } }));
    const isHers = (await nameOfPerson(run, found.person)) ?? t("Test Ann");
    run.say({
      key: `reward-${reward.id}`,
      title: t("{who} is rewarded: {value}", { who: isHers, value: said(found) }),
      text: found.state === "pending" ? t("It waits until its time: then it is available.") : t("It is available at once."),
    });
  }
  const entries = await Promise.all(
    rewards.map((each) => unwrap(api.GET("/v1/ledger/transactions", { params: { query: { reward: each.id, limit: 5 } } }))),
  );
  const written = entries.reduce((sum, each) => sum + each.data.length, 0);
  run.say({
    key: "ledger",
    title: t("It stands in the books"),
    text:
      written === 0
        ? t("A reward without money has no entry there.")
        : t("{n, plural, one {# entry} other {# entries}}: what one account gives, another gets.", { n: written }),
  });
  const told = await messages(run);
  run.say({
    key: "mail",
    title: told === 0 ? t("Nobody is written to") : t("{n, plural, one {# mail is} other {# mails are}} made out", { n: told }),
    text: t("In the sandbox mails are kept and not sent."),
  });
}

type Shown = { kind?: string; value: { amount: number; currency: string } };
const said = ({ value }: Shown): string => money(value.amount, value.currency);

async function nameOfPerson(run: Run, person: string): Promise<string | null> {
  const { api, unwrap } = run.client;
  return (await unwrap(api.GET("/v1/people/{person}", { params: { path: { person } } }))).name;
}

/** They are made out by a worker, within a second or two. */
async function messages(run: Run): Promise<number> {
  const { api, unwrap } = run.client;
  const person = `user_id:${advocate(run).user_id}`;
  for (let tries = 0; ; tries++) {
    const { data } = await unwrap(api.GET("/v1/messages", { params: { query: { person, limit: 20 } } }));
    if (data.some((each) => each.kind !== "advocate_joined") || tries >= 6) return data.length;
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
}
