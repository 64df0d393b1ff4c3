/** What a business says in its own words and looks. */
import type { Example } from "./example.ts";

export const content: readonly Example[] = [
  {
    call: "POST /v1/articles",
    body: { title: "How to tell a friend", text: "Send the link to one person, and say why.", language: "en", published: true },
    save: { ARTICLE: "/id" },
  },
  { call: "GET /v1/articles", query: { language: "en" } },
  { call: "PATCH /v1/articles/{article}", body: { position: 2 } },
  { call: "DELETE /v1/articles/{article}" },
  { call: "GET /v1/texts", query: { language: "de", section: "page" } },
  { call: "PUT /v1/texts/{key}", path: { key: "portal.share.title" }, body: { text: "Freunden erzählen", language: "de" } },
  { call: "DELETE /v1/texts/{key}", path: { key: "portal.share.title" }, query: { language: "de" } },
  { call: "POST /v1/brand/preview", body: { primary: "#ffdd00", paper: "#ffffff" } },
  { call: "GET /v1/mail/kinds" },
  { call: "POST /v1/mail/preview", body: { kind: "reward_available", locale: "de" } },
  { call: "PATCH /v1/settings", title: "where samples of mails go", body: { settings: { operator_email: "team@shop.example" } } },
  { call: "POST /v1/mail/test", body: { kind: "reward_available", locale: "en" } },
  { call: "POST /v1/programs/{program}/share/preview", path: { program: "friends" }, body: { locale: "de" } },
  { call: "GET /v1/programs/{program}/terms/accepted", path: { program: "friends" } },
];
