/** Direct incentive: the advocate gets a part of what her friends order. */
import { defineProgram } from "@grapevine/sdk";

const TERMS_EN = [
  "Who takes part: anybody who has joined and got a link or code from us. You may leave at any time.",
  "What you get: 10 % of the total of every order that a friend places. A friend is a new customer who came through your link or",
  "used your code at most 30 days before the first order. Your own orders do not count.",
  "When you get it: 14 days after the order. What is returned by then, or later, is taken off in proportion; if it was paid",
  "already, it is set off against your next rewards.",
  "How you share: say that you are rewarded, send your link only to people who know you, and do not advertise with our name.",
  "Changes: we may change or end the program with effect for new friends. What you have earned stays yours. Rewards may be",
  "taxable income; declaring them is up to you.",
].join("\n");

const TERMS_DE = [
  "Wer mitmacht: alle, die sich angemeldet und von uns einen Link oder Code erhalten haben. Du kannst jederzeit aufhören.",
  "Was du bekommst: 10 % des Gesamtbetrags jeder Bestellung einer empfohlenen Person. Empfohlen ist, wer neu bei uns kauft und",
  "höchstens 30 Tage vor der ersten Bestellung über deinen Link kam oder deinen Code nutzte. Eigene Bestellungen zählen nicht.",
  "Wann du es bekommst: 14 Tage nach der Bestellung. Was zurückgegeben wird, zieht den entsprechenden Anteil ab; war er schon",
  "ausgezahlt, wird er mit den nächsten Prämien verrechnet.",
  "Wie du teilst: Sag dazu, dass du eine Prämie erhältst, schreib nur Menschen, die du kennst, und wirb",
  "nicht mit unserem Namen.",
  "Änderungen: Wir können das Programm für neue Empfehlungen ändern oder beenden. Verdientes bleibt deins. Prämien können",
  "steuerpflichtig sein; die Erklärung liegt bei dir.",
].join("\n");

export default defineProgram({
  key: "direct",
  kind: "direct",
  name: "Recommend us, get 10 %",
  description: "The advocate gets 10 % of every order that a new customer places through her link or code.",
  stages: ["visit", "signup", "order"],
  qualifies_at: "order",
  destination: "https://shop.example/welcome",
  rewards: [
    {
      key: "thanks",
      when: { stage: "order" },
      to: "advocate",
      give: { cash: { percent: 10, of: "order.total" } },
      hold: "14d",
    },
  ],
  share: {
    channels: ["copy", "email", "whatsapp", "sms", "linkedin", "facebook", "x", "qr"],
    messages: {
      en: {
        message: "I order here and like it, maybe you do too: {link} {disclosure}",
        email_subject: "The shop I told you about",
        email: "Hi,\n\nthis is the shop I told you about. I have ordered there myself and would again.\n\n{link}\n\n{disclosure}",
        linkedin_post:
          "People sometimes ask me where I get this. Here is the answer, with a link of mine: {link}\n\n" +
          "I recommend it because I use it. {disclosure}",
        linkedin_message: "You asked where I ordered that. Here: {link}\n\n{disclosure}",
        linkedin_note: "Good to meet you. You asked where I ordered that, here is the link: {link} {disclosure}",
      },
      de: {
        message: "Hier bestelle ich gern, vielleicht ist es auch etwas für dich: {link} {disclosure}",
        email_subject: "Der Laden, von dem ich erzählt habe",
        email:
          "Hallo,\n\nhier ist der Laden, von dem ich erzählt habe. Ich habe selbst dort bestellt und würde es wieder tun." +
          "\n\n{link}\n\n{disclosure}",
        linkedin_post:
          "Manchmal werde ich gefragt, woher ich das habe. Hier die Antwort, mit meinem Link: {link}\n\n" +
          "Ich empfehle es, weil ich es selbst nutze. {disclosure}",
        linkedin_message: "Du hattest gefragt, wo ich bestellt habe. Hier: {link}\n\n{disclosure}",
        linkedin_note: "Schön, dich kennenzulernen. Du hattest gefragt, wo ich bestellt habe, hier der Link: {link} {disclosure}",
      },
    },
  },
  disclosure: {
    en: "I get 10 % of your order if you buy through my link.",
    de: "Ich bekomme 10 % deiner Bestellung, wenn du über meinen Link kaufst.",
  },
  terms: { en: TERMS_EN, de: TERMS_DE },
});
