/** A place in a definition as one says it: `/rewards/0/hold` is "Reward thanks: Held for". */
import { t } from "../../words/say.ts";
import { getIn, isTree, pathOf } from "./draft/path.ts";

function fieldWords(): Record<string, string> {
  return {
    name: t("Name"),
    description: t("Description"),
    kind: t("Kind"),
    goal: t("Goal"),
    advocates: t("Who may refer"),
    friends: t("Who may be referred"),
    who: t("Who"),
    join: t("How one joins"),
    where: t("Condition"),
    stages: t("Stages"),
    qualifies_at: t("Counts from"),
    destination: t("Where the link leads"),
    destinations: t("More destinations"),
    attribution: t("Who gets the credit"),
    window: t("How long a link counts"),
    model: t("Which touch counts"),
    accepts: t("What counts as a recommendation"),
    rewards: t("Rewards"),
    when: t("When"),
    give: t("What"),
    to: t("Who gets it"),
    hold: t("Held for"),
    expires: t("Ends after"),
    limit: t("Limit"),
    approval: t("Approval"),
    on_refund: t("After a refund"),
    reverse_on: t("Taken back on"),
    tiers: t("Tiers"),
    steps: t("Steps"),
    bonuses: t("Bonus windows"),
    budget: t("Budget"),
    eligibility: t("Regions and age"),
    regions: t("Regions"),
    minimum_age: t("Minimum age"),
    share: t("Share texts"),
    think_of: t("Whom to think of"),
    countries: t("Countries"),
    messages: t("Texts"),
    channels: t("Channels"),
    pages: t("Pages"),
    landing: t("Landing page"),
    terms: t("Terms"),
    disclosure: t("Disclosure"),
    law: t("Law"),
    margin_percent: t("Margin"),
    risk: t("Risk"),
    contest: t("Contest"),
    leaderboard: t("Leaderboard"),
    levels: t("Levels"),
    claims: t("Claims"),
    case: t("Cases"),
    exchange: t("Lead exchange"),
    requests: t("Requests"),
    shares: t("Shares"),
    content_kit: t("Content kit"),
    form: t("Questions on joining"),
    amount: t("Amount"),
    every: t("Period"),
    percent: t("Percent"),
    of: t("Of what"),
    max: t("At most"),
    cash: t("Money, paid out"),
    credit: t("Store credit"),
    points: t("Points"),
    coupon: t("A coupon"),
    stage: t("Stage"),
    audience: t("Only people of a segment"),
    from: t("From"),
    places: t("How many places win"),
    draw: t("A draw decides"),
    winners: t("Winners"),
    prizes: t("Prizes and entries"),
    periods: t("Period"),
    message: t("For every channel"),
    hold_at: t("Wait for a review from"),
    refuse_at: t("Refuse at once from"),
    subject: t("What is claimed"),
    decide: t("Who decides"),
    portal: t("Portal"),
    blocks: t("Blocks of the page"),
    label: t("Question"),
    options: t("Choices"),
    key: t("Key"),
  };
}

/** `pointer` or its parts; parts of lists may be indices or keys. */
export function placeWords(pointer: string | readonly string[], document: unknown): string {
  const parts = typeof pointer === "string" ? pathOf(pointer) : pointer;
  if (parts.length === 0) return t("the whole document");
  const words = fieldWords();
  const said = parts.map((part, i) => {
    // Of a reward it is somebody, of a span of time its end.
    if (part === "to" && parts[0] !== "rewards") return t("Until");
    if (!/^\d+$/.test(part)) return words[part] ?? part;
    const member = getIn(document, parts.slice(0, i + 1));
    return isTree(member) && typeof member["key"] === "string" ? member["key"] : String(Number(part) + 1);
  });
  return said.join(" › ");
}

/** A value as it stands in a list of changes: short. */
export function valueWords(value: unknown): string {
  if (value === undefined) return t("nothing");
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}
