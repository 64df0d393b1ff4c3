/**
 * People on their own side. An endpoint is opened to them by its `member` mark, which names the field that says whom it is about: that field
 * is filled with the person herself before anything is checked, and another person there is 404, like everything that is not hers.
 */
import type { FastifyRequest } from "fastify";
import { externalId } from "../core/id.ts";
import { notFound } from "../flow/refusal.ts";
import type { Client } from "../store/db.ts";

/** What an endpoint that is open to people asks beside the field: is the thing hers? Ids as in the request. */
export type Asked = { personId: string; params: Record<string, string>; body: Record<string, unknown>; query: Record<string, unknown> };

export type MemberMark = {
  /** The field that is the person: `me`, or her own id. */
  params?: string;
  query?: string;
  body?: string;
  /** How the body's field holds a person: as a reference; as an event's person; as the one claimant of a claim. */
  as?: "reference" | "person" | "claimant";
  /** Fields of the body that only others may send: what a person says of herself there counts for nothing. They are taken away. */
  without?: readonly string[];
  /** Fields of the body that are always so. */
  always?: Record<string, unknown>;
  /** False: the thing in the path is not hers, which is the same 404 as if it were not there. */
  owns?: (workspaceId: string, db: Client, asked: Asked) => Promise<boolean>;
};

/** What her own id may be called. */
function isHerself(said: unknown, id: string): boolean {
  return said === undefined || said === null || said === "me" || said === id;
}

/** Puts the person into the field that the mark names. Throws 404 when somebody else stands there. */
export function fillMember(request: FastifyRequest, mark: MemberMark, personId: string): void {
  const id = externalId("per", personId);
  if (mark.params !== undefined) put(request.params as Record<string, unknown>, mark.params, id);
  if (mark.query !== undefined) put(request.query as Record<string, unknown>, mark.query, id);
  if (mark.body === undefined && mark.without === undefined && mark.always === undefined) return;
  const body = (request.body ??= {});
  // A list or a text is refused by the schema, with its words.
  if (typeof body !== "object" || Array.isArray(body)) return;
  const fields = body as Record<string, unknown>;
  for (const name of mark.without ?? []) delete fields[name];
  Object.assign(fields, mark.always);
  if (mark.body !== undefined) putBody(fields, { field: mark.body, as: mark.as ?? "reference", id });
}

function put(fields: Record<string, unknown>, field: string, id: string): void {
  if (!isHerself(fields[field], id)) throw notFound("person");
  fields[field] = id;
}

function putBody(fields: Record<string, unknown>, { field, as, id }: { field: string; as: string; id: string }): void {
  if (as === "reference") return put(fields, field, id);
  const said = fields[field];
  const inner = as === "claimant" ? (Array.isArray(said) && said.length <= 1 ? (said[0] as unknown) : said) : said;
  const name = as === "claimant" ? "person" : "id";
  const keys = inner === undefined || inner === null || inner === "me" ? {} : inner;
  const others = typeof keys !== "object" || Array.isArray(keys) || Object.keys(keys).some((key) => key !== name && key !== "share");
  if (others || !isHerself((keys as Record<string, unknown>)[name], id)) throw notFound("person");
  fields[field] = as === "claimant" ? [{ person: id, share: 1 }] : { id };
}
