/**
 * "A friend spends 80.00: who gets what?": made-up people walk a definition's path through the same pure functions that try the past
 * (backtest.ts) and settle live events. Nothing is read or written.
 */
import type { Compiled } from "../core/compiled.ts";
import type { Condition } from "../core/condition.ts";
import type { Fact, FactType } from "../core/facts.ts";
import { type Money, decimalToMinor, parseMoney } from "../core/money.ts";
import type { Program, ProgramDefinition } from "../core/program.ts";
import { draftWorld } from "./backtest.ts";
import { endPast, foldPerson, startPast } from "./backtest/fold-past.ts";

export type ExampleAsk = { definition: ProgramDefinition; spend: Money | null; friends: number; now: number; zone: string };
/** What a step gives: `reward` is the rule's key, `amount` in minor units of a currency or in counts of a unit. */
export type ExampleReward = { rule: string; form: string; unit: string; rewards: number; amount: number };
export type ExampleStep = { kind: "joined" | "stage" | "again" | "activity"; name: string; event: string; rewards: ExampleReward[] };
export type Example = { spend: Money; friends: number; steps: ExampleStep[]; total: Money[]; silent: string[] };

type Step = { kind: ExampleStep["kind"]; name: string; event: FactType };
type Life = { person: string; facts: Fact[] };

const ADVOCATE = "advocate";
const ABOVE = 5;
const SPEND = 80;
/** Between two friends and between two steps: everything happens within an hour, so within one period of any limit. */
const FRIEND_MS = 30_000;
const STEP_MS = 1000;

/** The steps of an advocate's `friends`-th friend, each with what it gives. The friends before her have done the same. */
export function exampleOf(ask: ExampleAsk): Example {
  const spend = ask.spend ?? usualSpend(ask.definition);
  const { program } = draftWorld(ask.definition, { id: "example", zone: ask.zone });
  const steps = stepsOf(program);
  const life = { ask, spend, program };
  const before: Life[] = [];
  for (let n = 1; n < ask.friends; n++) before.push({ person: `friend-${n}`, facts: friendFacts(life, steps, n) });
  const last = friendFacts(life, steps, ask.friends);
  const own = steps.flatMap((step, i) => (isHers(step) ? [factOf(life, step, { person: ADVOCATE, at: ask.now + i })] : []));
  const shown: ExampleStep[] = [];
  let known = totals(ask, program, before);
  const done = { hers: 0, friends: 0 };
  for (const step of steps) {
    if (isHers(step)) done.hers++;
    else done.friends++;
    const lives = [{ person: ADVOCATE, facts: own.slice(0, done.hers) }, ...before];
    if (done.friends > 0) lives.push({ person: `friend-${ask.friends}`, facts: last.slice(0, done.friends) });
    const now = totals(ask, program, lives);
    shown.push({ ...step, rewards: more(known, now) });
    known = now;
  }
  const given = shown.flatMap((step) => step.rewards);
  const silent = program.rules.map((rule) => rule.key).filter((key) => !given.some((each) => each.rule === key));
  return { spend, friends: ask.friends, steps: shown, total: sum(given), silent };
}

const isHers = (step: Step): boolean => step.kind === "joined" || step.kind === "activity";

/** 80 of the first currency that the definition names. */
function usualSpend({ rewards, budget }: ProgramDefinition): Money {
  const currency = /"\d+(?:\.\d+)? ([A-Z]{3})"/.exec(JSON.stringify([rewards, budget]))?.[1] ?? "USD";
  const amount = decimalToMinor(SPEND, currency);
  return typeof amount === "number" ? { amount, currency } : { amount: SPEND * 100, currency: "USD" };
}

/** Joining, the stages in their order, a second purchase where a rule may pay for it, then what the advocate may do herself. */
function stepsOf(program: Compiled): Step[] {
  const steps: Step[] = [];
  if (program.joinRules.length > 0) steps.push({ kind: "joined", name: "", event: "joined" });
  for (const stage of program.stages) steps.push({ kind: "stage", name: stage.key, event: stage.on as FactType });
  program.stages.forEach((stage, i) => {
    const repeats = program.rules.some((rule) => rule.stage === i && rule.nth !== 1 && rule.times !== 1);
    if (repeats && (stage.on === "purchase" || stage.on === "payment"))
      steps.push({ kind: "again", name: stage.key, event: stage.on as FactType });
  });
  for (const name of new Set(program.activityRules.map((rule) => rule.activity ?? "")))
    steps.push({ kind: "activity", name, event: "activity" });
  return steps;
}

