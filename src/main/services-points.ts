/** Points, catalogue, levels, gatherings, testimonials: each service a flow with its parts handed in. */
import { cancelRedemption, putItem, redeemItem } from "../flow/catalogue.ts";
import { cancelGathering, changeGathering, createGathering, joinGathering, leaveGathering } from "../flow/gatherings.ts";
import type { MoneyParts } from "../flow/money-parts.ts";
import { spendBalance } from "../flow/spend-balance.ts";
import { approveTestimonial, giveTestimonial, refuseTestimonial } from "../flow/testimonials.ts";
import type { PointsServices } from "../http/services-points.ts";

export function pointsServices(parts: MoneyParts): PointsServices {
  return {
    spendBalance: (by, wish) => spendBalance(parts, by, wish),
    putItem: (by, wish) => putItem(parts, by, wish),
    redeemItem: (by, wish) => redeemItem(parts, by, wish),
    cancelRedemption: (by, input) => cancelRedemption(parts, by, input),
    createGathering: (by, wish) => createGathering(parts, by, wish),
    changeGathering: (by, change) => changeGathering(parts, by, change),
    cancelGathering: (by, id) => cancelGathering(parts, by, id),
    joinGathering: (by, wish) => joinGathering(parts, by, wish),
    leaveGathering: (by, wish) => leaveGathering(parts, by, wish),
    giveTestimonial: (by, wish) => giveTestimonial(parts, by, wish),
    approveTestimonial: (by, id) => approveTestimonial(parts, by, id),
    refuseTestimonial: (by, input) => refuseTestimonial(parts, by, input),
  };
}
