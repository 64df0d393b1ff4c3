/** Influencers: so much for each deliverable that was approved, and a part of what their followers buy in the first 60 days. */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "Who takes part: people with an audience of their own, after an application that we accept. You may leave at any time.",
  "What you get: 150.00 USD for each deliverable that we have approved, and 8 percent of the net value (without tax and shipping) of what",
  "people who come with your link or code order from us, for 60 days from the first order of each of them.",
  "Deliverables: hand in the address of the post or video. We approve it when it follows the brief and says, where nobody misses it and in",
  "the same medium, that you are paid. Without that it is not paid and must be taken down. An address is paid once.",
  "When you get it: deliverables 7 days after approval, sales 14 days after the order. Returns take off their part of the 8 percent.",
  "How you work: what you say is your own opinion. No claims that the brief does not make, no bids on our brand in search,",
  "no coupon sites, no messages to people who do not know you. Your own orders do not count.",
  "What you may use: the pictures and texts of the content kit, for posts about us, until you leave.",
  "Changes: we may change or end the program with effect for new work. What you have earned stays yours. You invoice and tax it yourself.",
].join("\n");

const TERMS_DE = [
  "Wer mitmacht: Menschen mit eigenem Publikum, nach einer Bewerbung, die wir annehmen. Du kannst jederzeit aussteigen.",
  "Was du bekommst: 150,00 USD für jeden freigegebenen Beitrag und 8 Prozent vom Nettowert (ohne Steuer und Versand) dessen, was",
  "Menschen bestellen, die mit deinem Link oder Code kommen, je 60 Tage ab deren erster Bestellung.",
  "Beiträge: Reich die Adresse des Beitrags oder Videos ein. Wir geben ihn frei, wenn er dem Briefing folgt und unübersehbar und im",
  "selben Medium sagt, dass du bezahlt wirst. Ohne das wird er nicht bezahlt und ist zu löschen. Eine Adresse wird einmal bezahlt.",
  "Wann du es bekommst: Beiträge 7 Tage nach der Freigabe, Verkäufe 14 Tage nach der Bestellung. Rückgaben mindern die 8 Prozent.",
  "Wie du arbeitest: Was du sagst, ist deine eigene Meinung. Keine Aussagen, die das Briefing nicht macht, keine Gebote auf unsere Marke,",
  "keine Gutscheinseiten, keine Nachrichten an Fremde. Eigene Bestellungen zählen nicht.",
  "Was du nutzen darfst: Bilder und Texte des Pakets, für Beiträge über uns, bis du aussteigst.",
  "Änderungen: Wir können das Programm für neue Arbeiten ändern oder beenden. Verdientes bleibt deins.",
  "Rechnung und Steuer liegen bei dir.",
].join("\n");

export default defineProgram({
  key: "influencer",
  kind: "influencer",
  name: "Partners with an audience",
  description: "150.00 a deliverable and 8 % of referred sales for 60 days.",
  advocates: { join: "apply" },
  friends: { who: "anyone" },
  stages: ["visit", "signup", "order"],
  qualifies_at: "order",
  destination: "https://shop.example/welcome",
  rewards: [
    { key: "deliverable", when: { activity: "deliverable" }, to: "advocate", give: { cash: "150.00 USD" }, hold: "7d" },
    { key: "sales", when: { stage: "order", for: "60d" }, to: "advocate", give: { cash: { percent: 8, of: "order.net" } }, hold: "14d" },
  ],
  content_kit: {
    brief: {
      en: "Show how you use it, in your own words. Say at the start that this is paid. Show your code and read it out.",
      de:
        "Zeig, wie du es benutzt, in eigenen Worten. Sag zu Beginn, dass du bezahlt wirst. " +
        "Zeig und nenne deinen Code.",
    },
    assets: [
      { name: "Logo", kind: "image", url: "https://shop.example/kit/logo.svg", alt: "Our logo" },
      { name: "Product pictures", kind: "file", url: "https://shop.example/kit/pictures.zip" },
      { name: "Paid partnership sticker", kind: "image", url: "https://shop.example/kit/paid.png", alt: "Paid partnership" },
    ],
  },
  share: {
    channels: ["copy", "linkedin", "x", "facebook", "email"],
    messages: {
      en: {
        message: "This is what I use: {link} {disclosure}",
        email_subject: "What I use",
        email: "Hi,\n\nseveral of you asked what I use: {link}\n\n{disclosure}",
        linkedin_post: "What I use, for those who asked: {link}\n\n{disclosure}",
        linkedin_message: "You asked what I use: {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. This is what I use: {link} {disclosure}",
      },
      de: {
        message: "Das benutze ich: {link} {disclosure}",
        email_subject: "Was ich benutze",
        email: "Hallo,\n\nviele haben gefragt, was ich benutze: {link}\n\n{disclosure}",
        linkedin_post: "Was ich benutze, für alle, die gefragt haben: {link}\n\n{disclosure}",
        linkedin_message: "Du hast gefragt, was ich benutze: {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. Das benutze ich: {link} {disclosure}",
      },
    },
  },
  disclosure: {
    en: "I get paid for this and earn 8 % of what you order through my link.",
    de: "Ich bekomme Geld dafür und 8 % von dem, was du über meinen Link bestellst.",
  },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
