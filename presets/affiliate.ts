/** Partners earn commission for leads, sales and renewals, and a share of what the partners they bring in earn. */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "Who takes part: partners whose application we have approved. Either side may end it at any time; what is earned stays.",
  "What you get for a lead: 2.00 USD when our sales team marks a person whom you sent as a qualified lead, once a person.",
  "What you get for a sale: 20 % of the net value (without tax and shipping) of the first order of a new customer, and 10 % of",
  "her next twelve renewals within 13 months. Everything is paid in the currency of the order.",
  "Partners you bring in: 10 % of what they earn from leads and sales, one level, for as long as both take part.",
  "When you get it: 30 days after the lead, order or renewal. What is refunded is taken off in proportion, also later.",
  "How you promote: every text, post and page says that you earn a commission. No spam, no bidding on our brand names, no",
  "coupon sites, no purchases of your own. Breaking this ends your part and the rewards that rest on it.",
  "Changes: we may change commissions with effect for people who come later. Taxes on what you earn are yours to declare.",
].join("\n");

const TERMS_DE = [
  "Wer mitmacht: Partner, deren Bewerbung wir angenommen haben. Beide Seiten können jederzeit aufhören; Verdientes bleibt.",
  "Für einen Lead: 2,00 USD, wenn unser Vertrieb eine von dir vermittelte Person als qualifiziert einstuft, einmal je Person.",
  "Für einen Verkauf: 20 % des Nettowerts (ohne Steuer und Versand) der ersten Bestellung einer neuen Kundin oder eines neuen",
  "Kunden und 10 % der nächsten zwölf Verlängerungen innerhalb von 13 Monaten. Gezahlt wird in der Währung der Bestellung.",
  "Partner, die du gewinnst: 10 % dessen, was diese mit Leads und Verkäufen verdienen, eine Ebene, solange beide mitmachen.",
  "Wann du es bekommst: 30 Tage nach Lead, Bestellung oder Verlängerung. Erstattetes wird anteilig abgezogen, auch später.",
  "Wie du wirbst: Jeder Text, Beitrag und jede Seite sagt, dass du eine Provision erhältst. Kein Spam, keine Gebote auf unsere",
  "Markennamen, keine Gutscheinseiten, keine eigenen Käufe. Ein Verstoß beendet die Teilnahme und die Prämien daraus.",
  "Änderungen: Wir können Provisionen für später vermittelte Personen ändern. Steuern auf deine Einnahmen erklärst du selbst.",
].join("\n");

export default defineProgram({
  key: "affiliate",
  kind: "affiliate",
  name: "Partner program",
  description:
    "2.00 USD a qualified lead, 20 % of the first order, 10 % of a year of renewals, 10 % of what recruits earn; by application.",
  advocates: { join: "apply" },
  stages: ["visit", "signup", "lead", { key: "qualified_lead", on: "stage", name: "Qualified lead" }, "order", "renewal"],
  qualifies_at: "order",
  destination: "https://shop.example/",
  attribution: { model: "last_touch", window: "60d" },
  rewards: [
    {
      key: "lead",
      when: { stage: "qualified_lead", nth: 1 },
      to: "advocate",
      give: { cash: "2.00 USD" },
      hold: "30d",
      limit: { per: "advocate", count: 500, every: "month" },
    },
    {
      key: "first-order",
      when: { stage: "order", nth: 1 },
      to: "advocate",
      give: { cash: { percent: 20, of: "order.net" } },
      hold: "30d",
    },
    {
      // Twelve renewals of a monthly plan, or one of a yearly one. The month to spare is for payments that succeed late.
      key: "renewals",
      when: { stage: "renewal", times: 12, for: "13 months" },
      to: "advocate",
      give: { cash: { percent: 10, of: "order.net" } },
      hold: "30d",
    },
    {
      key: "recruits",
      when: { stage: "order" },
      to: { upline: 1 },
      give: { cash: { percent: 10, of: "downline_rewards" } },
      hold: "30d",
    },
  ],
  share: {
    channels: ["copy", "email", "linkedin", "x", "facebook", "qr"],
    messages: {
      en: {
        message: "This is the product I work with and recommend: {link} {disclosure}",
        email_subject: "The product I recommend",
        email: "Hi,\n\nthis is the product I recommend for what we talked about.\n\n{link}\n\n{disclosure}",
        linkedin_post: "I have tried a few products for this. The one I stayed with: {link}\n\nAsk me anything about it. {disclosure}",
        linkedin_message: "For what we talked about I recommend this: {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. For what we talked about I recommend this: {link} {disclosure}",
      },
      de: {
        message: "Damit arbeite ich und das empfehle ich: {link} {disclosure}",
        email_subject: "Meine Empfehlung",
        email: "Hallo,\n\nfür das, worüber wir sprachen, empfehle ich dieses Produkt.\n\n{link}\n\n{disclosure}",
        linkedin_post: "Ich habe dafür einiges ausprobiert. Geblieben bin ich hier: {link}\n\nFragen gern an mich. {disclosure}",
        linkedin_message: "Für das, worüber wir sprachen, empfehle ich dies: {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. Für das, worüber wir sprachen, empfehle ich dies: {link} {disclosure}",
      },
    },
  },
  disclosure: {
    en: "I earn a commission if you sign up or buy through my link.",
    de: "Ich erhalte eine Provision, wenn du dich über meinen Link anmeldest oder kaufst.",
  },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
