/** The answers of who plans an experiment, and the wish that is made of them. An arm is a JSON merge patch on the live definition. */
import type { components } from "@grapevine/sdk";
import { decimalsOf, money } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { type Experiment, IN_MONEY, type Metric } from "./experiment-words.ts";

export type Json = Record<string, unknown>;
export type Wish = components["schemas"]["ExperimentWish"];

/** What an arm changes. `patch`: anything, as JSON. */
export const KINDS = ["amounts", "words", "nothing", "patch"] as const;
export type Kind = (typeof KINDS)[number];

export type Arm = {
  name: string;
  weight: number | string;
  kind: Kind;
  /** By the rule's key: what it gives instead, as written; absent: as it is. */
  amounts: Record<string, number | null>;
  /** By place (`name`, `description`, `en`): words instead. */
  words: Record<string, string>;
  patch: string;
};
/** Shares and effects are written in percent. */
export type Answers = {
  program: string | null;
  name: string;
  hypothesis: string;
  arms: Arm[];
  metric: Metric;
  currency: string;
  worth: number | string;
  share: number | string;
  guardrails: { metric: Metric; accepted: number | string }[];
  correction: Experiment["correction"];
  unit: Experiment["unit"];
  minimum: number | string;
  planned: number | string;
  layer: string;
};

export const freshArm = (name: string, kind: Kind = "amounts"): Arm => ({ name, weight: 1, kind, amounts: {}, words: {}, patch: "{}" });

export const fresh = (program: string | null): Answers => ({
  program,
  name: "",
  hypothesis: "",
  arms: [freshArm(t("As it is")), freshArm(t("The other offer"))],
  metric: "customers",
  currency: "",
  worth: 20,
  share: 100,
  guardrails: [],
  correction: "holm",
  unit: "advocate",
  minimum: 200,
  planned: "",
  layer: "default",
});

/** Answers like those of an experiment that is there. */
export function answersOf(of: Experiment, planned: number | undefined): Answers {
  return {
    program: of.program,
    name: of.name,
    hypothesis: of.hypothesis,
    arms: of.arms.map(({ name, weight, patch }) => ({
      ...freshArm(name, patch === null ? "amounts" : isHoldOut(patch) ? "nothing" : "patch"),
      weight,
      patch: JSON.stringify(patch ?? {}, null, 2),
    })),
    metric: of.metric,
    currency: of.currency ?? "",
    worth: of.worth * 100,
    share: of.share * 100,
    guardrails: of.guardrails.map(({ metric, accepted }) => ({ metric, accepted: accepted * 100 })),
    correction: of.correction,
    unit: of.unit,
    minimum: of.minimum,
    planned: planned ?? of.planned ?? "",
    layer: of.layer,
  };
}

export const isHoldOut = (patch: Json | null): boolean =>
  patch !== null && (patch["rewards"] === null || (Array.isArray(patch["rewards"]) && patch["rewards"].length === 0));

/** A reward whose amount can be asked for: where it stands in `give`, and in which unit it is written. */
export type Amount = { rule: string; to: string; unit: string; value: number; decimals: number; write: (value: number) => Json };

const asJson = (of: unknown): Json => (typeof of === "object" && of !== null && !Array.isArray(of) ? (of as Json) : {});

/** "20.00 USD" as a number and its currency. */
function cash(of: unknown): { value: number; unit: string } | null {
  const [, amount, unit] = (typeof of === "string" && /^([\d.]+) ([A-Z]{3})$/.exec(of)) || [];
  return amount === undefined || unit === undefined ? null : { value: Number(amount), unit };
}
const written = (value: number, unit: string): string => `${value.toFixed(decimalsOf(unit))} ${unit}`;

/** Rules of a definition that give an amount. */
export function amountsOf(definition: unknown): Amount[] {
  const rules = asJson(definition)["rewards"];
  return (Array.isArray(rules) ? rules : []).flatMap((rule) => {
    const { key, to, give } = asJson(rule);
    const [form = "", of] = Object.entries(asJson(give))[0] ?? [];
    const base = { rule: String(key), to: typeof to === "string" ? to : to === undefined ? "advocate" : "other" };
    const found = amountIn(of);
    return found === null ? [] : [{ ...base, ...found, write: (value: number) => ({ [form]: found.write(value) }) }];
  });
}

type Found = { value: number; unit: string; decimals: number; write: (value: number) => unknown };
function amountIn(of: unknown): Found | null {
  const flat = cash(of);
  if (flat !== null) return { ...flat, decimals: decimalsOf(flat.unit), write: (value) => written(value, flat.unit) };
  if (typeof of === "number") return { value: of, unit: "", decimals: 0, write: (value) => Math.round(value) };
  const parts = asJson(of);
  if (typeof parts["percent"] === "number")
    return { value: parts["percent"], unit: "%", decimals: 2, write: (value) => ({ ...parts, percent: value }) };
  const off = cash(parts["amount"]);
  if (off !== null) return { ...off, decimals: decimalsOf(off.unit), write: (value) => ({ ...parts, amount: written(value, off.unit) }) };
  return null;
}

/** Words of a definition that an arm may say otherwise: what it is called, what it promises, and the messages it is shared with. */
export function wordsOf(definition: unknown): { key: string; label: string; value: string; long: boolean }[] {
  const of = asJson(definition);
  const messages = asJson(asJson(of["share"])["messages"]);
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  return [
    { key: "name", label: t("What it is called"), value: text(of["name"]), long: false },
    { key: "description", label: t("What it promises"), value: text(of["description"]), long: true },
    ...Object.entries(messages).map(([language, said]) => ({
      key: `share.${language}`,
      label: t("The message it is shared with ({language})", { language }),
      value: text(asJson(said)["message"]),
      long: true,
    })),
  ];
}

