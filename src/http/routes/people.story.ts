import { z } from "zod";
import { externalId } from "../../core/id.ts";
import { listReferrals } from "../../store/referrals.ts";
import { readFactsOf, readRewardsOf } from "../../store/stories.ts";
import { endpoint } from "../endpoint.ts";
import { findPerson } from "../lookup.ts";
import { speakerOf } from "../speech.ts";
import { eventHappened, inOrder, rewardHappened, tell } from "../story.ts";
import { referralView } from "../views/referral.ts";
import { personStory } from "../views/story.ts";

const LIMIT = 50;
/** Programs that she is told of: one after the other, the latest first. */
const PROGRAMS = 3;
const ANY = { before: null, limit: 20, program: null, advocateId: null, status: null, stage: null };

export default endpoint({
  method: "GET",
  path: "/v1/people/:person/story",
  tag: "People",
  permission: "people:read",
  summary: "What happened to a person, why, and what she may be told",
  description:
    "Her latest events with their decisions and her latest rewards, in one order, and a text for each program she has a part in.",
  params: z.object({ person: z.string() }),
  response: personStory,
  async handler({ params, read, services, caller, request }) {
    const found = await read(async (workspaceId, db) => {
      const personId = await findPerson(workspaceId, db, params.person);
      const [facts, rewards, referrals] = await Promise.all([
        readFactsOf(workspaceId, db, { personId, limit: LIMIT }),
        readRewardsOf(workspaceId, db, { personId, limit: LIMIT }),
        listReferrals(workspaceId, db, { ...ANY, friendId: personId }),
      ]);
      return { personId, facts, rewards, referrals };
    });
    const person = externalId("per", found.personId);
    const speaker = speakerOf(request);
    const events = found.facts.map((each) => eventHappened(each, (decision) => services.explain(decision, speaker), null));
    const decisions = events.flatMap((each) => each.event!.decisions);
    const programs = [...new Set([...found.rewards.map((each) => each.program), ...decisions.map((each) => each.program)])];
    const ask = { caller, context: request.server.gv, person, friendId: null, as: "advocate" as const };
    const told = [];
    for (const program of programs.slice(0, PROGRAMS)) {
      const reason = decisions.find((each) => each.program === program && each.reason !== null)?.reason ?? null;
      told.push(await tell({ ...ask, program, reason }));
    }
    return {
      person,
      referred_by: found.referrals.map(referralView),
      timeline: inOrder([...events, ...found.rewards.flatMap((each) => rewardHappened(each, speaker))]),
      tell: told.filter((each) => each !== null),
    };
  },
});
