/** Posting about us on a network: a post counts when three different people came through its own link. */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "Who takes part: customers who have joined and got a link from us. You may leave at any time.",
  "What you get: 2.00 USD of store credit for a post on X, Facebook, LinkedIn, Instagram, TikTok, Pinterest or Reddit, at most once a week",
  "on each of them. Each post has a link of its own: ask us for it before you post.",
  "When it counts: within 30 days three different people must have come through that link. Robots, previews and repeated visits do not",
  "count, and several people in one network count as one.",
  "How you post: say in the post that you are rewarded; our texts do so, and you may change every other word. Post where you may, to",
  "people who follow you. Bought visits, and posts made only to be visited, earn nothing.",
  "When you get it: 7 days after the post has counted. Credit has no cash value and can be spent on orders.",
  "Changes: we may change or end the program with effect for new posts. What you have earned stays yours. Rewards may be taxable income;",
  "declaring them is up to you.",
].join("\n");

const TERMS_DE = [
  "Wer mitmacht: Kundinnen und Kunden, die sich angemeldet und von uns einen Link erhalten haben. Du kannst jederzeit aussteigen.",
  "Was du bekommst: 2,00 USD Guthaben für einen Beitrag auf X, Facebook, LinkedIn, Instagram, TikTok, Pinterest oder Reddit, höchstens",
  "einmal in der Woche je Netzwerk. Jeder Beitrag hat einen eigenen Link: Hol ihn, bevor du postest.",
  "Wann er zählt: Binnen 30 Tagen müssen drei verschiedene Menschen über diesen Link gekommen sein. Roboter, Vorschauen und wiederholte",
  "Besuche zählen nicht, mehrere Menschen in einem Netz zählen als einer.",
  "Wie du postest: Sag im Beitrag, dass du dafür etwas bekommst; unsere Texte tun das, jedes andere Wort darfst du ändern. Poste,",
  "wo du darfst, für Menschen, die dir folgen. Gekaufte Besuche bringen nichts.",
  "Wann du es bekommst: 7 Tage, nachdem der Beitrag gezählt hat. Guthaben wird nicht ausgezahlt und gilt für Bestellungen.",
  "Änderungen: Wir können das Programm für neue Beiträge ändern oder beenden. Verdientes bleibt deins. Prämien können",
  "steuerpflichtig sein; die Erklärung liegt bei dir.",
].join("\n");

export default defineProgram({
  key: "social",
  kind: "social",
  name: "Tell it on",
  description: "2.00 of credit for a post that three people followed, once a week on each network.",
  stages: ["visit", "signup", "order"],
  qualifies_at: "order",
  destination: "https://shop.example/welcome",
  shares: { visits: 3, within: "30d", channels: ["x", "facebook", "linkedin", "instagram", "tiktok", "pinterest", "reddit"] },
  rewards: [
    {
      key: "share",
      when: { activity: "share_verified" },
      to: "advocate",
      give: { credit: "2.00 USD" },
      hold: "7d",
      limit: { count: 1, every: "week", by: "channel" },
    },
  ],
  share: {
    channels: ["copy", "x", "facebook", "linkedin", "email"],
    messages: {
      en: {
        message: "I order here and like it: {link} {disclosure}",
        email_subject: "Something you may like",
        email: "Hi,\n\nI order here regularly and thought of you.\n\n{link}\n\n{disclosure}",
        linkedin_post: "A small recommendation from me, for those who asked: {link}\n\n{disclosure}",
        linkedin_message: "I thought of you when I ordered here again: {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. Here is the shop I mentioned: {link} {disclosure}",
      },
      de: {
        message: "Hier bestelle ich gern: {link} {disclosure}",
        email_subject: "Vielleicht etwas für dich",
        email: "Hallo,\n\nich bestelle hier regelmäßig und habe an dich gedacht.\n\n{link}\n\n{disclosure}",
        linkedin_post: "Eine kleine Empfehlung von mir, für alle, die gefragt haben: {link}\n\n{disclosure}",
        linkedin_message: "Als ich hier wieder bestellt habe, habe ich an dich gedacht: {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. Hier der Laden, von dem ich sprach: {link} {disclosure}",
      },
    },
  },
  disclosure: {
    en: "I get credit at this shop for this post: it is an ad.",
    de: "Ich bekomme für diesen Beitrag Guthaben bei diesem Laden: Er ist Werbung.",
  },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
