/** A new workspace with its sandbox sibling, keys and sign-in link, in one transaction: it is there whole, or not at all. */
import { externalId } from "../core/id.ts";
import { compileZone } from "../core/time.ts";
import { insertAudit } from "../store/audit.ts";
import { inTransaction } from "../store/db.ts";
import type { Client, Pool } from "../store/db.ts";
import { insertOperator } from "../store/operators.ts";
import { enterWorkspace, insertDirectory, insertWorkspace } from "../store/workspace-create.ts";
import { createKey } from "./keys.ts";
import type { Ids } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import { createSignInLink } from "./sign-in.ts";

export type NewWorkspaceWish = {
  /** Lower-case letters, digits and hyphens, 2 to 40; part of short links (`/r/<slug>/<code>`). */
  slug: string;
  /** As people read it; the slug by default. */
  name?: string;
  /** IANA zone of its months and days; UTC by default. */
  zone?: string;
  /** Kept in both workspaces' settings: `{ synthetic: true }` for demo data. */
  settings?: Record<string, unknown>;
  /** The account that becomes its owner. */
  owner?: string;
};

/** Keys are shown this once; only their hashes are stored. */
export type NewWorkspace = {
  workspaceId: string; sandboxId: string; slug: string; secretKey: string; publishableKey: string; testKey: string; signInToken: string;
};

export type CreateParts = { pool: Pool; ids: Ids };

/** The sandbox's slug is the workspace's with this ending. */
export const SANDBOX_SUFFIX = "-sandbox";
const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const SLUG_MAX = 40;

/** First parts of the console's addresses (`/app/<slug>`) that are pages of their own. */
const RESERVED = ["sign-in", "assets", "mail", "invitation", "reset", "welcome", "auth"];

/** Throws a Refusal: `validation_failed` for a slug or zone that cannot be, `conflict` for a slug that is taken. */
export async function createWorkspace(parts: CreateParts, wish: NewWorkspaceWish): Promise<NewWorkspace> {
  const zone = wish.zone ?? "UTC";
  checkWish(wish.slug, zone);
  const workspaceId = parts.ids.uuid();
  const sandboxId = parts.ids.uuid();
  const { slug, settings = {} } = wish;
  const name = wish.name ?? slug;
  const keys = await inTransaction(parts.pool, async (db) => {
    await takeSlug(db, { workspaceId, slug, sandboxOf: null });
    await takeSlug(db, { workspaceId: sandboxId, slug: slug + SANDBOX_SUFFIX, sandboxOf: workspaceId });
    const secretKey = await fill(parts, db, {
      workspaceId, row: { slug, name, zone, sandboxOf: null, settings }, kind: "secret",
      ...(wish.owner === undefined ? {} : { owner: wish.owner }),
    });
    const publishableKey = (await createKey(workspaceId, db, { kind: "publishable", name: "First key", scopes: [], ids: parts.ids })).text;
    const sandbox = { slug: slug + SANDBOX_SUFFIX, name: `${name} (sandbox)`, zone, sandboxOf: workspaceId, settings };
    const testKey = await fill(parts, db, { workspaceId: sandboxId, row: sandbox, kind: "test" });
    return { secretKey, publishableKey, testKey };
  });
  return { workspaceId, sandboxId, slug, ...keys, signInToken: await createSignInLink(parts, workspaceId) };
}

async function takeSlug(db: Client, row: Parameters<typeof insertDirectory>[1]): Promise<void> {
  if (await insertDirectory(db, row)) return;
  throw new Refusal("conflict", `There is a workspace "${row.slug}" already. Choose another name.`);
}

type Filling = { workspaceId: string; row: Parameters<typeof insertWorkspace>[2]; kind: "secret" | "test"; owner?: string };

/** Writes one of the two workspaces with its first key; the transaction is in this workspace from here on. */
async function fill(parts: CreateParts, db: Client, { workspaceId, row, kind, owner }: Filling): Promise<string> {
  await enterWorkspace(workspaceId, db);
  await insertWorkspace(workspaceId, db, row);
  const key = await createKey(workspaceId, db, { kind, name: "First key", scopes: [], ids: parts.ids });
  const operatorId = owner === undefined ? null : parts.ids.uuid();
  if (operatorId !== null) await insertOperator(workspaceId, db, { id: operatorId, userId: owner!, role: "owner" });
  const actor = operatorId === null ? "cli" : externalId("opr", operatorId);
  const deed = { actor, action: "workspace.created", target: "workspace", requestId: null };
  await insertAudit(workspaceId, db, { id: parts.ids.uuid(), ...deed });
  return key.text;
}

function checkWish(slug: string, zone: string): void {
  if (!SLUG.test(slug) || slug.length < 2 || slug.length > SLUG_MAX || slug.endsWith(SANDBOX_SUFFIX)) {
    throw new Refusal(
      "validation_failed",
      `"${slug}" cannot name a workspace: use 2 to ${SLUG_MAX} lower-case letters, digits and single hyphens.`,
    );
  }
  if (RESERVED.includes(slug)) throw new Refusal("validation_failed", `"${slug}" is a page of the console. Choose another name.`);
  if (zone !== "UTC" && compileZone(zone) === undefined) {
    throw new Refusal("validation_failed", `"${zone}" is no time zone. Use a name such as Europe/Berlin.`);
  }
}
