/**
 * Network marketing, unilevel: the seller and two levels above share in net sales; nobody is paid for recruiting. Off until
 * `enabled` is true: where and how this is lawful differs from country to country.
 */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "Who takes part: adults who have joined as members. Joining costs nothing and obliges you to buy nothing. You may leave at any",
  "time; what you have earned stays yours.",
  "What you get: 8 % of the net value (without tax and shipping) of every order of customers who came through your link or code;",
  "4 % of the orders of customers of members you brought in, and 2 % of those of the members they brought in.",
  "What you do not get: anything for bringing in members. All pay comes from sales to customers.",
  "When you get it: 14 days after the order. What is returned is taken off at every level in proportion, also later.",
  "How you sell: say that you earn a commission. No promises of income, no pressure to buy or to recruit, no stock-keeping.",
  "What others earn: ask us for the median income of members before you join. Most people earn little.",
  "Changes: we may change shares with effect for later orders. Taxes on what you earn are yours to declare.",
].join("\n");

const TERMS_DE = [
  "Wer mitmacht: Erwachsene, die als Mitglied beigetreten sind. Der Beitritt kostet nichts und verpflichtet zu keinem Kauf. Du",
  "kannst jederzeit aufhören; Verdientes bleibt deins.",
  "Was du bekommst: 8 % des Nettowerts (ohne Steuer und Versand) jeder Bestellung von Kundinnen und Kunden, die über deinen Link",
  "oder Code kamen; 4 % bei Mitgliedern, die du gewonnen hast, und 2 % bei den von diesen gewonnenen.",
  "Was du nicht bekommst: etwas dafür, dass du Mitglieder gewinnst. Alles stammt aus Verkäufen.",
  "Wann du es bekommst: 14 Tage nach der Bestellung. Rückgaben werden auf jeder Ebene anteilig abgezogen, auch später.",
  "Wie du verkaufst: Sag, dass du eine Provision erhältst. Keine Einkommensversprechen, kein Druck zu Kauf oder",
  "Anwerbung, keine Lagerhaltung.",
  "Was andere verdienen: Frag vor dem Beitritt nach dem mittleren Einkommen. Die meisten verdienen wenig.",
  "Änderungen: Wir können Anteile für spätere Bestellungen ändern. Steuern auf deine Einnahmen erklärst du selbst.",
].join("\n");

export default defineProgram({
  key: "network",
  kind: "network",
  name: "Member network",
  description: "8 % of net sales to the seller, 4 % and 2 % to the two levels above, nothing for recruiting. Off until it is enabled.",
  enabled: false,
  stages: ["visit", "signup", "order"],
  qualifies_at: "order",
  destination: "https://shop.example/",
  rewards: [
    { key: "seller", when: { stage: "order" }, to: "advocate", give: { cash: { percent: 8, of: "order.net" } }, hold: "14d" },
    { key: "level-1", when: { stage: "order" }, to: { upline: 1 }, give: { cash: { percent: 4, of: "order.net" } }, hold: "14d" },
    { key: "level-2", when: { stage: "order" }, to: { upline: 2 }, give: { cash: { percent: 2, of: "order.net" } }, hold: "14d" },
  ],
  share: {
    channels: ["copy", "email", "whatsapp", "sms", "linkedin", "qr"],
    messages: {
      en: {
        message: "This is what I sell and use myself: {link} {disclosure}",
        email_subject: "What I sell and use myself",
        email: "Hi,\n\nthis is what I sell and use myself. Have a look, no obligation.\n\n{link}\n\n{disclosure}",
        linkedin_post: "This is what I sell and use myself: {link}\n\nI am glad to answer questions. {disclosure}",
        linkedin_message: "You asked what I sell. Here it is, no obligation: {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. You asked what I sell, here it is: {link} {disclosure}",
      },
      de: {
        message: "Das verkaufe und nutze ich selbst: {link} {disclosure}",
        email_subject: "Was ich verkaufe und selbst nutze",
        email: "Hallo,\n\ndas verkaufe und nutze ich selbst. Schau unverbindlich hinein.\n\n{link}\n\n{disclosure}",
        linkedin_post: "Das verkaufe und nutze ich selbst: {link}\n\nFragen beantworte ich gern. {disclosure}",
        linkedin_message: "Du hattest gefragt, was ich verkaufe. Hier, unverbindlich: {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. Du hattest gefragt, was ich verkaufe: {link} {disclosure}",
      },
    },
  },
  disclosure: {
    en: "I earn a commission on your orders through my link.",
    de: "Ich erhalte eine Provision auf deine Bestellungen über meinen Link.",
  },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
