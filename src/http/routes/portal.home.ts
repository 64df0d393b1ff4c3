import { z } from "zod";
import { PLACEMENTS } from "../../core/channels.ts";
import { endpoint } from "../endpoint.ts";
import { PUBLIC } from "../permissions.ts";
import { homeOf } from "../portal-home.ts";
import { reading, askedOf } from "../portal-reading.ts";
import { home } from "../views/portal-home.ts";
import { portalQuery } from "../views/portal-lists.ts";

export default endpoint({
  method: "GET",
  path: "/v1/portal",
  tag: "Portal",
  permission: PUBLIC,
  publishable: true,
  member: { query: "person" },
  summary: "A program as an advocate sees it: how it works, her link, what she has",
  description:
    "For a member her own part is in it. A publishable key, or nobody with `workspace`, sees what is public: the program in words, the " +
    "brand, the texts. Everything that is said follows from the program's rules, in the language that is asked for.",
  query: z.strictObject({
    ...portalQuery,
    placement: z.enum(PLACEMENTS).optional().describe("The element that shows it: what is shared from there is counted as that channel."),
  }),
  response: home,
  async handler({ query, request, reply }) {
    const asked = await askedOf(request, reply, query);
    return await reading({ ...asked, context: request.server.gv }, (read) => homeOf(read, query.placement));
  },
});
