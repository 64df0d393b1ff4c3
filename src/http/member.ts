/**
 * People on their own side. An endpoint is opened to them by its `member` mark, which names the field that says whom it is about: that
 * field is filled with the person herself before anything is checked, and another person there is 404, like everything that is not hers.
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
  /** Of these parameters at least one, and in all that are sent, is she: the first when none is. */
  either?: readonly string[];
  /** A field of the body that names somebody else: by an address only, because ids of ours and of the business's are not hers to say. */
  contact?: string;
  /** Fields of the body that only others may send. They are taken away. */
  without?: readonly string[];
  /** Fields of the body that are always so. */
  always?: Record<string, unknown>;
  /** Fields of the answer (and of each item of its `data`) that are other people's, with what stands there for her. */
  hides?: Readonly<Record<string, unknown>>;
  /** False: the thing in the path is not hers, which is the same 404 as if it were not there. */
  owns?: (workspaceId: string, db: Client, asked: Asked) => Promise<boolean>;
};

const ADDRESSES = ["email", "phone", "name"];

/** What her own id may be called. */
function isHerself(said: unknown, id: string): boolean {
  return said === undefined || said === null || said === "me" || said === id;
}

/** Puts the person into the field that the mark names. Throws 404 when somebody else stands there. */
export function fillMember(request: FastifyRequest, mark: MemberMark, personId: string): void {
  const id = externalId("per", personId);
  const query = request.query as Record<string, unknown>;
  if (mark.params !== undefined) put(request.params as Record<string, unknown>, mark.params, id);
  if (mark.query !== undefined) put(query, mark.query, id);
  if (mark.either !== undefined) putEither(query, mark.either, id);
  const { body: field, contact, without, always } = mark;
  if (field === undefined && contact === undefined && without === undefined && always === undefined) return;
  const body = (request.body ??= {});
  // A list or a text is refused by the schema, with its words.
  if (typeof body !== "object" || Array.isArray(body)) return;
  const fields = body as Record<string, unknown>;
  for (const name of without ?? []) delete fields[name];
  Object.assign(fields, always);
  if (contact !== undefined) fields[contact] = addressesOf(fields[contact]);
  if (field !== undefined) putBody(fields, { field, as: mark.as ?? "reference", id });
}

/** An answer without what is other people's. */
export function withoutOthers(answer: unknown, hides: Readonly<Record<string, unknown>>): unknown {
  if (answer === null || typeof answer !== "object") return answer;
  const { data } = answer as { data?: unknown };
  const hidden = Object.fromEntries(Object.entries(hides).filter(([name]) => name in answer));
  return { ...answer, ...hidden, ...(Array.isArray(data) ? { data: data.map((each) => withoutOthers(each, hides)) } : {}) };
}

function addressesOf(said: unknown): unknown {
  if (said === null || typeof said !== "object" || Array.isArray(said)) return said;
  return Object.fromEntries(Object.entries(said).filter(([name]) => ADDRESSES.includes(name)));
}

function putEither(query: Record<string, unknown>, names: readonly string[], id: string): void {
  const said = names.filter((name) => query[name] !== undefined);
  for (const name of said.length === 0 ? names.slice(0, 1) : said) put(query, name, id);
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