type Given = { ask: ExampleAsk; spend: Money; program: Compiled };

function friendFacts(given: Given, steps: readonly Step[], n: number): Fact[] {
  const begin = given.ask.now + n * FRIEND_MS;
  const person = `friend-${n}`;
  return steps.filter((step) => !isHers(step)).map((step, i) => factOf(given, step, { person, at: begin + i * STEP_MS }));
}

function factOf({ ask, spend, program }: Given, step: Step, of: { person: string; at: number }): Fact {
  const { person, at } = of;
  const client = `${person}-${at}`;
  const fact: Fact = { id: client, client, type: step.event, at, person, value: spend.amount, currency: spend.currency, subject: client };
  fact.inputs = inputsOf(program.program);
  if (step.kind === "joined") fact.program = program.key;
  if (step.event === "activity") {
    fact.name = step.name;
    fact.between = { giver: ADVOCATE, taker: "other" };
  }
  if (isHers(step)) return fact;
  if (step.event === "stage") fact.stage = step.name;
  const [kind = "link"] = program.program.attribution.accepts;
  fact.evidence = [{ kind, program: program.id, advocate: ADVOCATE, at: ask.now }];
  if (step.event !== "purchase" && step.event !== "payment") return fact;
  delete fact.subject;
  const { amount, currency } = spend;
  const items = [{ sku: "example", quantity: 1, price: amount }];
  fact.order = { id: client, total: amount, subtotal: amount, tax: 0, shipping: 0, discount: 0, currency, items };
  return fact;
}

/** The example's friend is one who may be referred: where she lives, how old she is, and what the program asks of friends. */
function inputsOf({ eligibility, friends }: Program): NonNullable<Fact["inputs"]> {
  const inputs: NonNullable<Fact["inputs"]> = {};
  const [country, part] = eligibility?.regions?.[0]?.split("-") ?? [];
  if (country !== undefined) inputs["person.country"] = country;
  if (part !== undefined) inputs["person.region"] = part;
  if (eligibility?.minimum_age !== undefined) inputs["person.age"] = eligibility.minimum_age;
  fit(friends.where, inputs);
  return inputs;
}

function fit(where: Condition | undefined, inputs: NonNullable<Fact["inputs"]>): void {
  for (const [field, asked] of Object.entries(where ?? {})) {
    if (field === "all") for (const inner of asked as Condition[]) fit(inner, inputs);
    if (!field.startsWith("person.")) continue;
    if (typeof asked !== "object" || asked === null) inputs[field] = asked as string;
    else {
      const { eq, in: some, gte, lte } = asked as { eq?: string; in?: string[]; gte?: number; lte?: number };
      const value = eq ?? some?.[0] ?? gte ?? lte;
      if (value !== undefined) inputs[field] = value;
    }
  }
}

function totals(ask: ExampleAsk, program: Compiled, lives: readonly Life[]): ExampleReward[] {
  const { world } = draftWorld(ask.definition, { id: program.id, zone: ask.zone });
  const past = startPast(world, program, { from: 0, to: Number.MAX_SAFE_INTEGER });
  for (let level = 0, below = ADVOCATE; level < ABOVE; level++) {
    const above = `above-${level + 1}`;
    past.recruiter.set(below, above);
    below = above;
  }
  for (const { person, facts } of lives) if (facts.length > 0) foldPerson(past, person, { facts });
  return endPast(past).rules.map(({ rule, form, unit, rewards, cost }) => ({ rule, form, unit, rewards, amount: cost }));
}

/** What is there now and was not before. */
function more(before: readonly ExampleReward[], now: readonly ExampleReward[]): ExampleReward[] {
  return now.flatMap((total) => {
    const known = before.find((each) => each.rule === total.rule && each.unit === total.unit);
    const rewards = total.rewards - (known?.rewards ?? 0);
    const amount = total.amount - (known?.amount ?? 0);
    return rewards === 0 && amount === 0 ? [] : [{ ...total, rewards, amount }];
  });
}

function sum(given: readonly ExampleReward[]): Money[] {
  const units = new Map<string, number>();
  for (const { unit, amount } of given) if (/^[A-Z]{3}$/.test(unit)) units.set(unit, (units.get(unit) ?? 0) + amount);
  return [...units].map(([currency, amount]) => ({ amount, currency }));
}

/** "80.00 USD" as money; null for what cannot be read. */
export function spendOf(text: string): Money | null {
  const read = parseMoney(text);
  return typeof read === "string" ? null : read;
}
