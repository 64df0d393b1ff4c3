/** One batch's working memory: what was loaded, what the folds make of it, what has to be written (by store/settle-*). */
import type { World } from "./compiled.ts";
import type { Fact, Named } from "./facts.ts";
import type { StandingState } from "./standing-state.ts";
import type { Reward, Transfer } from "./reward.ts";
import type { Owed, PersonState, Pin, Ref, StepNote } from "./state.ts";
import type { EventOutcome } from "./event.ts";

export type PersonRow = {
  id: string;
  hasUserId: boolean;
  /** Has an e-mail address or phone. Loaded only where a browser says who a visitor is. */
  reachable?: boolean;
  company: string | null;
  mergedInto: string | null;
  createdAt: number;
  /** The saved fold as text; parsed only when it is continued. */
  stateText: string;
  isNew: boolean;
  dirty: boolean;
  attributes: Record<string, unknown> | undefined;
  /** Her rows are kept for the books; nothing is known of her, and no event may name her. */
  erased: boolean;
  /** Merged into this one in this batch. */
  absorbed: string[];
};
/** `first`: the key of the first purchase by anybody who belongs to it. */
export type CompanyRow = { id: string; external: string; first: { at: number; client: string } | null; dirty: boolean };
export type OrderRow = {
  id: string;
  person: string | null;
  ownerAt: number | null;
  ownerClient: string | null;
  currency: string;
  total: number;
  refunded: number;
  isNew: boolean;
  dirty: boolean;
};
export type LinkRow = {
  id: string;
  program: string;
  person: string;
  code: string;
  codeKey: string;
  kind: string;
  disabledAt: number | null;
  advocateStatus: string | null;
  /** The advocate's own address: a friend who writes it in another way is she herself. */
  email: string | null;
};
export type ReferralRow = {
  /** Name of the stage as stored; undefined for a row made in this batch. */
  stage?: string;
  id: string;
  program: string;
  friend: string;
  ref: Ref;
  status: string;
  frozenAt: number | null;
  manual: boolean;
  rankAt: number | null;
  rankClient: string | null;
  /** The rank was recorded with an earlier batch: it stays as long as the same fact qualifies it for the same advocate. */
  ranked: boolean;
  period: string | null;
};
export type StandingRow = {
  program: string;
  owner: string;
  period: string;
  periodEnd: number | null;
  state: StandingState;
  closedAt: number | null;
  dirty: boolean;
  known: boolean;
};
export type BudgetRow = {
  program: string;
  key: string;
  period: string;
  used: number;
  usedCount: number;
  spentAt: number | null;
  dirty: boolean;
};

/** A fact that came before under the same client id: its content hash and the outcome it was answered with. */
export type StoredFact = { id: string; hash: string; outcome: EventOutcome };

/** One event on its way through the batch. */
export type Entry = {
  index: number;
  client: string;
  hash: string;
  fact: Fact;
  receivedAt: number;
  orderId: string | null;
  notes: StepNote[];
  error?: string;
  parked: boolean;
  isNew: boolean;
  privateData: PrivateData | undefined;
};
/** The states of a fact; what was refused at the door is no fact. `withdrawn`: an operator took it back; no fold takes it. */
export type FactStatus = "settled" | "parked" | "failed" | "withdrawn";
/** `of`: whom it is about, which need not be the fact's person: a refund may carry the clerk. */
export type PrivateData = { of: string | null; person?: Record<string, unknown>; event?: Record<string, unknown> };

/** A person being folded in this batch: continued from the saved state, or again from the start. */
export type Folding = {
  person: string;
  full: boolean;
  /** Folded because somebody in the chain above moved: rewards that did not change are claimed too, for the shares they earn. */
  again: boolean;
  /** Left to a resettle job: nothing is stepped, what the events say waits. */
  held: boolean;
  facts: Fact[];
  entries: Entry[];
  before: Record<string, Ref>;
  state?: PersonState;
  owed?: Owed;
  pins: Record<string, Pin>;
  provisional: boolean;
  /** Referral rows of people who were merged into this one. */
  lost: ReferralRow[];
  /** The company's first purchase, as this folding's bindings saw it. */
  companyFirst?: { at: number; client: string } | undefined;
  /** Orders in the person's facts that belong to somebody else. */
  foreignOrders?: ReadonlySet<string>;
  /** Facts that threw, now or earlier: stored as failed, left out of the fold. */
  bad: Set<string>;
  /** Corrections that were stored as parked, by client id. */
  parked: Map<string, Fact>;
};

export type Book = {
  workspace: string;
  instant: number;
  importing: boolean;
  world: World;
  digest: (text: string) => string;
  backdateLimit: number;
  inImport: boolean;
  /** Every entitlement is claimed anew, changed or not: a resettle and `verify` compare what is stored with what should be. */
  force: boolean;
  /** Stored facts of one person beyond which she is not folded again inside the batch: see `requests`. */
  foldLimit: number;
  /** People left to a resettle job, and facts whose status is not the one they are stored with any more. */
  requests: Set<string>;
  statuses: Map<string, FactStatus>;
  /** Erasures so far: salt of new people's ids. */
  epoch: number;
  /** Facts already stored under the batch's client ids. */
  stored: Map<string, StoredFact>;
  people: Map<string, PersonRow>;
  identities: Map<string, string>;
  newIdentities: { kind: number; value: string; person: string; isNew: boolean }[];
  orders: Map<string, OrderRow>;
  linksByCode: Map<string, LinkRow>;
  linksById: Map<string, LinkRow>;
  canonicalOf: Map<string, string>;
  /** By "name:" and a name as it was said, or "invite:" and an address's hash. */ named: Map<string, Named[]>;
  uplines: Map<string, string | null>;
  /** Companies by id, and their ids by the business's own. */
  companies: Map<string, CompanyRow>;
  companyIds: Map<string, string>;
  referrals: Map<string, ReferralRow>;
  dirtyReferrals: Set<string>;
  standings: Map<string, StandingRow>;
  budgets: Map<string, BudgetRow>;
  rewards: Map<string, Reward>;
  dirtyRewards: Set<Reward>;
  /** Rewards that were stored before this batch, by id, as they were then; and as the batch last drew on budgets for them. */
  loaded: Map<string, Reward>;
  drawn: Map<string, Reward>;
  /** Instant of each person's last fact, as far as this batch has come. */
  lastAt: Map<string, number>;
  entries: Entry[];
  foldings: Map<string, Folding>;
  /** All rewards and qualified referrals of a standing that must be folded again, and derived rewards by basis. */
  standingRewards: Map<string, Reward[]>;
  standingReferrals: Map<string, ReferralRow[]>;
  friendRewards: Map<string, Reward[]>;
  delays: { person: string; program: string; rule: string; basis: string; at: number }[];
  /** Derived rewards (a recruiter's share) stored under a basis, and referrals frozen without their row loaded. */
  derived: Map<string, Reward[]>;
  freezes: { program: string; friend: string }[];
  transfers: Transfer[];
  /** What had ended of rewards that are taken back now. */ restored: { reward: string; by: number }[];
  revisions: Map<string, string>;
  /** People who lost an order to an earlier purchase fact: folded again. */ displaced: string[];
  /** Bindings that an operator sets in this batch, by referral key: they hold whatever the facts say. */
  overrides: Map<string, Pin>;
  merges: { from: string; into: string }[];
  suggestions: { a: string; b: string; reason: string }[];
  outcomes: (EventOutcome | undefined)[];
};
export const referralKey = (program: string, friend: string): string => `${program}|${friend}`;
export const standingKey = (program: string, owner: string, period: string): string => `${program}|${owner}|${period}`;
