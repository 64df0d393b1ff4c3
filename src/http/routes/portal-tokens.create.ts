import { z } from "zod";
import { TOKEN_SECONDS } from "../../core/portal.ts";
import { formatInstant } from "../../core/time.ts";
import { endpoint } from "../endpoint.ts";
import { byOf } from "../lookup.ts";
import { instant } from "../schemas.ts";

export default endpoint({
  method: "POST",
  path: "/v1/portal/tokens",
  tag: "Portal",
  permission: "portal:write",
  summary: "Make a token that lets a person in to her own side",
  description:
    "For a server that would rather ask than sign. Signed with the workspace's newest portal key. Whoever has the token is that person: " +
    "give it to nobody but the page that she is signed in to.",
  idempotent: "shown_once",
  body: z
    .strictObject({
      user_id: z.string().min(1).max(256),
      email: z.string().max(320).optional(),
      name: z.string().min(1).max(256).optional(),
      locale: z.string().min(2).max(35).optional(),
      program: z.string().min(1).max(64).optional(),
      origin: z.url().max(300).optional().describe("The origin of the page: no other page can use the token."),
      seconds: z.int().min(60).max(TOKEN_SECONDS).default(TOKEN_SECONDS),
    })
    .meta({ id: "PortalTokenWish" }),
  response: z.object({ token: z.string(), expires_at: instant }).meta({ id: "PortalToken" }),
  status: 201,
  async handler({ body, caller, services }) {
    const { user_id: userId, ...rest } = body;
    const { token, expiresAt } = await services.portal.mintToken(byOf(caller), { userId, ...rest });
    return { token, expires_at: formatInstant(expiresAt) };
  },
});
