/** From a message to its mail's texts: whose words, which values, where its links lead. */
import { instantOf } from "../core/messages/mail-dates.ts";
import { ASKED_FOR, CONSOLE_MAILS, type MessageKind, MESSAGES, OPERATORS } from "../core/messages/kinds.ts";
import { type MailDraft, type MailHouse, composeItem } from "../core/messages/mail-compose.ts";
import { sampleDraft } from "../core/messages/mail-samples.ts";
import { weekFigures } from "../core/messages/mail-week.ts";
import { type MailValues, cleanText, valuesOf, worthText } from "../core/messages/mail-values.ts";
import type { Program } from "../core/program.ts";
import { shortName } from "../core/rules/state-words.ts";
import { stageLabel } from "../core/rules/trigger-words.ts";
import { externalId, uuidOf } from "../core/id.ts";
import { type Formats, formats } from "../core/words/format.ts";
import type { Voice } from "../core/words/voice.ts";
import { type Words, createWords, languageOf } from "../core/words.ts";
import { type MailFacts, type MailMessage, type MailWorkspace, isSample, operatorOf } from "./mail-facts.ts";
import { operatorParts } from "./mail-operator.ts";
import type { MailReward } from "../store/mail-facts.ts";
import { announcementDraft } from "./announce/words.ts";
import { makeMailToken } from "./mail-token.ts";
import type { MailMac } from "./ports.ts";

/** Voices that were used, kept: words are parsed when first said. */
export type Voices = (workspace: Pick<MailWorkspace, "id" | "words">, reader: { locale: string; zone: string }) => Voice;
const KEPT = 200;

export function createVoices(): Voices {
  const words = new Map<string, { of: string; words: Words }>();
  const days = new Map<string, Formats>();
  const keep = <T>(map: Map<string, T>, key: string, value: T): T => {
    if (map.size >= KEPT) map.delete(map.keys().next().value as string);
    map.set(key, value);
    return value;
  };
  return (workspace, { locale, zone }) => {
    const language = languageOf(locale);
    const key = `${workspace.id}|${language}`;
    const of = JSON.stringify(workspace.words);
    let said = words.get(key);
    if (said?.of !== of) said = keep(words, key, { of, words: createWords(language, workspace.words) });
    // Where the reader's own language is not spoken, days and numbers follow the language that is.
    const tag = languageOf(locale) === "en" && !/^en\b/i.test(locale) ? "en" : locale;
    const at = `${tag}|${zone}`;
    return { words: said.words, formats: days.get(at) ?? keep(days, at, formats(tag, zone)) };
  };
}

export type DraftParts = { voices: Voices; mac: MailMac; publicUrl: string };

/** The voice in which a message's reader is spoken to. */
export function voiceOf(parts: Pick<DraftParts, "voices">, facts: MailFacts, message: MailMessage): Voice {
  const reader = facts.people.get(message.person_id);
  const { workspace } = facts;
  return parts.voices(workspace, {
    locale: operatorOf(facts, message)?.locale ?? reader?.locale ?? facts.invitations.get(message.id)?.locale ?? message.locale,
    zone: reader?.zone ?? workspace.zone,
  });
}

