/**
 * From a canonical event to what settling needs: the fact's parts, the identities, the evidence to look up, and what
 * goes to the private tables. Everything that can be refused without the database is refused here, with field and remedy.
 */
import type { CanonicalEvent, FieldError } from "../event.ts";
import type { Between, Correction, Order, TeamShare } from "../facts.ts";
import { normaliseCode } from "../code.ts";
import { addressKey, normaliseEmail, normaliseName, normalisePhone } from "../identity.ts";
import { parseInstant } from "../time.ts";
import { isCustomerAlias } from "./commerce.ts";
import { canonicalJson } from "./fingerprint.ts";
import { correctionOf, orderOf } from "./read-order.ts";
import { type Signals, withSignals } from "./signals.ts";

/** Kinds as stored: 1 user id, 2 e-mail, 3 phone, 4 anonymous id. Smaller is stronger. */
export type Identity = { kind: 1 | 2 | 3 | 4; value: string };

export type Draft = {
  /** Position in the request: answers go back in order. */
  index: number;
  client: string;
  hash: string;
  type: CanonicalEvent["type"] | "joined" | "left" | "delay_passed" | "merged";
  /** Null: the batch's own instant. */
  at: number | null;
  identities: Identity[];
  personId?: string;
  /** Code as typed, codes among the order's coupons, click id, link: looked up under the writer's lock. */
  code?: string;
  coupons: string[];
  clickId?: string;
  click?: { link: string; at: number };
  /** The advocate's name as the friend says it. */
  claimedName?: string;
  /** Addresses to which an invitation may have gone, as invitations keep them (hashes of `addressKey`). */
  addresses?: string[];
  order?: Order;
  correction?: Correction;
  event: CanonicalEvent;
  /**
   * A claim that somebody brought this person, approved: evidence of kind `claim` on this fact. Ids are bare uuids, `program` the
   * program's; `at` is when it was claimed (the fact's own instant when left out). Made by the engine's own flows only.
   */
  claim?: { program: string; advocate: string; team?: readonly TeamShare[]; at?: number };
  /** What is known of the advocate when a wait is over, for its condition. */
  advocate?: Record<string, unknown>;
  /** Two companies that something passed between (bare uuids). Made by the engine's own flows only. */
  between?: Between;
  /** Came with a publishable key: says nothing new about a person who is known. */
  unverified?: boolean;
  /** What the risk score compares: hashes of a device, a payment and an address, and the host that the visitor came from. */
  signals?: Signals;
  rule?: string;
  basis?: string;
};

const BUYS = new Set(["purchase", "payment"]);
const CORRECTS = new Set(["refund", "chargeback", "order_updated"]);

/** Where an event stands in its batch, what it is called, and whether anybody could have sent it (a browser, a form). */
type Given = { index: number; client: string; keyed: (text: string) => string; seal?: (text: string) => string; unverified?: boolean };

/** Normalises one event. @returns the draft, or the fields that are wrong. */
export function normalise(event: CanonicalEvent, given: Given): Draft | FieldError[] {
  const errors: FieldError[] = [];
  const at = instantOf(event, errors);
  const identities = identitiesOf(event, errors);
  if (given.unverified === true) {
    refuseAlias(event, errors);
    refuseNamed(event, errors);
  }
  const draft: Draft = {
    index: given.index,
    client: given.client,
    hash: given.keyed(canonicalJson(event)),
    type: event.type,
    at,
    identities,
    coupons: [],
    event,
  };
  if (given.unverified === true) draft.unverified = true;
  if (event.context !== undefined) withSignals(draft, event.context, given.seal ?? given.keyed);
  if (event.person?.id) draft.personId = event.person.id;
  if (event.referral) evidenceOf(event, draft);
  const invited = given.unverified === true ? undefined : invitedOf(event, draft, errors);
  if (invited !== undefined) draft.addresses = [given.keyed(addressKey(invited))];
  if (BUYS.has(event.type)) draft.order = orderOf(event, draft.client, errors);
  if (CORRECTS.has(event.type)) draft.correction = correctionOf(event, errors);
  for (const coupon of event.order?.coupons ?? []) draft.coupons.push(normaliseCode(coupon));
  if (identities.length === 0 && draft.personId === undefined && draft.correction?.id === undefined && errors.length === 0) {
    errors.push({
      pointer: "/person",
      code: "person_missing",
      message: "Say who: person.user_id, person.email, person.phone or person.anonymous_id.",
    });
  }
  return errors.length > 0 ? errors : draft;
}

