/**
 * `expand[]`: what the ids of an answer are of, in the same answer. Each kind is read by one statement, however many rows a page has, and
 * goes one step deep: an expanded thing is as its own endpoint shows it, with ids. Nobody is shown what she may not read by itself.
 */
import { z } from "zod";
import { externalId, uuidOf } from "../core/id.ts";
import { Refusal } from "../flow/refusal.ts";
import type { Client } from "../store/db.ts";
import { readPeopleOf } from "../store/people.ts";
import { readProgramsOf } from "../store/programs.ts";
import { readReferralsOf } from "../store/referrals.ts";
import { readRewardsByIds } from "../store/rewards.ts";
import { mayDo } from "./access-may.ts";
import type { Endpoint, Input } from "./endpoint.ts";
import type { Expandable, Kind } from "./expand-kinds.ts";
import type { Permission } from "./permissions.ts";
import type { Services } from "./services.ts";
import { person, personView } from "./views/person.ts";
import { program, programView } from "./views/program.ts";
import { referral, referralView, reward, rewardView } from "./views/referral.ts";

type Asked = { workspaceId: string; db: Client; services: Services; ids: readonly string[] };
type Expander = { permission: Permission; read(asked: Asked): Promise<(readonly [id: string, view: unknown])[]> };

const uuids = (prefix: "per" | "ref" | "rwd", ids: readonly string[]): string[] =>
  ids.map((id) => uuidOf(prefix, id)).filter((id) => id !== null);

const KINDS: Readonly<Record<Kind, Expander>> = {
  people: {
    permission: "people:read",
    read: async ({ workspaceId, db, ids }) =>
      (await readPeopleOf(workspaceId, db, uuids("per", ids))).map((row) => [externalId("per", row.asked), personView(row)]),
  },
  programs: {
    permission: "programs:read",
    read: async ({ workspaceId, db, ids, services }) =>
      (await readProgramsOf(workspaceId, db, ids)).map((row) => [row.key, programView(row, services.lint)]),
  },
  referrals: {
    permission: "referrals:read",
    read: async ({ workspaceId, db, ids }) =>
      (await readReferralsOf(workspaceId, db, uuids("ref", ids))).map((row) => [externalId("ref", row.id), referralView(row)]),
  },
  rewards: {
    permission: "rewards:read",
    read: async ({ workspaceId, db, ids }) =>
      (await readRewardsByIds(workspaceId, db, uuids("rwd", ids))).map((row) => [externalId("rwd", row.id), rewardView(row)]),
  },
};

const expanded = z
  .object({
    people: z.record(z.string(), person).optional(),
    programs: z.record(z.string(), program).optional().describe("By key."),
    referrals: z.record(z.string(), referral).optional(),
    rewards: z.record(z.string(), reward).optional(),
  })
  .meta({ id: "Expanded" });

/** What holds ids in the fields that it names, a thing or a list of them, takes `expand[]`; any other endpoint is as it was. */
export function expandable(definition: Endpoint): Endpoint {
  const { expand: fields } = definition;
  if (fields === undefined) return definition;
  const names = Object.keys(fields) as [string, ...string[]];
  const name = z.enum(names);
  const query = ((definition.query as z.ZodObject | undefined) ?? z.strictObject({})).extend({
    "expand[]": z
      .union([name.transform((each) => [each]), z.array(name).max(names.length)])
      .optional()
      .describe("What these fields name, in `expanded` of the answer. May be given several times; each needs the right to read it."),
  });
  const response = definition.response as z.ZodObject;
  const meta = response.meta();
  const isList = "data" in response.shape;
  const whole = response.extend({ expanded: expanded.optional().describe("By id; only what was asked for with `expand[]`.") });
  return {
    ...definition,
    query,
    response: whole.meta({ ...meta, id: isList ? meta?.id : `${meta?.id ?? ""}WithExpanded` }),
    handler: async (input) => {
      const { "expand[]": wanted = [], ...rest } = input.query as { "expand[]"?: string[] };
      for (const kind of new Set(wanted.map((each) => fields[each]!))) refuseUnread(input, kind);
      const answer = (await definition.handler({ ...input, query: rest })) as Row;
      if (wanted.length === 0) return answer;
      const rows = isList ? (answer["data"] as Row[]) : [answer];
      return { ...answer, expanded: await readAll(input, { rows, wanted, fields }) };
    },
  };
}

type Row = Record<string, unknown>;

function refuseUnread({ caller }: Input<z.ZodType, z.ZodType, z.ZodType>, kind: Kind): void {
  const { permission } = KINDS[kind];
  if (caller.kind === "publishable" || caller.member !== undefined || !mayDo(caller, permission))
    throw new Refusal("scope_missing", `To expand this, the permission ${permission} is needed.`);
}

async function readAll(
  { read, services }: Input<z.ZodType, z.ZodType, z.ZodType>,
  { rows, wanted, fields }: { rows: readonly Row[]; wanted: readonly string[]; fields: Expandable },
): Promise<Row> {
  const asked = Map.groupBy(wanted, (each) => fields[each]!);
  return await read(async (workspaceId, db) => {
    const found: [Kind, Row][] = [];
    for (const [kind, names] of asked) {
      const ids = [...new Set(rows.flatMap((row) => names.map((each) => row[each])))].filter((id) => typeof id === "string");
      found.push([kind, Object.fromEntries(await KINDS[kind].read({ workspaceId, db, services, ids }))]);
    }
    return Object.fromEntries(found);
  });
}
