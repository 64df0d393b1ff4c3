/**
 * What http needs from flow: every write, and the reads that decide something. main builds one `Services` and gives it
 * to the server. Plain reads go through store and are not listed here.
 *
 * Ids are bare uuids, instants epoch milliseconds, amounts integer minor units. A method answers with as little as the
 * route needs; the route reads the resource again and presents it. "No" is a Refusal (flow/refusal.ts): `notFound` for
 * what is not in the workspace, `conflict` and the other codes of core/errors.ts for the rest. Every change writes its
 * audit row (store/audit.ts) in its own transaction.
 */
import type { Decision, EventOutcome } from "../core/event.ts";
import type { ProgramDefinition } from "../core/program.ts";
import type { Advised } from "../core/rules/lint-remedy.ts";
import type { Speaker } from "../core/words/speaker.ts";
import type { By } from "../flow/by.ts";
import type { EventStream } from "../flow/event-stream.ts";
import type { ReadHomeSums } from "../flow/home-sums.ts";
import type { ReadMoneySums } from "../flow/kept-sums.ts";
import type { EventDoor } from "../flow/ports.ts";
import type { AnnouncementServices } from "./services-announcements.ts";
import type { ContentServices } from "./services-content.ts";
import type { ContestServices } from "./services-contest.ts";
import type { HookRequest } from "../flow/receive-hook.ts";
import type { HookAnswer } from "../flow/take-hook.ts";
import type { SourceWish } from "../flow/sources.ts";
import type { CaseServices } from "./services-cases.ts";
import type { RiskServices } from "./services-risk.ts";
import type { ClaimServices } from "./services-claims.ts";
import type { ContactServices } from "./services-contact.ts";
import type { OperatorServices } from "./services-operators.ts";
import type { MailServices } from "./services-mail.ts";
import type { PortalServices } from "./services-portal.ts";
import type { SupportServices } from "./services-support.ts";
import type { WebhookServices } from "./services-webhooks.ts";
import type { MoneyServices } from "./services-money.ts";
import type { PageServices } from "./services-pages.ts";
import type { PeopleServices } from "./services-people.ts";
import type { PointsServices } from "./services-points.ts";
import type { ReportServices } from "./services-reports.ts";

/** As in an event: at least one of id (per_...), user_id, email, phone, anonymous_id. */
export type PersonInput = {
  id?: string;
  user_id?: string;
  email?: string;
  phone?: string;
  anonymous_id?: string;
  name?: string;
  company?: string;
  attributes?: Record<string, unknown>;
};
/** What the linter says of a definition. Errors block publishing. `pointer` leads into the definition. */
export type Finding = Advised;
/** The difference between what is live and what would be, and what the last `days` would have cost under it, if asked. */
export type Plan = {
  from_version: number | null;
  changes: { pointer: string; from?: unknown; to?: unknown }[];
  cost: { from: string; to: string; by_rule: { rule: string; unit: string; before: number; after: number }[] } | null;
};
export type PayoutWish = { unit: string; form: string; minimum: number; expected?: number };
export type DueSum = { people: number; total: number; lines: { personId: string; amount: number }[] };
export type PayoutResult = { payoutId: string; state: "settled" | "failed"; reference: string | null; error: string | null };
/** A negative answer is an answer: `reason` is one of core/fulfilment/coupon.ts. `number` is that of the receipt we give. */
export type CouponVerdict = {
  valid: boolean;
  reason: string | null;
  terms: unknown;
  validUntil: number | null;
  rewardId: string | null;
  discount: { amount: number; currency: string } | null;
  number: string | null;
};
/** What is on the counter; what is not given is not asked. `beside`: codes of other coupons on the same bill. */
export type CouponBasket = {
  total: number | null;
  currency: string | null;
  items?: { sku: string; category?: string; quantity: number; price: number; sale?: boolean }[];
  beside?: string[];
};

