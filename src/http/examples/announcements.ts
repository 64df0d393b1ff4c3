/** What is written to people on purpose, in the customers' program of the points story. */
import type { Example } from "./example.ts";

export const announcements: readonly Example[] = [
  {
    call: "POST /v1/announcements",
    body: {
      name: "Double points in May",
      audience: { program: "friends" },
      texts: {
        en: { subject: "Double points in May", text: "Hi {name|there},\n\nin May every friend counts twice.", action: "Share your link" },
        de: { subject: "Doppelte Punkte im Mai", text: "Hallo {name},\n\nim Mai zählt jede Empfehlung doppelt.", action: "Link teilen" },
      },
    },
    save: { ANNOUNCEMENT: "/id" },
  },
  { call: "GET /v1/announcements", query: { kind: "announcement" } },
  { call: "GET /v1/announcements/{announcement}" },
  {
    call: "PATCH /v1/announcements/{announcement}",
    body: { settings: { mail: true, notice: true, an_hour: 500, quiet: { from: "20:00", to: "09:00" }, cap_days: 14 } },
  },
  { call: "POST /v1/announcements/{announcement}/preview", body: { locale: "de" } },
  { call: "POST /v1/announcements/{announcement}/test", body: { email: "you@shop.example", locale: "de" } },
  { call: "POST /v1/announcements/{announcement}/schedule", body: {} },
  { call: "GET /v1/announcements/{announcement}/report" },
  { call: "POST /v1/portal/notices/{announcement}/dismiss", body: { person: "user_id:ann" } },
  { call: "GET /v1/announcements/{announcement}/people", query: { status: "held" } },
  {
    call: "POST /v1/announcements",
    title: "an ask, three days after a second order",
    body: {
      name: "After the second order",
      audience: { program: "friends" },
      moment: { on: "purchase", nth: 2, delay_hours: 72 },
      texts: { en: { subject: "Do you know somebody who would like this?", text: "How do you like your {product|order}?" } },
      settings: { cap_days: 90 },
    },
    save: { ASK: "/id" },
  },
  { call: "POST /v1/announcements/{announcement}/schedule", title: "let it run", path: { announcement: "$ASK" }, body: {} },
  { call: "POST /v1/announcements/{announcement}/cancel", path: { announcement: "$ASK" } },
];
