/** Recognition and privileges instead of money: points for what somebody does for us, and levels that last as long as she does. */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "Who takes part: customers who have joined. You may leave at any time.",
  "What counts: 10 points for a review (two a month), 25 for a testimonial that we may show, 50 for a reference call, 100 for a case",
  "study, and 40 for each person who becomes a new customer through your link or code, 14 days after the order.",
  "What it brings: with 100 points earned within the last 12 months you are a Champion, with 300 an Ambassador. Levels bring",
  "invitations and early access; what belongs to each is listed in your portal. Points are recognition: they are not money, cannot be",
  "bought, sold or paid out.",
  "How long it lasts: points count for 12 months. If yours fall below your level, we tell you and you keep it for 30 more days; what",
  "you earn in that time counts.",
  "What you say: say what you think. We ask for your consent before we show your words, do not pay for praise, and mark what comes",
  "from people who take part. Say so yourself when you share.",
  "Changes: we may change or end the program. We tell you before a level changes its meaning.",
].join("\n");

const TERMS_DE = [
  "Wer mitmacht: Kundinnen und Kunden, die sich angemeldet haben. Du kannst jederzeit aufhören.",
  "Was zählt: 10 Punkte für eine Bewertung (zwei im Monat), 25 für eine Aussage, die wir zeigen dürfen, 50 für ein Referenzgespräch,",
  "100 für einen Anwenderbericht und 40 für jede Person, die über deinen Link oder Code neu bei uns kauft, 14 Tage nach der Bestellung.",
  "Was es bringt: Mit 100 Punkten aus den letzten 12 Monaten bist du Champion, mit 300 Botschafterin oder Botschafter. Dazu gehören",
  "Einladungen und früher Zugang; was zu welcher Stufe gehört, steht in deinem Portal. Punkte sind Anerkennung: Sie sind kein Geld,",
  "können nicht gekauft, verkauft oder ausgezahlt werden.",
  "Wie lange es gilt: Punkte zählen 12 Monate. Fällst du unter deine Stufe, sagen wir es dir, und du behältst sie noch 30 Tage; was",
  "du in dieser Zeit erreichst, zählt.",
  "Was du sagst: Sag, was du denkst. Wir fragen, bevor wir deine Worte zeigen, zahlen nicht für Lob und kennzeichnen, was von",
  "Teilnehmenden kommt. Sag es beim Teilen auch selbst.",
  "Änderungen: Wir können das Programm ändern oder beenden und sagen es dir, bevor eine Stufe etwas anderes bedeutet.",
].join("\n");

export default defineProgram({
  key: "advocacy",
  kind: "advocacy",
  name: "Champions",
  description: "Points for reviews, testimonials, case studies, reference calls and referrals; Champion at 100, Ambassador at 300.",
  stages: ["visit", "signup", "order"],
  qualifies_at: "order",
  destination: "https://shop.example/welcome",
  rewards: [
    { key: "review", when: { activity: "review", times: 2, every: "month" }, give: { points: 10 } },
    { key: "testimonial", when: { activity: "testimonial" }, give: { points: 25 } },
    { key: "case-study", when: { activity: "case_study" }, give: { points: 100 } },
    { key: "reference-call", when: { activity: "reference_call" }, give: { points: 50 } },
    { key: "referral", when: { stage: "order", nth: 1 }, to: "advocate", give: { points: 40 }, hold: "14d" },
    { key: "first-friend", when: { threshold: 1 }, to: "advocate", give: { badge: { name: "First friend" } } },
  ],
  levels: {
    window: "12 months",
    notice: "30d",
    steps: [
      {
        key: "champion",
        name: "Champion",
        from: 100,
        perks: [
          { key: "early_access", name: "Early access to what is new" },
          { key: "gatherings", name: "Invitations to our gatherings" },
        ],
      },
      {
        key: "ambassador",
        name: "Ambassador",
        from: 300,
        perks: [
          { key: "early_access", name: "Early access to what is new" },
          { key: "gatherings", name: "Invitations to our gatherings" },
          { key: "council", name: "A seat in the council that discusses our plans" },
        ],
      },
    ],
  },
  share: {
    channels: ["copy", "email", "whatsapp", "sms", "linkedin", "facebook", "x", "qr"],
    messages: {
      en: {
        message: "I like what they do and say so gladly: {link} {disclosure}",
        email_subject: "Something I can recommend",
        email: "Hi,\n\nI have been a customer for a while and can recommend them.\n\n{link}\n\n{disclosure}",
        linkedin_post: "I am glad to speak for these people: {link}\n\n{disclosure}",
        linkedin_message: "You asked whom I would recommend: {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. Here are the people I mentioned: {link} {disclosure}",
      },
      de: {
        message: "Was sie machen, gefällt mir, und das sage ich gern: {link} {disclosure}",
        email_subject: "Etwas, das ich empfehlen kann",
        email: "Hallo,\n\nich arbeite seit einiger Zeit mit ihnen und kann sie empfehlen.\n\n{link}\n\n{disclosure}",
        linkedin_post: "Für diese Leute lege ich gern ein gutes Wort ein: {link}\n\n{disclosure}",
        linkedin_message: "Du hast gefragt, wen ich empfehlen würde: {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. Hier sind die Leute, von denen ich sprach: {link} {disclosure}",
      },
    },
  },
  disclosure: {
    en: "I get recognition points, no money, when you order through my link.",
    de: "Ich bekomme Punkte als Anerkennung, kein Geld, wenn du über meinen Link bestellst.",
  },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
