/** From what stands in a path or a body to the rows it means, or the one 404. */
import type { z } from "zod";
import { normaliseCode } from "../core/code.ts";
import { uuidOf } from "../core/id.ts";
import { normaliseEmail, normalisePhone } from "../core/identity.ts";
import { notFound } from "../flow/refusal.ts";
import type { Client } from "../store/db.ts";
import { canonicalPerson, personByIdentity } from "../store/people.ts";
import { readProgram } from "../store/programs.ts";
import type { ProgramRow } from "../store/programs.ts";
import { readAdvocate, readLink, readLinkByCode } from "../store/links.ts";
import type { AdvocateRow } from "../store/links.ts";
import { readReferral } from "../store/referrals.ts";
import type { ReferralRow } from "../store/referrals.ts";
import { readBatch, readReward } from "../store/rewards.ts";
import { readMainDomain } from "../store/domains.ts";
import { readWorkspace } from "../store/workspaces.ts";
import type { Caller, HttpContext } from "./context.ts";
import type { By } from "../flow/by.ts";
import { rewardView } from "./views/referral.ts";
import type { reward } from "./views/referral.ts";
import { batchView } from "./views/ledger.ts";
import type { batch } from "./views/ledger.ts";
import { linkView } from "./views/link.ts";
import type { link, LinkPlace } from "./views/link.ts";

/** `per_...` or `user_id:...` to the surviving person's uuid. Addresses are looked up by POST, so that none lands in a log. */
export async function findPerson(workspaceId: string, db: Client, reference: string): Promise<string> {
  const uuid = uuidOf("per", reference);
  const found =
    uuid ?? (reference.startsWith("user_id:") ? await personByIdentity(workspaceId, db, { kind: 1, value: reference.slice(8) }) : null);
  const canonical = found === null ? null : await canonicalPerson(workspaceId, db, found);
  if (canonical === null) throw notFound("person");
  return canonical;
}

/** A filter that may be left out: null then. */
export async function findPersonIfGiven(workspaceId: string, db: Client, reference: string | undefined): Promise<string | null> {
  return reference === undefined ? null : await findPerson(workspaceId, db, reference);
}

export type PersonSearch = { email?: string; phone?: string; user_id?: string; anonymous_id?: string; code?: string };

/** The surviving person behind the first identity that finds one, or null. */
export async function searchPerson(workspaceId: string, db: Client, search: PersonSearch): Promise<string | null> {
  const wanted = [
    { kind: 1 as const, value: search.user_id },
    { kind: 2 as const, value: search.email === undefined ? undefined : normaliseEmail(search.email) },
    { kind: 3 as const, value: search.phone === undefined ? undefined : normalisePhone(search.phone) },
    { kind: 4 as const, value: search.anonymous_id },
  ];
  for (const { kind, value } of wanted) {
    const found = value === undefined ? null : await personByIdentity(workspaceId, db, { kind, value });
    if (found !== null) return await canonicalPerson(workspaceId, db, found);
  }
  if (search.code === undefined) return null;
  const link = await readLinkByCode(workspaceId, db, normaliseCode(search.code));
  return link === null ? null : await canonicalPerson(workspaceId, db, link.person_id);
}

/** A program by its key, or the 404. */
export async function findProgram(workspaceId: string, db: Client, key: string): Promise<ProgramRow> {
  const row = await readProgram(workspaceId, db, key);
  if (row === null) throw notFound("program");
  return row;
}

/** What a link's address is made of. */
export async function addressParts(workspaceId: string, db: Client, context: HttpContext): Promise<Required<LinkPlace>> {
  const workspace = await readWorkspace(workspaceId, db);
  const domain = await readMainDomain(workspaceId, db);
  return { publicUrl: context.publicUrl, slug: workspace?.slug ?? "", domain };
}

/** Who makes a change, for flows. */
export function byOf(caller: Caller): By {
  const { workspaceId, actor, requestId, idempotencyKey, steps } = caller;
  return { workspaceId, actor, requestId, idempotencyKey, ...(steps === undefined ? {} : { steps }) };
}

/** A link by its external id as the API shows it, or the 404. */
export async function findLink(
  workspaceId: string,
  db: Client,
  wanted: { id: string; context: HttpContext },
): Promise<z.input<typeof link>> {
  const uuid = uuidOf("lnk", wanted.id);
  const row = uuid === null ? null : await readLink(workspaceId, db, uuid);
  if (row === null) throw notFound("link");
  return linkView(row, await addressParts(workspaceId, db, wanted.context));
}

/** A referral by its external id, or the 404. */
export async function findReferral(workspaceId: string, db: Client, id: string): Promise<ReferralRow> {
  const uuid = uuidOf("ref", id);
  const row = uuid === null ? null : await readReferral(workspaceId, db, uuid);
  if (row === null) throw notFound("referral");
  return row;
}

/** A reward by its external id as the API shows it, or the 404. */
export async function findReward(workspaceId: string, db: Client, id: string): Promise<z.input<typeof reward>> {
  const uuid = uuidOf("rwd", id);
  const row = uuid === null ? null : await readReward(workspaceId, db, uuid);
  if (row === null) throw notFound("reward");
  return rewardView(row);
}

/** A payout batch by its external id as the API shows it, or the 404. */
export async function findBatch(workspaceId: string, db: Client, id: string): Promise<z.input<typeof batch>> {
  const uuid = uuidOf("bat", id);
  const row = uuid === null ? null : await readBatch(workspaceId, db, uuid);
  if (row === null) throw notFound("payout batch");
  return batchView(row);
}

/** A person's part in a program, or the 404. */
export async function findAdvocate(workspaceId: string, db: Client, of: { program: string; person: string }): Promise<AdvocateRow> {
  const row = await readAdvocate(workspaceId, db, { program: of.program, personId: await findPerson(workspaceId, db, of.person) });
  if (row === null) throw notFound("advocate");
  return row;
}
