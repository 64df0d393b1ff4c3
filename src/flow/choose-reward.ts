/**
 * A reward of which the recipient picks one of several equals. It waits as one choice, which neither matures nor pays; the pick turns
 * it into what was picked, exactly once, behind the writer lock and by the settle path. If its hold is over it is available at once.
 */
import { mulDiv } from "../core/money.ts";
import { externalId } from "../core/id.ts";
import { type Reward, optionsOf } from "../core/reward.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { claimChanged, endAfterWait, findReward } from "./change-rewards.ts";
import { type MoneyParts, settleChange } from "./money-parts.ts";
import { Refusal } from "./refusal.ts";

export type Choose = { rewardId: string; option: number };

/**
 * Picks an option, counted from 0. Refuses `conflict` when one was picked before or nothing waits for a choice, `validation_failed` when
 * the reward has no such option, and `budget_exhausted` when the program's budget has no room for it: another may be picked then.
 */
export async function chooseReward(parts: MoneyParts, by: By, wish: Choose): Promise<void> {
  await asWriter(parts, by, async (db, head) => {
    const reward = await findReward(db, by.workspaceId, wish.rewardId);
    const option = optionFor(reward, wish.option);
    const cause = parts.ids.uuid();
    const world = await parts.worlds.get(db, by.workspaceId, head.revision);
    const fields = {
      ...option,
      expiresAt: endAfterWait(world, reward, head.instant),
      detail: { ...reward.detail, choice: wish.option },
    };
    const owed = mulDiv(option.nominal, option.num, option.den, "half_up");
    const gate = reward.gate === "choice" ? null : reward.gate;
    await settleChange(parts, { db, head, workspaceId: by.workspaceId }, (book, claims) => {
      claimChanged(book, claims, { reward, cause, owed, gate, reason: null, fields });
    });
    if (reward.gate === "budget") throw new Refusal("budget_exhausted", "The program's budget has no room for it: pick another option.");
    const detail = { option: wish.option, kind: option.form, amount: owed, unit: option.unit };
    return { result: undefined, deeds: [{ id: cause, action: "reward.chosen", target: externalId("rwd", reward.id), detail }] };
  });
}

function optionFor(reward: Reward, wanted: number) {
  if (reward.detail?.choice !== undefined) throw new Refusal("conflict", "An option of this reward was picked already.");
  const options = optionsOf(reward);
  if (options.length === 0) throw new Refusal("conflict", "This reward offers no choice.");
  if (reward.state !== "pending" || reward.owed === 0) throw new Refusal("conflict", "Nothing of this reward is left to choose.");
  const option = options[wanted];
  if (option !== undefined && option.nominal > 0) return option;
  const message = `Pick one of the options 0 to ${options.length - 1} that is worth something.`;
  throw new Refusal("validation_failed", message, { errors: [{ pointer: "/option", code: "option_unknown", message }] });
}
