/** Free service for new subscribers and for those who bring them: a month each. */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "Who takes part: subscribers who have joined and got a link or code from us. You may leave at any time.",
  "What your friend gets: the first month free, when she starts a subscription through your link and has not had one before.",
  "What you get: one free month for each friend who pays her first invoice, whether her plan is monthly or yearly. At most 12",
  "months in all. Trials and free months are no paid invoices.",
  "When you get it: 30 days after that invoice is paid. If it is refunded, the month is taken back; if she then pays another",
  "invoice, that one counts. Cancelling before anything is paid gives nothing.",
  "How you share: say that you are rewarded, send your link only to people who know you. Your own subscriptions do not count.",
  "Changes: we may change or end the program with effect for new friends. Months you have earned stay yours; they are not paid",
  "out in cash.",
].join("\n");

const TERMS_DE = [
  "Wer mitmacht: Abonnentinnen und Abonnenten, die sich angemeldet und von uns einen Link oder Code erhalten haben.",
  "Was die empfohlene Person bekommt: den ersten Monat kostenlos, wenn sie über deinen Link ein erstes Abonnement beginnt.",
  "Was du bekommst: einen kostenlosen Monat für jede Person, die ihre erste Rechnung bezahlt, ob monatlich oder jährlich.",
  "Höchstens 12 Monate insgesamt. Probezeiten und kostenlose Monate sind keine bezahlten Rechnungen.",
  "Wann du ihn bekommst: 30 Tage, nachdem die Rechnung bezahlt ist. Wird sie erstattet, entfällt der Monat; bezahlt die Person",
  "danach eine andere Rechnung, zählt diese. Wer vor der ersten Zahlung kündigt, löst nichts aus.",
  "Wie du teilst: Sag dazu, dass du einen Monat erhältst, und schreib nur Menschen, die du kennst. Eigene",
  "Abonnements zählen nicht.",
  "Änderungen: Wir können das Programm für neue Empfehlungen ändern oder beenden. Verdiente Monate bleiben dir; sie werden",
  "nicht in bar ausgezahlt.",
].join("\n");

export default defineProgram({
  key: "subscription",
  kind: "subscription",
  name: "A month for you, a month for me",
  description: "A new subscriber's first month is free; the advocate gets a month 30 days after the first paid invoice, at most 12.",
  stages: ["visit", "signup", "subscription", { key: "invoice", on: "payment", name: "Paid invoice", where: { "order.total": { gt: 0 } } }],
  qualifies_at: "invoice",
  destination: "https://app.example/start",
  rewards: [
    { key: "first-month", when: { stage: "subscription", nth: 1 }, to: "friend", give: { free_time: { months: 1 } } },
    {
      key: "month",
      when: { stage: "invoice", nth: 1 },
      to: "advocate",
      give: { free_time: { months: 1 } },
      hold: "30d",
      limit: { per: "advocate", count: 12 },
    },
  ],
  share: {
    channels: ["copy", "email", "whatsapp", "sms", "linkedin", "x", "qr"],
    messages: {
      en: {
        message: "Your first month is free with my link: {link} {disclosure}",
        email_subject: "A free month for you",
        email: "Hi,\n\nI use this every week. With my link your first month is free.\n\n{link}\n\n{disclosure}",
        linkedin_post: "I use this every week. Whoever wants to try it gets the first month free: {link}\n\n{disclosure}",
        linkedin_message: "You asked what I use for this. With my link the first month is free: {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. You asked what I use for this; with my link a month is free: {link} {disclosure}",
      },
      de: {
        message: "Über meinen Link ist dein erster Monat kostenlos: {link} {disclosure}",
        email_subject: "Ein kostenloser Monat für dich",
        email: "Hallo,\n\nich nutze das jede Woche. Über meinen Link ist der erste Monat kostenlos.\n\n{link}\n\n{disclosure}",
        linkedin_post: "Ich nutze das jede Woche. Wer es ausprobieren will, hat den ersten Monat kostenlos: {link}\n\n{disclosure}",
        linkedin_message: "Du hattest gefragt, was ich nutze. Über meinen Link ist der erste Monat kostenlos: {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. Über meinen Link ist der erste Monat kostenlos: {link} {disclosure}",
      },
    },
  },
  disclosure: {
    en: "I get a free month when you pay your first invoice.",
    de: "Ich bekomme einen kostenlosen Monat, wenn du deine erste Rechnung bezahlst.",
  },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
