/** The portal's first screen, put together: the program in words, the member's link, what came of it and what she holds. */
import { brand, brandTokens } from "../core/brand.ts";
import { featuresOf } from "../core/features.ts";
import { externalId } from "../core/id.ts";
import { kitDisclosure, shareKit } from "../core/messages/share-kit.ts";
import type { Program } from "../core/program.ts";
import { type FormField, formOf } from "../core/program-form.ts";
import { howWords } from "../core/rules/how-words.ts";
import { SUMS, balanceWords } from "../core/rules/sum-words.ts";
import { thinkOfWords } from "../core/rules/think-of-words.ts";
import { windowOf } from "../core/rules/window-words.ts";
import { formatInstant } from "../core/time.ts";
import { currentTerms } from "../flow/terms.ts";
import { type HeldRow, type PartRow, listOwnLinks, readHeld, readPart } from "../store/portal-home.ts";
import { readTerms } from "../store/terms.ts";
import { askOf, noticeOf } from "./portal-notice.ts";
import type { Reading } from "./portal-reading.ts";
import { linkUrl } from "./views/link.ts";
import type { PortalHome } from "./views/portal-home.ts";

const NOTHING: PartRow = { referrals: 0, qualified: 0, visits: 0, accepted: null };
const STATUS = { live: "open", paused: "paused", ended: "ended" } as const;

/** `placement`: the element that shows it, so that links sent from there are counted as coming from there. */
export async function homeOf(read: Reading, placement?: string): Promise<PortalHome> {
  const { workspaceId, db, side, personId, row, program, voice } = read;
  const own = personId === null ? null : { personId, programId: row.id };
  const isActive = row.joined === "active";
  const [part, held, links, terms, notice] = await Promise.all([
    own === null ? NOTHING : readPart(workspaceId, db, own),
    own === null ? [] : readHeld(workspaceId, db, own.personId),
    own === null || !isActive ? [] : listOwnLinks(workspaceId, db, own),
    termsOf(read),
    noticeOf(read),
  ]);
  const ask = await askOf(read, part);
  const { words, formats } = voice;
  return {
    locale: formats.locale,
    dir: words.dir,
    zone: formats.zone,
    workspace: { slug: side.slug, name: side.name },
    brand: brandOf(side),
    person: personId === null ? null : personOf(read, personId),
    programs: read.programs.map(programLine),
    program: {
      ...programLine(row),
      description: program.description ?? null,
      join: program.advocates.join,
      may_join: read.mayJoin,
      form: formOf(program.advocates).map((field) => fieldIn(field, words.language)),
      ...endOf(read),
      features: featuresOf(program),
      // For those who recommend: friends read this page too.
      think_of: isActive ? thinkOfWords(read, textIn(program.share.think_of?.text ?? {}, words.language)) : [],
      rooms: { order: program.pages.portal?.order ?? [], hidden: program.pages.portal?.hidden ?? [] },
    },
    how: { ...howWords(read), terms: terms === null ? null : { ...terms, accepted: part.accepted === Number(terms.version) } },
    share: shareOf(read, links, placement),
    stats: { visits: part.visits, referrals: part.referrals, qualified: part.qualified },
    balances: balancesOf(read, held),
    notice,
    ask,
    words: words.section("portal"),
  };
}

/** A field of the form that one joins by, in the reader's language. A label that is empty is the portal's to say. */
function fieldIn({ key, label, help, type, required, options }: FormField, language: string): PortalHome["program"]["form"][number] {
  const said = options?.map((each) => ({ key: each.key, label: textIn(each.label ?? {}, language) ?? each.key })) ?? null;
  return { key, label: textIn(label, language) ?? "", help: textIn(help ?? {}, language), type, required, options: said };
}

function programLine(row: Reading["row"]): PortalHome["programs"][number] {
  const { key, name, kind, status, joined } = row;
  return {
    key,
    name,
    kind: kind as "direct",
    status: STATUS[status as keyof typeof STATUS] ?? "ended",
    joined: (joined ?? "none") as "none",
  };
}

/** As the workspace's settings say; what is not there is ours. */
export function brandOf(side: { name: string; settings: Record<string, unknown> }): PortalHome["brand"] {
  const given = brand.safeParse(side.settings["brand"] ?? {});
  const own = given.success ? given.data : brand.parse({});
  return {
    tokens: brandTokens(own),
    name: own.name ?? side.name,
    logo_url: own.logo_url ?? null,
    support_email: own.support_email ?? null,
    privacy_url: own.privacy_url ?? null,
    powered_by: own.powered_by,
  };
}

