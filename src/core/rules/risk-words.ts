/** Why a referral is doubted, in words for the operator who reviews it. */
import type { RiskReason } from "../risk-reasons.ts";
import type { RiskInputs, RiskPoint } from "./risk.ts";

const WORDS: Readonly<Record<RiskReason, (i: RiskInputs) => string>> = {
  blocked: () => "It is on your block list.",
  same_email: () => "Friend and advocate have one mailbox: the addresses differ only in tags or dots.",
  same_phone: () => "Friend and advocate have one phone number.",
  same_payment: () => "Friend and advocate paid with one card or account.",
  same_device: () => "Friend and advocate used one device.",
  same_address: () => "Friend and advocate have one address.",
  same_household: () => "Friend and advocate have one family name.",
  shared_payment: ({ others: { payment } }) =>
    `${payment === 1 ? "1 other friend" : `${payment} other friends`} of the advocate paid with the same card or account.`,
  shared_device: ({ others: { device } }) =>
    `${device === 1 ? "1 other friend" : `${device} other friends`} of the advocate used the same device.`,
  shared_address: ({ others: { address } }) =>
    address === 1
      ? "1 other friend of the advocate has the same address."
      : `${address} other friends of the advocate have the same address.`,
  disposable_email: () => "The friend's e-mail address is a throw-away one.",
  lookalike_email: () => "The friend's e-mail domain looks like a large provider's and is not.",
  fast_conversion: ({ seconds }) =>
    seconds === 1
      ? "It took 1 second from the touch to the conversion."
      : `It took ${seconds ?? 0} seconds from the touch to the conversion.`,
  velocity: ({ recent }) => `The advocate had ${recent} referrals in a short time.`,
  minimum_then_refund: ({ returned }) => `${returned} of the advocate's friends ordered just above the minimum and returned all of it.`,
  coupon_site: () => "The friend came from a site that publishes coupon codes.",
  shared_network: () => "The same network address. Offices and phones share one: it proves nothing by itself.",
  blocked_network: () => "The network address is in a range on your block list.",
};

/** The reasons as sentences, the heaviest first. */
export function riskWords(reasons: readonly RiskPoint[], inputs: RiskInputs): string[] {
  return reasons.map(({ key }) => WORDS[key](inputs));
}
