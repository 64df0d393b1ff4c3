import { Readable } from "node:stream";
import { z } from "zod";
import { Refusal } from "../../flow/refusal.ts";
import { readEntryPage } from "../../store/contest-entries.ts";
import { endpoint } from "../endpoint.ts";
import { findContest } from "../lookup-contest.ts";
import type { Read } from "../context.ts";

/** A page at a time and a connection only while it is read: a slow reader keeps none. */
async function* linesOf(read: Read, contestId: string): AsyncGenerator<string, void, void> {
  for (let after = ""; ; ) {
    const from = after;
    const page = await read((workspaceId, db) => readEntryPage(workspaceId, db, { contestId, after: from }));
    if (page === null) return;
    yield page.text;
    after = page.last;
  }
}

export default endpoint({
  method: "GET",
  path: "/v1/contests/:contest/entries",
  tag: "Contests",
  permission: "contests:read",
  summary: "The published list of entries",
  description:
    "A line a participant: pseudonym, blank, entries. Its SHA-256 is `draw.entries_hash` of the contest. " +
    "`examples/verify-draw` checks a draw.",
  produces: "text/plain; charset=utf-8",
  params: z.object({ contest: z.string() }),
  response: z.string(),
  async handler({ params, read }) {
    const row = await read((workspaceId, db) => findContest(workspaceId, db, params.contest));
    if (row.entriesHash === null) throw new Refusal("conflict", "The list is shown when the contest is frozen.");
    return Readable.from(linesOf(read, row.id));
  },
});
