/** A case goes through stages with people, due dates and an outcome, and nobody is paid: schools, health, social work. */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "What this is: a person in need is referred to people who can help, and the case goes through six stages: concern, information,",
  "team discussion, strategies, implementation and evaluation. No stage is left out without a written reason.",
  "Who can read a case: the people on it and nobody else. Each time somebody reads it, that is recorded.",
  "When things are due: each stage has a due date. The owner of the case is reminded a day after it, the coordinator three days",
  "after it. A case ends with one of three outcomes: resolved, to be continued, or referred on.",
  "What you get: nothing. Nobody is paid or rewarded for referring a person in need, in any form.",
  "Your rights: you may ask what is kept about you, have it corrected, and have it erased. Ask whoever brought you here, or us.",
].join("\n");

const TERMS_DE = [
  "Worum es geht: Eine Person, die Hilfe braucht, wird an Menschen verwiesen, die helfen können. Der Fall durchläuft sechs Stufen:",
  "Anliegen, Informationen, Besprechung im Team, Strategien, Umsetzung und Auswertung. Keine wird ohne schriftlichen Grund ausgelassen.",
  "Wer einen Fall lesen kann: die Beteiligten und sonst niemand. Jedes Lesen wird festgehalten.",
  "Wann etwas fällig ist: Jede Stufe hat eine Frist. Wer für den Fall zuständig ist, wird einen Tag danach erinnert, die Koordination",
  "drei Tage danach. Ein Fall endet mit einem von drei Ergebnissen: gelöst, wird fortgeführt oder weiterverwiesen.",
  "Was du bekommst: nichts. Niemand wird für die Verweisung eines Menschen in Not bezahlt oder belohnt, in keiner Form.",
  "Deine Rechte: Du kannst fragen, was über dich gespeichert ist, es berichtigen und löschen lassen. Wende dich an die Person,",
  "die dich hierher gebracht hat, oder an uns.",
].join("\n");

export default defineProgram({
  key: "pipeline",
  kind: "pipeline",
  name: "Help that arrives",
  description: "Six stages with due dates, an owner and a coordinator. Private, and without any reward.",
  friends: { who: "anyone" },
  stages: [
    { key: "concern", on: "stage", name: "Concern" },
    { key: "information", on: "stage", name: "Information" },
    { key: "team_discussion", on: "stage", name: "Team discussion" },
    { key: "strategies", on: "stage", name: "Strategies" },
    { key: "implementation", on: "stage", name: "Implementation" },
    { key: "evaluation", on: "stage", name: "Evaluation" },
  ],
  qualifies_at: "evaluation",
  destination: "https://school.example/help",
  case: {
    due: { concern: "2d", information: "7d", team_discussion: "7d", strategies: "7d", implementation: "30d", evaluation: "14d" },
    remind: { owner: "1d", coordinator: "3d" },
    places: { nearest: 3, accept_within: "24h", answer_within: "7d" },
  },
  share: {
    channels: ["copy", "email", "linkedin", "qr"],
    messages: {
      en: {
        message: "If you or somebody near you needs help, start here: {link} {disclosure}",
        email_subject: "Where to find help",
        email: "Hello,\n\nif you or somebody near you needs help, this is where to start. It is confidential.\n\n{link}\n\n{disclosure}",
        linkedin_post: "Colleagues: this is how we refer somebody who needs help, confidentially: {link}\n\n{disclosure}",
        linkedin_message: "This is the referral page that I mentioned. It is confidential: {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. This is how we take referrals: {link} {disclosure}",
      },
      de: {
        message: "Wenn du oder jemand in deiner Nähe Hilfe braucht: {link} {disclosure}",
        email_subject: "Wo es Hilfe gibt",
        email: "Hallo,\n\nwenn du oder jemand in deiner Nähe Hilfe braucht, beginnt sie hier. Vertraulich.\n\n{link}\n\n{disclosure}",
        linkedin_post: "Für Kolleginnen und Kollegen: So verweisen wir jemanden, der Hilfe braucht, vertraulich: {link}\n\n{disclosure}",
        linkedin_message: "Das ist die Seite für Verweisungen, von der ich sprach. Sie ist vertraulich: {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. So nehmen wir Verweisungen an: {link} {disclosure}",
      },
    },
  },
  disclosure: { en: "I get nothing for referring anybody.", de: "Ich bekomme nichts für eine Verweisung." },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
