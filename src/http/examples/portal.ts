/** People on their own side: keys and tokens that let them in. */
import type { Example } from "./example.ts";

export const portal: readonly Example[] = [
  { call: "POST /v1/portal-keys", body: { name: "Shop server" }, save: { PORTAL_KEY: "/id" } },
  { call: "GET /v1/portal-keys" },
  {
    call: "POST /v1/portal/sign-in",
    body: { workspace: "shop", email: "ann@example.com" },
    unplayed: "Only from a page of this server: test/portal/sign-in.test.ts.",
  },
  {
    call: "POST /v1/portal/sign-in/code",
    body: { workspace: "shop", email: "ann@example.com", code: "123456" },
    unplayed: "Only from a page of this server: test/portal/sign-in.test.ts.",
  },
  {
    call: "POST /v1/portal/sign-out",
    body: { everywhere: true },
    unplayed: "Only from a page of this server: test/portal/sign-in.test.ts.",
  },
  { call: "POST /v1/portal/tokens", body: { user_id: "ann", email: "ann@example.com", origin: "https://shop.example" } },
  { call: "DELETE /v1/portal-keys/{portal_key}" },
  { call: "PUT /v1/programs/{program}", title: "that one applies to", path: { program: "makers" }, body: { preset: "influencer" } },
  { call: "POST /v1/programs/{program}/publish", title: "that one applies to", path: { program: "makers" } },
  { call: "POST /v1/people", title: "who wants to take part", body: { user_id: "maker", email: "maker@example.com" } },
  {
    call: "POST /v1/portal/join",
    body: { program: "makers", person: "user_id:maker", answers: { about: "I make films about tea." }, terms: 1 },
  },
  { call: "GET /v1/programs/{program}/applications", path: { program: "makers" } },
  { call: "GET /v1/portal/preferences", query: { person: "user_id:maker" } },
  { call: "GET /v1/portal/payout-details", query: { person: "user_id:maker" } },
  {
    call: "PUT /v1/portal/payout-details",
    body: { person: "user_id:maker", pay_to: { method: "bank", holder: "Maria Kowalska", account: "DE89 3704 0044 0532 0130 00" } },
  },
  { call: "PATCH /v1/portal/preferences", body: { person: "user_id:maker", locale: "de", mail: { news: false }, digest: "weekly" } },
  { call: "POST /v1/portal/help", body: { person: "user_id:maker", text: "When do you decide?", page: "home" }, save: { HELP: "/id" } },
  { call: "GET /v1/help", query: { status: "open" } },
  { call: "GET /v1/help/{help}" },
  { call: "PATCH /v1/help/{help}", body: { state: "waiting", tags: ["applications"] } },
  { call: "POST /v1/help/{help}/answer", body: { text: "This week." } },
  {
    call: "POST /v1/canned-answers",
    body: { name: "We decide this week", text: "Hello {name}, we decide this week." },
    save: { CANNED_ANSWER: "/id" },
  },
  { call: "GET /v1/canned-answers" },
  { call: "PATCH /v1/canned-answers/{canned_answer}", body: { language: "en" } },
  { call: "DELETE /v1/canned-answers/{canned_answer}" },
  {
    call: "POST /v1/people/{person}/notes",
    path: { person: "user_id:maker" },
    body: { text: "Asked twice when we decide." },
    save: { NOTE: "/id" },
  },
  { call: "GET /v1/people/{person}/notes", path: { person: "user_id:maker" } },
  { call: "DELETE /v1/people/{person}/notes/{note}", path: { person: "user_id:maker" } },
  { call: "POST /v1/portal/name-claims", body: { program: "makers", person: "user_id:maker", name: "Ann" } },
  {
    call: "POST /v1/invitations",
    body: { program: "makers", emails: ["guest@example.com"], locale: "de" },
    save: { INVITATION: "/invited/0" },
  },
  { call: "GET /v1/invitations", query: { program: "makers" } },
  { call: "DELETE /v1/invitations/{invitation}" },
  {
    call: "PUT /v1/portal/provider",
    body: { issuer: "https://login.shop.example", client_id: "grapevine", client_secret: "from-the-provider", new_people: false },
  },
  { call: "GET /v1/portal/provider" },
  { call: "DELETE /v1/portal/provider" },
];
