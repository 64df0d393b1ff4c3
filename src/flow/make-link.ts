/** Making and disabling links. No money and no identity is written, so the workspace's writer lock is not taken. */
import { CODE_BYTES, codeFromBytes, normaliseCode, vanityProblem } from "../core/code.ts";
import type { VanityProblem } from "../core/code.ts";
import { externalId } from "../core/id.ts";
import type { Client } from "../store/db.ts";
import { announceLinks } from "../store/links-read.ts";
import { disableLinkRow, insertLink, insertRandomLinks, readLinkParties, releaseCodes } from "../store/links-write.ts";
import { readLink } from "../store/links.ts";
import { workspaceNow } from "../store/workspaces.ts";
import type { By } from "./by.ts";
import { change } from "./change.ts";
import type { ChangeParts } from "./change.ts";
import type { Ids } from "./ports.ts";
import { notFound, Refusal } from "./refusal.ts";

export type LinkWish = {
  programId: string;
  personId: string;
  channel: string | null;
  /** The wished code of a vanity or coupon link; null for a random one. */
  code: string | null;
  kind: "random" | "vanity" | "coupon";
};

/** With a million codes given out, one draw in 820 million is taken: a second one is never needed, five are a fault somewhere. */
const DRAWS = 5;

const PROBLEMS: Record<VanityProblem, string> = {
  code_too_short: "The code needs at least 3 letters or digits.",
  code_too_long: "The code may have at most 40 characters.",
  code_characters: "The code may hold letters A to Z, digits, hyphens and underscores, the last two not at its ends.",
  code_reserved: "The code looks like a word that Grapevine or a shop uses itself. Choose another.",
};

/**
 * Makes a link with its audit row. Refuses a program or person that is not in the workspace, an ended program, an erased person, a code
 * that cannot be one (`validation_failed`, pointer /code) and one that is taken in the workspace (`code_taken`).
 */
export async function createLink(parts: ChangeParts, by: By, wish: LinkWish): Promise<{ linkId: string }> {
  return await change(parts, by, async (db) => {
    const { status, person } = await readLinkParties(by.workspaceId, db, wish);
    if (status === null) throw notFound("program");
    if (person === null) throw notFound("person");
    if (person === "erased") throw new Refusal("person_erased", "An erased person can have no link.");
    if (status === "ended") throw new Refusal("program_not_live", "The program has ended. Make the link in another program.");
    const linkId = await addLink(by.workspaceId, db, { ...wish, ids: parts.ids });
    // Never the code: a vanity code may be somebody's name.
    return {
      result: { linkId },
      deed: {
        action: "link.created",
        target: externalId("lnk", linkId),
        detail: { kind: wish.kind, program: externalId("prg", wish.programId) },
      },
    };
  });
}

/** Stores a link inside the caller's transaction; returns its id. For flows that make links among other things, such as joining. */
export async function addLink(workspaceId: string, db: Client, wish: LinkWish & { ids: Ids }): Promise<string> {
  return wish.kind === "random" ? await addRandom(workspaceId, db, wish) : await addChosen(workspaceId, db, wish);
}

/** Ends a link with its audit row; disabling it again changes nothing. Every process forgets it when this commits. */
export async function disableLink(parts: ChangeParts, by: By, linkId: string): Promise<void> {
  await change(parts, by, async (db) => {
    const at = await workspaceNow(by.workspaceId, db);
    const code = await disableLinkRow(by.workspaceId, db, { id: linkId, at });
    if (code === null) {
      if ((await readLink(by.workspaceId, db, linkId)) === null) throw notFound("link");
      return { result: undefined, deed: null };
    }
    await announceLinks(by.workspaceId, db, code);
    return { result: undefined, deed: { action: "link.disabled", target: externalId("lnk", linkId) } };
  });
}

async function addRandom(workspaceId: string, db: Client, wish: LinkWish & { ids: Ids }): Promise<string> {
  if (wish.code !== null)
    throw invalidCode("code_not_allowed", "A random link's code is not chosen. Leave code out, or make a vanity or coupon link.");
  const [id] = await addRandomLinks(workspaceId, db, { wishes: [wish], ids: wish.ids });
  return id as string;
}

export type RandomLinkWish = Pick<LinkWish, "programId" | "personId" | "channel">;

/**
 * Stores random links inside the caller's transaction; returns their ids in the wishes' order. Their codes are not announced: nobody can
 * have asked for them yet, and NOTIFY takes a lock over the whole database at commit, which an import of a million advocates would feel.
 */
export async function addRandomLinks(
  workspaceId: string,
  db: Client,
  of: { wishes: readonly RandomLinkWish[]; ids: Ids },
): Promise<string[]> {
  const ids = of.wishes.map(() => of.ids.uuid());
  let left = of.wishes.map((wish, i) => ({ ...wish, id: ids[i] as string }));
  for (let draw = 0; left.length > 0; draw++) {
    if (draw === DRAWS) throw new Error(`${DRAWS} random codes in a row were taken: the source of random bytes is broken.`);
    const byCode = new Map(left.map((wish) => [drawCode(of.ids), wish]));
    const links = [...byCode].map(([code, wish]) => ({ ...wish, code, codeKey: code, kind: "random" as const }));
    const claimed = await insertRandomLinks(workspaceId, db, links);
    // Somebody has chosen exactly these ten letters as a vanity code.
    const useless = claimed.filter((each) => !each.isMade).map((each) => each.code);
    if (useless.length > 0) await releaseCodes(workspaceId, db, useless);
    const made = new Set(claimed.filter((each) => each.isMade).map((each) => byCode.get(each.code)?.id));
    left = left.filter(({ id }) => !made.has(id));
  }
  return ids;
}

async function addChosen(workspaceId: string, db: Client, wish: LinkWish & { ids: Ids }): Promise<string> {
  const { code, kind, ids } = wish;
  if (code === null) throw invalidCode("required", `A ${kind} link needs a code.`);
  const problem = vanityProblem(code);
  if (problem !== undefined) throw invalidCode(problem, PROBLEMS[problem]);
  const id = ids.uuid();
  const codeKey = normaliseCode(code);
  if (!(await insertLink(workspaceId, db, { ...wish, id, code, codeKey }))) {
    throw new Refusal("code_taken", "Another link of this workspace has that code, or one that reads the same. Choose another.", {
      errors: [{ pointer: "/code", message: "The code is taken.", code: "code_taken" }],
    });
  }
  // Somebody may have tried the address before it existed.
  await announceLinks(workspaceId, db, codeKey);
  return id;
}

/** Ten letters. Once in 10^17 draws the bytes do not suffice, and now and then the letters spell a reserved word. */
function drawCode(ids: Ids): string {
  for (let i = 0; i < 10; i++) {
    const code = codeFromBytes(ids.bytes(CODE_BYTES));
    if (code !== undefined) return code;
  }
  throw new Error("No code came out of ten draws: the source of random bytes is broken.");
}

function invalidCode(code: string, message: string): Refusal {
  return new Refusal("validation_failed", message, { errors: [{ pointer: "/code", message, code }] });
}
