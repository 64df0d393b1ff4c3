/**
 * What speaks against a referral, and how much: the weights are data. A weight of w means: if this were all there is, and fully so, the
 * score would be w. Several reasons add up like doubts: 100 - (100 - a)(100 - b)/100, so that no number of small ones makes a certainty.
 */

export const RISK_REASONS = {
  /** On the business's own block list: person, e-mail domain, device, payment or address. */
  blocked: 100,
  /** The friend's mailbox is the advocate's: the same address without tags, and without dots where the provider ignores them. */
  same_email: 95,
  same_phone: 90,
  same_payment: 80,
  same_device: 60,
  same_address: 45,
  /** The same family name. By itself it says little: people recommend to relatives. */
  same_household: 20,
  /** Friends of one advocate who share what strangers do not. */
  shared_payment: 80,
  shared_device: 60,
  shared_address: 30,
  disposable_email: 55,
  /** A domain that is one typing error, or one look-alike letter, away from a large mail provider's. */
  lookalike_email: 40,
  /** The conversion follows the touch faster than people decide. */
  fast_conversion: 30,
  /** More referrals of one advocate in a short time than the program expects. */
  velocity: 45,
  /** Orders just above the program's minimum that were returned whole. */
  minimum_then_refund: 55,
  /** The visitor came from a site that publishes coupon codes. */
  coupon_site: 45,
  /** The same network address. Offices, schools and phones on one mast share it: never enough by itself, and never for a refusal. */
  shared_network: 20,
  /** An address in a range on the block list: a signal like any network address. */
  blocked_network: 30,
} as const;

export type RiskReason = keyof typeof RISK_REASONS;
export const RISK_KEYS = Object.keys(RISK_REASONS) as RiskReason[];

/** Reasons that rest on a network address alone. */
export const NETWORK_REASONS: ReadonlySet<RiskReason> = new Set(["shared_network", "blocked_network"]);

/** Sites that live from publishing codes. A program adds its own. */
export const COUPON_SITES: readonly string[] = [
  "retailmenot.com",
  "coupons.com",
  "groupon.com",
  "honey.com",
  "joinhoney.com",
  "couponfollow.com",
  "wethrift.com",
  "dealspotr.com",
  "slickdeals.net",
  "simplycodes.com",
  "offers.com",
  "vouchercodes.co.uk",
  "hotukdeals.com",
  "mydealz.de",
  "gutscheine.de",
  "gutscheinpony.de",
  "sparwelt.de",
  "dealabs.com",
];
