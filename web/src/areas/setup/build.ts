/** From answers to a document: the preset's own, with other amounts, another currency and address wherever they are said. */
import { type Answers, type Goal } from "./questions.ts";

export type Document = Record<string, unknown> & { name: string; key: string };

/** What is said in any of the document's texts, changed everywhere alike, so that terms and rules go on saying the same. */
export function buildDocument(
  preset: Document,
  of: { goal: Goal; answers: Answers; key: string; today: string },
): Document {
  const { goal, answers, key, today } = of;
  const changes: [RegExp, string][] = [];
  if (goal.amount !== undefined && answers.amount !== "" && answers.amount !== goal.amount.value)
    changes.push(
      ...(goal.amount.unit === "percent"
        ? percents(goal.amount.value, answers.amount)
        : amounts(goal.amount.value, answers.amount)),
    );
  if (goal.friend !== undefined && answers.friend !== "" && answers.friend !== goal.friend.value)
    changes.push(...percents(goal.friend.value, answers.friend));
  if (answers.currency !== "USD") changes.push([/\bUSD\b/g, answers.currency], [/\bUS-Dollar\b/g, answers.currency]);
  const made = deep(preset, changes) as Document;
  setNumbers(made, goal, answers);
  const contest = made["contest"] as { from: string; to: string } | undefined;
  if (contest !== undefined) Object.assign(contest, { from: today, to: inDays(today, 30) });
  return { ...made, key, name: answers.name.trim() || made.name, destination: addressOf(answers.landing) };
}

/** What is typed as an address: people leave out what every address begins with. */
export const addressOf = (typed: string): string => {
  const text = typed.trim();
  return text === "" || /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
};

const percents = (from: number, to: number): [RegExp, string][] => [
  [new RegExp(`\\b${from}(\\s?%|\\s?percent|\\s?Prozent)`, "g"), `${to}$1`],
];
/** "20.00 USD", "20,00 USD", "20 USD", and "get 20" of a name. */
const amounts = (from: number, to: number): [RegExp, string][] => [
  [new RegExp(`\\b${from}([.,])00(?= (USD|EUR))`, "g"), `${Math.floor(to)}$1${cents(to)}`],
  [new RegExp(`\\b${from}(?= (USD|EUR))`, "g"), to === Math.floor(to) ? String(to) : `${Math.floor(to)}.${cents(to)}`],
  [new RegExp(`\\bget ${from}$`, "g"), `get ${to}`],
];
const cents = (n: number): string => String(Math.round((n % 1) * 100)).padStart(2, "0");

function deep(value: unknown, changes: readonly [RegExp, string][]): unknown {
  if (typeof value === "string") return changes.reduce((text, [from, to]) => text.replace(from, to), value);
  if (Array.isArray(value)) return value.map((each) => deep(each, changes));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, deep(each, changes)]));
  return value;
}

/** Percentages stand as numbers in rules. */
function setNumbers(made: Document, goal: Goal, answers: Answers): void {
  type Give = { cash?: { percent?: number }; coupon?: { percent?: number } };
  for (const rule of (made["rewards"] ?? []) as { give?: Give }[]) {
    const { cash, coupon } = rule.give ?? {};
    if (
      goal.amount?.unit === "percent" &&
      answers.amount !== "" &&
      typeof cash === "object" &&
      cash.percent === goal.amount.value
    )
      cash.percent = answers.amount;
    if (goal.friend !== undefined && answers.friend !== "" && coupon?.percent === goal.friend.value)
      coupon.percent = answers.friend;
  }
}

export function inDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** A key that no program has: of its name, or of what it is. */
export function keyFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 40);
  const base = plain === "" ? "program" : plain;
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(key)) return key;
  }
}
