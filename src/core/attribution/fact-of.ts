/** What is kept of a draft as a fact: its parts, its evidence looked up once, and the values that conditions read. */
import type { Book, Entry, LinkRow, PersonRow } from "../book.ts";
import type { Scalar } from "../condition.ts";
import type { Evidence, Fact, Reason } from "../facts.ts";
import { eligibilityInput } from "../eligible.ts";
import { derivedUuid } from "../id.ts";
import { mailNormalForm, normaliseEmail, normaliseName } from "../identity.ts";
import type { Draft } from "../ingest/normalise.ts";
import { canonical } from "./resolve.ts";

/** The fact of an admitted draft. Its id follows from the client's own id, so that a replay makes the same row. */
export function factOf(book: Book, draft: Draft, found: { at: number; person: PersonRow | null }): Fact {
  const { event } = draft;
  const { at, person } = found;
  const fact: Fact = {
    id: derivedUuid(book.digest(`fact|${book.workspace}|${draft.client}`), at),
    client: draft.client,
    type: draft.type,
    at,
    person: person?.id ?? null,
  };
  if (draft.order) fact.order = draft.order;
  if (draft.correction) fact.correction = draft.correction;
  const evidence = evidenceOf(book, draft, at);
  if (typeof evidence === "string") fact.evidenceProblem = evidence;
  else if (evidence.length > 0) fact.evidence = evidence;
  if (event.program !== undefined) fact.program = event.program;
  if (event.stage !== undefined) fact.stage = event.stage;
  if (event.name !== undefined) fact.name = event.name;
  if (event.subject !== undefined) fact.subject = event.subject;
  if (event.value !== undefined) fact.value = event.value;
  if (event.currency !== undefined) fact.currency = event.currency;
  if (event.quantity !== undefined) fact.quantity = event.quantity;
  if (event.context?.channel !== undefined) fact.channel = event.context.channel;
  if (draft.between !== undefined) fact.between = draft.between;
  if (draft.rule !== undefined) fact.rule = draft.rule;
  if (draft.basis !== undefined) fact.basis = draft.basis;
  if (book.world.recorded.size > 0) recordInputs(book, fact, { draft, person });
  return fact;
}

function evidenceOf(book: Book, draft: Draft, at: number): Evidence[] | Reason {
  const out: Evidence[] = [];
  let problem: Reason | undefined;
  const codes = draft.code === undefined ? draft.coupons : [draft.code, ...draft.coupons];
  for (const code of codes) {
    const link = book.linksByCode.get(code);
    if (link === undefined) {
      if (code === draft.code) problem = "unknown_code";
    } else if (link.disabledAt !== null && link.disabledAt <= at) problem = "link_disabled";
    else if (link.advocateStatus === "left") problem = "advocate_left";
    else if (isHerself(link, draft)) problem = "self_referral";
    else out.push(codeEvidence(book, link, at));
  }
  const click = draft.click;
  const link = click && book.linksById.get(click.link);
  if (click && link) {
    if (link.advocateStatus === "left") problem = "advocate_left";
    else if (isHerself(link, draft)) problem = "self_referral";
    else
      out.push({
        kind: "link",
        program: link.program,
        advocate: canonical(book, link.person),
        link: link.id,
        at: click.at,
      });
  } else if (draft.clickId !== undefined) problem ??= "unknown_code";
  out.push(...namedEvidence(book, draft, at));
  if (draft.claim !== undefined) out.push(claimEvidence(book, draft.claim, at));
  return out.length === 0 && problem !== undefined ? problem : out;
}

