/** What http asks of cases, leads and requests. `acting` is whom the caller's key acts for; null is the key itself. */
import type { CaseOutcome, CaseRole, Point } from "../core/case.ts";
import type { By } from "../flow/by.ts";
import type { ContactInput } from "../flow/contact.ts";
import type { CaseRead } from "../flow/read-cases.ts";
import type { CaseRow } from "../store/cases.ts";

type Acting = { acting: string | null };
type OnCase = Acting & { caseId: string };

export type CaseServices = {
  openCase(
    by: By,
    wish: Acting & {
      program: string;
      personId: string;
      ownerId: string | null;
      coordinatorId: string | null;
      people: readonly string[];
      text: string | null;
    },
  ): Promise<string>;
  /** Refuses `not_found` to who is not on the case; writes an audit row. */
  readCase(by: By, of: OnCase): Promise<CaseRead>;
  listCases(
    by: By,
    of: Acting & { before: string | null; limit: number; program: string | null; status: string | null; stage?: string | null },
  ): Promise<CaseRow[]>;
  moveCase(by: By, wish: OnCase & { to: string; reason: string | null; from?: string | null }): Promise<void>;
  reassignCase(by: By, wish: OnCase & { ownerId: string | null; coordinatorId: string | null }): Promise<void>;
  noteCase(by: By, wish: OnCase & { text: string }): Promise<void>;
  setCaseMember(by: By, wish: OnCase & { member: { personId: string; role: CaseRole } | { actor: string }; on: boolean }): Promise<void>;
  closeCase(by: By, wish: OnCase & { outcome: CaseOutcome; reason: string | null }): Promise<void>;
  offerCase(by: By, wish: OnCase & { near: Point }): Promise<void>;
  decideOffer(by: By, wish: OnCase & { nth: number; accept: boolean }): Promise<void>;
  answerOffer(by: By, wish: OnCase & { nth: number; text: string | null }): Promise<void>;
  putPlace(by: By, place: PlaceWish): Promise<string>;

  /** Each answers with the id of what it made. A member is one who takes part in the program. */
  makeRequest(by: By, wish: Acting & { program: string; toId: string | null; text: string | null }): Promise<string>;
  answerRequest(by: By, wish: Acting & { requestId: string; contact: ContactInput }): Promise<string>;
  declineRequest(by: By, wish: Acting & { requestId: string }): Promise<void>;
  makeIntroduction(by: By, wish: Acting & { program: string; toId: string; contact: ContactInput }): Promise<string>;
  writeSlip(by: By, wish: SlipWish): Promise<string>;

  /** Refuses `lead_limit_reached`. Answers with the lead's id. */
  sendLead(
    by: By,
    wish: Acting & { program: string; fromId: string; toId: string; contact: ContactInput; text: string | null },
  ): Promise<string>;
  acceptLead(by: By, wish: Acting & { leadId: string }): Promise<void>;
  declineLead(by: By, wish: Acting & { leadId: string }): Promise<void>;
  reopenLead(by: By, wish: { leadId: string }): Promise<void>;
};

export type SlipWish = Acting & {
  program: string;
  toId: string;
  introductionId: string | null;
  value: number;
  currency: string;
  text: string | null;
};

export type PlaceWish = {
  program: string;
  external: string;
  name: string;
  latitude: number;
  longitude: number;
  capacity: number;
  personId: string;
  active: boolean;
};