/** The patch that an arm's answers come to; a text that is no JSON is undefined. */
export function patchOf(arm: Arm, definition: unknown): Json | null | undefined {
  if (arm.kind === "nothing") return { rewards: null, bonuses: null };
  if (arm.kind === "patch") {
    try {
      const found: unknown = JSON.parse(arm.patch === "" ? "{}" : arm.patch);
      return typeof found === "object" && found !== null && !Array.isArray(found) ? (found as Json) : undefined;
    } catch {
      return undefined;
    }
  }
  if (arm.kind === "words") return wordsPatch(arm.words, definition);
  const rules = asJson(definition)["rewards"];
  const changed = new Map(
    amountsOf(definition).flatMap((each) => {
      const value = arm.amounts[each.rule];
      return value == null || value === each.value ? [] : [[each.rule, each.write(value)] as const];
    }),
  );
  if (changed.size === 0 || !Array.isArray(rules)) return null;
  return {
    rewards: rules.map((rule: Json) => (changed.has(String(rule["key"])) ? { ...rule, give: changed.get(String(rule["key"])) } : rule)),
  };
}

function wordsPatch(words: Record<string, string>, definition: unknown): Json | null {
  const now = new Map(wordsOf(definition).map(({ key, value }) => [key, value]));
  const changed = Object.entries(words).filter(([key, value]) => value.trim() !== "" && value !== now.get(key));
  const said = changed.filter(([key]) => key.startsWith("share.")).map(([key, message]) => [key.slice(6), { message }] as const);
  const plain = changed.filter(([key]) => !key.startsWith("share."));
  if (changed.length === 0) return null;
  return { ...Object.fromEntries(plain), ...(said.length === 0 ? {} : { share: { messages: Object.fromEntries(said) } }) };
}

/** Lower-case letters and digits of a name, so that it is known again in the list of versions. */
function keyOf(name: string, i: number): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "")
    .slice(0, 32);
  return i === 0 ? "control" : `${plain === "" ? "arm" : plain}-${i}`;
}

/** What is still missing, by field; nothing: it can be sent. */
export function missingIn(of: Answers, definition: unknown): Record<string, string> {
  const errors: Record<string, string> = {};
  if (of.program === null) errors["program"] = t("Choose the program.");
  if (of.name.trim() === "") errors["name"] = t("Give it a name.");
  for (const [i, arm] of of.arms.entries()) {
    if (arm.name.trim() === "") errors[`arms.${i}.name`] = t("Give it a name.");
    if (i === 0) continue;
    const patch = patchOf(arm, definition);
    if (patch === undefined) errors[`arms.${i}.patch`] = t("This is no JSON object.");
    else if (patch === null || Object.keys(patch).length === 0)
      errors[`arms.${i}.patch`] = t("Nothing differs here yet: change something.");
  }
  if (needsCurrency(of) && !/^[A-Z]{3}$/.test(of.currency))
    errors["currency"] = t("Money is measured in one currency: write it in three letters.");
  return errors;
}

export const needsCurrency = ({ metric, guardrails }: Answers): boolean =>
  [metric, ...guardrails.map((each) => each.metric)].some((each) => IN_MONEY.includes(each));

export function wishOf(of: Answers, definition: unknown): Wish {
  const planned = Number(of.planned);
  return {
    program: of.program ?? "",
    name: of.name.trim(),
    hypothesis: of.hypothesis.trim(),
    layer: of.layer,
    share: Number(of.share) / 100,
    arms: of.arms.map((arm, i) => ({
      key: keyOf(arm.name, i),
      name: arm.name.trim(),
      weight: Number(arm.weight) || 1,
      patch: i === 0 ? null : (patchOf(arm, definition) ?? null),
    })),
    metric: of.metric,
    worth: Number(of.worth) / 100,
    guardrails: of.guardrails.map(({ metric, accepted }) => ({ metric, accepted: Number(accepted) / 100 })),
    correction: of.correction,
    unit: of.unit,
    currency: /^[A-Z]{3}$/.test(of.currency) ? of.currency : null,
    minimum: Number(of.minimum) || 200,
    planned: planned > 0 ? planned : null,
  };
}

/** The first currency that a definition's rewards or budget speak of. */
export const currencyOf = (definition: unknown): string => /"[\d.]+ ([A-Z]{3})"/.exec(JSON.stringify(definition ?? {}))?.[1] ?? "";

/** What an arm does, in words. */
export function armText(patch: Json | null): string {
  if (patch === null || Object.keys(patch).length === 0) return t("The program as it is.");
  if (isHoldOut(patch)) return t("No offer: nobody is rewarded, links still work and friends are still counted.");
  const gives = amountsOf(patch).map(({ rule, value, unit }) => t("“{rule}” gives {amount}", { rule, amount: amountText(value, unit) }));
  if (gives.length > 0) return gives.join("; ");
  return t("Changes {what}.", { what: Object.keys(patch).join(", ") });
}

export const amountText = (value: number, unit: string): string =>
  unit === "%" ? `${value} %` : unit === "" ? String(value) : money(Math.round(value * 10 ** decimalsOf(unit)), unit);