/** A name counts where it is one advocate's of the program and no other's. An invitation is as old as it is. */
function namedEvidence(book: Book, draft: Draft, at: number): Evidence[] {
  const out: Evidence[] = [];
  const { program: only } = draft.event;
  const about = (program: string): boolean => only === undefined || book.world.byId.get(program)?.key === only;
  const namesakes = (draft.claimedName === undefined ? undefined : book.named.get(`name:${draft.claimedName}`)) ?? [];
  for (const { program, advocate } of namesakes)
    if (about(program) && namesakes.filter((each) => each.program === program).length === 1)
      out.push({ kind: "name", program, advocate, at });
  for (const address of draft.addresses ?? [])
    for (const each of book.named.get(`invite:${address}`) ?? [])
      if (about(each.program)) out.push({ kind: "invite", program: each.program, advocate: each.advocate, at: each.at ?? at });
  return out;
}

function claimEvidence(book: Book, claim: NonNullable<Draft["claim"]>, at: number): Evidence {
  const evidence: Evidence = {
    kind: "claim",
    program: claim.program,
    advocate: canonical(book, claim.advocate),
    at: Math.min(claim.at ?? at, at),
  };
  if (claim.team !== undefined) evidence.team = claim.team.map((m) => ({ person: canonical(book, m.person), share: m.share }));
  return evidence;
}

/** The advocate under another user id: the same mailbox, however it is written (dots, plus tags, case). */
function isHerself(link: LinkRow, draft: Draft): boolean {
  const own = draft.identities.find((i) => i.kind === 2)?.value;
  if (own === undefined || link.email === null) return false;
  const hers = normaliseEmail(link.email);
  return hers !== undefined && mailNormalForm(own) === mailNormalForm(hers);
}

/** The code itself is kept only where a program knows it to be public, for it may be somebody's name: the link says the rest. */
function codeEvidence(book: Book, link: LinkRow, at: number): Evidence {
  const evidence: Evidence = { kind: "code", program: link.program, advocate: canonical(book, link.person), link: link.id, at };
  const versions = book.world.byId.get(link.program)?.versions ?? [];
  if (versions.some((v) => v.compiled.publicCodes.has(link.codeKey))) evidence.code = link.codeKey;
  return evidence;
}

/** Copies what conditions read about the person and the event, so that a later fold reads what was true then. */
function recordInputs(book: Book, fact: Fact, from: { draft: Draft; person: PersonRow | null }): void {
  const { event } = from.draft;
  const attributes: Record<string, unknown> = { ...from.person?.attributes, ...event.person?.attributes };
  const inputs: Record<string, Scalar> = {};
  for (const field of book.world.recorded) {
    let value: unknown;
    if (field.startsWith("event.properties.")) value = event.properties?.[field.slice(17)];
    else if (field.startsWith("advocate.attributes.")) value = from.draft.advocate?.[field.slice(20)];
    else if (field.startsWith("person.attributes.")) value = attributes[field.slice(18)];
    else if (field === "person.country") value = attributes.country;
    else if (field === "person.region" || field === "person.age") value = eligibilityInput(field, attributes, fact.at);
    else if (field === "person.language") value = attributes.language ?? event.context?.locale?.slice(0, 2);
    else if (field === "person.company") value = event.person?.company ?? book.companies.get(from.person?.company ?? "")?.external;
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") inputs[field] = value;
  }
  fact.inputs = inputs;
}

/**
 * Names, addresses and free properties: kept apart from the fact, under the person that the event is about, and forgettable.
 * Undefined: about somebody who was erased; nothing more is kept of her.
 */
export function privateOf(draft: Draft, of: string | null | undefined): Entry["privateData"] {
  const { person, context, properties } = draft.event;
  if (of === undefined) return undefined;
  const out: NonNullable<Entry["privateData"]> = { of };
  if (person !== undefined) {
    const { company: _company, id: _id, ...known } = person;
    if (known.name !== undefined) known.name = normaliseName(known.name);
    // Who is named by her id alone may still be told a name: what is told of nobody's is not kept.
    if (draft.identities.length > 0 || (draft.personId !== undefined && Object.keys(known).length > 0)) out.person = known;
  }
  if (context !== undefined || properties !== undefined)
    out.event = draft.signals === undefined ? { context, properties } : { context, properties, signals: draft.signals };
  return out.person || out.event ? out : undefined;
}
