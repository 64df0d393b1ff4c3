/** The ready-made programs: documents for one engine. `PUT /v1/programs/<key> { "preset": "direct" }` starts from one. */
import type { ProgramDefinition } from "@grapevine/sdk";
import affiliate from "./affiliate.ts";
import direct from "./direct.ts";
import network from "./network.ts";
import subscription from "./subscription.ts";
import tiered from "./tiered.ts";
import twoWay from "./two_way.ts";

export const presets: readonly ProgramDefinition[] = [direct, twoWay, affiliate, tiered, subscription, network];