function instantOf(event: CanonicalEvent, errors: FieldError[]): number | null {
  if (event.occurred_at === undefined) return null;
  const at = parseInstant(event.occurred_at);
  if (typeof at === "number") return at;
  errors.push({
    pointer: "/occurred_at",
    code: at,
    message: 'Use an RFC 3339 instant with zone between 1971 and 2099, such as "2026-11-21T10:00:00.000Z".',
  });
  return null;
}

function identitiesOf(event: CanonicalEvent, errors: FieldError[]): Identity[] {
  const { person } = event;
  const out: Identity[] = [];
  if (person === undefined) return out;
  if (person.user_id !== undefined) out.push({ kind: 1, value: person.user_id });
  if (person.email !== undefined) {
    const email = normaliseEmail(person.email);
    if (email) out.push({ kind: 2, value: email });
    else
      errors.push({
        pointer: "/person/email",
        code: "email_malformed",
        message: "Not an e-mail address: send it as name@example.com, or leave it out.",
      });
  }
  if (person.phone !== undefined) {
    const phone = normalisePhone(person.phone);
    if (phone) out.push({ kind: 3, value: phone });
    else
      errors.push({
        pointer: "/person/phone",
        code: "phone_malformed",
        message: 'Send the number in E.164 form such as "+4915112345678".',
      });
  }
  if (person.anonymous_id !== undefined) out.push({ kind: 4, value: person.anonymous_id });
  return out;
}

function refuseAlias(event: CanonicalEvent, errors: FieldError[]): void {
  if (event.person?.anonymous_id === undefined || !isCustomerAlias(event.person.anonymous_id)) return;
  errors.push({
    pointer: "/person/anonymous_id",
    code: "id_reserved",
    message: "This is a shop customer's number, which a browser may not speak for. Send it with a secret key from your server.",
  });
}

/** Who sends what any browser could would find out by the answers who is an advocate, and whom she invited. */
function refuseNamed({ referral }: CanonicalEvent, errors: FieldError[]): void {
  for (const field of ["name", "invite"] as const)
    if (referral?.[field] !== undefined)
      errors.push({
        pointer: `/referral/${field}`,
        code: "server_only",
        message: "A browser may not say this: the answer would tell who is a customer. Send it with a secret key from your server.",
      });
}

/** A link carries the code and click id in its query; a short link carries the code as its last part. */
function evidenceOf(event: CanonicalEvent, draft: Draft): void {
  const r = event.referral as NonNullable<CanonicalEvent["referral"]>;
  if (r.code !== undefined) draft.code = normaliseCode(r.code);
  if (r.click_id !== undefined) draft.clickId = r.click_id;
  if (r.name !== undefined) draft.claimedName = normaliseName(r.name);
  if (r.link === undefined) return;
  const query = /[?&#]gv_click=([^&#]+)/.exec(r.link);
  if (query?.[1]) draft.clickId ??= query[1];
  const code = /[?&#]gv_code=([^&#]+)/.exec(r.link)?.[1] ?? /\/r\/(?:[^/?#]+\/)?([^/?#]+)/.exec(r.link)?.[1];
  if (code && draft.clickId === undefined) draft.code ??= normaliseCode(decodeURIComponentSafe(code));
}

/**
 * The address that an invitation may have gone to: the one that is said, else the friend's own where nothing stronger says who brought her
 * (a code or a click is taken before an invitation, so there is nothing to look up).
 */
function invitedOf(event: CanonicalEvent, draft: Draft, errors: FieldError[]): string | undefined {
  const said = event.referral?.invite;
  if (said === undefined)
    return draft.code === undefined && draft.clickId === undefined ? draft.identities.find((i) => i.kind === 2)?.value : undefined;
  const email = normaliseEmail(said);
  if (email === undefined)
    errors.push({
      pointer: "/referral/invite",
      code: "email_malformed",
      message: "Not an e-mail address: send the one that the invitation went to, or leave it out.",
    });
  return email;
}

function decodeURIComponentSafe(text: string): string {
  return /%(?![0-9A-Fa-f]{2})/.test(text)
    ? text
    : text.replace(/%([0-7][0-9A-Fa-f])/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
