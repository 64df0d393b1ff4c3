/**
 * What an advocate's reward earns for the recruiter above her: a share of it, claimed when the parent has been posted. One
 * level only: derived rewards earn nothing on. They pass standings and budgets of their own.
 */
import type { Book } from "../../core/book.ts";
import type { CompiledRule } from "../../core/compiled.ts";
import { percentOf } from "../../core/money.ts";
import { type Reward, grantKey, isBarred } from "../../core/reward.ts";
import type { Entitlement } from "../../core/state.ts";
import { claimOne, withdraw } from "./claim-rewards.ts";
import { type Claims, type Target, noClaims } from "./claims.ts";
import { uplineOf } from "./fold-people.ts";

export type DownlineTarget = { parent: Target; recruiter: string | undefined; basis: string };

/** Rewards whose recruiter earns a share of them, with what they come to now. */
export function downlineTargets(book: Book, claims: Claims): DownlineTarget[] {
  const out: DownlineTarget[] = [];
  for (const parent of claims.targets.values()) {
    const { reward } = parent;
    if (reward.parent !== null || reward.advocate !== reward.recipient || reward.friend === null) continue;
    if (reward.form !== "cash" && reward.form !== "credit" && reward.form !== "points") continue;
    if (downlineRules(book, reward.program).length === 0 || isShared(parent)) continue;
    out.push({ parent, recruiter: uplineOf(book, reward.program, reward.recipient)[0], basis: derivedBasis(reward) });
  }
  return out;
}

/** What is split between a team earns nothing for those above: whose recruiter it would be depends on who claimed first. */
function isShared({ reward, program }: Target): boolean {
  return program.rules.find((rule) => rule.key === reward.rule)?.to === "team";
}

/** Keys of the rules that give such shares, in any version of the program: a binding may move from one to another. */
export function downlineRules(book: Book, program: string): string[] {
  const versions = book.world.byId.get(program)?.versions ?? [];
  return [...new Set(versions.flatMap((v) => v.compiled.downline.map((rule) => rule.key)))];
}

export function derivedBasis(parent: Pick<Reward, "recipient" | "rule" | "basis">): string {
  return `earned:${parent.recipient}:${parent.rule}:${parent.basis}`;
}

/** Claims the recruiters' shares, and gives back those of a recruiter or a rule that has none any more. */
export function claimDownline(book: Book, claims: Claims): Claims {
  const next = noClaims();
  for (const found of downlineTargets(book, claims)) {
    const { reward: parent } = found.parent;
    const claimed = new Set<string>();
    for (const rule of found.parent.program.downline) {
      const e = shareOf(book, found, rule);
      if (e === undefined) continue;
      const key = grantKey({ program: parent.program, rule: rule.key, basis: found.basis, recipient: e.recipient });
      claimed.add(key);
      claimOne(book, e, { key, claims: next, again: false });
      const share = book.rewards.get(key);
      if (share) share.parent = parent.id;
    }
    for (const stale of book.derived.get(`${parent.program}|${found.basis}`) ?? [])
      if (!claimed.has(grantKey(stale))) withdraw(book, stale, next);
  }
  return next;
}

/** The share as an entitlement of the recruiter; nothing where nobody earns one, or there never was anything to share. */
function shareOf(book: Book, { parent, recruiter, basis }: DownlineTarget, rule: CompiledRule): Entitlement | undefined {
  const { reward: p, program } = parent;
  if (recruiter === undefined || rule.amount.kind !== "percent" || p.reason === "superseded") return undefined;
  const share = isBarred(p.gate) ? 0 : percentOf(parent.owed, rule.amount.percent, "half_up");
  const known = book.rewards.get(grantKey({ program: p.program, rule: rule.key, basis, recipient: recruiter }));
  if (share === 0 && known === undefined) return undefined;
  return {
    program,
    rule,
    basis,
    recipient: recruiter,
    friend: p.friend,
    advocate: p.recipient,
    fact: p.fact,
    at: p.at,
    client: p.client,
    form: rule.amount.form,
    unit: p.unit,
    // What it was worth stays readable when the parent comes to nothing.
    nominal: share === 0 ? (known?.nominal ?? 0) : share,
    num: share === 0 ? 0 : 1,
    den: 1,
    counts: share > 0,
  };
}
