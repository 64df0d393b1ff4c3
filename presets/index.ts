/** The ready-made programs: documents for one engine. `PUT /v1/programs/<key> { "preset": "direct" }` starts from one. */
import type { ProgramDefinition } from "@grapevine/sdk";
import advocacy from "./advocacy.ts";
import affiliate from "./affiliate.ts";
import community from "./community.ts";
import contest from "./contest.ts";
import direct from "./direct.ts";
import employee from "./employee.ts";
import leadExchange from "./lead_exchange.ts";
import loyalty from "./loyalty.ts";
import influencer from "./influencer.ts";
import network from "./network.ts";
import occasion from "./occasion.ts";
import pipeline from "./pipeline.ts";
import partner from "./partner.ts";
import social from "./social.ts";
import subscription from "./subscription.ts";
import tiered from "./tiered.ts";
import twoWay from "./two_way.ts";

export const presets: readonly ProgramDefinition[] = [
  direct,
  twoWay,
  affiliate,
  loyalty,
  advocacy,
  tiered,
  subscription,
  network,
  partner,
  employee,
  pipeline,
  contest,
  social,
  influencer,
  occasion,
  community,
  leadExchange,
];
