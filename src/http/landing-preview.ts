/** A landing page that is not live yet, with a made-up recommender. */
import type { FastifyInstance } from "fastify";
import { cleaned } from "../core/page.ts";
import { definition } from "../core/program.ts";
import type { ProgramDefinition } from "../core/program.ts";
import { locationOf, compileTarget } from "../core/target.ts";
import { languageOf } from "../core/words.ts";
import type { PageSource } from "../flow/pages.ts";
import { notFound } from "../flow/refusal.ts";
import type { Client } from "../store/db.ts";
import { readProof } from "../store/pages.ts";
import { readWorkspace, workspaceNow } from "../store/workspaces.ts";
import { findProgram } from "./lookup.ts";
import { fillingsOf, placeOf } from "./landing-door.ts";
import { renderPage } from "./landing-page.ts";
import { fillPage } from "./landing-render.ts";

export type PreviewWish = { definition: unknown; locale: string; variant: string; name: string | null; brand?: unknown };
const PROOF = 50;
const CODE = "EXAMPLE";

export async function previewLanding(
  workspaceId: string,
  db: Client,
  of: { program: string; wish: PreviewWish; app: FastifyInstance },
): Promise<{ html: string; policy: string }> {
  const { program: key, wish, app } = of;
  const row = await findProgram(workspaceId, db, key);
  const workspace = (await readWorkspace(workspaceId, db))!;
  const document = (wish.definition ?? row.draft ?? row.live) as ProgramDefinition | null;
  if (document === null) throw notFound("program");
  const program = cleaned(definition.parse(document));
  const proof = await readProof(workspaceId, db, { programId: row.id, limit: PROOF });
  const now = await workspaceNow(workspaceId, db);
  const { slug, name, zone } = workspace;
  const settings = wish.brand === undefined ? workspace.settings : { ...workspace.settings, brand: wish.brand };
  const source: PageSource = {
    workspaceId,
    slug,
    name,
    zone,
    settings: cleaned(settings),
    programId: row.id,
    status: row.status,
    version: row.version,
    program,
    proof: cleaned(proof),
    clockOffset: 0,
  };
  const variant = program.pages.landing?.variants.findIndex((each) => each.key === wish.variant) ?? -1;
  const { locale } = wish;
  const place = placeOf(app);
  const language = languageOf(locale);
  const page = renderPage(source, { language, locale, variant: variant + 1, personal: true, state: "open", now }, place);
  const target = compileTarget(program.destination);
  const go = target === null ? program.destination : locationOf(target, CODE, null);
  const fillings = fillingsOf(
    { source, language, locale, place, path: `/l/${CODE}` },
    { now, code: CODE, click: null, go, name: wish.name, picture: null },
  );
  return { html: fillPage(page, fillings), policy: page.policy };
}
