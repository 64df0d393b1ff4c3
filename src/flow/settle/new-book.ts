/** An empty working memory for one batch. */
import type { Book } from "../../core/book.ts";
import type { World } from "../../core/compiled.ts";
import { FOLD_LIMIT } from "./hold-people.ts";

export type BookHead = {
  workspace: string;
  instant: number;
  importing: boolean;
  inImport: boolean;
  epoch: number;
  backdateDays: number;
  world: World;
  digest: (text: string) => string;
};

export function newBook(head: BookHead, size: number): Book {
  return {
    workspace: head.workspace,
    instant: head.instant,
    importing: head.importing,
    inImport: head.inImport,
    epoch: head.epoch,
    world: head.world,
    digest: head.digest,
    force: false,
    foldLimit: FOLD_LIMIT,
    requests: new Set(),
    statuses: new Map(),
    loaded: new Map(),
    drawn: new Map(),
    backdateLimit: head.backdateDays * 86_400_000,
    stored: new Map(),
    people: new Map(),
    identities: new Map(),
    newIdentities: [],
    orders: new Map(),
    linksByCode: new Map(),
    linksById: new Map(),
    named: new Map(),
    canonicalOf: new Map(head.world.aliases),
    uplines: new Map(),
    companies: new Map(),
    companyIds: new Map(),
    referrals: new Map(),
    dirtyReferrals: new Set(),
    standings: new Map(),
    budgets: new Map(),
    rewards: new Map(),
    dirtyRewards: new Set(),
    lastAt: new Map(),
    entries: [],
    foldings: new Map(),
    standingRewards: new Map(),
    standingReferrals: new Map(),
    friendRewards: new Map(),
    delays: [],
    derived: new Map(),
    freezes: [],
    transfers: [],
    restored: [],
    revisions: new Map(),
    displaced: [],
    overrides: new Map(),
    merges: [],
    suggestions: [],
    outcomes: Array.from({ length: size }, () => undefined),
  };
}
