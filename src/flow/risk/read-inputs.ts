/** What a page of referrals is judged by: read at once, compared here, and kept only as yes, no and numbers. */
import { mailNormalForm } from "../../core/identity.ts";
import { SIGNAL_KINDS, signalText } from "../../core/ingest/signals.ts";
import { type Money, parseMoney } from "../../core/money.ts";
import { networkOf, rangesOf } from "../../core/network.ts";
import type { Program } from "../../core/program.ts";
import type { RiskPolicy } from "../../core/program-risk.ts";
import { COUPON_SITES } from "../../core/risk-reasons.ts";
import { lookalikeOf } from "../../core/rules/email-domain.ts";
import type { RiskInputs } from "../../core/rules/risk.ts";
import { type Duration, UTC, addDuration, parseDuration } from "../../core/time.ts";
import { foldCase } from "../../core/text.ts";
import type { Client } from "../../store/db.ts";
import { findListed } from "../../store/risk-lists.ts";
import * as store from "../../store/risk-read.ts";
import type { MoneyParts } from "../money-parts.ts";

/** What people were seen with is compared for half a year after they were last seen with it. */
const KEPT_MS = 180 * 86_400_000;
/** Newest events of a person whose private part is looked at. */
const EVENTS = 40;
const NOTHING = { payment: 0, device: 0, address: 0, network: 0 };

export type Judging = { subject: store.Subject; program: Program; policy: RiskPolicy };
type Room = { db: Client; workspaceId: string; now: number };

/** Everything that a page's referrals are judged by, in their order. */
export async function readInputs(parts: MoneyParts, room: Room, page: readonly Judging[]): Promise<RiskInputs[]> {
  const { db, workspaceId, now } = room;
  const subjects = page.map((j) => j.subject);
  const people = [...new Set(subjects.flatMap((s) => [s.friend, s.advocate]))];
  const seen = await store.readSeen(workspaceId, db, { people, each: EVENTS });
  await store.saveSignals(
    workspaceId,
    db,
    seen.flatMap((row) => signalsOf(parts, workspaceId, row)),
  );
  const known = new Map((await store.readKnown(workspaceId, db, people)).map((k) => [k.person, k]));
  const signals = Map.groupBy(await store.readSignals(workspaceId, db, { people, now }), (s) => s.person);
  const shared = await store.countShared(workspaceId, db, { page: subjects, now });
  const since = page.map(({ subject, policy }) => subject.boundAt - lengthOf(policy.velocity.within));
  const recent = new Map((await store.countRecent(workspaceId, db, { page: subjects, since })).map((r) => [r.i, r.n]));
  const minimums = page.map(({ program }) => minimumOrder(program));
  const returned = new Map((await store.countReturned(workspaceId, db, { page: subjects, minimums })).map((r) => [r.i, r.n]));
  const all = { known, signals, seen: Map.groupBy(seen, (row) => row.person) };
  const lists = await readLists(room, all);
  return page.map(({ subject, policy }, at) => {
    const others = { ...NOTHING };
    for (const s of shared) if (s.i === at + 1) others[s.kind as keyof typeof NOTHING] = s.n;
    return {
      same: compare(all, subject),
      others,
      email: emailOf(parts, known.get(subject.friend)),
      recent: recent.get(at + 1) ?? 1,
      seconds: subject.evidence === "link" ? Math.max(0, Math.floor((subject.boundAt - subject.evidenceAt) / 1000)) : null,
      returned: returned.get(at + 1) ?? 0,
      couponSite: cameFrom(all.seen.get(subject.friend) ?? [], [...COUPON_SITES, ...policy.coupon_sites]),
      lists: lists(subject),
    };
  });
}

/** A fact's id begins with its instant. */
const instantOfId = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);

function signalsOf(parts: MoneyParts, workspaceId: string, row: store.Seen): store.Signal[] {
  const at = instantOfId(row.fact);
  const of = (kind: string, hash: string): store.Signal => ({ kind, hash, person: row.person, at, expiresAt: at + KEPT_MS });
  const out = SIGNAL_KINDS.flatMap((kind) => {
    const hash = row.signals?.[kind];
    return hash === undefined ? [] : [of(kind, hash)];
  });
  const network = row.ip === null ? null : networkOf(row.ip);
  if (network !== null) out.push(of("network", parts.hashes.keyed(`${workspaceId}|${signalText("network", network)}`)));
  return out;
}

