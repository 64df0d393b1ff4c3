/** Endpoints of contests, rankings, shares and deliverables, in the order of openapi.json. */
import type { Endpoint } from "./endpoint.ts";
import advocatesPage from "./routes/advocates.page.ts";
import advocatesPerformance from "./routes/advocates.performance.ts";
import advocatesShareTexts from "./routes/advocates.share-texts.ts";
import contestsAccept from "./routes/contests.accept.ts";
import contestsDraw from "./routes/contests.draw.ts";
import contestsEntries from "./routes/contests.entries.ts";
import contestsFreeEntry from "./routes/contests.free-entry.ts";
import contestsFreeze from "./routes/contests.freeze.ts";
import contestsGet from "./routes/contests.get.ts";
import contestsList from "./routes/contests.list.ts";
import deliverablesApprove from "./routes/deliverables.approve.ts";
import deliverablesCreate from "./routes/deliverables.create.ts";
import deliverablesGet from "./routes/deliverables.get.ts";
import deliverablesList from "./routes/deliverables.list.ts";
import deliverablesRefuse from "./routes/deliverables.refuse.ts";
import leaderboardsGet from "./routes/leaderboards.get.ts";
import leaderboardsVisibility from "./routes/leaderboards.visibility.ts";
import programsContentKit from "./routes/programs.content-kit.ts";
import sharesCreate from "./routes/shares.create.ts";
import sharesGet from "./routes/shares.get.ts";
import sharesList from "./routes/shares.list.ts";

export const contestEndpoints: readonly Endpoint[] = [
  contestsList,
  contestsGet,
  contestsEntries,
  contestsFreeEntry,
  contestsFreeze,
  contestsDraw,
  contestsAccept,
  leaderboardsGet,
  leaderboardsVisibility,
  sharesCreate,
  sharesList,
  sharesGet,
  advocatesShareTexts,
  advocatesPage,
  advocatesPerformance,
  programsContentKit,
  deliverablesCreate,
  deliverablesList,
  deliverablesGet,
  deliverablesApprove,
  deliverablesRefuse,
];
