/** Both get something: the friend a coupon for the first order, the advocate credit when that order is placed. */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "Who takes part: customers who have joined and got a link or code from us. You may leave at any time.",
  "What your friend gets: a coupon of 20 % when she signs up through your link. It is valid for 30 days, once, and only for her.",
  "What you get: 20.00 USD of credit when your friend, a new customer, places her first order of at least 50.00 USD. A smaller",
  "order before it does no harm. At most 20 friends a month count.",
  "When you get it: 14 days after that order. If returns bring it below 50.00 USD, all of the credit is taken back; if you have",
  "used it already, it is set off against your next credit.",
  "How you share: say that you are rewarded, send your link only to people who know you, and do not post the coupon on coupon",
  "sites. Your own orders do not count.",
  "Changes: we may change or end the program with effect for new friends. What you have earned stays yours. Credit is not paid",
  "out in cash.",
].join("\n");

const TERMS_DE = [
  "Wer mitmacht: Kundinnen und Kunden, die sich angemeldet und von uns einen Link oder Code erhalten haben.",
  "Was die empfohlene Person bekommt: einen Gutschein über 20 %, wenn sie sich über deinen Link anmeldet. Er gilt 30 Tage, einmal",
  "und nur für sie.",
  "Was du bekommst: 20,00 USD Guthaben, wenn die empfohlene Person neu bei uns ist und zum ersten Mal für mindestens 50,00 USD",
  "bestellt. Eine kleinere Bestellung davor schadet nicht. Im Monat zählen höchstens 20 Personen.",
  "Wann du es bekommst: 14 Tage nach dieser Bestellung. Fällt sie durch Rückgaben unter 50,00 USD, entfällt das ganze Guthaben;",
  "ist es schon verbraucht, wird es mit dem nächsten verrechnet.",
  "Wie du teilst: Sag dazu, dass du Guthaben erhältst, schreib nur Menschen, die du kennst, und stell den",
  "Gutschein nicht auf Gutscheinseiten ein. Eigene Bestellungen zählen nicht.",
  "Änderungen: Wir können das Programm für neue Empfehlungen ändern oder beenden. Verdientes bleibt deins. Guthaben wird nicht",
  "in bar ausgezahlt.",
].join("\n");

export default defineProgram({
  key: "two_way",
  kind: "two_way",
  name: "Give 20 %, get 20",
  description:
    "A friend gets a 20 % coupon at sign-up; the advocate gets 20.00 USD of credit with the friend's first order of 50.00 USD or more.",
  stages: ["visit", "signup", "order"],
  qualifies_at: "order",
  destination: "https://shop.example/welcome",
  rewards: [
    {
      key: "friend-off",
      when: { stage: "signup", nth: 1 },
      to: "friend",
      give: { coupon: { percent: 20, valid: "30d" } },
    },
    {
      key: "thanks",
      when: { stage: "order", nth: 1, where: { "order.total": { gte: "50.00 USD" } } },
      to: "advocate",
      give: { credit: "20.00 USD" },
      hold: "14d",
      on_refund: "all_below_threshold",
      limit: { per: "advocate", count: 20, every: "month" },
    },
  ],
  share: {
    channels: ["copy", "email", "whatsapp", "sms", "linkedin", "facebook", "x", "qr"],
    messages: {
      en: {
        message: "Here is 20 % off your first order: {link} {disclosure}",
        email_subject: "20 % for you",
        email: "Hi,\n\nI have a coupon for you: 20 % off your first order, valid for 30 days.\n\n{link}\n\n{disclosure}",
        linkedin_post: "I can pass on 20 % off a first order to people who know me: {link}\n\n{disclosure}",
        linkedin_message: "Here is the coupon I mentioned, 20 % off your first order: {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. Here is the coupon I mentioned, 20 % off your first order: {link} {disclosure}",
      },
      de: {
        message: "Hier sind 20 % für deine erste Bestellung: {link} {disclosure}",
        email_subject: "20 % für dich",
        email: "Hallo,\n\nich habe einen Gutschein für dich: 20 % auf die erste Bestellung, 30 Tage gültig.\n\n{link}\n\n{disclosure}",
        linkedin_post: "Wer mich kennt, bekommt über mich 20 % auf die erste Bestellung: {link}\n\n{disclosure}",
        linkedin_message: "Hier ist der Gutschein, von dem ich sprach, 20 % auf die erste Bestellung: {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. Hier der Gutschein, 20 % auf die erste Bestellung: {link} {disclosure}",
      },
    },
  },
  disclosure: {
    en: "I get 20 USD of credit when you order for 50 USD or more.",
    de: "Ich bekomme 20 USD Guthaben, wenn du für mindestens 50 USD bestellst.",
  },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
