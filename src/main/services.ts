/** The services that http asks for, each a flow with its parts handed in. Wiring only: nothing is decided here. */
import { presets } from "../../presets/index.ts";
import { explainDecision } from "../core/rules/explain.ts";
import type { Batcher } from "../flow/batcher.ts";
import type { DoorTally } from "../flow/door-tally.ts";
import { refuseErrors } from "../flow/check-program.ts";
import { approveReward, denyReward, grantReward, reverseReward } from "../flow/change-rewards.ts";
import { chooseReward } from "../flow/choose-reward.ts";
import { createReferral, reassignReferral, rejectReferral } from "../flow/change-referrals.ts";
import { moveClock } from "../flow/clock.ts";
import { erasePerson } from "../flow/erase-person.ts";
import { type EventStream, createEventStream } from "../flow/event-stream.ts";
import { exportPerson } from "../flow/export-person.ts";
import { createHomeSums } from "../flow/home-sums.ts";
import { createMoneySums } from "../flow/kept-sums.ts";
import { mergePeople } from "../flow/merge-people.ts";
import { notePersonSaved } from "../flow/note-person.ts";
import { retryEvent } from "../flow/retry-event.ts";
import { reopenBudget } from "../flow/budgets.ts";
import { createPayout, previewPayout, recordPayouts } from "../flow/payouts.ts";
import { readiness } from "../flow/readiness.ts";
import { fulfilReward } from "../flow/spend-balance.ts";
import { uploadCodes } from "../flow/coupon-pools.ts";
import { withCoupons } from "../flow/coupons.ts";
import { redeemCoupon, validateCoupon } from "../flow/redeem-coupons.ts";
import { decideApplication, joinAdvocate, leaveAdvocate } from "../flow/join-advocate.ts";
import type { Study } from "../flow/studies/studies.ts";
import type { Worlds } from "../flow/load-world.ts";
import type { Cipher, DnsText, Hashes, Ids, Log, MailMac, MailRenderer, Outgoing } from "../flow/ports.ts";
import { hookMac } from "../adapters/hook-mac.ts";
import { systemClock } from "../adapters/clock.ts";
import { createHookDeliveries } from "../flow/hook-deliveries.ts";
import { createHookPayments } from "../flow/hook-payments.ts";
import { createHookSources } from "../flow/hook-sources.ts";
import { receiveHook } from "../flow/receive-hook.ts";
import { createSource, rotateSource, setSourceStatus } from "../flow/sources.ts";
import { withLevels } from "../flow/levels.ts";
import { planProgram } from "../flow/plan-program.ts";
import { adviseOn } from "../flow/preview-program.ts";
import { inviteOperator } from "../flow/operator-invitations.ts";
import { publishProgram, setProgramStatus } from "../flow/publish-program.ts";
import type { Services } from "../http/services.ts";
import { claimServices } from "./services-claims.ts";
import { contactServices } from "./services-contact.ts";
import { announcementServices } from "./services-announcements.ts";
import { mailServices } from "./services-mail.ts";
import { portalServices } from "./services-portal.ts";
import { supportServices } from "./services-support.ts";
import { webhookServices } from "./services-webhooks.ts";
import type { Pool } from "../store/db.ts";
import { onSettled } from "../store/settle-transaction.ts";
import { caseServices } from "./services-cases.ts";
import { contentServices } from "./services-content.ts";
import { contestServices } from "./services-contest.ts";
import { riskServices } from "./services-risk.ts";
import { moneyServices } from "./services-money.ts";
import { pageServices } from "./services-pages.ts";
import { peopleServices } from "./services-people.ts";
import { pointsServices } from "./services-points.ts";
import { reportServices } from "./services-reports.ts";

/** What flows are built from. `settlePool` is for batches only: its sessions have planner settings of their own. */
export type Parts = {
  pool: Pool;
  settlePool: Pool;
  ids: Ids;
  hashes: Hashes;
  worlds: Worlds;
  batcher: Batcher;
  /** What comes by which door, counted. */
  tally: DoorTally;
  /** Statistics that take seconds, in a process of their own. */
  study: Study;
  log: Log;
  cipher: Cipher;
  outgoing: Outgoing;
  mailMac: MailMac;
  mailRenderer: MailRenderer;
  /** The address that mails are from; left out where none are sent. */
  mailFrom?: string;
  isDisposableEmail?: (domain: string) => boolean;
  /** The system's resolver when left out. */
  dns?: DnsText;
};

