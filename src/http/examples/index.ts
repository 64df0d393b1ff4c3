/** The examples of the reference, in the order in which they make a story. */
import { announcements } from "./announcements.ts";
import { circles } from "./circles.ts";
import { claims } from "./claims.ts";
import { content } from "./content.ts";
import { contests } from "./contests.ts";
import { doors } from "./doors.ts";
import { ends } from "./ends.ts";
import type { Example } from "./example.ts";
import { experiments } from "./experiments.ts";
import { friends } from "./friends.ts";
import { home } from "./home.ts";
import { money } from "./money.ts";
import { operators } from "./operators.ts";
import { pages } from "./pages.ts";
import { points } from "./points.ts";
import { portalReads } from "./portal-reads.ts";
import { portal } from "./portal.ts";
import { segments } from "./segments.ts";
import { start } from "./start.ts";
import { told } from "./told.ts";

export const examples: readonly Example[] = [
  ...start,
  ...friends,
  ...told,
  ...home,
  ...operators,
  ...money,
  ...points,
  ...segments,
  ...claims,
  ...contests,
  ...circles,
  ...pages,
  ...content,
  ...announcements,
  ...experiments,
  ...portal,
  ...portalReads,
  ...doors,
  ...ends,
];
