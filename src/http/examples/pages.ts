/** What friends meet: an offer outside our pages, what somebody shows of herself, a page before it is live, a domain of one's own. */
import type { Example } from "./example.ts";

export const pages: readonly Example[] = [
  { call: "PUT /v1/people/{person}/shown", path: { person: "user_id:ann" }, body: { name: "Ann" } },
  { call: "GET /v1/people/{person}/shown", path: { person: "user_id:ann" } },
  { call: "GET /v1/offers/{code}", path: { code: "$CODE" }, query: { locale: "en" } },
  { call: "POST /v1/programs/{program}/landing/preview", path: { program: "friends" }, body: { locale: "de" } },
  { call: "POST /v1/domains", body: { domain: "refer.shop.example" } },
  { call: "GET /v1/domains" },
  {
    call: "POST /v1/domains/{domain}/verify",
    path: { domain: "refer.shop.example" },
    unplayed: "Needs the domain's DNS: test/pages/domains.test.ts.",
  },
  {
    call: "GET /v1/domains/ask",
    query: { domain: "refer.shop.example" },
    unplayed: "404 until it is verified: test/pages/domains.test.ts.",
  },
  { call: "DELETE /v1/domains/{domain}", path: { domain: "refer.shop.example" } },
];
