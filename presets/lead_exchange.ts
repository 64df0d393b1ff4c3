/** Companies swap leads: who sends one that is accepted has one to get. */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "Who takes part: companies that we have let in. People act for the company that they belong to.",
  "How it works: a company sends another one a lead: somebody who looks for what the other one does. The receiver accepts it within",
  "48 hours, or it goes back. A lead may be declined; nothing is owed for it then.",
  "What it costs: an accepted lead moves one lead credit from the receiver to the sender. A company that received three leads more than",
  "it gave gets no more until it gives one; leads that wait for its answer count.",
  "What you may send: people who have agreed that you pass on their name and how to reach them, and only what the receiver needs to",
  "answer. The receiver uses it for this and nothing else, and erases it when asked.",
  "What you get: lead credits, which are neither money nor sold. Nobody is paid for a lead.",
  "Changes: we may change or end the exchange with notice. Credits that are owed stay recorded.",
].join("\n");

const TERMS_DE = [
  "Wer mitmacht: Unternehmen, die wir aufgenommen haben. Menschen handeln für das Unternehmen, zu dem sie gehören.",
  "Wie es geht: Ein Unternehmen schickt einem anderen einen Kontakt: jemanden, der sucht, was das andere anbietet. Das andere nimmt ihn",
  "innerhalb von 48 Stunden an, sonst geht er zurück. Er kann abgelehnt werden; dann ist nichts geschuldet.",
  "Was es kostet: Ein angenommener Kontakt bucht eine Kontaktgutschrift vom empfangenden auf das sendende Unternehmen um. Wer drei",
  "Kontakte mehr bekommen als gegeben hat, erhält keinen weiteren, bis er einen gibt; offene Anfragen zählen mit.",
  "Was du schicken darfst: Menschen, die zugestimmt haben, dass du Namen und Erreichbarkeit weitergibst, und nur das Nötige.",
  "Das empfangende Unternehmen nutzt es nur dafür und löscht es auf Wunsch.",
  "Was du bekommst: Gutschriften, die weder Geld sind noch verkauft werden. Niemand wird für einen Kontakt bezahlt.",
  "Änderungen: Wir können die Börse mit Ankündigung ändern oder beenden. Offene Gutschriften bleiben festgehalten.",
].join("\n");

export default defineProgram({
  key: "lead_exchange",
  kind: "lead_exchange",
  name: "Yours for mine",
  description: "Companies swap leads one for one. 48 hours to accept; three more received than given is the limit.",
  advocates: { join: "apply" },
  friends: { who: "anyone" },
  stages: ["lead", { key: "won", on: "purchase", name: "Won" }],
  qualifies_at: "lead",
  destination: "https://exchange.example/welcome",
  exchange: { accept_within: "48h", debt_limit: 3 },
  rewards: [{ key: "credit", when: { activity: "lead_accepted" }, to: { giver: true }, give: { leads: 1 } }],
  share: {
    channels: ["copy", "email", "linkedin", "qr"],
    messages: {
      en: {
        message: "We swap leads with companies that we trust: {link} {disclosure}",
        email_subject: "Leads for leads",
        email: "Hello,\n\nwe swap leads with companies that we trust, one for one. Here is how it works.\n\n{link}\n\n{disclosure}",
        linkedin_post: "What we cannot do ourselves, we pass on to companies that can, and they to us: {link}\n\n{disclosure}",
        linkedin_message: "This is the lead exchange that I mentioned, one for one: {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. This is the lead exchange I mentioned: {link} {disclosure}",
      },
      de: {
        message: "Wir tauschen Kontakte mit Unternehmen, denen wir vertrauen: {link} {disclosure}",
        email_subject: "Kontakt gegen Kontakt",
        email:
          "Hallo,\n\nwir tauschen Kontakte mit Unternehmen, denen wir vertrauen, eins zu eins. So geht es.\n\n{link}\n\n{disclosure}",
        linkedin_post:
          "Was wir nicht selbst machen, geben wir an Unternehmen weiter, die es können, und sie an uns: {link}\n\n{disclosure}",
        linkedin_message: "Das ist die Kontaktbörse, von der ich sprach, eins zu eins: {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. Die Kontaktbörse, von der ich sprach: {link} {disclosure}",
      },
    },
  },
  disclosure: {
    en: "I get a lead in return when they accept one of mine.",
    de: "Ich bekomme einen Kontakt zurück, wenn einer von meinen angenommen wird.",
  },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
