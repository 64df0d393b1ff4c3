/** Pages that friends meet: each service a flow with its parts handed in. */
import { claimOffer } from "../flow/pages-claim.ts";
import { setShown } from "../flow/pages-shown.ts";
import type { ChangeParts } from "../flow/change.ts";
import type { EventDoor, Hashes } from "../flow/ports.ts";
import type { PageServices } from "../http/services-pages.ts";

export function pageServices(parts: ChangeParts & { hashes: Hashes }, events: EventDoor): PageServices {
  return { claimOffer: (wish) => claimOffer({ hashes: parts.hashes, events }, wish), setShown: (by, wish) => setShown(parts, by, wish) };
}