type All = {
  known: ReadonlyMap<string, store.Known>;
  signals: ReadonlyMap<string, { kind: string; hash: string }[]>;
  seen: ReadonlyMap<string, store.Seen[]>;
};

function compare(all: All, { friend, advocate }: store.Subject): RiskInputs["same"] {
  const [a, b] = [all.known.get(friend), all.known.get(advocate)];
  const theirs = new Set((all.signals.get(advocate) ?? []).map((s) => `${s.kind}|${s.hash}`));
  const has = (kind: string) => (all.signals.get(friend) ?? []).some((s) => s.kind === kind && theirs.has(`${kind}|${s.hash}`));
  const mailboxes = new Set((b?.emails ?? []).map(mailNormalForm));
  const family = familyName(a?.name);
  return {
    email: (a?.emails ?? []).some((email) => mailboxes.has(mailNormalForm(email))),
    phone: (a?.phones ?? []).some((phone) => b?.phones.includes(phone)),
    payment: has("payment"),
    device: has("device"),
    address: has("address"),
    household: family !== undefined && family === familyName(b?.name),
    network: has("network"),
  };
}

/** The last word of a name of two words or more. */
function familyName(name: string | null | undefined): string | undefined {
  const words = (name ?? "").trim().split(/\s+/);
  const last = words.length < 2 ? "" : foldCase(words.at(-1) ?? "");
  return last.length < 2 ? undefined : last;
}

function emailOf(parts: MoneyParts, known: store.Known | undefined): RiskInputs["email"] {
  const domains = (known?.emails ?? []).map((email) => email.slice(email.lastIndexOf("@") + 1));
  if (domains.some((domain) => parts.isDisposableEmail?.(domain) === true)) return "disposable";
  return domains.some((domain) => lookalikeOf(domain) !== null) ? "lookalike" : null;
}

function cameFrom(seen: readonly store.Seen[], sites: readonly string[]): boolean {
  return seen.some(({ signals }) => {
    const host = signals?.referrer;
    return host !== undefined && sites.some((site) => host === site || host.endsWith(`.${site}`));
  });
}

/** Who and what of a referral stands on a list. The friend alone is trusted for herself; the advocate, for all her friends. */
async function readLists(room: Room, all: All): Promise<(subject: store.Subject) => RiskInputs["lists"]> {
  const valuesOf = (person: string): string[] => [
    person,
    ...(all.known.get(person)?.emails ?? []).flatMap((email) => domainsOf(email.slice(email.lastIndexOf("@") + 1))),
    ...(all.signals.get(person) ?? []).map((s) => s.hash),
  ];
  const people = [...all.known.keys()];
  const listed = await findListed(room.workspaceId, room.db, { values: people.flatMap(valuesOf), now: room.now });
  const ofList = (list: string) => new Set(listed.filter((l) => l.kind !== "ip_range" && l.list === list).map((l) => l.value));
  const [allowed, blocked] = [ofList("allow"), ofList("block")];
  const ranges = (list: string) => rangesOf(listed.filter((l) => l.kind === "ip_range" && l.list === list).map((l) => l.value));
  const [trusted, suspect] = [ranges("allow"), ranges("block")];
  return ({ friend, advocate }) => {
    const values = [...valuesOf(friend), ...valuesOf(advocate)];
    const ips = (all.seen.get(friend) ?? []).map((row) => row.ip).filter((ip) => ip !== null);
    return {
      allowed: values.some((value) => allowed.has(value)),
      blocked: values.some((value) => blocked.has(value)),
      network: ips.some((ip) => suspect(ip) && !trusted(ip)),
    };
  };
}

/** A domain and those above it. */
function domainsOf(domain: string): string[] {
  const out: string[] = [];
  for (let at = domain; at.includes("."); at = at.slice(at.indexOf(".") + 1)) out.push(at);
  return out;
}

function lengthOf(text: string): number {
  return addDuration(0, parseDuration(text) as Duration, UTC);
}

/** The smallest order that one of the program's rules pays for, or null when none says. */
export function minimumOrder(program: Program): Money | null {
  let least: Money | null = null;
  for (const rule of program.rewards) {
    const where = (rule.when as { where?: Record<string, unknown> }).where;
    const total = where?.["order.total"];
    const text =
      typeof total === "object" && total !== null
        ? ((total as Record<string, unknown>).gte ?? (total as Record<string, unknown>).gt)
        : undefined;
    const money = typeof text === "string" ? parseMoney(text) : undefined;
    if (money !== undefined && typeof money !== "string" && (least === null || money.amount < least.amount)) least = money;
  }
  return least;
}