/** Hears at once what this process writes, and within a second what others do. */
function eventStream(parts: Parts): EventStream {
  const stream = createEventStream(parts);
  for (const pool of [parts.pool, parts.settlePool]) onSettled(pool, (workspaceId) => stream.announce(workspaceId));
  return stream;
}

export function createServices(parts: Parts): Services {
  const events = withLevels(parts, withCoupons(parts, parts.batcher));
  const sources = createHookSources({ ...parts, monotonic: systemClock.monotonic });
  const deliveries = createHookDeliveries(parts.pool);
  const payments = createHookPayments(parts.pool);
  return {
    events,
    createSource: (by, wish) => createSource(parts, by, wish),
    rotateSource: (by, wish) => rotateSource(parts, by, wish),
    setSourceStatus: (by, wish) => setSourceStatus(parts, by, wish),
    receiveHook: (request) => receiveHook({ ...parts, events, sources, deliveries, payments, mac: hookMac }, request),
    explain: explainDecision,
    lint: (document) => adviseOn(document),
    presets,
    cases: caseServices(parts),
    contests: contestServices(parts),
    claims: claimServices(parts),
    risk: riskServices(parts),
    money: moneyServices(parts),
    webhooks: webhookServices(parts),
    contact: contactServices(parts),
    content: contentServices(parts),
    pages: pageServices(parts, events),
    people: peopleServices(parts),
    reports: reportServices(parts),
    portal: portalServices(parts),
    mail: mailServices(parts),
    announcements: announcementServices(parts),
    operators: { invite: (by, wish) => inviteOperator(parts, by, wish) },
    stream: eventStream(parts),
    moneySums: createMoneySums(parts),
    homeSums: createHomeSums(parts),
    support: supportServices(parts),
    joinAdvocate: (by, input) => joinAdvocate(parts, by, input),
    decideApplication: (by, input) => decideApplication(parts, by, input),
    leaveAdvocate: (by, input) => leaveAdvocate(parts, by, input),
    publishProgram: (by, input) => publishProgram(parts, by, { ...input, check: refuseErrors }),
    setProgramStatus: (by, input) => setProgramStatus(parts, by, input),
    approveReward: (by, id) => approveReward(parts, by, id),
    chooseReward: (by, input) => chooseReward(parts, by, input),
    denyReward: (by, input) => denyReward(parts, by, input),
    grantReward: (by, input) => grantReward(parts, by, input),
    reverseReward: (by, input) => reverseReward(parts, by, input),
    fulfilReward: (by, input) => fulfilReward(parts, by, input),
    previewPayout: (by, wish) => previewPayout(parts, by, wish),
    createPayout: (by, wish) => createPayout(parts, by, wish),
    recordPayouts: (by, input) => recordPayouts(parts, by, input),
    reopenBudget: (by, input) => reopenBudget(parts, by, input),
    readiness: () => readiness(parts),
    planProgram: (by, input) => planProgram(parts, by, input),
    validateCoupon: (by, input) => validateCoupon(parts, by, input),
    redeemCoupon: (by, input) => redeemCoupon(parts, by, input),
    uploadCouponCodes: (by, input) => uploadCodes(parts, by, input),
    points: pointsServices(parts),
    moveClock: (by, input) => moveClock(parts, by, input),
    retryEvent: (by, id) => retryEvent(parts, by, id),
    mergePeople: (by, input) => mergePeople(parts, by, input),
    notePersonSaved: (by, personId) => notePersonSaved(parts, by, personId),
    exportPerson: (by, id) => exportPerson(parts, by, id),
    erasePerson: (by, id) => erasePerson(parts, by, id),
    createReferral: (by, input) => createReferral(parts, by, input),
    reassignReferral: (by, input) => reassignReferral(parts, by, input),
    rejectReferral: (by, input) => rejectReferral(parts, by, input),
  };
}
