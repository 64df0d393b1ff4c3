/** Businesses exchange clients: a partner registers a deal, is protected for 90 days and earns 12 % when it is won. */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "Who takes part: partner companies whose application we have approved, through the people they name. Before the first deal the",
  "partner accepts this agreement in its present version; when it changes, it is accepted anew.",
  "Registering a deal: name the contact and the deal. We accept it unless we work on it ourselves, the contact is a customer already,",
  "or another partner registered it first. Who that is stays between us and that partner.",
  "Exclusivity: an accepted deal is yours for 90 days. Each stage it moves on to begins the 90 days anew. A lost deal is free at once.",
  "What you get: 12 % of the value of a won deal. Partners who register a deal together say how it is shared, for example 60 and 40;",
  "each is paid that part. When you get it: 30 days after the deal was won, in the currency of the deal.",
  "How you work: say that you earn a commission, name nobody who has not agreed to be named, and register no deals of your own.",
  "Changes: we may change rates for deals registered later. Declaring what you earn is up to you.",
].join("\n");

const TERMS_DE = [
  "Wer mitmacht: Partnerunternehmen, deren Bewerbung wir angenommen haben, durch die von ihnen genannten Personen. Vor dem ersten",
  "Geschäft wird diese Vereinbarung in ihrer aktuellen Fassung angenommen; ändert sie sich, wird sie neu angenommen.",
  "Ein Geschäft anmelden: Nenne Kontakt und Geschäft. Wir nehmen es an, wenn wir nicht selbst daran arbeiten, der Kontakt nicht",
  "schon bei uns kauft und kein anderer Partner es zuerst angemeldet hat. Wer das war, sagen wir nicht.",
  "Schutz: Ein angenommenes Geschäft gehört dir 90 Tage. Mit jeder weiteren Stufe beginnen die 90 Tage neu. Ein verlorenes",
  "Geschäft ist sofort frei.",
  "Was du bekommst: 12 % des Werts eines gewonnenen Geschäfts. Melden mehrere Partner gemeinsam an, sagen sie, wie geteilt wird,",
  "zum Beispiel 60 und 40; jeder erhält seinen Teil. Wann: 30 Tage nach dem Abschluss, in der Währung des Geschäfts.",
  "Wie du arbeitest: Sag, dass du eine Provision erhältst, nenne niemanden ohne Einverständnis, und melde keine",
  "eigenen Geschäfte an.",
  "Änderungen: Wir können die Sätze für später angemeldete Geschäfte ändern. Versteuern ist deine Sache.",
].join("\n");

export default defineProgram({
  key: "partner",
  kind: "partner",
  name: "Partner channel",
  description: "Partners register deals: 90 days of protection, 12 % of the won value, shared between those who registered it.",
  advocates: { join: "apply" },
  friends: { who: "new_customer" },
  stages: [
    { key: "registered", on: "stage", name: "Registered" },
    { key: "meeting", on: "stage", name: "Meeting" },
    { key: "won", on: "stage", name: "Won" },
    { key: "lost", on: "stage", name: "Lost" },
  ],
  qualifies_at: "won",
  destination: "https://shop.example/partners",
  attribution: { accepts: ["claim"], window: "1y" },
  claims: { subject: "deal", stage: "registered", exclusivity: "90d", decide: "operator", agreement: true, people: 5, lost: ["lost"] },
  rewards: [
    {
      key: "commission",
      when: { stage: "won" },
      to: { team: true },
      give: { cash: { percent: 12, of: "event.value" } },
      hold: "30d",
      limit: { per: "advocate", count: 100, every: "month" },
    },
  ],
  share: {
    channels: ["copy", "email", "linkedin"],
    messages: {
      en: {
        message: "We work with this supplier and can introduce you: {link} {disclosure}",
        email_subject: "An introduction",
        email: "Hello,\n\nwe work with this supplier and would be glad to introduce you.\n\n{link}\n\n{disclosure}",
        linkedin_post: "We are a partner of this supplier. If you are looking for something like it, ask us: {link}\n\n{disclosure}",
        linkedin_message: "For what you are planning, this supplier of ours may fit. May I introduce you? {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. This is the supplier I mentioned: {link} {disclosure}",
      },
      de: {
        message: "Mit diesem Anbieter arbeiten wir und stellen gern den Kontakt her: {link} {disclosure}",
        email_subject: "Ein Kontakt",
        email: "Hallo,\n\nwir arbeiten mit diesem Anbieter und stellen gern den Kontakt her.\n\n{link}\n\n{disclosure}",
        linkedin_post: "Wir sind Partner dieses Anbieters. Wer so etwas sucht, frage uns gern: {link}\n\n{disclosure}",
        linkedin_message: "Für dein Vorhaben passt vielleicht dieser Anbieter. Darf ich euch bekannt machen? {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. Hier der Anbieter, von dem ich sprach: {link} {disclosure}",
      },
    },
  },
  disclosure: {
    en: "I earn a commission if you become a customer.",
    de: "Ich erhalte eine Provision, wenn du dort Kundin oder Kunde wirst.",
  },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
