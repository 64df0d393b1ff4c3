/**
 * Where an advocate can send her link, each with its text made ready and the address that opens it there. Every text has link and
 * disclosure in it; what she changes of it, the address's template takes.
 */
import { type Program } from "../program.ts";
import type { Voice } from "../words/voice.ts";
import { disclosureIn, fillShareText, shareLocale } from "./share-text.ts";

export type Channel = {
  channel: string;
  kind: "copy" | "url" | "native" | "qr";
  label: string;
  link: string;
  subject: string | null;
  text: string;
  url: string | null;
  template: string | null;
  max: number | null;
};

type Sort = { kind: Channel["kind"]; template?: string; max?: number; text?: string };

/** {text} has the link in it. Facebook and Messenger take a link and nothing else: the text is on the clipboard then. */
export const CHANNELS: Readonly<Record<string, Sort>> = {
  native: { kind: "native" },
  copy: { kind: "copy" },
  whatsapp: { kind: "url", template: "https://wa.me/?text={text}" },
  email: { kind: "url", template: "mailto:?subject={subject}&body={text}", text: "email" },
  sms: { kind: "url", template: "sms:?&body={text}" },
  telegram: { kind: "url", template: "https://t.me/share/url?url={link}&text={text}" },
  messenger: { kind: "url", template: "fb-messenger://share?link={link}" },
  x: { kind: "url", template: "https://x.com/intent/post?text={text}", max: 280 },
  facebook: { kind: "url", template: "https://www.facebook.com/sharer/sharer.php?u={link}" },
  linkedin: { kind: "url", template: "https://www.linkedin.com/feed/?shareActive=true&text={text}", max: 3000, text: "linkedin_post" },
  linkedin_message: { kind: "copy", text: "linkedin_message", max: 8000 },
  linkedin_note: { kind: "copy", text: "linkedin_note", max: 300 },
  line: { kind: "url", template: "https://line.me/R/share?text={text}" },
  kakaotalk: { kind: "native" },
  qr: { kind: "qr" },
};

const USUAL = ["whatsapp", "email", "sms", "telegram", "messenger", "linkedin", "x", "facebook"];
/** LinkedIn is three: a post, a message, and the note beside an invitation. */
const LINKEDIN = ["linkedin", "linkedin_message", "linkedin_note"];
/** What people there write to each other with. */
const BY_REGION: Readonly<Record<string, string>> = { JP: "line", TW: "line", TH: "line", KR: "kakaotalk" };

/** The channels of a program for a reader in a region, the nearest to hand first. */
export function channelsOf(program: Program, region: string | null): string[] {
  const wished = program.share.channels.filter((each) => Object.hasOwn(CHANNELS, each));
  const some = (wished.length === 0 ? USUAL : wished).flatMap((each) => (each === "linkedin" ? LINKEDIN : [each]));
  const own = region === null ? undefined : BY_REGION[region];
  return [...new Set(["native", "copy", ...(own === undefined ? [] : [own]), ...some, "qr"])];
}

export type KitOf = {
  voice: Voice;
  program: Program;
  region: string | null;
  code: string;
  /** The link for a channel: its own, or the plain one with the channel's name. */
  linkFor(channel: string): string;
};

/** Every channel with its text in the reader's language, or the nearest that the program speaks. */
export function shareKit(of: KitOf): Channel[] {
  return channelsOf(of.program, of.region).map((channel) => channelWords(of, channel));
}

/** What is said of the pay, in the language that the texts are in. */
export function kitDisclosure({ voice, program }: Pick<KitOf, "voice" | "program">): string {
  return disclosureIn(program, shareLocale(program, voice.formats.locale) ?? voice.words.language);
}

function channelWords(of: KitOf, channel: string): Channel {
  const { voice, program, code } = of;
  const { kind, template = null, max = null, text: name } = CHANNELS[channel] ?? { kind: "copy" as const };
  const link = of.linkFor(channel);
  const locale = shareLocale(program, voice.formats.locale);
  const texts = (locale === null ? undefined : program.share.messages[locale]) ?? {};
  const words = { link, code, disclosure: kitDisclosure(of) };
  const subject = channel === "email" ? (texts.email_subject ?? program.name) : null;
  const long = fillShareText(texts[name ?? channel] ?? texts[channel] ?? texts.message ?? "{link} {disclosure}", words);
  const text = max !== null && [...long].length > max ? fillShareText("{link} {disclosure}", words) : long;
  const label = voice.words.say(`rules.channel.${channel}`);
  return {
    channel,
    kind,
    label,
    link,
    subject,
    text,
    url: template === null ? null : fill(template, { subject, text, link }),
    template,
    max,
  };
}

/** An address with its parts escaped, line breaks as RFC 6068 has them. */
function fill(template: string, of: { subject: string | null; text: string; link: string }): string {
  const escape = (text: string): string => encodeURIComponent(text.replaceAll(/\r?\n/g, "\r\n"));
  const parts: Readonly<Record<string, string>> = {
    subject: escape(of.subject ?? ""),
    text: escape(of.text),
    link: encodeURIComponent(of.link),
  };
  return template.replaceAll(/\{(subject|text|link)\}/g, (_whole, name: string) => parts[name] ?? "");
}
