/** Employees recommend candidates: the vacancy's bonus, half at hire and half after 90 days if both still work here. */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "Who takes part: everybody who works here. Not for a vacancy that is yours to fill, or for which you recruit.",
  "Recommending: name the candidate and the vacancy, with her consent, before she applies by herself. Who names a candidate first is",
  "the one who recommended her, for six months. Who that was stays with the people team.",
  "What you get: the bonus of the vacancy, which depends on grade and country and is shown with it. Half of it when the candidate has",
  "been hired, half of it 90 days later if both of you still work here then.",
  "When you get it: with the next payroll. A bonus is wages: tax and social security are taken off as from any other pay.",
  "Your candidate's data is used for the application only and kept no longer than the law says.",
  "Changes: bonuses may change for vacancies that open later. What is promised for a candidate you have named stays.",
].join("\n");

const TERMS_DE = [
  "Wer mitmacht: alle, die hier arbeiten. Nicht für eine Stelle, die du selbst besetzt oder für die du rekrutierst.",
  "Empfehlen: Nenne die Person und die Stelle, mit ihrem Einverständnis und bevor sie sich selbst bewirbt. Wer eine Person zuerst",
  "nennt, hat sie empfohlen, für sechs Monate. Wer das war, bleibt in der Personalabteilung.",
  "Was du bekommst: die Prämie der Stelle; sie hängt von Stufe und Land ab und steht bei der Stelle. Die Hälfte bei der Einstellung,",
  "die Hälfte 90 Tage später, wenn ihr beide dann noch hier arbeitet.",
  "Wann: mit der nächsten Lohnabrechnung. Die Prämie ist Arbeitslohn; Steuern und Abgaben gehen davon ab.",
  "Die Daten der empfohlenen Person dienen nur der Bewerbung und werden nicht länger aufbewahrt, als das Gesetz es sagt.",
  "Änderungen: Prämien können sich für später ausgeschriebene Stellen ändern. Für bereits Empfohlene gilt das Zugesagte.",
].join("\n");

export default defineProgram({
  key: "employee",
  kind: "employee",
  name: "Bring somebody you would like to work with",
  description: "The vacancy's bonus by grade and country: half at hire, half after 90 days if both still work here; paid with payroll.",
  friends: { who: "anyone" },
  stages: [
    { key: "submitted", on: "stage", name: "Submitted" },
    { key: "accepted", on: "stage", name: "Accepted" },
    { key: "interviewed", on: "stage", name: "Interviewed" },
    { key: "hired", on: "stage", name: "Hired" },
    { key: "rejected", on: "stage", name: "Not hired" },
  ],
  qualifies_at: "hired",
  destination: "https://jobs.shop.example/",
  attribution: { accepts: ["claim"], window: "6 months" },
  claims: {
    subject: "candidate",
    stage: "submitted",
    exclusivity: "6 months",
    blocks: "6 months",
    decide: "at_once",
    excluded: ["manager", "recruiter"],
    lost: ["rejected"],
    bonuses: [
      { grade: "senior", country: "US", bonus: "3000.00 USD" },
      { grade: "senior", bonus: "2500.00 EUR" },
      { country: "US", bonus: "2000.00 USD" },
      { bonus: "1500.00 EUR" },
    ],
  },
  rewards: [
    {
      key: "hired",
      when: { stage: "hired", nth: 1, where: { "event.properties.own_vacancy": { ne: true } } },
      to: "advocate",
      give: { cash: { percent: 50, of: "event.value" } },
      limit: { per: "advocate", count: 20, every: "year" },
    },
    {
      key: "stayed",
      when: {
        stage: "hired",
        nth: 1,
        where: { "event.properties.own_vacancy": { ne: true } },
        after: "90d",
        if: { "person.attributes.employed": true, "advocate.attributes.employed": true },
      },
      to: "advocate",
      give: { cash: { percent: 50, of: "event.value" } },
      limit: { per: "advocate", count: 20, every: "year" },
    },
  ],
  share: {
    channels: ["copy", "email", "linkedin", "whatsapp"],
    messages: {
      en: {
        message: "We are looking for somebody here, and I thought of you: {link} {disclosure}",
        email_subject: "A job you may like",
        email: "Hi,\n\nwe are looking for somebody here and I thought of you. Shall I put your name in?\n\n{link}\n\n{disclosure}",
        linkedin_post: "I like working here, and we are hiring: {link}\n\nAsk me anything about it. {disclosure}",
        linkedin_message: "We are hiring and I thought of you. Shall I put your name in? {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. This is the job I mentioned: {link} {disclosure}",
      },
      de: {
        message: "Wir suchen hier jemanden, und ich habe an dich gedacht: {link} {disclosure}",
        email_subject: "Eine Stelle, die passen könnte",
        email: "Hallo,\n\nwir suchen jemanden und ich habe an dich gedacht. Soll ich dich empfehlen?\n\n{link}\n\n{disclosure}",
        linkedin_post: "Ich arbeite gern hier, und wir suchen Leute: {link}\n\nFragen gern an mich. {disclosure}",
        linkedin_message: "Wir suchen jemanden und ich habe an dich gedacht. Soll ich dich empfehlen? {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. Hier die Stelle, von der ich sprach: {link} {disclosure}",
      },
    },
  },
  disclosure: { en: "I get a bonus if you are hired.", de: "Ich bekomme eine Prämie, wenn du eingestellt wirst." },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
