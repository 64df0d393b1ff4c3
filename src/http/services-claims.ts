/** What http needs from flow about claims, vacancies, deals and stages. Part of http/services.ts. */
import type { EventOutcome } from "../core/event.ts";
import type { By } from "../flow/by.ts";
import type { ClaimWish } from "../flow/claims.ts";
import type { CandidateMove, StageMove } from "../flow/stages.ts";
import type { DealWish, VacancyWish } from "../flow/vacancies.ts";
import type { StageUndo } from "../flow/withdraw.ts";

export type ClaimServices = {
  /** Answers the claim's id: accepted, waiting or refused with its reason. */
  make(by: By, wish: ClaimWish): Promise<string>;
  /** Refuse `conflict` for a claim that was decided otherwise; doing the same again changes nothing. */
  approve(by: By, claimId: string): Promise<void>;
  refuse(by: By, wish: { claimId: string; note: string | null }): Promise<void>;
  withdraw(by: By, claimId: string): Promise<void>;
  putVacancy(by: By, wish: VacancyWish): Promise<void>;
  putDeal(by: By, wish: DealWish): Promise<void>;
  moveStage(by: By, wish: StageMove & { referralId: string; from?: string | null }): Promise<EventOutcome>;
  undoStage(by: By, wish: StageUndo): Promise<void>;
  moveCandidate(by: By, wish: CandidateMove): Promise<EventOutcome>;
};
