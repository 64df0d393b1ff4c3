/** A trusted network: members ask each other, introduce people to each other, and thank with the value that came of it. */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "Who takes part: members whom we have let in. A member may leave at any time.",
  "How it works: ask one member, or all of them, for an introduction. Whoever can help answers with somebody to talk to, or declines.",
  "A request that nobody answers within 14 days expires. If something comes of an introduction, thank the member who made it with a",
  "slip that says the value of what was closed.",
  "What others see: how many introductions you gave and received, what you were thanked for, and your trust: of the requests made to",
  "you by name in the last 12 months, the part that you accepted and answered in time. It is shown from three requests on.",
  "What you get: the introductions of others, and a badge with your first thanks. Nobody is paid for an introduction.",
  "How you introduce: ask the person first, and say who you are. What is written in requests and slips stays between members.",
  "Changes: we may change or end the network with notice. What was thanked stays recorded.",
].join("\n");

const TERMS_DE = [
  "Wer mitmacht: Mitglieder, die wir aufgenommen haben. Wer möchte, kann jederzeit austreten.",
  "Wie es geht: Bitte ein Mitglied oder alle um eine Empfehlung. Wer helfen kann, antwortet mit einem Kontakt oder sagt ab.",
  "Eine Bitte, auf die innerhalb von 14 Tagen niemand antwortet, verfällt. Wird aus einer Empfehlung etwas, dank dem Mitglied",
  "mit einer Dankeskarte, die den Wert des Abschlusses nennt.",
  "Was andere sehen: wie viele Empfehlungen du gegeben und erhalten hast, wofür dir gedankt wurde, und dein Vertrauen: Welchen",
  "Teil der Bitten, die in den letzten 12 Monaten an dich persönlich gingen, hast du angenommen und rechtzeitig beantwortet?",
  "Es wird ab drei Bitten gezeigt.",
  "Was du bekommst: die Empfehlungen der anderen und ein Abzeichen mit dem ersten Dank. Niemand wird für eine Empfehlung bezahlt.",
  "Wie du empfiehlst: Frag die Person vorher und sag, wer du bist. Was in Bitten und Dankeskarten steht, bleibt unter",
  "den Mitgliedern.",
  "Änderungen: Wir können das Netzwerk mit Ankündigung ändern oder beenden. Wofür gedankt wurde, bleibt festgehalten.",
].join("\n");

export default defineProgram({
  key: "community",
  kind: "community",
  name: "We know somebody",
  description: "Members ask, introduce and thank each other. Requests expire after 14 days; trust is shown from three requests on.",
  advocates: { join: "apply" },
  friends: { who: "anyone" },
  stages: ["lead", { key: "closed", on: "purchase", name: "Closed" }],
  qualifies_at: "lead",
  destination: "https://network.example/welcome",
  requests: { answer_within: "14d", trust: { over: "12 months", hidden_below: 3 } },
  rewards: [{ key: "thanked", when: { activity: "thank_you", times: 1 }, give: { badge: { name: "Thanked" } } }],
  share: {
    channels: ["copy", "email", "whatsapp", "linkedin", "qr"],
    messages: {
      en: {
        message: "You asked whom I would trust with this: {link} {disclosure}",
        email_subject: "An introduction",
        email: "Hello,\n\nyou asked whom I would trust with this. Here is somebody from our network.\n\n{link}\n\n{disclosure}",
        linkedin_post: "Our members refer people to each other. If you look for somebody good, ask us: {link}\n\n{disclosure}",
        linkedin_message: "You asked whom I would trust with this. Somebody from our network: {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. This is the network I mentioned: {link} {disclosure}",
      },
      de: {
        message: "Du hast gefragt, wem ich das anvertrauen würde: {link} {disclosure}",
        email_subject: "Eine Empfehlung",
        email:
          "Hallo,\n\ndu hast gefragt, wem ich das anvertrauen würde. Hier ist jemand aus unserem Netzwerk.\n\n{link}\n\n{disclosure}",
        linkedin_post: "Unsere Mitglieder empfehlen einander. Wer jemanden Guten sucht, fragt uns: {link}\n\n{disclosure}",
        linkedin_message: "Du hast gefragt, wem ich das anvertrauen würde. Jemand aus unserem Netzwerk: {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. Das Netzwerk, von dem ich sprach: {link} {disclosure}",
      },
    },
  },
  disclosure: { en: "I get no money for introducing you.", de: "Ich bekomme kein Geld für diese Empfehlung." },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
