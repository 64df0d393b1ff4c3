/** A review with what it rests on, or the 404. */
import type { z } from "zod";
import { externalId, uuidOf } from "../core/id.ts";
import { notFound } from "../flow/refusal.ts";
import type { Client } from "../store/db.ts";
import { readReview } from "../store/reviews.ts";
import { readHeld } from "../store/risk-gates.ts";
import { readSignals } from "../store/risk-read.ts";
import { workspaceNow } from "../store/workspaces.ts";
import { type evidence, reviewView } from "./views/review.ts";

export async function findReview(workspaceId: string, db: Client, id: string): Promise<z.input<typeof evidence>> {
  const uuid = uuidOf("rvw", id);
  const row = uuid === null ? null : await readReview(workspaceId, db, uuid);
  if (row === null) throw notFound("review");
  const people = [row.friend_id, row.advocate_id];
  const signals = await readSignals(workspaceId, db, { people, now: await workspaceNow(workspaceId, db) });
  const both = [...Map.groupBy(signals, (s) => `${s.kind}|${s.hash}`).values()].filter((list) => list.length > 1);
  const held = await readHeld(workspaceId, db, { program: row.program_id, friend: row.friend_id });
  return {
    ...reviewView(row),
    inputs: row.inputs,
    seen_with: both.map((list) => ({
      kind: list[0]?.kind ?? "",
      value: `hash:${list[0]?.hash ?? ""}`,
      by: list.map((s) => externalId("per", s.person)),
    })),
    rewards: held.map((id) => externalId("rwd", id)),
  };
}
