/** "My referrals" and "my rewards" as the portal lists them. */
import { externalId } from "../core/id.ts";
import type { Program, Rule } from "../core/program.ts";
import { amountWords, reasonSentence, rewardState, shortName } from "../core/rules/state-words.ts";
import { capital, rewardWords } from "../core/rules/reward-words.ts";
import { sumWords } from "../core/rules/sum-words.ts";
import { earnWords, ownWords, stageLabel, whoKind } from "../core/rules/trigger-words.ts";
import { mulDiv } from "../core/money.ts";
import { isManual, optionsOf } from "../core/reward.ts";
import { formatInstant } from "../core/time.ts";
import { type OwnReferralRow, type OwnRewardRow, listOwnReferrals, listOwnRewards } from "../store/portal-lists.ts";
import { cursorOf, pageOf } from "./listing.ts";
import type { OwnReading } from "./portal-reading.ts";
import type { z } from "zod";
import type { portalReferral, portalReward } from "./views/portal-lists.ts";

/** `friendId`: only what she brought. */
type Page = { after?: string | undefined; limit: number; friendId?: string };
const friendOf = ({ friendId }: Page): { friendId?: string } => (friendId === undefined ? {} : { friendId });
type RewardView = z.input<typeof portalReward>;
type ReferralView = z.input<typeof portalReferral>;

const ruleOf = (program: Program, key: string): Rule | undefined => program.rewards.find((rule) => rule.key === key);
const instantOrNull = (at: number | null): string | null => (at === null ? null : formatInstant(at));

export async function rewardsOf(read: OwnReading, page: Page): Promise<{ data: RewardView[]; next: string | null }> {
  const { workspaceId, db, personId, row } = read;
  const rows = await listOwnRewards(workspaceId, db, { personId, programId: row.id, ...friendOf(page), ...cursorOf("rwd", page) });
  return pageOf(rows, page.limit, { view: (each) => rewardLine(read, each), cursor: (each) => each.id });
}

function rewardLine(read: OwnReading, row: OwnRewardRow): RewardView {
  const { program } = read;
  const rule = isManual(row) ? undefined : ruleOf(program, row.rule);
  const waits = row.state === "pending" && row.gate === "choice";
  const isCoupon = row.code !== null && row.state !== "reversed" && row.state !== "denied";
  return {
    id: externalId("rwd", row.id),
    title: titleOf(read, row, rule),
    amount_text: waits ? titleOf(read, row, rule) : amountWords(read, row, row.detail?.choice === undefined ? rule : undefined),
    for: forWords(read, row),
    ...rewardState(read, row, rule),
    at: formatInstant(row.at),
    available_at: instantOrNull(row.available_at),
    coupon: isCoupon ? { code: row.code ?? "", valid_until: instantOrNull(row.valid_until) } : null,
    choices: waits ? choicesOf(read, row, rule) : null,
  };
}

/** What it is for, as the program says it: "$20 of credit when a friend orders for the first time". */
function titleOf(read: OwnReading, row: OwnRewardRow, rule: Rule | undefined): string {
  if (rule === undefined) return amountWords(read, row, undefined);
  const reward = rewardWords(read, rule.give);
  return capital(row.own ? ownWords(read, rule, reward) : earnWords(read, rule, reward));
}

function forWords(read: OwnReading, row: OwnRewardRow): string {
  const { words } = read.voice;
  if (isManual(row)) return words.say("status.for.manual");
  if (row.own || row.friend_at === null) return words.say("status.for.self");
  return words.say("status.for.friend", { friend: friendWords(read, row.friend_at, row.friend_name) });
}

/** "Friend of 3 May", or the name that she gave herself. */
function friendWords(read: OwnReading, at: number, name: string | null): string {
  if (name !== null && name.trim() !== "") return shortName(name);
  return read.voice.words.say("status.referral.friend", { who: whoKind(read.program), date: read.voice.formats.date(at, read.now) });
}

