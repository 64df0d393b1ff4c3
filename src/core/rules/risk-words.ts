/** Why a referral is doubted, in words for the operator who reviews it. */
import type { RiskReason } from "../risk-reasons.ts";
import type { RiskInputs, RiskPoint } from "./risk.ts";

export type RiskLocale = "en" | "de";
type Words = Record<RiskLocale, (i: RiskInputs) => string>;

const WORDS: Readonly<Record<RiskReason, Words>> = {
  blocked: { en: () => "On your block list.", de: () => "Steht auf deiner Sperrliste." },
  same_email: {
    en: () => "Friend and advocate have one mailbox: the addresses differ only in tags or dots.",
    de: () => "Empfehlender und Freund haben dasselbe Postfach: Die Adressen unterscheiden sich nur durch Zusätze oder Punkte.",
  },
  same_phone: { en: () => "Friend and advocate have one phone number.", de: () => "Beide haben dieselbe Telefonnummer." },
  same_payment: {
    en: () => "Friend and advocate paid with one card or account.",
    de: () => "Beide zahlten mit derselben Karte oder demselben Konto.",
  },
  same_device: { en: () => "Friend and advocate used one device.", de: () => "Beide benutzten dasselbe Gerät." },
  same_address: { en: () => "Friend and advocate have one address.", de: () => "Beide haben dieselbe Anschrift." },
  same_household: { en: () => "Friend and advocate have one family name.", de: () => "Beide haben denselben Familiennamen." },
  shared_payment: {
    en: (i) => `${friends(i.others.payment, "en")} of the advocate paid with the same card or account.`,
    de: (i) => `${friends(i.others.payment, "de")} zahlten mit derselben Karte oder demselben Konto.`,
  },
  shared_device: {
    en: (i) => `${friends(i.others.device, "en")} of the advocate used the same device.`,
    de: (i) => `${friends(i.others.device, "de")} benutzten dasselbe Gerät.`,
  },
  shared_address: {
    en: (i) => `${friends(i.others.address, "en")} of the advocate have the same address.`,
    de: (i) => `${friends(i.others.address, "de")} haben dieselbe Anschrift.`,
  },
  disposable_email: {
    en: () => "The friend's e-mail address is a throw-away one.",
    de: () => "Die E-Mail-Adresse ist eine Wegwerfadresse.",
  },
  lookalike_email: {
    en: () => "The friend's e-mail domain looks like a large provider's and is not.",
    de: () => "Die E-Mail-Domain sieht wie die eines großen Anbieters aus und ist es nicht.",
  },
  fast_conversion: {
    en: (i) => `It took ${i.seconds ?? 0} seconds from the touch to the conversion.`,
    de: (i) => `Vom Kontakt bis zum Abschluss vergingen ${i.seconds ?? 0} Sekunden.`,
  },
  velocity: {
    en: (i) => `The advocate had ${i.recent} referrals in a short time.`,
    de: (i) => `${i.recent} Empfehlungen in kurzer Zeit.`,
  },
  minimum_then_refund: {
    en: (i) => `${i.returned} of the advocate's friends ordered just above the minimum and returned all of it.`,
    de: (i) => `${i.returned} bestellten knapp über dem Mindestbetrag und gaben alles zurück.`,
  },
  coupon_site: {
    en: () => "The friend came from a site that publishes coupon codes.",
    de: () => "Der Besuch kam von einer Seite, die Gutscheincodes veröffentlicht.",
  },
  shared_network: {
    en: () => "The same network address. Offices and phones share one: it proves nothing by itself.",
    de: () => "Dieselbe Netzadresse. Büros und Mobilnetze teilen sich eine: Für sich allein beweist das nichts.",
  },
  blocked_network: {
    en: () => "The network address is in a range on your block list.",
    de: () => "Die Netzadresse liegt in einem Bereich deiner Sperrliste.",
  },
};

function friends(n: number, locale: RiskLocale): string {
  if (locale === "de") return n === 1 ? "Ein weiterer Freund und dieser" : `${n} weitere Freunde und dieser`;
  return n === 1 ? "1 other friend" : `${n} other friends`;
}

/** The reasons as sentences, the heaviest first. */
export function riskWords(reasons: readonly RiskPoint[], inputs: RiskInputs, locale: RiskLocale): string[] {
  return reasons.map(({ key }) => WORDS[key][locale](inputs));
}