export type Services = {
  events: EventDoor;
  /** Contests, rankings, shares, deliverables. */
  contests: ContestServices;
  cases: CaseServices;
  /** Claims, vacancies, deals, stages. */
  claims: ClaimServices;
  risk: RiskServices;
  money: MoneyServices;
  webhooks: WebhookServices;
  contact: ContactServices;
  content: ContentServices;
  pages: PageServices;
  /** Profiles, segments, tables in pieces, sources and outreach. */
  people: PeopleServices;
  /** Figures by day, kept up to date. */
  reports: ReportServices;
  /** People on their own side: signing in, joining, keys for tokens. */
  portal: PortalServices;
  mail: MailServices;
  operators: OperatorServices;
  /** What changes in a workspace, as it does. */
  stream: EventStream;
  /** What everybody is owed and was paid, made anew when it is old. */
  moneySums: ReadMoneySums;
  /** What the first page counts of this week and the last. */
  homeSums: ReadHomeSums;
  /** Notes, tickets, kept answers. */
  support: SupportServices;
  /** Database, migrations, queue lag: each with a word. Never throws. */
  readiness(): Promise<{ ready: boolean; checks: Record<string, string> }>;
  /** A failed event again. Refuses `conflict` when it is not failed. */
  retryEvent(by: By, factId: string): Promise<EventOutcome>;
  /** A decision in sentences of the speaker's language (core/rules/explain.ts). */
  explain(decision: Decision, speaker: Speaker): string[];

  joinAdvocate(
    by: By,
    input: { program: string; person: PersonInput; channels?: string[] },
  ): Promise<{ personId: string; programId: string }>;
  /** Where a program asks for applications. Refuses `not_found` where nobody applied, `conflict` to refuse who takes part already. */
  decideApplication(by: By, input: { programId: string; programKey: string; personId: string; approve: boolean }): Promise<void>;
  leaveAdvocate(by: By, input: { programId: string; programKey: string; personId: string }): Promise<void>;

  mergePeople(by: By, input: { fromId: string; intoId: string; evenWithTwoUserIds: boolean }): Promise<void>;
  notePersonSaved(by: By, personId: string): Promise<void>;
  /** Everything kept about a person, as plain JSON. */
  exportPerson(by: By, personId: string): Promise<Record<string, unknown>>;
  erasePerson(by: By, personId: string): Promise<void>;

  /** The linter (core/rules/lint.ts). */
  lint(definition: ProgramDefinition): Finding[];
  /** The documents of presets/, as their authors wrote them. */
  presets: readonly ProgramDefinition[];
  /** Refuses `program_has_errors` with the findings as field errors. `effectiveFrom` null is now; the past is refused. */
  publishProgram(
    by: By,
    input: {
      programId: string;
      effectiveFrom: number | null;
      appliesTo: "new_referrals" | "open_referrals";
      /** The draft that is meant; null: whichever is there. Another one refuses `draft_changed`. */
      revision?: number | null;
    },
  ): Promise<{ version: number }>;
  setProgramStatus(by: By, input: { programId: string; status: "live" | "paused" | "ended" }): Promise<void>;
  planProgram(
    by: By,
    input: { programId: string; definition: ProgramDefinition; backtest: { from: number; to: number } | null },
  ): Promise<Plan>;

  createReferral(
    by: By,
    input: { programId: string; advocateId: string; friendId: string; reason: string },
  ): Promise<{ referralId: string }>;
  reassignReferral(by: By, input: { referralId: string; advocateId: string; reason: string }): Promise<void>;
  rejectReferral(by: By, input: { referralId: string; reason: string }): Promise<void>;

  approveReward(by: By, rewardId: string): Promise<void>;
  /** One option of a reward of the kind `choice`, counted from 0. Refuses `conflict` when one was picked before. */
  chooseReward(by: By, input: { rewardId: string; option: number }): Promise<void>;
  denyReward(by: By, input: { rewardId: string; reason: string }): Promise<void>;
  grantReward(
    by: By,
    input: { programId: string; personId: string; form: string; unit: string; amount: number; reason: string },
  ): Promise<{ rewardId: string }>;
  reverseReward(by: By, input: { rewardId: string; reason: string }): Promise<void>;
  fulfilReward(by: By, input: { rewardId: string; reference: string | null }): Promise<void>;

  previewPayout(by: By, wish: PayoutWish & { lines?: number }): Promise<DueSum>;
  createPayout(by: By, wish: PayoutWish): Promise<{ batchId: string }>;
  /** Results may come in parts and twice. `unknown` lists payout ids that are not of this batch. */
  recordPayouts(
    by: By,
    input: { batchId: string; results: PayoutResult[]; dryRun?: boolean },
  ): Promise<{ settled: number; failed: number; unchanged: number; unknown: string[] }>;

  validateCoupon(by: By, input: { code: string; personId: string | null } & CouponBasket): Promise<CouponVerdict>;
  redeemCoupon(
    by: By,
    input: { code: string; personId: string | null; orderId: string | null; receipt: string | null } & CouponBasket,
  ): Promise<CouponVerdict>;
  /** Codes for a rule whose coupons come from a pool. Refuses `conflict` for any other rule. */
  uploadCouponCodes(
    by: By,
    input: { program: string; rule: string; codes: string[] },
  ): Promise<{ added: number; known: number; taken: string[]; malformed: string[] }>;
  reopenBudget(by: By, input: { programId: string; key: string; period: string }): Promise<void>;

  createSource(by: By, wish: SourceWish): Promise<{ sourceId: string }>;
  rotateSource(by: By, wish: { sourceId: string; secret: string; overlapHours: number }): Promise<void>;
  setSourceStatus(by: By, wish: { sourceId: string; status: "active" | "disabled" }): Promise<void>;
  /** A shop's webhook, verified and settled. Refuses `not_found`, `signature_invalid`, `hook_refused`, `source_disabled`. */
  receiveHook(request: HookRequest): Promise<HookAnswer>;

  points: PointsServices;
  announcements: AnnouncementServices;

  /** Moves a sandbox's clock to an instant (not back: `conflict`) and runs what became due; `ran` counts what was done. */
  moveClock(by: By, input: { setTo: number }): Promise<{ now: number; ran: Record<string, number> }>;
};