export function houseOf(workspace: MailWorkspace): MailHouse {
  const imprint = (workspace.mail.imprint ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return { business: workspace.business, brand: workspace.brand, sandbox: workspace.sandbox, imprint };
}

/** What the mail says, but for what only the moment of sending knows (a sign-in link). */
export function draftMail(parts: DraftParts, facts: MailFacts, message: MailMessage): MailDraft {
  const { workspace } = facts;
  const voice = voiceOf(parts, facts, message);
  // Marked as a test in its subject, as a sandbox's are.
  if (isSample(message)) return sampleDraft(message.kind, voice, { house: { ...houseOf(workspace), sandbox: true } });
  const reward = facts.rewards.get(uuidOf("rwd", textOf(message.data["reward"])) ?? "");
  // Who asks to sign in may be nobody yet, and nobody has nothing to choose.
  const isPerson = facts.people.has(message.person_id) && !ASKED_FOR.has(message.kind) && MESSAGES[message.kind].to !== "friend";
  const page = `${parts.publicUrl}/p/${encodeURIComponent(workspace.slug)}`;
  const token = isPerson ? makeMailToken(parts.mac, workspace.id, { sort: "person", id: message.person_id }) : null;
  const way = operatorOf(facts, message)?.token ?? null;
  const out = way === null ? token : makeMailToken(parts.mac, workspace.id, way);
  return {
    kind: message.kind,
    voice,
    values: mailValues(facts, message, voice),
    house: houseOf(workspace),
    action: actionOf(parts, facts, message),
    preferences: token === null ? null : `${page}/preferences/${token}`,
    unsubscribe: out === null || MESSAGES[message.kind].essential ? null : `${page}/unsubscribe/${out}`,
    ...(ASKED_FOR.has(message.kind) || CONSOLE_MAILS.has(message.kind) ? { because: "asked" as const } : {}),
    ...(reward?.code == null ? {} : { code: reward.code }),
    ...regularParts(parts, facts, { message, voice }),
    ...friendParts(parts, facts, { message, voice }),
    ...announcedParts(parts, facts, message),
    ...thanksParts(facts, message),
    ...operatorParts(facts, { message, voice }),
  };
}

export type Drafting = { message: MailMessage; voice: Voice };

/** What a digest lists; a week's figures. */
function regularParts(parts: DraftParts, facts: MailFacts, { message, voice }: Drafting): Partial<MailDraft> {
  const items = facts.digests.get(message.id)?.map((each) => composeItem(each.kind, voice, mailValues(facts, each, voice)));
  const week = facts.weeks.get(message.id);
  return { ...(items === undefined ? {} : { items }), ...(week === undefined ? {} : { figures: weekFigures(week, voice) }) };
}

/** An announcement's own words; a test of one is marked as such, and counted for nobody. */
function announcedParts(parts: DraftParts, facts: MailFacts, message: MailMessage): Partial<MailDraft> {
  const announced = facts.announced.get(message.id);
  if (announced === undefined) return {};
  const { workspace, programs } = facts;
  const person = facts.people.get(message.person_id);
  const reader = {
    locale: person?.locale ?? message.locale,
    name: person?.name ?? null,
    personId: message.person_id === OPERATORS ? null : message.person_id,
  };
  const draft = announcementDraft(parts, { announced, reader, house: workspace, programs });
  return message.data["test"] === true ? { ...draft, house: { ...houseOf(workspace), sandbox: true } } : draft;
}

/** An operator's own words: the first line is the subject. No button; she is not asked for anything. */
function thanksParts(facts: MailFacts, { data, kind }: MailMessage): Partial<MailDraft> {
  const words = kind === "personal_thanks" ? facts.thanks.get(uuidOf("nte", textOf(data["note"])) ?? "") : undefined;
  if (words === undefined) return {};
  return { own: ownWords(words), action: null };
}

/** "Thank you\n\nHello Ann, ..." */
export function ownWords(words: string): NonNullable<MailDraft["own"]> {
  const [subject = "", ...text] = words.split("\n\n");
  return { subject, title: subject, text: text.join("\n\n"), action: null };
}

/** A friend who is nobody's account: the advocate's link, what she may get for it, and the way out. */
function friendParts(parts: DraftParts, facts: MailFacts, { message, voice }: Drafting): Partial<MailDraft> {
  const invited = facts.invitations.get(message.id);
  if (invited === undefined) return {};
  const { slug, id, business } = facts.workspace;
  const token = makeMailToken(parts.mac, id, { sort: "invitation", id: invited.id });
  const friend = invited.advocate ?? voice.words.say("mail.greeting.friend");
  return {
    action: invited.link === null ? null : linkOf({ publicUrl: parts.publicUrl, slug, domain: facts.domain }, invited.link),
    unsubscribe: `${parts.publicUrl}/p/${encodeURIComponent(slug)}/unsubscribe/${token}`,
    notes: [voice.words.say("mail.frame.disclosure", { friend: cleanText(friend), business })],
  };
}

/** The address of a link, as the API gives it: under the workspace's own name, else a random code is global and a chosen one is not. */
function linkOf(at: { publicUrl: string; slug: string; domain: string | null }, link: { code: string; kind: string }): string {
  const code = encodeURIComponent(link.code);
  if (at.domain !== null) return `https://${at.domain}/${code}`;
  return link.kind === "random" ? `${at.publicUrl}/r/${code}` : `${at.publicUrl}/r/${at.slug}/${code}`;
}

/** Others whom a mail names or tells of: when one of them is erased, the kept mail goes. */
export function aboutOf(facts: MailFacts, message: MailMessage): string[] {
  const reward = facts.rewards.get(uuidOf("rwd", textOf(message.data["reward"])) ?? "");
  const referral = facts.referrals.get(uuidOf("ref", textOf(message.data["referral"])) ?? "");
  return [reward?.friend_id, referral?.friend_id].filter((id): id is string => typeof id === "string" && id !== message.person_id);
}

/** The values of a message's words, in its reader's way of writing. */
export function mailValues(facts: MailFacts, message: MailMessage, voice: Voice): MailValues {
  const { data, kind } = message;
  const { formats: f, words } = voice;
  const reward = facts.rewards.get(uuidOf("rwd", textOf(data["reward"])) ?? "");
  const thing = thingOf(facts, data);
  const date = dateOf(kind, { data, thing: thing?.at ?? null, available: reward?.available_at ?? null, now: facts.now });
  const until = untilOf(kind, { data, thing: thing?.at ?? null, code: reward?.code_until ?? null });
  const isDay = kind.startsWith("seat_") || kind === "gathering_cancelled";
  const program = programOf(facts, data, { key: reward?.program ?? null, id: thing?.program_id ?? null });
  return valuesOf({
    business: facts.workspace.business,
    program: program?.name ?? facts.workspace.business,
    friend: friendOf(facts, message, voice),
    amount: amountOf(message, reward?.payload, voice),
    date: date === null ? "none" : isDay ? f.dateTime(date, facts.now) : f.date(date, facts.now),
    until: until === null ? lastDay(message, voice) : f.dateTime(until, facts.now),
    reason: whyOf(kind, { said: textOf(data["reason"]), reward, words }),
    why: textOf(data["status"]),
    thing: (thing?.name || textOf(data["contest"]) || textOf(data["name"]) || textOf(data["item"])).replaceAll("_", " "),
    level: textOf(data["to_name"]) || textOf(data["level"]),
    from_level: textOf(data["from_name"]),
    stage: stageOf(program, textOf(data["stage"]) || (thing?.name ?? ""), voice),
    note: facts.invitations.get(message.id)?.note ?? "none",
    role: reward !== undefined && reward.friend_id === reward.recipient_id ? "friend" : "advocate",
    place: numberOf(data["place"] ?? data["rank"]),
    points: numberOf(data["points"]),
    count: facts.digests.get(message.id)?.length ?? facts.weeks.get(message.id)?.referrals ?? numberOf(data["tries"] ?? data["stock"]),
    days: numberOf(data["days"]),
    code: reward?.code ?? "none",
  });
}

/** The last day of a week: days need no time of day, and the week ends where the next begins. */
function lastDay({ kind, data }: MailMessage, { formats: f }: Voice): string {
  return kind === "operators_weekly" && typeof data["to"] === "number" ? f.date(data["to"] - 1, data["to"]) : "none";
}

/** Her name where the reader herself gave it, else the day on which she came; an advocate's own name to the friend she invites. */
function friendOf(facts: MailFacts, message: MailMessage, { words, formats: f }: Voice): string {
  const invited = facts.invitations.get(message.id);
  if (invited !== undefined) return invited.advocate ?? words.say("mail.greeting.friend");
  const found =
    facts.referrals.get(uuidOf("ref", textOf(message.data["referral"])) ?? "") ??
    facts.rewards.get(uuidOf("rwd", textOf(message.data["reward"])) ?? "");
  if (found?.friend_name) return shortName(found.friend_name);
  if (found?.friend_at == null || message.kind === "referral_created") return words.say("mail.greeting.friend");
  return words.say("mail.greeting.friend_of", { date: f.date(found.friend_at, facts.now) });
}

function stageOf(program: { live: Record<string, unknown> | null } | undefined, key: string, voice: Voice): string {
  if (key === "") return "";
  // A published definition is a program: it was parsed when it was published.
  return program?.live == null ? key.replaceAll("_", " ") : stageLabel(voice, program.live as unknown as Program, key);
}

function thingOf(facts: MailFacts, data: Record<string, unknown>) {
  const keys = (["gth", "led", "req", "cas", "clm"] as const).map((prefix) => {
    const named = { gth: "gathering", led: "lead", req: "request", cas: "case", clm: "claim" }[prefix];
    return `${prefix}:${uuidOf(prefix, textOf(data[named])) ?? ""}`;
  });
  return [...keys, `item:${textOf(data["item"])}`].map((key) => facts.things.get(key)).find((found) => found !== undefined);
}

function programOf(facts: MailFacts, data: Record<string, unknown>, of: { key: string | null; id: string | null }) {
  const said = textOf(data["program"]) || (of.key ?? "");
  return facts.programs.find((p) => p.key === said || p.id === of.id || externalId("prg", p.id) === said);
}

function amountOf(message: MailMessage, payload: unknown, voice: Voice): string {
  const { form, unit, amount, value, currency } = message.data;
  if (typeof value === "number" && typeof currency === "string" && value > 0) return voice.formats.money(value, currency);
  if (typeof unit !== "string" || typeof amount !== "number") return "none";
  return worthText({ form: textOf(form), unit, amount, payload }, voice);
}

type Dated = { data: Record<string, unknown>; thing: number | null; available: number | null; now: number };

function dateOf(kind: MessageKind, { data, thing, available, now }: Dated): number | null {
  if (kind === "reward_granted") {
    const at = available ?? instantOf(data["available_at"]);
    return at !== null && at > now ? at : null;
  }
  return instantOf(data["at"]) ?? instantOf(data["starts_at"]) ?? instantOf(data["joined_at"]) ?? instantOf(data["from"]) ?? thing;
}

function untilOf(
  kind: MessageKind,
  { data, thing, code }: { data: Record<string, unknown>; thing: number | null; code: number | null },
): number | null {
  const said = instantOf(data["until"]) ?? instantOf(data["accept_by"]) ?? instantOf(data["due"]);
  return said ?? code ?? (/^(lead|claim_appr|request|deliverable)/.test(kind) ? thing : null);
}

/** Where the button leads: her own page of the program, or ours for those who run it. */
function actionOf(parts: DraftParts, facts: MailFacts, message: MailMessage): string {
  if (message.person_id === OPERATORS) {
    const isAlert = message.kind === "tracking_alert";
    const told = isAlert
      ? "/insights/tracking"
      : (facts.reports.get(message.id)?.path ?? (operatorOf(facts, message) === null ? null : "/insights"));
    return `${parts.publicUrl}/app${told === null ? "" : `/${encodeURIComponent(facts.workspace.slug)}${told}`}`;
  }
  const reward = facts.rewards.get(uuidOf("rwd", textOf(message.data["reward"])) ?? "");
  const program = programOf(facts, message.data, { key: reward?.program ?? null, id: thingOf(facts, message.data)?.program_id ?? null });
  const shop = program?.live?.["destination"];
  if (message.kind === "coupon_ready" && typeof shop === "string" && /^https?:\/\//.test(shop)) return shop;
  const own = `${parts.publicUrl}/p/${encodeURIComponent(facts.workspace.slug)}`;
  return program === undefined ? own : `${own}/${encodeURIComponent(program.key)}`;
}

type Why = { said: string; reward: MailReward | undefined; words: Words };

/** "operator": somebody at the business took it back; what she wrote for it stays between her and the business. */
function whyOf(kind: MessageKind, { said, reward, words }: Why): string {
  const sentence = reasonOf(said || (reward?.reason ?? ""), words);
  return kind === "reward_reversed" && sentence === "none" && reward?.gate === "reversed" ? "operator" : sentence;
}

/** The sentence of a reason, in the words of statuses; "none" where nobody wrote one. */
function reasonOf(reason: string, words: Words): string {
  const keys = [`status.why.${reason}`, `status.reason.${reason}`, `rules.why.${reason}`] as const;
  const key = reason === "" ? undefined : keys.find((each) => words.has(each));
  try {
    return key === undefined ? "none" : words.say(key);
  } catch {
    return "none";
  }
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const numberOf = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);
