/** What http needs from flow for points, the catalogue, levels, gatherings and testimonials. Part of `Services`. */
import type { By } from "../flow/by.ts";
import type { ItemWish, RedemptionAnswer } from "../flow/catalogue.ts";
import type { GatheringWish, PlaceAnswer, PlaceWish } from "../flow/gatherings.ts";
import type { Spending, Spent } from "../flow/spend-balance.ts";
import type { TestimonialWish } from "../flow/testimonials.ts";

export type PointsServices = {
  /** Refuses `insufficient_balance`. The same Idempotency-Key again is the same redemption. */
  spendBalance(by: By, wish: Spending): Promise<Spent>;
  putItem(by: By, wish: ItemWish): Promise<void>;
  redeemItem(by: By, wish: { item: string; personId: string; reference: string | null }): Promise<RedemptionAnswer>;
  cancelRedemption(by: By, input: { redemptionId: string; reason: string }): Promise<void>;

  createGathering(by: By, wish: GatheringWish): Promise<string>;
  changeGathering(by: By, change: { id: string; title?: string; description?: string; startsAt?: number; seats?: number }): Promise<void>;
  cancelGathering(by: By, gatheringId: string): Promise<void>;
  /** Of any number at once exactly the seats are filled; the others wait in the order of joining. */
  joinGathering(by: By, wish: PlaceWish): Promise<PlaceAnswer>;
  leaveGathering(by: By, wish: PlaceWish): Promise<PlaceAnswer>;

  giveTestimonial(by: By, wish: TestimonialWish): Promise<string>;
  /** Refuse `conflict` for one that was decided otherwise; doing the same again changes nothing. */
  approveTestimonial(by: By, testimonialId: string): Promise<void>;
  refuseTestimonial(by: By, input: { id: string; reason: string }): Promise<void>;
};
