/** A campaign around an occasion: for a few days everything counts double, by the clocks where the shop is. */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "Who takes part: customers who have joined and got a link or code from us. You may leave at any time.",
  "What you get: 10.00 USD of credit for each friend who becomes a new customer through your link or code with an order of at",
  "least 40.00 USD, and 20.00 USD when that order is placed between Friday, 26 March 2027, 18:00, and Monday, 29 March 2027, 06:00,",
  "in the time zone of the shop. What counts is when the order was placed, not when we hear of it; a friend you recommended before",
  "counts too. At most 20 friends a month count.",
  "When you get it: 14 days after the order. If your friend returns part of the order, the same part of the credit is taken back.",
  "How you share: say that you are rewarded, send your link only to people who know you. Your own orders do not count.",
  "Changes: we may change or end the program with effect for new friends. What you have earned stays yours. Credit is not paid",
  "out in cash.",
].join("\n");

const TERMS_DE = [
  "Wer mitmacht: Kundinnen und Kunden, die sich angemeldet und von uns einen Link oder Code erhalten haben.",
  "Was du bekommst: 10,00 USD Guthaben für jede Person, die über deinen Link oder Code neu bei uns für mindestens 40,00 USD kauft,",
  "und 20,00 USD, wenn diese Bestellung zwischen Freitag, 26. März 2027, 18:00 Uhr, und Montag, 29. März 2027, 06:00 Uhr, in der",
  "Zeitzone des Geschäfts aufgegeben wird. Es zählt, wann bestellt wurde, nicht, wann wir davon erfahren; auch wen du schon vorher",
  "empfohlen hast, zählt mit. Im Monat zählen höchstens 20 Personen.",
  "Wann du es bekommst: 14 Tage nach der Bestellung. Teilrückgaben mindern das Guthaben anteilig.",
  "Wie du teilst: Sag dazu, dass du Guthaben erhältst, und schreib nur Menschen, die du kennst. Eigene",
  "Bestellungen zählen nicht.",
  "Änderungen: Wir können das Programm für neue Empfehlungen ändern oder beenden. Verdientes bleibt deins. Guthaben wird nicht",
  "in bar ausgezahlt.",
].join("\n");

export default defineProgram({
  key: "occasion",
  kind: "occasion",
  name: "Double at Easter",
  description: "10.00 USD of credit a new customer, double over the Easter weekend, by the clocks of the workspace's time zone.",
  stages: ["visit", "signup", "order"],
  qualifies_at: "order",
  destination: "https://shop.example/easter",
  rewards: [
    {
      key: "thanks",
      when: { stage: "order", nth: 1, where: { "order.total": { gte: "40.00 USD" } } },
      to: "advocate",
      give: { credit: "10.00 USD" },
      hold: "14d",
      limit: { per: "advocate", count: 20, every: "month" },
    },
  ],
  bonuses: [{ key: "easter", from: "2027-03-26T18:00:00", to: "2027-03-29T06:00:00", multiply: 2 }],
  share: {
    channels: ["copy", "email", "whatsapp", "sms", "linkedin", "facebook", "x", "qr"],
    messages: {
      en: {
        message: "If you have been meaning to order, this weekend is a good one: {link} {disclosure}",
        email_subject: "For the Easter weekend",
        email:
          "Hi,\n\nI order here and like it. If you try it this weekend, it helps me a little more than usual.\n\n{link}\n\n{disclosure}",
        linkedin_post: "For the Easter weekend, a shop I like to order from: {link}\n\n{disclosure}",
        linkedin_message: "Here is the shop I mentioned; this weekend is a good time to try it: {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. Here is the shop I mentioned: {link} {disclosure}",
      },
      de: {
        message: "Falls du sowieso bestellen wolltest, dann gern an diesem Wochenende: {link} {disclosure}",
        email_subject: "Für das Osterwochenende",
        email:
          "Hallo,\n\nich bestelle hier gern. Probierst du es an diesem Wochenende aus, hilft es mir mehr.\n\n{link}\n\n{disclosure}",
        linkedin_post: "Für das Osterwochenende ein Geschäft, bei dem ich gern bestelle: {link}\n\n{disclosure}",
        linkedin_message:
          "Hier ist das Geschäft, von dem ich sprach; dieses Wochenende passt gut zum Ausprobieren: {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. Hier das Geschäft, von dem ich sprach: {link} {disclosure}",
      },
    },
  },
  disclosure: {
    en: "I get 10 USD of credit if you order through my link, and 20 USD over Easter.",
    de: "Ich bekomme 10 USD Guthaben, wenn du über meinen Link bestellst, zu Ostern 20 USD.",
  },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
