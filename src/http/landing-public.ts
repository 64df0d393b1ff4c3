/**
 * What stands open for everybody, without a recommender: a program's offer (`/o/:workspace/:program`), which search engines may show, and
 * the picture that networks show beside its links (`/og/:workspace/:program.png`).
 */
import crypto from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { brandTokens } from "../core/brand.ts";
import { capital } from "../core/text.ts";
import type { PageSource } from "../flow/pages.ts";
import type { OfferImages, OfferPicture } from "../flow/ports.ts";
import { findSlugWorkspaces } from "../store/links-read.ts";
import { sendTerms } from "./landing-claim.ts";
import { fillingsOf, pageHeaders, placeOf, readerOf, sendNowhere } from "./landing-door.ts";
import type { LandingDoor } from "./landing-door.ts";
import { offerOf, readerVoice } from "./landing-offer.ts";
import { brandOf, isOver, landingOf, pageFor } from "./landing-page.ts";
import { fillPage } from "./landing-render.ts";

const PUBLIC_PAGE = { config: { page: "public" as const } };
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const KEY = /^[a-z][a-z0-9_-]{0,47}$/;
/** 20 to 60 kB each. */
const MOST_PICTURES = 200;
const PICTURE_SECONDS = 300;

type Params = { slug: string; program: string };
type Picture = { png: Buffer; etag: string };

/** Adds them. Without `images` there are no pictures: 404. */
export function addPublicOffers(door: LandingDoor, images: OfferImages | undefined): void {
  const { app } = door;
  app.get("/o/:slug/:program", PUBLIC_PAGE, async (request, reply) => {
    const source = await sourceOf(door, request.params as Params);
    if (source === null) return sendNowhere(request, reply, 404);
    const { language, locale } = readerOf(request);
    const now = door.monotonic() + source.clockOffset;
    const place = placeOf(app);
    const state = isOver(source, now) ? "over" : "open";
    const page = pageFor(source, { language, locale, variant: 0, personal: false, state, now }, place);
    const path = `/o/${source.slug}/${source.program.key}`;
    const go = source.program.destination;
    const opened = { source, language, locale, place, path };
    const fillings = { ...fillingsOf(opened, { now, code: "", click: null, go, name: null, picture: null }), face: "" };
    // Nothing in it is one person's: a proxy may keep it for a moment.
    return reply.headers({ ...pageHeaders(page.policy, language), "cache-control": "public, max-age=60" }).send(fillPage(page, fillings));
  });
  app.get("/o/:slug/:program/terms", PUBLIC_PAGE, async (request, reply) => {
    const source = await sourceOf(door, request.params as Params);
    if (source === null) return sendNowhere(request, reply, 404);
    const { base } = placeOf(app);
    return sendTerms(reply, { source, ...readerOf(request) }, `${base}/o/${source.slug}/${source.program.key}`);
  });
  const pictures = createPictures(images);
  app.get("/og/:slug/:program", PUBLIC_PAGE, async (request, reply) => {
    const { slug, program } = request.params as Params;
    const source = program.endsWith(".png") ? await sourceOf(door, { slug, program: program.slice(0, -4) }) : null;
    const picture = source === null ? null : await pictures(pictureOf(source, request, door.monotonic() + source.clockOffset));
    if (picture === null) return reply.code(404).header("cache-control", "public, max-age=60").send("");
    return sendPicture(request, reply, picture);
  });
}

async function sourceOf(door: LandingDoor, { slug, program }: Params): Promise<PageSource | null> {
  if (!SLUG.test(slug) || !KEY.test(program)) return null;
  const workspaceId = (await findSlugWorkspaces(door.app.gv.pool, [slug])).get(slug);
  const source = workspaceId === undefined ? null : await door.pages.source(workspaceId, { key: program });
  return source !== null && source.status === "live" && landingOf(source) !== undefined ? source : null;
}

/** What stands in the picture: the offer and the business's name, in its colours. */
function pictureOf(source: PageSource, request: FastifyRequest, now: number): OfferPicture {
  const { language, locale } = readerOf(request);
  const voice = readerVoice(source, locale);
  const { words } = voice;
  const business = brandOf(source).name;
  const { short } = offerOf(source, voice, now);
  const { light } = brandTokens(brandOf(source));
  return {
    title: capital(short === null ? words.say("page.hero.plain", { business }) : words.say("page.hero.offer", { offer: short })),
    business,
    line: words.say("page.image.line"),
    language,
    dir: words.dir,
    paper: light["--gv-paper"] ?? "#ffffff",
    ink: light["--gv-ink"] ?? "#000000",
    primary: light["--gv-primary"] ?? "#000000",
  };
}

/** Pictures in memory by what they show, each drawn once; null where it cannot be drawn. */
function createPictures(images: OfferImages | undefined): (of: OfferPicture) => Promise<Picture | null> {
  const kept = new Map<string, Promise<Picture | null>>();
  return (of) => {
    if (images === undefined) return Promise.resolve(null);
    const key = crypto.hash("sha256", JSON.stringify(of), "hex").slice(0, 32);
    let picture = kept.get(key);
    if (picture === undefined) {
      picture = images.draw(of).then(
        (png) => ({ png: Buffer.from(png), etag: `"${key}"` }),
        () => {
          kept.delete(key);
          return null;
        },
      );
      kept.set(key, picture);
      if (kept.size > MOST_PICTURES) kept.delete(kept.keys().next().value!);
    }
    return picture;
  };
}

function sendPicture(request: FastifyRequest, reply: FastifyReply, { png, etag }: Picture): FastifyReply {
  const keep = `public, max-age=${PICTURE_SECONDS}, stale-while-revalidate=86400`;
  void reply.headers({ etag, "cache-control": keep, "cross-origin-resource-policy": "cross-origin", vary: "Accept-Language" });
  if (request.headers["if-none-match"] === etag) return reply.code(304).send();
  return reply.type("image/png").send(png);
}
