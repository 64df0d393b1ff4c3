/** What a business's server says of a person in a token that lets her in to her own side. */
import { z } from "zod";

/** The one audience. A token made for anything else is none of ours. */
export const AUDIENCE = "grapevine";
/** A token is worth nothing after this, whatever it says. */
export const TOKEN_SECONDS = 3600;

export const memberClaims = z.object({
  sub: z.string().min(1).max(256),
  iat: z.number().int(),
  exp: z.number().int(),
  email: z.string().max(320).optional(),
  name: z.string().min(1).max(256).optional(),
  locale: z.string().min(2).max(35).optional(),
  program: z.string().min(1).max(64).optional(),
  origin: z.string().max(300).optional(),
});

export type MemberClaims = z.output<typeof memberClaims>;

/** Why claims whose signature is right are refused all the same; null when they are good at this instant (epoch milliseconds). */
export function whyRefused(claims: MemberClaims, now: number): string | null {
  if (claims.exp - claims.iat > TOKEN_SECONDS) return "It is good for more than an hour: make tokens for an hour at most.";
  if (claims.exp * 1000 <= now) return "It has expired: ask your server for a new one.";
  // A minute, for clocks that go apart.
  if (claims.iat * 1000 > now + 60_000) return "It was made in the future: look at the clock of the server that signs.";
  return null;
}
