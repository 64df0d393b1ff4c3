/** Where a member stands: what she gave and received, how she was thanked, and how far she answers in time. */
import { earlier } from "../core/case.ts";
import { definition } from "../core/program.ts";
import { UTC, compileZone } from "../core/time.ts";
import { type Trust, trustOf } from "../core/trust.ts";
import type { Client } from "../store/db.ts";
import type { ProgramRow } from "../store/programs.ts";
import { type MemberCounts, countMember, readAsked } from "../store/requests.ts";
import { readWorkspace, workspaceNow } from "../store/workspaces.ts";

export type MemberStanding = MemberCounts & { trust: Trust | null };

/** By the rules of the program's newest version, as of the workspace's clock. Null: the program has no requests. */
export async function memberStanding(
  workspaceId: string,
  db: Client,
  of: { program: ProgramRow; personId: string },
): Promise<MemberStanding | null> {
  const program = of.program.live === null ? undefined : definition.parse(of.program.live);
  const rules = program?.requests;
  if (program === undefined || rules === undefined) return null;
  const now = await workspaceNow(workspaceId, db);
  const zone = compileZone(program.zone ?? (await readWorkspace(workspaceId, db))?.zone ?? "UTC") ?? UTC;
  const since = earlier(now, rules.trust.over, zone);
  const member = { programId: of.program.id, personId: of.personId };
  const [counts, asked] = [await countMember(workspaceId, db, member), await readAsked(workspaceId, db, { ...member, since })];
  return { ...counts, trust: trustOf(asked, { since, now, hiddenBelow: rules.trust.hidden_below }) };
}
