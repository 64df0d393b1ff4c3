/** Finding people, segments over them, tables that come in pieces, where customers came from, and plans to ask. */
import type { Example } from "./example.ts";

export const segments: readonly Example[] = [
  { call: "POST /v1/people/find", body: { text: "ann", sort: "score", limit: 20 } },
  { call: "GET /v1/people/{person}/score", path: { person: "user_id:ann" } },
  {
    call: "POST /v1/segments/preview",
    body: { filter: { "person.orders": { gte: 1 }, "person.days_since_order": { lte: 90 } }, sample: 5 },
  },
  {
    call: "POST /v1/segments",
    body: {
      name: "Bought lately",
      description: "At least one order in the last 90 days.",
      filter: { all: [{ "person.orders": { gte: 1 } }, { "person.days_since_order": { lte: 90 } }] },
    },
    save: { SEGMENT: "/id" },
  },
  { call: "POST /v1/segments/of-people", body: { name: "Asked in November", people: ["$PERSON"] } },
  { call: "GET /v1/segments" },
  { call: "GET /v1/segments/{segment}" },
  { call: "GET /v1/reports/compare", query: { of: "segment", left: "$SEGMENT", right: "$SEGMENT" } },
  { call: "GET /v1/segments/{segment}/people", query: { limit: 20 } },
  { call: "PATCH /v1/segments/{segment}", body: { name: "Bought in the last quarter" } },
  { call: "POST /v1/imports/preview", body: { text: "Order ID,Date,Email,Total,Currency\nA-1,2026-03-01,zoe@example.com,12.50,USD\n" } },
  {
    call: "POST /v1/imports",
    title: "a table",
    body: {
      source: "people.csv",
      table: {
        header: ["Customer ID", "Name"],
        delimiter: ",",
        mapping: { type: "identify", set: { "person.user_id": "Customer ID", "person.name": "Name" } },
      },
    },
    save: { TABLE: "/id" },
  },
  {
    call: "POST /v1/imports/{import}/rows",
    path: { import: "$TABLE" },
    query: { row: 2, last: "true" },
    headers: { "content-type": "text/csv" },
    unplayed: "Its body is a piece of a file: curl --data-binary @rows.csv.",
  },
  { call: "POST /v1/imports/{import}/close", title: "the table's", path: { import: "$TABLE" } },
  {
    call: "POST /v1/source-audits",
    body: {
      name: "Before the program",
      origin: "given",
      baseline: true,
      counts: [
        { source: "a friend", count: 180 },
        { source: "search", count: 820 },
      ],
    },
    save: { AUDIT: "/id" },
  },
  { call: "GET /v1/source-audits" },
  { call: "POST /v1/source-audits/{audit}/baseline" },
  {
    call: "POST /v1/source-groups",
    body: { kind: "communities", name: "The running club", owner: "Kim", size: 120, consent: "unknown" },
    save: { GROUP: "/id" },
  },
  { call: "GET /v1/source-groups" },
  {
    call: "PUT /v1/source-groups/{group}",
    body: { kind: "communities", name: "The running club", owner: "Kim", size: 140, consent: "some" },
  },
  {
    call: "POST /v1/outreach",
    body: { name: "Spring", program: "friends", groups: ["$GROUP"], weeks: 4, mails_a_week: 20, notes_a_week: 5 },
    save: { PLAN: "/id" },
  },
  { call: "GET /v1/outreach" },
  { call: "GET /v1/outreach/{plan}" },
  { call: "GET /v1/outreach/{plan}/steps" },
  { call: "PUT /v1/outreach/{plan}/steps/{nth}", path: { nth: 1 }, body: { state: "asked" } },
  { call: "POST /v1/outreach/{plan}/end" },
  { call: "DELETE /v1/source-groups/{group}" },
  { call: "DELETE /v1/segments/{segment}" },
];
