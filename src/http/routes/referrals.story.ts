import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { listAudit } from "../../store/audit.ts";
import { readLink } from "../../store/links.ts";
import { readJudged, readReview } from "../../store/reviews.ts";
import { readFactsOf, readRewardsFor } from "../../store/stories.ts";
import { endpoint } from "../endpoint.ts";
import { findReferral } from "../lookup.ts";
import { speakerOf } from "../speech.ts";
import { actHappened, boundHappened, eventHappened, inOrder, reviewHappened, rewardHappened, tell } from "../story.ts";
import { referralView } from "../views/referral.ts";
import { reviewView } from "../views/review.ts";
import { referralStory } from "../views/story.ts";

/** Of each kind of thing: more than anybody reads, and a bound for the answer. */
const LIMIT = 100;
const NO_FILTER = { before: null, limit: 20, actor: null, action: null };

export default endpoint({
  method: "GET",
  path: "/v1/referrals/:referral/story",
  tag: "Referrals",
  permission: "referrals:read",
  summary: "What happened to a referral, why, and what both may be told",
  description:
    "Evidence, events with their decisions, rewards, review and what was done by hand, in one order; and a text for the advocate and one " +
    "for the friend, each in her own language and about nobody else.",
  params: z.object({ referral: z.string() }),
  response: referralStory,
  async handler({ params, read, services, caller, request }) {
    const found = await read(async (workspaceId, db) => {
      const row = await findReferral(workspaceId, db, params.referral);
      const [facts, rewards, link, audit, judged] = await Promise.all([
        readFactsOf(workspaceId, db, { personId: row.friend_id, limit: LIMIT }),
        readRewardsFor(workspaceId, db, { program: row.program, friendId: row.friend_id, limit: LIMIT }),
        row.link_id === null ? null : readLink(workspaceId, db, row.link_id),
        listAudit(workspaceId, db, { ...NO_FILTER, target: externalId("ref", row.id) } as Parameters<typeof listAudit>[2]),
        readJudged(workspaceId, db, { programs: [row.program_id], friends: [row.friend_id] }),
      ]);
      const review = judged[0] === undefined ? null : await readReview(workspaceId, db, judged[0].id);
      return { row, facts, rewards, link, audit, review };
    });
    const { row, review } = found;
    const shown = review === null ? null : reviewView(review);
    const speaker = speakerOf(request);
    const events = found.facts.map((each) => eventHappened(each, (decision) => services.explain(decision, speaker), row.program));
    const timeline = inOrder([
      ...boundHappened(row, found.link),
      ...events.filter((each) => each.event!.decisions.length > 0),
      ...found.rewards.flatMap((each) => rewardHappened(each, speaker)),
      ...(review === null
        ? []
        : reviewHappened(
            review,
            shown!.reasons.map((each) => each.words),
          )),
      ...found.audit.map(actHappened),
    ]);
    const reason = events.flatMap((each) => each.event!.decisions).find((each) => each.reason !== null)?.reason ?? null;
    const ask = { caller, context: request.server.gv, program: row.program, friendId: row.friend_id, reason };
    const told = [
      await tell({ ...ask, as: "advocate", person: externalId("per", row.advocate_id) }),
      await tell({ ...ask, as: "friend", person: externalId("per", row.friend_id) }),
    ];
    return { referral: referralView(row), timeline, tell: told.filter((each) => each !== null) };
  },
});
