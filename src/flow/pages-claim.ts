/** A friend takes an offer by leaving her address: a lead or sign-up fact, with the code and the click that brought her. */
import type { CanonicalEvent } from "../core/event.ts";
import { normaliseEmail } from "../core/identity.ts";
import type { EventDoor, Hashes } from "./ports.ts";

export type ClaimWish = {
  workspaceId: string;
  program: string;
  event: "lead" | "signup";
  email: string;
  code: string;
  click: string | null;
  locale: string;
};

/**
 * Takes a claim. The same address again is the same claim: nothing is given twice, whoever sends it. Nobody has shown yet that the address
 * is hers, so the event changes nothing of a person who is known; what is given goes to the address. @returns false for what is no address.
 */
export async function claimOffer(parts: { events: EventDoor; hashes: Hashes }, wish: ClaimWish): Promise<boolean> {
  const email = normaliseEmail(wish.email);
  if (email === undefined) return false;
  // A sign-up happens once; a lead may come by several people.
  const about = wish.event === "signup" ? wish.program : `${wish.program}|${wish.code}`;
  const event: CanonicalEvent = {
    type: wish.event,
    id: `claim-${parts.hashes.keyed(`claim|${about}|${email}`)}`,
    program: wish.program,
    person: { email, attributes: { locale: wish.locale } },
    referral: { code: wish.code, ...(wish.click === null ? {} : { click_id: wish.click }) },
    context: { channel: "landing", locale: wish.locale },
  };
  await parts.events.submit(wish.workspaceId, [event], { unverified: true, door: "page" });
  return true;
}
