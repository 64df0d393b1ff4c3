/** What a code offers, in words, for those who show it outside our pages. */
import { normaliseCode } from "../core/code.ts";
import { disclosureOf } from "../core/page.ts";
import { offerEnd } from "../core/rules/offer-end.ts";
import { sourceOf, versionDealt } from "../flow/pages.ts";
import type { Client } from "../store/db.ts";
import { readUnit } from "../store/experiment-units.ts";
import { readLinkByCode } from "../store/links.ts";
import { readPageProgram, readShown } from "../store/pages.ts";
import { brandOf } from "./landing-page.ts";
import { offerOf, readerVoice } from "./landing-offer.ts";
import { linkUrl } from "./views/link.ts";

export type OfferAsk = { code: string; locale: string; publicUrl: string };
type Words = { text: string; detail: string };
export type Offered = {
  code: string;
  program: string;
  locale: string;
  from: { name: string | null; picture: string | null };
  offer: string | null;
  friend_gets: Words[];
  disclosure: string;
  endsAt: number | null;
  ended: boolean;
  url: string;
};

/** Null for a code that leads nowhere: unknown here, disabled, or of a program that is not live. */
export async function readOffer(workspaceId: string, db: Client, ask: OfferAsk): Promise<Offered | null> {
  const link = await readLinkByCode(workspaceId, db, normaliseCode(ask.code));
  // The same statements for a code that is not there: how long it took tells nothing.
  const nobody = "00000000-0000-0000-0000-000000000000";
  const usual = await readPageProgram(workspaceId, db, { id: link?.program_id ?? nobody });
  const unitOf = (experiment: string): Promise<string> => readUnit(workspaceId, db, { experiment, person: link?.person_id ?? nobody });
  const version = usual?.dealt && link !== null ? await versionDealt(usual.dealt, link.person_id, unitOf) : undefined;
  const row = usual === null || version === undefined ? usual : await readPageProgram(workspaceId, db, { id: usual.id, version });
  const shown = await readShown(workspaceId, db, link?.person_id ?? nobody);
  if (link === null || row === null || link.disabled_at !== null || row.status !== "live") return null;
  const source = sourceOf(workspaceId, { row, proof: [], readAt: 0, before: undefined });
  const voice = readerVoice(source, ask.locale);
  const offer = offerOf(source, voice, row.now);
  const { words } = voice;
  const url = linkUrl(link, { publicUrl: ask.publicUrl, slug: row.slug });
  const name = shown?.name ?? null;
  const said = { words, offer, business: brandOf(source).name, personal: true, name: name ?? words.say("page.somebody") };
  const endsAt = offerEnd(source.program, source.zone);
  return {
    code: link.code,
    program: row.key,
    locale: voice.formats.locale,
    from: { name, picture: shown?.picture_at == null ? null : `${url.replace("/r/", "/l/")}/face?v=${shown.picture_at}` },
    offer: offer.short,
    friend_gets: offer.friend,
    disclosure: disclosureOf(said, (items) => voice.formats.list(items)),
    endsAt,
    ended: endsAt !== null && row.now >= endsAt,
    url,
  };
}
