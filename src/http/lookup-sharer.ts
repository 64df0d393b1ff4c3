/** An advocate with the program as it is live and the link that she shows: a chosen one before a random one, without a channel first. */
import { uuidOf } from "../core/id.ts";
import { type Program, definition } from "../core/program.ts";
import { notFound } from "../flow/refusal.ts";
import type { Client } from "../store/db.ts";
import { listLinks } from "../store/links.ts";
import { readShare } from "../store/shares.ts";
import type { HttpContext } from "./context.ts";
import { addressParts, findAdvocate, findPerson, findProgram } from "./lookup.ts";
import { linkUrl } from "./views/link.ts";

export type Sharer = { personId: string; programId: string; program: Program; link: { code: string; url: string } };
type Wanted = { person: string; program: string; share?: string | undefined; context: HttpContext };

/** Enough to find the ones that were made on joining and those she chose. */
const LINKS = 200;

export async function findSharer(workspaceId: string, db: Client, wanted: Wanted): Promise<Sharer> {
  const row = await findProgram(workspaceId, db, wanted.program);
  if (row.live === null) throw notFound("program");
  await findAdvocate(workspaceId, db, { program: wanted.program, person: wanted.person });
  const personId = await findPerson(workspaceId, db, wanted.person);
  const at = await addressParts(workspaceId, db, wanted.context);
  const link = wanted.share === undefined ? await ownLink(workspaceId, db, { personId, program: wanted.program }) : null;
  const shared = wanted.share === undefined ? null : await shareLink(workspaceId, db, { personId, id: wanted.share });
  const chosen = link ?? shared;
  if (chosen === null) throw notFound(wanted.share === undefined ? "link" : "share");
  const program = definition.parse(row.live);
  return { personId, programId: row.id, program, link: { code: chosen.code, url: linkUrl(chosen, at) } };
}

type Chosen = { code: string; kind: "random" | "vanity" | "coupon" };

async function ownLink(workspaceId: string, db: Client, of: { personId: string; program: string }): Promise<Chosen | null> {
  const links = await listLinks(workspaceId, db, { before: null, limit: LINKS, personId: of.personId, program: of.program });
  const open = links.filter((each) => each.disabled_at === null && each.kind !== "coupon");
  return open.find((each) => each.kind === "vanity") ?? open.findLast((each) => each.channel === null) ?? open.at(-1) ?? null;
}

async function shareLink(workspaceId: string, db: Client, of: { personId: string; id: string }): Promise<Chosen | null> {
  const uuid = uuidOf("shr", of.id);
  const share = uuid === null ? null : await readShare(workspaceId, db, uuid);
  return share === null || share.person !== of.personId ? null : { code: share.code, kind: share.codeKind };
}
