/**
 * Rewards of which the recipient picks one of several equals. What the fold says is worth every option; which of them was picked
 * is kept with the reward, so that folding again comes to the same, whatever was refunded before or after.
 */
import type { Amount, CompiledRule } from "../compiled.ts";
import { type Option, type Reward, type RewardDetail, optionsOf } from "../reward.ts";
import type { Entitlement } from "../state.ts";

/** The entitlement to the option that was picked; as it is where none was, or nothing is offered. */
export function picked(e: Entitlement, detail: RewardDetail | null): Entitlement {
  const option = optionAt(optionsOf(e), detail);
  return option === undefined ? e : { ...e, ...option };
}

/** A later version may offer fewer: what was picked stays picked. */
function optionAt(options: readonly Option[], detail: RewardDetail | null): Option | undefined {
  return detail?.choice === undefined ? undefined : options[Math.min(detail.choice, options.length - 1)];
}

/** What a reward keeps beside its amount: an option stays picked, the channel is the entitlement's. */
export function detailOf(before: RewardDetail | null, e: Pick<Entitlement, "channel">): RewardDetail | null {
  const choice = before?.choice;
  if (choice === undefined && e.channel === undefined) return null;
  return { ...(choice !== undefined && { choice }), ...(e.channel !== undefined && { channel: e.channel }) };
}

/** True when the stored offer is the one that the fold makes: before one is picked its worth stands nowhere else. */
export function sameOffer(r: Reward, e: Entitlement): boolean {
  return e.form !== "choice" || JSON.stringify(r.payload) === JSON.stringify(e.payload);
}

/** What a threshold gives: there is no order to take a part of, so every option is a fixed amount, or nothing. */
export function worthAlone(rule: CompiledRule, of: { owed: number; unit: string; nominal: number; detail: RewardDetail | null }) {
  const { owed, unit, nominal } = of;
  if (rule.options === undefined) return { form: rule.amount.form as string, unit, nominal, payload: payloadOf(rule.amount), owed };
  const options = rule.options.map(alone);
  const option = optionAt(options, of.detail);
  if (option === undefined) return { form: "choice", unit: "choice", nominal: 1, payload: { options }, owed };
  return { form: option.form, unit: option.unit, nominal: option.nominal, payload: option.payload, owed: owed > 0 ? option.nominal : 0 };
}

function alone(amount: Amount): Option {
  const worth = amount.kind === "percent" ? { unit: "", nominal: 0 } : { unit: amount.unit, nominal: amount.amount };
  return { form: amount.form, ...worth, num: 1, den: 1, payload: payloadOf(amount) };
}

function payloadOf(amount: Amount): unknown {
  return amount.kind === "flat" ? (amount.payload ?? null) : null;
}
