/** What http asks of contests, rankings, shares and deliverables. Part of services.ts. */
import type { By } from "../flow/by.ts";
import type { FreeEntry } from "../flow/contests/free-entry.ts";
import type { PrizeAnswer } from "../flow/contests/prizes.ts";

export type ContestServices = {
  freezeContest(by: By, key: string): Promise<void>;
  drawContest(by: By, input: { key: string; beacon: string | null }): Promise<void>;
  /** A negative answer is an answer: its reason is of core/fulfilment/prizes.ts. */
  answerContest(by: By, input: { key: string; personId: string; accept: boolean }): Promise<PrizeAnswer>;
  enterFree(by: By, input: { key: string; person: Record<string, unknown> }): Promise<FreeEntry>;
  hideRank(by: By, input: { program: string; personId: string; hidden: boolean }): Promise<void>;
  makeShare(by: By, input: { program: string; personId: string; channel: string; url: string | null }): Promise<{ shareId: string }>;
  submitDeliverable(by: By, input: { program: string; personId: string; url: string }): Promise<{ deliverableId: string }>;
  approveDeliverable(by: By, id: string): Promise<void>;
  refuseDeliverable(by: By, input: { id: string; reason: string }): Promise<void>;
};
