/** Is it hers? For endpoints that name a thing and not its person; each says no to what is not there too. */
import { uuidOf } from "../core/id.ts";
import { readAdvocateStatus } from "../store/advocates-write.ts";
import { readClaim } from "../store/claims.ts";
import type { Client } from "../store/db.ts";
import { readLead, speaksFor } from "../store/leads.ts";
import { readLink } from "../store/links.ts";
import { readCompany } from "../store/people.ts";
import { readProgram } from "../store/programs.ts";
import { readRequest } from "../store/requests.ts";
import { readReward } from "../store/rewards.ts";
import type { Asked } from "./member.ts";

/** A reward that is owed to her. */
export async function ownsReward(workspaceId: string, db: Client, { personId, params }: Asked): Promise<boolean> {
  const id = uuidOf("rwd", params["reward"] ?? "");
  const row = id === null ? null : await readReward(workspaceId, db, id);
  return row !== null && row.recipient_id === personId;
}

/** A link of hers. */
export async function ownsLink(workspaceId: string, db: Client, { personId, params }: Asked): Promise<boolean> {
  const id = uuidOf("lnk", params["link"] ?? "");
  const row = id === null ? null : await readLink(workspaceId, db, id);
  return row !== null && row.person_id === personId;
}

/** A claim that she made: the first of its claimants. */
export async function ownsClaim(workspaceId: string, db: Client, { personId, params }: Asked): Promise<boolean> {
  const id = uuidOf("clm", params["claim"] ?? "");
  const row = id === null ? null : await readClaim(workspaceId, db, id);
  return row !== null && row.shares[0]?.person === personId;
}

/** A lead from or to a company that she speaks for. */
export async function ownsLead(workspaceId: string, db: Client, { personId, params }: Asked): Promise<boolean> {
  const id = uuidOf("led", params["lead"] ?? "");
  const row = id === null ? null : await readLead(workspaceId, db, id);
  if (row === null) return false;
  const speaks = (companyId: string): Promise<boolean> => speaksFor(workspaceId, db, { companyId, personId });
  return (await speaks(row.from_company)) || (await speaks(row.to_company));
}

/** A list of leads from or to her own company, and of no other pair. */
export async function ownsLeads(workspaceId: string, db: Client, { personId, query }: Asked): Promise<boolean> {
  const named = [query["from"], query["to"]].filter((each) => typeof each === "string");
  for (const each of named) {
    const company = await readCompany(workspaceId, db, { id: uuidOf("com", each), externalId: each });
    if (company !== null && (await speaksFor(workspaceId, db, { companyId: company.id, personId }))) return true;
  }
  return false;
}

/** A request that she made, or that she is asked. */
export async function ownsRequest(workspaceId: string, db: Client, { personId, params }: Asked): Promise<boolean> {
  const id = uuidOf("req", params["request"] ?? "");
  const row = id === null ? null : await readRequest(workspaceId, db, id);
  if (row === null) return false;
  if (row.from_id === personId || row.to_id === personId) return true;
  return row.to_id === null && (await readAdvocateStatus(workspaceId, db, { programId: row.program_id, personId })) === "active";
}

/** She takes part in the program that the body or the query names. */
export async function takesPart(workspaceId: string, db: Client, { personId, body, query, params }: Asked): Promise<boolean> {
  const key = body["program"] ?? query["program"] ?? params["program"];
  const program = typeof key === "string" ? await readProgram(workspaceId, db, key) : null;
  return program !== null && (await readAdvocateStatus(workspaceId, db, { programId: program.id, personId })) === "active";
}
