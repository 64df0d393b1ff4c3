/**
 * How fast reports answer: each endpoint so many times, as the console asks it first and over two years. Asks a server that already runs.
 * `--cold`: only the first answer of each, waited for, however long it takes.
 *
 *   node test/screens/report-speed.ts --url http://localhost:4400 --key gv_live_... [--rounds 20] [--only value] [--cold]
 */
import { parseArgs } from "node:util";

const text = { type: "string" } as const;
const { values } = parseArgs({ options: { url: text, key: text, rounds: text, only: text, cold: { type: "boolean" } } });
const { url = "http://localhost:4400", key = "", only = "" } = values;
const rounds = Number(values.rounds ?? 20);
const LIMIT_MS = 300;
const TWO_YEARS = 730;

const headers = { authorization: `Bearer ${key}` };
const { data: programs } = (await (await fetch(`${url}/v1/programs`, { headers })).json()) as { data: { key: string; status: string }[] };
const program = programs.findLast(({ status }) => status === "live")?.key ?? "";
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const ago = (days: number): string => `from=${dayOf(Date.now() - days * 86_400_000)}`;
const years = ago(TWO_YEARS);
/** Segments are counted of a year at most. */
const YEAR = 365;

/** Of all, and of the largest part of them; by what, day by day, compared. */
const ROLLED = ["funnel", "money", "incentives", "sources", "cohorts", "participation", "advocates", "campaigns"];
const QUESTIONS = [
  ...ROLLED.flatMap((each) => [each, `${each}?${years}`]),
  "funnel?by=country&compare=previous&series=day",
  ...["funnel", "money"].flatMap((each) => [
    `${each}?by=variant&program=${program}`,
    `${each}?by=variant&program=${program}&${years}`,
    `${each}?by=segment`,
    `${each}?by=segment&${ago(YEAR)}`,
  ]),
  `compare?of=version&program=${program}&left=1&right=2&${years}`,
  "health",
  "week",
  "pace",
  `case-study?program=${program}`,
  "liability",
  "budgets",
  `rows?metric=friends_came&${years}`,
  `rows?metric=reward_cost&${years}`,
  `rows?metric=orders&by=variant&key=1&program=${program}&${years}`,
  `rows?metric=orders&by=variant&key=2&program=${program}&${years}`,
  "value?weeks=104",
  "subscriptions?weeks=104&renews=month",
  "credit",
  "advocating?days=90",
  "likely?days=90&people=100&together=50",
  "good-friends",
  "rings?grade=30&limit=50",
  `growth?program=${program}`,
  `tree?program=${program}`,
];

/** `counting`: the figures are there, and their groups to come. */
type Answer = { status: number; ms: number; counting: boolean };
async function ask(question: string): Promise<Answer> {
  const begun = performance.now();
  const answer = await fetch(`${url}/v1/reports/${question}`, { headers });
  const text = await answer.text();
  return { status: answer.status, ms: performance.now() - begun, counting: text.includes('"counting":{') };
}

/** Asked again while it is being worked out. */
async function first(question: string): Promise<Answer> {
  const begun = performance.now();
  for (;;) {
    const { status, counting } = await ask(question);
    if (status !== 202 && !counting) return { status, ms: performance.now() - begun, counting };
  }
}

const shown = (ms: number): string => `${ms.toFixed(0).padStart(7)} ms`;
let slow = 0;
for (const question of QUESTIONS.filter((each) => each.includes(only))) {
  const begin = await first(question);
  if (values.cold === true) {
    console.log(`${String(begin.status).padEnd(5)}first ${shown(begin.ms)}  ${question}`);
    continue;
  }
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push((await ask(question)).ms);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(rounds - 1, Math.floor(rounds * share))]!;
  if (at(0.95) > LIMIT_MS) slow++;
  console.log(`${String(begin.status).padEnd(5)}first ${shown(begin.ms)}  p50 ${shown(at(0.5))}  p95 ${shown(at(0.95))}  ${question}`);
}
if (values.cold !== true) console.log(`${slow} beyond ${LIMIT_MS} ms at the 95th percentile`);
