/** The week in sentences, for the console and for mail: what core/analytics/week-told.ts found, in an operator's language. */
import { metricOf } from "../analytics/metrics.ts";
import type { StepName } from "../analytics/participation.ts";
import type { WeekNeed, WeekTold } from "../analytics/week-told.ts";
import type { ReportVoice } from "./report-words.ts";
import type { Speaker } from "../words/speaker.ts";

type Say = Speaker["say"];
type Lost = { lost: string; people: string };

/** One statement as a sentence. */
export function weekSentence(of: WeekTold, { speaker: { say }, formats }: ReportVoice): string {
  switch (of.code) {
    case "nothing":
      return say("Nothing was counted in this week.");
    case "counted":
      return say("{friends, plural, one {# friend} other {# friends}} came; {customers} bought for the first time.", {
        friends: of.friends,
        customers: formats.number(of.customers),
      });
    case "moved": {
      const values = {
        name: say(metricOf(of.metric).name),
        value: formats.number(of.value),
        low: formats.number(of.low),
        high: formats.number(of.high),
      };
      return of.isUp
        ? say("{name}: {value}. That is more than chance: {low} to {high} are usual.", values)
        : say("{name}: {value}. That is less than chance explains: {low} to {high} are usual.", values);
    }
    case "steady":
      return say("Nothing changed more than chance: each count is within what the {n} weeks before make usual.", {
        n: formats.number(of.weeks),
      });
    case "too_early":
      return say("What is usual is not known yet: {n, plural, one {one more week is needed} other {# more weeks are needed}}.", {
        n: of.weeks,
      });
    case "money":
      return moneySentence(of, { say, money: (amount) => formats.money(amount, of.unit) });
    case "lost":
      return LOST[of.step](say, { lost: formats.number(of.lost), people: formats.number(of.people) });
    case "needs":
      return NEEDED[of.need](say, of.n);
    case "no_needs":
      return say("Nothing waits for you.");
  }
}

function moneySentence(of: { revenue: number; cost: number }, { say, money }: { say: Say; money: (amount: number) => string }): string {
  const [revenue, cost] = [money(of.revenue), money(of.cost)];
  if (of.cost === 0) return say("Referred customers ordered for {revenue}.", { revenue });
  if (of.revenue === 0) return say("Rewards come to {cost}.", { cost });
  return say("Referred customers ordered for {revenue}; the week's rewards come to {cost}.", { revenue, cost });
}

const LOST: Record<StepName, (say: Say, of: Lost) => string> = {
  asked_to_joined: (say, of) => say("The largest loss of thirty days: {lost} of {people} who were asked have not joined.", of),
  joined_to_shared: (say, of) => say("The largest loss of thirty days: {lost} of {people} who joined have not shared.", of),
  shared_to_visited: (say, of) => say("The largest loss of thirty days: of {lost} of {people} who shared nobody opened the link.", of),
  visited_to_friend: (say, of) =>
    say("The largest loss of thirty days: the links of {lost} of {people} were opened, and no friend came.", of),
  came_to_signed_up: (say, of) => say("The largest loss of thirty days: {lost} of {people} friends who came have not signed up.", of),
  signed_up_to_bought: (say, of) => say("The largest loss of thirty days: {lost} of {people} friends who signed up have not bought.", of),
};

const NEEDED: Record<WeekNeed, (say: Say, n: number) => string> = {
  failed_events: (say, n) => say("{n, plural, one {One event} other {# events}} could not be worked on.", { n }),
  reviews: (say, n) => say("{n, plural, one {One reward waits} other {# rewards wait}} for a look.", { n }),
  claims: (say, n) => say("{n, plural, one {One claim waits} other {# claims wait}} for a decision.", { n }),
  applications: (say, n) => say("{n, plural, one {One application waits} other {# applications wait}} for a decision.", { n }),
  tickets: (say, n) => say("{n, plural, one {One question waits} other {# questions wait}} for an answer.", { n }),
  deliveries: (say, n) => say("{n, plural, one {One webhook was} other {# webhooks were}} given up after many tries.", { n }),
  refused_by_budget: (say, n) =>
    say("{n, plural, one {One reward was} other {# rewards were}} refused because a budget is spent.", { n }),
};
