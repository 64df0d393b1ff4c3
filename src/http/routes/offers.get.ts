import { z } from "zod";
import { formatInstant } from "../../core/time.ts";
import { notFound, Refusal } from "../../flow/refusal.ts";
import { endpoint } from "../endpoint.ts";
import { readOffer } from "../offer.ts";
import { readerLocale } from "../reader.ts";
import { offer } from "../views/page.ts";

/** What is not there is answered a multiple of this after it was asked, like a link that leads nowhere. */
const STEP_MS = 25;

export default endpoint({
  method: "GET",
  path: "/v1/offers/:code",
  tag: "Links",
  permission: "links:read",
  publishable: true,
  summary: "What a code offers to a friend",
  description:
    "In the reader's words, for a banner in the shop. A code that is unknown, disabled or of a program that is not live is 404, at the " +
    "same time for every reason; who tries many is stopped for a while.",
  params: z.object({ code: z.string().max(64) }),
  query: z.strictObject({ locale: z.string().max(35).optional() }),
  response: offer,
  async handler({ params, query, read, request }) {
    const startedAt = performance.now();
    const { offerGuesses, publicUrl } = request.server.gv;
    const seconds = offerGuesses.isAnyBlocked() ? offerGuesses.blockedFor(request.ip) : 0;
    if (seconds > 0) throw new Refusal("rate_limited", "Too many codes that lead nowhere were tried.", { retryAfter: seconds });
    const locale = readerLocale(query.locale, request.headers["accept-language"]);
    const found = await read((workspaceId, db) => readOffer(workspaceId, db, { code: params.code, locale, publicUrl }));
    if (found === null) {
      offerGuesses.miss(request.ip);
      await new Promise((resolve) => setTimeout(resolve, STEP_MS - ((performance.now() - startedAt) % STEP_MS)));
      throw notFound("code");
    }
    const { endsAt, ...said } = found;
    return { ...said, ends_at: endsAt === null ? null : formatInstant(endsAt) };
  },
});
