/**
 * What a person sees when Grapevine starts. The first time there is no workspace: one is made, with a program that is
 * live and an advocate who has a code, so that the printed `curl` earns a reward at once. Keys are shown this once.
 */
import directPreset from "../../presets/direct.ts";
import { type ProgramDefinition, definition } from "../core/program.ts";
import { createWorkspace } from "../flow/create-workspace.ts";
import { draftProgram } from "../flow/operate.ts";
import { createSignInLink } from "../flow/sign-in.ts";
import { inTransaction, inWorkspace } from "../store/db.ts";
import { listLinks } from "../store/links.ts";
import { readProgram } from "../store/programs.ts";
import { firstWorkspace } from "../store/workspaces.ts";
import type { App } from "./app.ts";

export type Welcome = { text: string; value: Record<string, unknown> };

const SLUG = "my-shop";
const PROGRAM = "friends";

/** Makes the first workspace when there is none; otherwise only a new sign-in link. */
export async function welcome(app: App, url: string): Promise<Welcome> {
  const first = await inTransaction(app.pool, (db) => firstWorkspace(db));
  if (first !== null) {
    const link = `${url}/sign-in/${await createSignInLink(app.parts, first.workspaceId)}`;
    return {
      value: { workspace: first.slug, sign_in_link: link },
      text: lines([
        `Grapevine answers at ${url}`,
        "",
        `Sign in, once and within the hour:  ${link}`,
        "",
        `The guides: ${url}/docs`,
        "Ctrl-C stops it. Your data stays where it is.",
      ]),
    };
  }
  return firstStart(app, url);
}

async function firstStart(app: App, url: string): Promise<Welcome> {
  const made = await createWorkspace(app.parts, { slug: SLUG, name: "My shop" });
  const code = await demoProgram(app, made.workspaceId);
  const link = `${url}/sign-in/${made.signInToken}`;
  const body = { type: "purchase", person: { user_id: "ben" }, referral: { code }, order: { id: "1001", total: 8000, currency: "USD" } };
  const curl = `curl -s ${url}/v1/events -H 'authorization: Bearer ${made.secretKey}' -H 'content-type: application/json' -d ` +
    `'${JSON.stringify(body)}'`;
  return {
    value: {
      workspace: made.slug,
      secret_key: made.secretKey,
      publishable_key: made.publishableKey,
      test_key: made.testKey,
      sign_in_link: link,
      code,
      curl,
    },
    text: lines([
      `Grapevine answers at ${url}`,
      "",
      `A workspace "${made.slug}" is made, with a program "${PROGRAM}" (10 % of each order to whoever recommended you) and an`,
      `advocate Ann, whose code is ${code}. Her link: ${url}/r/${code}`,
      "",
      "Sign in, once and within the hour (the next start prints another link), and set up a program of your own:",
      "",
      `  ${link}`,
      "",
      "Keys (shown this once; keep them):",
      `  secret       ${made.secretKey}`,
      `  publishable  ${made.publishableKey}`,
      `  sandbox      ${made.testKey}`,
      "",
      "Earn the first reward:",
      "",
      `  ${curl}`,
      "",
      "See it in a web shop, in a second terminal (then open http://localhost:4500):",
      "",
      `  ${url === "http://localhost:4400" ? "" : `GRAPEVINE_URL=${url} `}GRAPEVINE_KEY=${made.secretKey} npm run shop`,
      "",
      `The guides: ${url}/docs`,
      "Ctrl-C stops it. Your data stays where it is.",
    ]),
  };
}

/** The preset `direct` under the key "friends", live, with one advocate. @returns her code. */
async function demoProgram(app: App, workspaceId: string): Promise<string> {
  const by = { workspaceId, actor: "first-start", requestId: "first-start", idempotencyKey: null };
  const document: ProgramDefinition = { ...directPreset, key: PROGRAM, name: "Recommend a friend" };
  definition.parse(document);
  await draftProgram(app.parts, by, { definition: document, revision: null });
  const program = await inWorkspace(app.pool, workspaceId, (db) => readProgram(workspaceId, db, PROGRAM));
  if (program === null) throw new Error("impossible: the draft was just stored");
  await app.services.publishProgram(by, { programId: program.id, effectiveFrom: null, appliesTo: "new_referrals" });
  const { personId } = await app.services.joinAdvocate(by, { program: PROGRAM, person: { user_id: "ann", name: "Ann" } });
  const [link] = await inWorkspace(app.pool, workspaceId, (db) =>
    listLinks(workspaceId, db, { before: null, limit: 1, personId, program: PROGRAM }),
  );
  if (link === undefined) throw new Error("impossible: joining makes a link");
  return link.code;
}

function lines(list: string[]): string {
  return list.join("\n");
}
