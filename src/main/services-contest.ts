/** The services of contests, rankings, shares and deliverables. Wiring only. */
import { drawContest } from "../flow/contests/draw-contest.ts";
import { freezeContest } from "../flow/contests/freeze-contest.ts";
import { enterFree } from "../flow/contests/free-entry.ts";
import { hideRank } from "../flow/contests/hide-rank.ts";
import { answerContest } from "../flow/contests/prizes.ts";
import type { SweepParts } from "../flow/money-parts.ts";
import { approveDeliverable, refuseDeliverable, submitDeliverable } from "../flow/deliverables.ts";
import { makeShare } from "../flow/shares/make-share.ts";
import type { ContestServices } from "../http/services-contest.ts";

export function contestServices(parts: SweepParts): ContestServices {
  return {
    freezeContest: (by, key) => freezeContest(parts, by, key),
    drawContest: (by, input) => drawContest(parts, by, input),
    answerContest: (by, input) => answerContest(parts, by, input),
    enterFree: (by, input) => enterFree(parts, by, input),
    hideRank: (by, input) => hideRank(parts, by, input),
    makeShare: (by, input) => makeShare(parts, by, input),
    submitDeliverable: (by, input) => submitDeliverable(parts, by, input),
    approveDeliverable: (by, id) => approveDeliverable(parts, by, id),
    refuseDeliverable: (by, input) => refuseDeliverable(parts, by, input),
  };
}