function personOf({ side, row }: Reading, personId: string): NonNullable<PortalHome["person"]> {
  const data = side.data ?? {};
  const attributes = (data["attributes"] ?? {}) as Record<string, unknown>;
  const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
  return {
    id: externalId("per", personId),
    name: text(data["name"]),
    email: text(data["email"]) ?? side.email,
    picture: httpsOrNull(attributes["picture"]),
    joined_at: row.joined_at === null || row.joined === "none" ? null : formatInstant(row.joined_at),
  };
}

/** An https address of a sane length, or null. */
export function httpsOrNull(value: unknown): string | null {
  return typeof value === "string" && value.length <= 2000 && URL.parse(value)?.protocol === "https:" ? value : null;
}

function endOf(read: Reading): { ends_at: string | null; ends_text: string | null } {
  const { contest } = read.program;
  if (contest === undefined) return { ends_at: null, ends_text: null };
  const { to, untilText } = windowOf(read, contest);
  return { ends_at: formatInstant(to), ends_text: read.voice.words.say("rules.ends.program", { date: untilText }) };
}

/** The terms in force, in the reader's language or the nearest. The number that a version's terms have never changes, so it is kept. */
async function termsOf({ workspaceId, db, row, program, voice, now }: Reading): Promise<{ version: string; text: string } | null> {
  const text = textIn(program.terms, voice.words.language);
  if (text === null) return null;
  const key = `${row.id}:${row.version}`;
  let number = numbers.get(key);
  if (number === undefined) {
    number = currentTerms(await readTerms(workspaceId, db, row.id), now)?.terms ?? 1;
    numbers.set(key, number);
    const [oldest] = numbers.keys();
    if (numbers.size > NUMBERS && oldest !== undefined) numbers.delete(oldest);
  }
  return { version: String(number), text };
}
const NUMBERS = 1_000;
const numbers = new Map<string, number>();

/** A text in a language, else in English, else in any. */
export function textIn(texts: Program["terms"], language: string): string | null {
  return [texts[language], texts["en"], ...Object.values(texts)].find((text) => text !== undefined && text.trim() !== "") ?? null;
}

function shareOf(read: Reading, links: Awaited<ReturnType<typeof listOwnLinks>>, placement: string | undefined): PortalHome["share"] {
  const { voice, program, context, side } = read;
  // The one she chose before one that was made for her, and one for no channel in particular before the others.
  const main = links.find((each) => each.kind === "vanity") ?? links.findLast((each) => each.channel === null) ?? links.at(-1);
  if (main === undefined || !featuresOf(program).includes("share")) return null;
  const at = { publicUrl: context.publicUrl, slug: side.slug };
  const link = linkUrl(main, at) + (placement === undefined ? "" : `?c=${placement}`);
  const linkFor = (channel: string): string => {
    if (placement !== undefined) return link;
    const own = links.find((each) => each.channel === channel);
    if (own !== undefined) return linkUrl(own, at);
    return channel === "copy" || channel === "native" ? link : `${link}?c=${channel}`;
  };
  const qr = `${context.publicUrl}/v1/links/${externalId("lnk", main.id)}/qr`;
  return {
    link,
    code: main.code,
    disclosure: kitDisclosure(read),
    qr: { svg: `${qr}.svg`, png: `${qr}.png` },
    channels: shareKit({ voice, program, region: regionOf(read), code: main.code, linkFor }),
  };
}

/** Where she lives, as far as it is known: her country, else that of her language. */
function regionOf({ side, voice }: Reading): string | null {
  const attributes = (side.data?.["attributes"] ?? {}) as Record<string, unknown>;
  const country = attributes["country"];
  if (typeof country === "string" && /^[A-Z]{2}$/.test(country)) return country;
  return new Intl.Locale(voice.formats.locale).maximize().region ?? null;
}

function balancesOf({ voice }: Reading, held: readonly HeldRow[]): PortalHome["balances"] {
  return held
    .filter((each) => SUMS.has(each.form) && (each.available !== 0 || each.pending !== 0 || each.in_flight !== 0))
    .map(({ form, unit, available, pending, in_flight }) => {
      const text = balanceWords(voice, { form, unit, available, pending, in_flight });
      return { kind: form, unit, available, pending, in_flight, text };
    });
}
