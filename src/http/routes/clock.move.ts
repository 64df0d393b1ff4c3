import { z } from "zod";
import { addDuration, formatInstant, parseDuration, UTC } from "../../core/time.ts";
import { Refusal } from "../../flow/refusal.ts";
import { workspaceNow } from "../../store/workspaces.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { instant, instantInput } from "../schemas.ts";

const body = z.union([
  z.strictObject({ advance: z.string().max(20).describe('Such as "14d", "12 months".') }),
  z.strictObject({ set: instantInput.describe("Not before the sandbox's present.") }),
]);

export default endpoint({
  method: "POST",
  path: "/v1/test_clock",
  tag: "Sandbox",
  permission: "clock:write",
  summary: "Move the sandbox's clock forward",
  sandboxOnly: true,
  description: "What becomes due on the way (holds, periods, waits) is done before the answer. Test keys only.",
  body,
  response: z
    .object({ now: instant, ran: z.record(z.string(), z.int()).describe("What was done, and how often.") })
    .meta({ id: "ClockMoved" }),
  async handler({ body: wish, caller, services, read }) {
    const setTo =
      "set" in wish ? wish.set : await read(async (workspaceId, db) => later(await workspaceNow(workspaceId, db), wish.advance));
    const { now, ran } = await services.moveClock(byOf(caller), { setTo });
    return { now: formatInstant(now), ran };
  },
});

function later(now: number, advance: string): number {
  const duration = parseDuration(advance);
  if (typeof duration !== "string") return addDuration(now, duration, UTC);
  throw new Refusal("validation_failed", "The duration cannot be read.", {
    errors: [{ pointer: "/advance", message: 'Use a duration such as "14d", "48h" or "12 months".', code: duration }],
  });
}
