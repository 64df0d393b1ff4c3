/** Every kind's own list by its name. */
import type { Items, Lister, Page } from "./portal-item.ts";
import { claimItems, vacancyItems } from "./portal-items-claims.ts";
import { caseItems, leadItems, requestItems, slipItems } from "./portal-items-circles.ts";
import { catalogueItems, deliverableItems, gatheringItems, shareItems } from "./portal-items-things.ts";
import type { OwnReading } from "./portal-reading.ts";
import type { LISTS } from "./views/portal-lists.ts";

const LISTERS: Readonly<Record<(typeof LISTS)[number], Lister>> = {
  claim: claimItems,
  deals: claimItems,
  vacancies: vacancyItems,
  leads: leadItems,
  requests: requestItems,
  slips: slipItems,
  cases: caseItems,
  deliverables: deliverableItems,
  shares: shareItems,
  gatherings: gatheringItems,
  catalogue: catalogueItems,
};

export function listOf(read: OwnReading, list: (typeof LISTS)[number], page: Page): Promise<Items> {
  return LISTERS[list](read, page);
}
