/** A share on a network gets a link of its own, so that its visits can be told from those of any other. */
import { type Program, definition } from "../../core/program.ts";
import { externalId } from "../../core/id.ts";
import { UTC, addDuration, parseDuration } from "../../core/time.ts";
import { readAdvocateStatus } from "../../store/advocates-write.ts";
import { readProgram } from "../../store/programs.ts";
import { insertShare } from "../../store/shares.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import type { By } from "../by.ts";
import { type ChangeParts, change } from "../change.ts";
import { addLink } from "../make-link.ts";
import { Refusal, notFound } from "../refusal.ts";

export type ShareWish = { program: string; personId: string; channel: string; url: string | null };

/** Refuses `conflict` where the program does not reward shares or she does not take part, `validation_failed` for another network. */
export async function makeShare(parts: ChangeParts, by: By, wish: ShareWish): Promise<{ shareId: string }> {
  const { workspaceId } = by;
  return await change(parts, by, async (db) => {
    const row = await readProgram(workspaceId, db, wish.program);
    if (row === null) throw notFound("program");
    if (row.live === null || row.status === "ended") throw new Refusal("program_not_live", "The program is not live.");
    const program = definition.parse(row.live);
    const terms = termsOf(program, wish.channel);
    const place = { programId: row.id, personId: wish.personId };
    if ((await readAdvocateStatus(workspaceId, db, place)) !== "active")
      throw new Refusal("conflict", "She does not take part in the program: let her join first.");
    const sharedAt = await workspaceNow(workspaceId, db);
    const link = await addLink(workspaceId, db, { ...place, channel: wish.channel, code: null, kind: "random", ids: parts.ids });
    const shareId = parts.ids.uuid();
    const within = parseDuration(terms.within);
    await insertShare(workspaceId, db, {
      id: shareId,
      program: row.id,
      person: wish.personId,
      link,
      channel: wish.channel,
      url: wish.url,
      needed: terms.visits,
      sharedAt,
      expiresAt: typeof within === "string" ? sharedAt : addDuration(sharedAt, within, UTC),
    });
    const detail = { program: wish.program, channel: wish.channel };
    return { result: { shareId }, deed: { action: "share.created", target: externalId("shr", shareId), detail } };
  });
}

function termsOf(program: Program, channel: string): NonNullable<Program["shares"]> {
  const { shares } = program;
  if (shares === undefined) throw new Refusal("conflict", "The program does not reward shares: it has no section shares.");
  if (shares.channels.length === 0 || shares.channels.includes(channel)) return shares;
  const message = `Shares count on ${shares.channels.join(", ")}.`;
  throw new Refusal("validation_failed", message, { errors: [{ pointer: "/channel", code: "channel_unknown", message }] });
}
