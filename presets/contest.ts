/** A contest: who recommends most in a month wins, and a draw among all entries in which nobody has to recommend to take part. */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "No purchase or recommendation is necessary to take part or to win, and none improves the chance of an entry.",
  "Who takes part: everybody of age who has joined. You may leave at any time.",
  "Ranking: the three who bring most new customers in the contest's time win 500.00, 250.00 and 100.00 USD. Who is level with somebody",
  "shares the rank and wins its prize. A new customer counts with her first order, as long as she does not return all of it.",
  "Draw: a gift card of 200.00 USD for each of three winners. You get an entry for each new customer you bring, and one a day for",
  "nothing by the free entry form; at most 20 entries of one person count.",
  "How it is drawn: two days after the end the list of all entries is frozen and its hash shown, under pseudonyms; the hash of the",
  "seed has been shown from the beginning. Anybody can do the draw again with the list and the seed.",
  "If you win: we tell you, and you have 7 days to accept. After that the prize goes to the next one who was drawn.",
  "What you send: say that you may win something, and send your link only to people who know you. Your own orders do not count.",
  "Changes: we may end the contest early and then draw among the entries there are. Prizes may be taxable; declaring them is up to you.",
].join("\n");

const TERMS_DE = [
  "Für Teilnahme und Gewinn ist weder ein Kauf noch eine Empfehlung nötig. Ein Kauf erhöht die Chance eines Loses nicht.",
  "Wer mitmacht: alle Volljährigen, die sich angemeldet haben. Du kannst jederzeit aussteigen.",
  "Rangliste: Die drei, die im Zeitraum die meisten neuen Kundinnen und Kunden bringen, gewinnen 500,00, 250,00 und 100,00 USD. Wer",
  "gleichauf liegt, teilt den Rang und gewinnt dessen Preis. Eine neue Kundin zählt mit der ersten Bestellung, solange sie sie nicht",
  "ganz zurückgibt.",
  "Verlosung: je eine Geschenkkarte über 200,00 USD für drei Gewinnerinnen oder Gewinner. Du bekommst ein Los für jede neue Kundin und",
  "eines am Tag ohne alles über das Formular; höchstens 20 Lose einer Person zählen.",
  "So wird gelost: Zwei Tage nach dem Ende wird die Liste aller Lose eingefroren und ihr Hash gezeigt, mit Pseudonymen; der Hash des",
  "Startwerts ist von Anfang an zu sehen. Mit Liste und Startwert können alle die Verlosung wiederholen.",
  "Wenn du gewinnst: Wir sagen es dir, und du nimmst binnen 7 Tagen an. Danach geht der Preis an die nächste gezogene Person.",
  "So teilst du: Sag dazu, dass du etwas gewinnen kannst, und schreib nur Menschen, die du kennst. Eigene Bestellungen",
  "zählen nicht.",
  "Änderungen: Wir können vorzeitig schließen und losen dann unter den vorhandenen Losen. Gewinne können steuerpflichtig sein; die",
  "Erklärung liegt bei dir.",
].join("\n");

export default defineProgram({
  key: "contest",
  kind: "contest",
  name: "Win with your friends",
  description: "Three prizes for those who bring most new customers, and a draw among all entries with a free way in.",
  stages: ["visit", "signup", "order"],
  qualifies_at: "order",
  destination: "https://shop.example/contest",
  contest: {
    from: "2027-03-01",
    to: "2027-03-31",
    freeze_after: "2d",
    leaderboard: { by: "qualified_referrals", places: 3 },
    draw: { winners: 3, alternates: 3, accept_within: "7d", entry_cap: 20 },
  },
  leaderboard: { by: "qualified_referrals", periods: ["week", "month"] },
  rewards: [
    { key: "entry", when: { stage: "order", nth: 1 }, to: "advocate", give: { entries: 1 } },
    { key: "free-entry", when: { activity: "free_entry" }, to: "advocate", give: { entries: 1 }, limit: { count: 1, every: "day" } },
    { key: "first", when: { activity: "contest_place_1" }, to: "advocate", give: { cash: "500.00 USD" } },
    { key: "second", when: { activity: "contest_place_2" }, to: "advocate", give: { cash: "250.00 USD" } },
    { key: "third", when: { activity: "contest_place_3" }, to: "advocate", give: { cash: "100.00 USD" } },
    { key: "drawn", when: { activity: "prize" }, to: "advocate", give: { gift_card: "200.00 USD" } },
  ],
  share: {
    channels: ["copy", "email", "whatsapp", "sms", "linkedin", "facebook", "x", "qr"],
    messages: {
      en: {
        message: "I order here and like it, have a look: {link} {disclosure}",
        email_subject: "Something you may like",
        email: "Hi,\n\nI order here regularly and thought of you.\n\n{link}\n\n{disclosure}",
        linkedin_post: "A small recommendation from me, for those who asked: {link}\n\n{disclosure}",
        linkedin_message: "I thought of you when I ordered here again: {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. Here is the shop I mentioned: {link} {disclosure}",
      },
      de: {
        message: "Hier bestelle ich gern, schau es dir an: {link} {disclosure}",
        email_subject: "Vielleicht etwas für dich",
        email: "Hallo,\n\nich bestelle hier regelmäßig und habe an dich gedacht.\n\n{link}\n\n{disclosure}",
        linkedin_post: "Eine kleine Empfehlung von mir, für alle, die gefragt haben: {link}\n\n{disclosure}",
        linkedin_message: "Als ich hier wieder bestellt habe, habe ich an dich gedacht: {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. Hier der Laden, von dem ich sprach: {link} {disclosure}",
      },
    },
  },
  disclosure: {
    en: "I get an entry in a contest if you order through my link.",
    de: "Ich bekomme ein Los in einem Gewinnspiel, wenn du über meinen Link bestellst.",
  },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
