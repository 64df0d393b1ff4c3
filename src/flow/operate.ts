/** Small changes that operators and their programs make: keys, drafts, companies, settings. Nothing here moves money. */
import { externalId } from "../core/id.ts";
import type { ProgramDefinition } from "../core/program.ts";
import { findSandbox } from "../store/access.ts";
import type { KeyKind } from "../store/access.ts";
import { inWorkspace } from "../store/db.ts";
import { upsertCompany } from "../store/people.ts";
import { saveDraft } from "../store/programs.ts";
import { lockWorkspace, readWorkspace, updateWorkspace } from "../store/workspaces.ts";
import { asWriter } from "./as-writer.ts";
import type { By } from "./by.ts";
import { change } from "./change.ts";
import type { ChangeParts } from "./change.ts";
import { createKey, endKey } from "./keys.ts";
import { notFound, Refusal } from "./refusal.ts";

/** A new key and its text, shown this once. A test key is made in the workspace's sandbox, whoever asks. */
export async function issueKey(
  parts: ChangeParts,
  by: By,
  wish: { kind: KeyKind; name: string; scopes: string[] },
): Promise<{ id: string; text: string }> {
  const sandbox = await findSandbox(parts.pool, by.workspaceId);
  const inSandbox = wish.kind === "test" && sandbox !== null;
  const home = inSandbox ? sandbox : by.workspaceId;
  if (!inSandbox && (await isSandbox(parts, home)) !== (wish.kind === "test")) {
    throw new Refusal("conflict", "A sandbox has test keys and nothing else: ask with a key of the workspace itself.");
  }
  return await change(parts, { ...by, workspaceId: home }, async (db) => {
    const key = await createKey(home, db, { ...wish, ids: parts.ids });
    return {
      result: key,
      deed: { action: "key.created", target: externalId("key", key.id), detail: { kind: wish.kind, name: wish.name, scopes: wish.scopes } },
    };
  });
}

/** Ends a key of this workspace or of its sandbox. */
export async function revokeKey(parts: ChangeParts, by: By, id: string): Promise<void> {
  const homes = [by.workspaceId, await findSandbox(parts.pool, by.workspaceId)];
  for (const home of homes) {
    if (home === null) continue;
    const ended = await change(parts, { ...by, workspaceId: home }, async (db) => {
      const result = await endKey(home, db, id);
      return { result, deed: result ? { action: "key.revoked", target: externalId("key", id) } : null };
    });
    if (ended) return;
  }
  throw notFound("key");
}

/**
 * Stores a program's draft. The definition is valid already; what is unwise about it is the linter's to say. `revision`: the draft that
 * this one was made from, 0 for a program that is not there yet; another one in its place is refused as `draft_changed`.
 */
export async function draftProgram(
  parts: ChangeParts,
  by: By,
  { definition, revision }: { definition: ProgramDefinition; revision: number | null },
): Promise<void> {
  await change(parts, by, async (db) => {
    const id = await saveDraft(by.workspaceId, db, { id: parts.ids.uuid(), key: definition.key, definition, by: by.actor, revision });
    if (id === null) throw draftChanged(revision === 0 ? "A program of this key is there already." : undefined);
    return { result: undefined, deed: { action: "program.drafted", target: externalId("prg", id), detail: { key: definition.key } } };
  });
}

/** Somebody else saved the draft in the meantime. */
export function draftChanged(detail = "The draft was saved by somebody else since you read it. Read it again and merge."): Refusal {
  return new Refusal("draft_changed", detail);
}

/** Makes a company or changes its name and domain; returns its id. */
export async function putCompany(
  parts: ChangeParts,
  by: By,
  company: { externalId: string; name: string; domain: string | null },
): Promise<string> {
  // Behind the writer lock: a batch may be making the same company, because an event names it.
  return await asWriter(parts, by, async (db) => {
    const id = await upsertCompany(by.workspaceId, db, { id: parts.ids.uuid(), ...company });
    return { result: id, deeds: [{ action: "company.changed", target: externalId("com", id) }] };
  });
}

/** Changes what is given of a workspace's name, zone and settings. */
export async function changeSettings(
  parts: ChangeParts,
  by: By,
  wish: { name?: string; zone?: string; settings?: Record<string, unknown> },
): Promise<void> {
  await change(parts, by, async (db) => {
    await lockWorkspace(by.workspaceId, db);
    const now = await readWorkspace(by.workspaceId, db);
    if (now === null) throw notFound("workspace");
    const settings = { ...now.settings, ...wish.settings };
    await updateWorkspace(by.workspaceId, db, { name: wish.name ?? now.name, zone: wish.zone ?? now.zone, settings });
    return { result: undefined, deed: { action: "settings.changed", target: "workspace", detail: { fields: Object.keys(wish) } } };
  });
}

async function isSandbox(parts: ChangeParts, workspaceId: string): Promise<boolean> {
  const workspace = await inWorkspace(parts.pool, workspaceId, (db) => readWorkspace(workspaceId, db));
  return workspace?.sandbox ?? false;
}
