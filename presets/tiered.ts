/** More for more: the fifth and the fifteenth friend of a quarter raise what each further one is worth. */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "Who takes part: customers who have joined and got a link or code from us. You may leave at any time.",
  "What you get: for each friend who becomes a new customer through your link or code, 10.00 USD for the 1st to 4th of a",
  "calendar quarter, 15.00 USD for the 5th to 14th, and 20.00 USD from the 15th on. Each friend counts with her first order.",
  "When you get it: 14 days after the order. If a friend returns all of it, she no longer counts: her reward is taken back, and",
  "friends after her move up one place, which may lower a reward by 5.00 USD. Returns of a part take off the same part.",
  "How you share: say that you are rewarded, send your link only to people who know you. Your own orders do not count.",
  "Changes: we may change or end the program with effect for new friends. What you have earned stays yours. Rewards may be",
  "taxable income; declaring them is up to you.",
].join("\n");

const TERMS_DE = [
  "Wer mitmacht: Kundinnen und Kunden, die sich angemeldet und von uns einen Link oder Code erhalten haben.",
  "Was du bekommst: für jede Person, die über deinen Link oder Code neu bei uns kauft, 10,00 USD für die 1. bis 4. eines",
  "Kalenderquartals, 15,00 USD für die 5. bis 14. und 20,00 USD ab der 15. Jede Person zählt mit ihrer ersten Bestellung.",
  "Wann du es bekommst: 14 Tage nach der Bestellung. Gibt eine Person alles zurück, zählt sie nicht mehr: Deine Prämie entfällt,",
  "und alle nach ihr rücken einen Platz vor, was eine Prämie um 5,00 USD senken kann. Teilrückgaben mindern anteilig.",
  "Wie du teilst: Sag dazu, dass du eine Prämie erhältst, und schreib nur Menschen, die du kennst. Eigene",
  "Bestellungen zählen nicht.",
  "Änderungen: Wir können das Programm für neue Empfehlungen ändern oder beenden. Verdientes bleibt deins. Prämien können",
  "steuerpflichtig sein; die Erklärung liegt bei dir.",
].join("\n");

export default defineProgram({
  key: "tiered",
  kind: "tiered",
  name: "The more, the merrier",
  description: "10.00 USD a new customer, 15.00 from the 5th and 20.00 from the 15th of a quarter.",
  stages: ["visit", "signup", "order"],
  qualifies_at: "order",
  destination: "https://shop.example/welcome",
  rewards: [{ key: "thanks", when: { stage: "order", nth: 1 }, to: "advocate", give: { cash: "10.00 USD" }, hold: "14d" }],
  tiers: {
    by: "qualified_referrals",
    every: "quarter",
    steps: [{ from: 1 }, { from: 5, multiply: 1.5 }, { from: 15, multiply: 2 }],
  },
  share: {
    channels: ["copy", "email", "whatsapp", "sms", "linkedin", "facebook", "x", "qr"],
    messages: {
      en: {
        message: "I order here and like it, maybe you do too: {link} {disclosure}",
        email_subject: "Something you may like",
        email: "Hi,\n\nI order here regularly and thought of you.\n\n{link}\n\n{disclosure}",
        linkedin_post: "A small recommendation from me, for those who asked: {link}\n\n{disclosure}",
        linkedin_message: "I thought of you when I ordered here again: {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. Here is the shop I mentioned: {link} {disclosure}",
      },
      de: {
        message: "Hier bestelle ich gern, vielleicht ist es auch etwas für dich: {link} {disclosure}",
        email_subject: "Vielleicht etwas für dich",
        email: "Hallo,\n\nich bestelle hier regelmäßig und habe an dich gedacht.\n\n{link}\n\n{disclosure}",
        linkedin_post: "Eine kleine Empfehlung von mir, für alle, die gefragt haben: {link}\n\n{disclosure}",
        linkedin_message: "Als ich hier wieder bestellt habe, habe ich an dich gedacht: {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. Hier der Laden, von dem ich sprach: {link} {disclosure}",
      },
    },
  },
  disclosure: {
    en: "I get 10 to 20 USD if you order through my link.",
    de: "Ich bekomme 10 bis 20 USD, wenn du über meinen Link bestellst.",
  },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
