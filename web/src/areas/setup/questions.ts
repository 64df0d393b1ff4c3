/** The plain questions that choose a program, without naming kinds; and what each answer means for its document. */
import { t } from "../../words/say.ts";

export type Choice = { value: string; label: string; text: string };
/** `amount`: what the question "how much" asks for this goal, with the preset's own value. */
export type Goal = Choice & {
  preset: string;
  amount?: { label: string; unit: "percent" | "money"; value: number };
  friend?: { label: string; value: number };
  landing: string;
};

/** Who recommends. */
export const who = (): Choice[] => [
  { value: "customers", label: t("Our customers"), text: t("People who buy from us tell others.") },
  { value: "subscribers", label: t("Our subscribers"), text: t("People who pay every month or year.") },
  { value: "staff", label: t("The people who work here"), text: t("They know somebody for an open position.") },
  { value: "partners", label: t("Other businesses"), text: t("Partners who bring us deals.") },
  { value: "creators", label: t("People with an audience"), text: t("They write, film or speak about us.") },
  { value: "members", label: t("Members of a community"), text: t("They help each other with introductions.") },
];

const shop = "https://shop.example/welcome";

/** What counts as success, for each of them. */
export const goalsOf = (whose: string): Goal[] => GOALS()[whose] ?? [];

const GOALS = (): Record<string, Goal[]> => ({
  customers: [
    {
      value: "first_order",
      label: t("A friend places a first order"),
      text: t("Both get something: the friend a discount, whoever recommended a credit."),
      preset: "two_way",
      amount: { label: t("Credit for whoever recommended"), unit: "money", value: 20 },
      friend: { label: t("Discount for the friend"), value: 20 },
      landing: shop,
    },
    {
      value: "every_order",
      label: t("A friend orders, again and again"),
      text: t("Whoever recommended gets a part of each order."),
      preset: "direct",
      amount: { label: t("Part of each order"), unit: "percent", value: 10 },
      landing: shop,
    },
    {
      value: "contest",
      label: t("As many recommendations as possible in a month"),
      text: t("A contest: a ranking, and a draw in which everybody has a chance."),
      preset: "contest",
      landing: "https://shop.example/contest",
    },
  ],
  subscribers: [
    {
      value: "paid_invoice",
      label: t("A friend pays a first invoice"),
      text: t("Both get a month for nothing."),
      preset: "subscription",
      landing: "https://app.example/start",
    },
    {
      value: "every_payment",
      label: t("A friend pays, again and again"),
      text: t("Whoever recommended gets a part of each payment."),
      preset: "direct",
      amount: { label: t("Part of each payment"), unit: "percent", value: 10 },
      landing: "https://app.example/start",
    },
  ],
  staff: [
    {
      value: "hired",
      label: t("A candidate is hired"),
      text: t("A bonus by position: half at the start, half after 90 days."),
      preset: "employee",
      landing: "https://jobs.shop.example/",
    },
  ],
  partners: [
    {
      value: "won",
      label: t("A deal is won"),
      text: t("They register deals, are protected for 90 days, and earn a commission."),
      preset: "partner",
      amount: { label: t("Commission of the deal's value"), unit: "percent", value: 12 },
      landing: "https://shop.example/partners",
    },
  ],
  creators: [
    {
      value: "sales",
      label: t("Their audience orders"),
      text: t("A fee for each approved post, and a part of what is ordered for 60 days."),
      preset: "influencer",
      amount: { label: t("Part of what is ordered"), unit: "percent", value: 8 },
      landing: shop,
    },
  ],
  members: [
    {
      value: "introductions",
      label: t("Members introduce people to each other"),
      text: t("They ask, help and thank. Nobody is paid; who helps earns a badge."),
      preset: "community",
      landing: "https://network.example/welcome",
    },
  ],
});

export type Answers = {
  who: string;
  goal: string;
  amount: number | "";
  friend: number | "";
  currency: string;
  landing: string;
  name: string;
  target: number | "";
  until: string;
};

export const chosenGoal = (answers: Answers): Goal | undefined => goalsOf(answers.who).find((each) => each.value === answers.goal);
