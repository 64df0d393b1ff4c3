/** Points for recommending: 500 a friend, spent on a catalogue, the oldest first; what is not used within 12 months ends. */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "Who takes part: customers who have joined and got a link or code from us. You may leave at any time.",
  "What you get: 500 points for each friend who becomes a new customer through your link or code, with her first order.",
  "What points are worth: what our catalogue says. Points are not money, cannot be paid out, sold or passed on, and there are only",
  "as many of a thing as the catalogue says.",
  "When you get them: 14 days after the order. If a friend returns a part of it, the same part of the points is taken back; if you",
  "have used them already, they are set off against your next points.",
  "How long they last: 12 months from the day they are yours. The oldest are used first, so that as few as possible end unused.",
  "We tell you before points end.",
  "How you share: say that you are rewarded, send your link only to people who know you. Your own orders do not count.",
  "Changes: we may change or end the program with effect for new friends. If it ends, you can use your points for three more months.",
].join("\n");

const TERMS_DE = [
  "Wer mitmacht: Kundinnen und Kunden, die sich angemeldet und von uns einen Link oder Code erhalten haben.",
  "Was du bekommst: 500 Punkte für jede Person, die über deinen Link oder Code neu bei uns kauft, mit ihrer ersten Bestellung.",
  "Was Punkte wert sind: was unser Katalog sagt. Punkte sind kein Geld, werden nicht ausgezahlt, verkauft oder übertragen, und von",
  "jeder Sache gibt es so viele, wie im Katalog steht.",
  "Wann du sie bekommst: 14 Tage nach der Bestellung. Wird ein Teil zurückgegeben, entfällt derselbe Teil der Punkte; sind sie schon",
  "verwendet, werden sie mit den nächsten verrechnet.",
  "Wie lange sie gelten: 12 Monate ab dem Tag, an dem sie dir gehören. Die ältesten werden zuerst verwendet, damit möglichst wenige",
  "verfallen. Wir sagen dir vorher Bescheid.",
  "Wie du teilst: Sag dazu, dass du Punkte erhältst, und schreib nur Menschen, die du kennst. Eigene Bestellungen",
  "zählen nicht.",
  "Änderungen: Wir können das Programm für neue Empfehlungen ändern oder beenden. Endet es, kannst du deine Punkte noch drei Monate",
  "lang verwenden.",
].join("\n");

export default defineProgram({
  key: "loyalty",
  kind: "loyalty",
  name: "Points for friends",
  description: "500 points a new customer, for things from the catalogue; points end after 12 months, the oldest are used first.",
  stages: ["visit", "signup", "order"],
  qualifies_at: "order",
  destination: "https://shop.example/welcome",
  rewards: [
    {
      key: "points",
      when: { stage: "order", nth: 1 },
      to: "advocate",
      give: { points: 500 },
      hold: "14d",
      expires: "12 months",
    },
  ],
  share: {
    channels: ["copy", "email", "whatsapp", "sms", "linkedin", "facebook", "x", "qr"],
    messages: {
      en: {
        message: "I order here and collect points, maybe you like it too: {link} {disclosure}",
        email_subject: "A shop you may like",
        email: "Hi,\n\nI order here and thought that you may like it too.\n\n{link}\n\n{disclosure}",
        linkedin_post: "A shop that I am happy to recommend: {link}\n\n{disclosure}",
        linkedin_message: "Here is the shop that I mentioned: {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. Here is the shop that I mentioned: {link} {disclosure}",
      },
      de: {
        message: "Hier bestelle ich und sammle Punkte, vielleicht gefällt es dir auch: {link} {disclosure}",
        email_subject: "Ein Laden, der dir gefallen könnte",
        email: "Hallo,\n\nich bestelle hier und dachte, das könnte dir auch gefallen.\n\n{link}\n\n{disclosure}",
        linkedin_post: "Ein Laden, den ich gern empfehle: {link}\n\n{disclosure}",
        linkedin_message: "Hier ist der Laden, von dem ich sprach: {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. Hier ist der Laden, von dem ich sprach: {link} {disclosure}",
      },
    },
  },
  disclosure: {
    en: "I get 500 points if you order through my link.",
    de: "Ich bekomme 500 Punkte, wenn du über meinen Link bestellst.",
  },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
