import { z } from "zod";
import { KEPT_DAYS } from "../../flow/closing.ts";
import { COUNTED_KINDS, countHeld, readClosing } from "../../store/closing.ts";
import { endpoint } from "../endpoint.ts";
import { closing, closingView } from "../views/closing.ts";

/** "10,000 and more" says enough. */
const COUNTED = 10_000;

export default endpoint({
  method: "GET",
  path: "/v1/workspaces/closing",
  tag: "Operators",
  permission: "operators:read",
  summary: "What closing the workspace would take with it",
  description: "And whether it is closed. Each is counted to 10,000. What is owed stands in the ledger (`GET /v1/home`).",
  response: z
    .object({
      closing: closing.nullable(),
      kept_days: z.int().describe("For so long a closed workspace can be brought back."),
      held: z.array(z.object({ kind: z.enum(COUNTED_KINDS), count: z.int(), more: z.boolean() })),
    })
    .meta({ id: "WorkspaceClosing" }),
  async handler({ read }) {
    const [state, held] = await read(
      async (workspaceId, db) => [await readClosing(db, workspaceId), await countHeld(workspaceId, db, COUNTED + 1)] as const,
    );
    return {
      closing: closingView(state),
      kept_days: KEPT_DAYS,
      held: COUNTED_KINDS.map((kind) => ({ kind, count: Math.min(held[kind], COUNTED), more: held[kind] > COUNTED })),
    };
  },
});