/** What may be chosen, each worth what the order made of it. */
function choicesOf(read: OwnReading, row: OwnRewardRow, rule: Rule | undefined): { key: string; text: string }[] {
  return optionsOf(row).map((option, index) => {
    const give = rule?.give.choice?.[index];
    const amount = option.den === 0 ? 0 : mulDiv(option.nominal, option.num, option.den, "half_up");
    const isShare =
      give !== undefined && Object.values(give).some((spec) => typeof spec === "object" && spec !== null && "percent" in spec);
    const text =
      give === undefined || isShare ? sumWords(read.voice, { form: option.form, unit: option.unit, amount }) : rewardWords(read, give);
    return { key: String(index), text: capital(text) };
  });
}

export async function referralsOf(read: OwnReading, page: Page): Promise<{ data: ReferralView[]; next: string | null }> {
  const { workspaceId, db, personId, row } = read;
  const rows = await listOwnReferrals(workspaceId, db, { personId, programId: row.id, ...friendOf(page), ...cursorOf("ref", page) });
  return pageOf(rows, page.limit, { view: (each) => referralLine(read, each), cursor: (each) => each.id });
}

function referralLine(read: OwnReading, row: OwnReferralRow): ReferralView {
  const { program } = read;
  return {
    id: externalId("ref", row.id),
    friend: friendWords(read, row.bound_at, row.friend_name),
    at: formatInstant(row.bound_at),
    stage: row.stage,
    stages: stagesOf(read, row),
    ...referralState(read, row),
    rewards: (row.rewards ?? []).map((each) => {
      const rule = ruleOf(program, each.rule);
      const { status, status_label } = rewardState(read, each, rule);
      return { text: amountWords(read, each, rule), status, status_label };
    }),
  };
}

/** The program's stages without those that end it; what was passed on the way is done when what came after it was. */
function stagesOf({ program, voice }: OwnReading, row: OwnReferralRow): ReferralView["stages"] {
  const keys = program.stages.map((stage) => (typeof stage === "string" ? stage : stage.key));
  const lost = new Set(program.claims?.lost ?? []);
  const at = keys.indexOf(row.stage);
  return keys.flatMap((key, index) => {
    if (lost.has(key) && key !== row.stage) return [];
    const when =
      index > at ? null : key === program.qualifies_at ? (row.qualified_at ?? row.stage_at) : index === at ? row.stage_at : row.bound_at;
    return [{ key, label: stageLabel(voice, program, key), done_at: instantOrNull(when) }];
  });
}

function referralState(read: OwnReading, row: OwnReferralRow): Pick<ReferralView, "status" | "status_label" | "why"> {
  const { program, voice } = read;
  const { words, formats } = voice;
  const said = (status: ReferralView["status"], why: string) => ({ status, status_label: words.say(`status.referral.${status}`), why });
  const reasons = (row.rewards ?? []).map((each) => reasonSentence(words, each.reason)).filter((each) => each !== null);
  if (row.status === "rejected") return said("refused", reasons[0] ?? words.say("status.referral.why.refused"));
  if (row.status === "superseded") return said("gone", words.say("status.referral.why.gone"));
  const stage = (key: string): string => stageLabel(voice, program, key);
  if ((program.claims?.lost ?? []).includes(row.stage))
    return said("gone", words.say("status.referral.why.lost", { stage: stage(row.stage) }));
  if (row.status === "qualified") {
    const waits = (row.rewards ?? []).find((each) => each.state === "pending");
    const since = words.say("status.referral.why.counts", { date: formats.date(row.qualified_at ?? row.stage_at, read.now) });
    return said("counts", waits === undefined ? since : rewardState(read, waits, ruleOf(program, waits.rule)).why);
  }
  // Everything went back, or it never got there: the reason is with the reward.
  if (reasons.length > 0 && (row.rewards ?? []).every((each) => each.owed === 0)) return said("waiting", reasons[0]!);
  const next = stagesOf(read, row).find((each) => each.done_at === null);
  return said(
    "waiting",
    next === undefined ? words.say("status.referral.why.open") : words.say("status.referral.why.next", { stage: next.label }),
  );
}
