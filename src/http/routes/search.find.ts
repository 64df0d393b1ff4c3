import { z } from "zod";
import { normaliseCode } from "../../core/code.ts";
import { normaliseEmail, normalisePhone } from "../../core/identity.ts";
import { externalId, parseId } from "../../core/id.ts";
import type { Client } from "../../store/db.ts";
import { idsByText } from "../../store/people-find.ts";
import { listPrograms } from "../../store/programs.ts";
import { findByIdentities, findCode, findOrders, readFoundPeople } from "../../store/search.ts";
import { endpoint } from "../endpoint.ts";
import type { Permission } from "../permissions.ts";
import { money } from "../schemas.ts";

const KINDS = [
  "person",
  "code",
  "coupon",
  "order",
  "referral",
  "reward",
  "payout",
  "event",
  "program",
  "ticket",
] as const;

const found = z
  .object({
    kind: z.enum(KINDS),
    id: z.string().describe("Of the thing, as other endpoints take it; an order's is the business's own."),
    title: z.string(),
    text: z.string().nullable().describe("What tells it from others."),
    person: z.string().nullable().describe("Whose it is."),
    value: money.nullable(),
  })
  .meta({ id: "SearchResult" });
type Found = z.input<typeof found>;

const FEW = 6;
/** What is looked up by an id alone is there or not when it is opened. */
const BY_PREFIX: Partial<Record<string, { kind: (typeof KINDS)[number]; permission: Permission }>> = {
  ref: { kind: "referral", permission: "referrals:read" },
  rwd: { kind: "reward", permission: "rewards:read" },
  pay: { kind: "payout", permission: "payouts:read" },
  evt: { kind: "event", permission: "events:read" },
  hlp: { kind: "ticket", permission: "people:read" },
};

export default endpoint({
  method: "POST",
  path: "/v1/search",
  tag: "Home",
  permission: "settings:read",
  limit: "search",
  summary: "Find people, codes, orders and more by what was typed",
  description:
    "A beginning of a name, a last name, an e-mail address or a user id; a code, an order's id, the id of a referral, reward, payout or " +
      "event, " +
    "a program's name. A POST, so that no name lands in a log. Of what the caller may see, the likeliest first.",
  idempotent: false,
  body: z.strictObject({ q: z.string().max(320) }).meta({ id: "SearchText" }),
  response: z.object({ data: z.array(found) }),
  handler({ body, caller, read }) {
    const q = body.q.trim();
    if (q.length < 2) return { data: [] as Found[] };
    const may = (permission: Permission): boolean => caller.permissions === "all" || caller.permissions.has(permission);
    return read(async (workspaceId, db) => {
      const asked = { workspaceId, db, q };
      const parts = await Promise.all([
        idIn(q, may),
        may("people:read") ? people(asked) : [],
        may("links:read") ? codes(asked, may) : [],
        may("events:read") ? orders(asked) : [],
        may("programs:read") ? programs(asked) : [],
      ]);
      return { data: parts.flat() };
    });
  },
});

type Asked = { workspaceId: string; db: Client; q: string };

function idIn(q: string, may: (permission: Permission) => boolean): Found[] {
  const kind = BY_PREFIX[parseId(q)?.prefix ?? ""];
  return kind === undefined || !may(kind.permission)
    ? []
    : [{ kind: kind.kind, id: q, title: q, text: null, person: null, value: null }];
}

async function people({ workspaceId, db, q }: Asked): Promise<Found[]> {
  const id = parseId(q);
  const exact = [
    { kind: 1, value: q },
    { kind: 2, value: normaliseEmail(q) },
    { kind: 3, value: normalisePhone(q) },
    { kind: 4, value: q },
  ].filter((each): each is { kind: number; value: string } => each.value !== undefined);
  const known = id?.prefix === "per" ? [id.uuid] : await findByIdentities(workspaceId, db, exact);
  const range = (begin: string): [string, string] => [begin, `${begin}\u{10ffff}`];
  const similar = await idsByText(workspaceId, db, { name: range(q.toLowerCase()), value: range(q), limit: FEW });
  const rows = await readFoundPeople(workspaceId, db, [...new Set([...known, ...similar])].slice(0, FEW));
  return rows.map((row) => ({
    kind: "person",
    id: externalId("per", row.id),
    title: row.name ?? row.user_id ?? row.email ?? externalId("per", row.id),
    text: [row.email, row.user_id].filter((each) => each !== null && each !== row.name).join(" · ") || null,
    person: externalId("per", row.id),
    value: null,
  }));
}

async function codes({ workspaceId, db, q }: Asked, may: (permission: Permission) => boolean): Promise<Found[]> {
  if (/\s/.test(q) || q.includes("@")) return [];
  const rows = (await findCode(workspaceId, db, normaliseCode(q))).filter(
    (row) => row.kind === "link" || may("coupons:read"),
  );
  const names = new Map(
    (may("people:read")
      ? await readFoundPeople(
          workspaceId,
          db,
          rows.map((row) => row.person_id),
        )
      : []
    ).map((row) => [row.id, row]),
  );
  return rows.map((row) => ({
    kind: row.kind === "link" ? "code" : "coupon",
    id: externalId(row.kind === "link" ? "lnk" : "rwd", row.id),
    title: row.code,
    text: names.get(row.person_id)?.name ?? null,
    person: externalId("per", row.person_id),
    value: null,
  }));
}

async function orders({ workspaceId, db, q }: Asked): Promise<Found[]> {
  const rows = await findOrders(workspaceId, db, { from: q, to: `${q}\u{10ffff}`, limit: 3 });
  return rows.map((row) => ({
    kind: "order",
    id: row.order_id,
    title: row.order_id,
    text: null,
    person: row.person_id === null ? null : externalId("per", row.person_id),
    value: { amount: row.total, currency: row.currency },
  }));
}

async function programs({ workspaceId, db, q }: Asked): Promise<Found[]> {
  const wanted = q.toLowerCase();
  const rows = await listPrograms(workspaceId, db, { before: null, limit: 200 });
  return rows
    .map((row) => ({ key: row.key, name: String((row.live ?? row.draft)?.["name"] ?? row.key) }))
    .filter(({ key, name }) => key.includes(wanted) || name.toLowerCase().includes(wanted))
    .slice(0, 3)
    .map(({ key, name }) => ({ kind: "program" as const, id: key, title: name, text: key, person: null, value: null }));
}
