/** All pages that links lead to, put together. */
import type { FastifyInstance } from "fastify";
import { addAssociation } from "./association.ts";
import { addLandingClaims } from "./landing-claim.ts";
import { createDoor } from "./landing-door.ts";
import type { LandingParts } from "./landing-door.ts";
import { addPublicOffers } from "./landing-public.ts";
import { addLanding } from "./landing.ts";

/** Adds them in a scope with a page's headers. */
export function addLandingPages(app: FastifyInstance, parts: LandingParts): void {
  const door = createDoor(app, parts);
  addLanding(door);
  addLandingClaims(door);
  addPublicOffers(door, parts.images);
  addAssociation(app, parts.hosts);
}
