/** Who reads the portal, of which program, and in which words: what every one of its answers begins with. */
import type { FastifyReply, FastifyRequest } from "fastify";
import { chooseLocale, localeOf } from "../core/messages/locale.ts";
import { type Program, definition } from "../core/program.ts";
import type { Saying } from "../core/rules/reward-words.ts";
import { type Zone, UTC, compileZone } from "../core/time.ts";
import { offered } from "../flow/audience.ts";
import { notFound, Refusal } from "../flow/refusal.ts";
import { voiceOf } from "../flow/voices.ts";
import type { Client } from "../store/db.ts";
import { inWorkspace } from "../store/db.ts";
import { findSlugWorkspaces } from "../store/links-read.ts";
import { type ShownProgramRow, type SideRow, listShownPrograms, readDefinition, readSide } from "../store/portal-home.ts";
import { addressOf } from "./address.ts";
import type { Caller, HttpContext } from "./context.ts";
import { count } from "./guard.ts";
import { findPerson } from "./lookup.ts";

export type Ask = { [field in "workspace" | "program" | "locale" | "zone" | "person" | "browser"]?: string | undefined };
export type Reading = Saying & {
  workspaceId: string;
  db: Client;
  context: HttpContext;
  side: SideRow;
  /** Null where nobody is signed in. */
  personId: string | null;
  programs: ShownProgramRow[];
  row: ShownProgramRow;
  /** False where the program is for people of a segment that she is not in. */
  mayJoin: boolean;
};
/** A reading whose person is known. */
export type OwnReading = Reading & { personId: string };

/** Published definitions never change: parsed once. A few dozen kB each. */
const PARSED = 200;
const parsed = new Map<string, Program>();
const zones = new Map<string, Zone>();

export type Asked = { workspaceId: string; caller: Caller | null; ask: Ask };

/**
 * Who asks about which workspace: the caller about hers, a stranger about the one that the page names. Whoever is signed in somewhere else
 * is a stranger here.
 */
export async function askedOf(request: FastifyRequest, reply: FastifyReply, ask: Ask): Promise<Asked> {
  const { caller } = request;
  const slug = ask.workspace;
  if (caller !== null && (caller.kind !== "member" || slug === undefined)) return { workspaceId: caller.workspaceId, caller, ask };
  if (slug === undefined) throw new Refusal("unauthenticated", "Send a key or a token, or name the workspace: ?workspace=<its slug>.");
  const found = (await findSlugWorkspaces(request.server.gv.pool, [slug])).get(slug);
  if (caller !== null && found === caller.workspaceId) return { workspaceId: found, caller, ask };
  const workspaceId = await workspaceAsked(request, reply, slug);
  return { workspaceId, caller: null, ask: { ...ask, person: undefined } };
}

/** The workspace that a stranger's page names. Strangers are counted by address, and see what is public anyway. */
export async function workspaceAsked(request: FastifyRequest, reply: FastifyReply, slug: string): Promise<string> {
  await count(request, reply, { policy: "browser", target: `portal:${addressOf(request.ip)}` });
  const found = (await findSlugWorkspaces(request.server.gv.pool, [slug])).get(slug);
  if (found === undefined) throw notFound("workspace");
  return found;
}

/** Reads in one transaction. `caller` null is a stranger. */
export async function reading<T>(of: Asked & { context: HttpContext }, work: (reading: Reading) => Promise<T>): Promise<T> {
  const { workspaceId, caller, context, ask } = of;
  const isAnybody = caller === null || caller.kind === "publishable";
  if (isAnybody && ask.person !== undefined)
    throw new Refusal("key_kind_refused", "Whose portal it is a member's own session or token says, or a secret key. Leave person out.");
  return await inWorkspace(context.pool, workspaceId, async (db) => {
    const personId = ask.person === undefined ? null : await findPerson(workspaceId, db, ask.person);
    const wished = ask.program ?? caller?.member?.programKey ?? null;
    const [side, all] = await Promise.all([
      readSide(workspaceId, db, personId),
      listShownPrograms(workspaceId, db, { personId, key: wished }),
    ]);
    if (side === null) throw notFound("workspace");
    const open = await offered(workspaceId, db, { programs: all, personId });
    // One that a link or a token names is shown all the same, and that it is not for her is said.
    const programs = all.filter((each) => open.includes(each) || each.key === wished);
    const row = chooseProgram(programs, { asked: ask.program, wished });
    const program = await programOf(workspaceId, db, row);
    const voice = voiceOf({ workspaceId, locale: localeFor(side, ask), zone: zoneFor(side, ask.zone), settings: side.settings });
    const zone = zoneNamed(program.zone ?? side.zone);
    return await work({
      workspaceId,
      db,
      context,
      side,
      personId,
      programs,
      row,
      mayJoin: open.includes(row),
      program,
      voice,
      zone,
      now: side.now,
    });
  });
}

/** The same for what is somebody's own: 401 for whoever is nobody, 422 for a key that does not say whose. */
export async function ownReading<T>(of: Asked & { context: HttpContext }, work: (reading: OwnReading) => Promise<T>): Promise<T> {
  return await reading(of, async (found) => {
    const { personId, side } = found;
    if (of.ask.workspace !== undefined && of.ask.workspace !== side.slug) throw new Refusal("session_invalid", "Sign in here.");
    if (personId === null)
      throw new Refusal("validation_failed", "Say whose portal it is.", {
        errors: [{ pointer: "/person", message: 'A person such as "user_id:u_17" or "per_...".', code: "required" }],
      });
    return await work({ ...found, personId });
  });
}

function chooseProgram(programs: readonly ShownProgramRow[], by: { asked: string | undefined; wished: string | null }): ShownProgramRow {
  const named = programs.find((each) => each.key === by.wished);
  // A program that a token named may have gone; one that is asked for is there or is not found.
  if (by.asked !== undefined && named === undefined) throw notFound("program");
  const chosen =
    named ?? programs.find((each) => each.joined === "active") ?? programs.find((each) => each.status === "live") ?? programs[0];
  if (chosen === undefined) throw notFound("program");
  return chosen;
}

async function programOf(workspaceId: string, db: Client, row: ShownProgramRow): Promise<Program> {
  const key = `${row.id}:${row.version}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const program = definition.parse(await readDefinition(workspaceId, db, { programId: row.id, version: row.version }));
  parsed.set(key, program);
  const [oldest] = parsed.keys();
  if (parsed.size > PARSED && oldest !== undefined) parsed.delete(oldest);
  return program;
}

/** What she asks for now, what she chose, what is known of her, what her browser says, what the workspace speaks. */
function localeFor(side: SideRow, { locale, browser }: Ask): string {
  const chosen = localeOf(locale) ?? localeOf(side.own_locale);
  if (chosen !== null) return chosen;
  return chooseLocale((side.data?.["attributes"] ?? {}) as Record<string, unknown>, localeOf(browser) ?? side.settings["locale"]);
}

function zoneFor(side: SideRow, asked: string | undefined): string {
  return [asked, side.own_zone].find((zone) => zone != null && isZone(zone)) ?? side.zone;
}

function isZone(name: string): boolean {
  return name.length <= 64 && zoneNamed(name, null) !== null;
}

/** A compiled zone is 48 kB: kept by its name, of which there are about 600. */
function zoneNamed(name: string): Zone;
function zoneNamed(name: string, otherwise: null): Zone | null;
function zoneNamed(name: string, otherwise: Zone | null = UTC): Zone | null {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const made = compileZone(name);
  if (made === undefined) return otherwise;
  zones.set(name, made);
  return made;
}
