/** From a message and what is known of it to the texts of a mail. */
import { type Brand, brandTokens } from "../brand.ts";
import type { Voice } from "../words/voice.ts";
import { type Words, type WordKey, createWords } from "../words.ts";
import { capital } from "../text.ts";
import type { MessageKind } from "./kinds.ts";
import { MESSAGES } from "./kinds.ts";
import type { MailColours, MailContent, MailFigure, MailItem, MailLink, MailTable } from "./mail-content.ts";
import { type MailValues, cleanText } from "./mail-values.ts";

/** Who the mail is from: the same for every mail of a workspace. */
export type MailHouse = { business: string; brand: Partial<Brand>; imprint: readonly string[]; sandbox: boolean };

export type MailDraft = {
  kind: MessageKind;
  voice: Voice;
  values: MailValues;
  house: MailHouse;
  /** Where the button leads; null leaves it out. */
  action: string | null;
  preferences: string | null;
  unsubscribe: string | null;
  /** Why she gets it, where that is not what the kind's audience says. */
  because?: "asked" | "news";
  /** The business's own words for this one mail, in place of the kind's. */
  own?: { subject: string; title: string; text: string; action: string | null };
  code?: string;
  items?: readonly MailItem[];
  figures?: readonly MailFigure[];
  table?: MailTable | null;
  /** Sentences after the kind's own text. */
  told?: readonly string[];
  notes?: readonly string[];
};

/** The mail's content in the reader's language. A business's own text that cannot be said makes way for ours. */
export function composeMail(draft: MailDraft): MailContent {
  const { kind, values, house, own } = draft;
  const say = sayer(draft.voice.words);
  const text = (part: "subject" | "title" | "text"): string => own?.[part] ?? capital(say(`mail.${kind}.${part}`, values));
  const link = (key: WordKey, url: string | null): MailLink | null => (url === null ? null : { label: say(key, values), url });
  // What somebody wrote herself stays as she wrote it: German goes on in small letters after "Hallo Ann,".
  const [preview = "", ...rest] = text("text")
    .split("\n\n")
    .map((each) => (own === undefined ? capital(each) : each));
  const subject = cleanText(text("subject"));
  return {
    locale: draft.voice.formats.locale,
    dir: draft.voice.words.dir,
    subject: house.sandbox ? say("mail.frame.test", { subject }) : subject,
    title: text("title"),
    preview,
    paragraphs: [preview, ...rest, ...(draft.told ?? [])],
    code: draft.code ?? null,
    items: draft.items ?? [],
    figures: draft.figures ?? [],
    table: draft.table ?? null,
    action: actionOf(draft, link),
    notes: draft.notes ?? [],
    because: say(`mail.frame.because.${draft.because ?? MESSAGES[kind].to}`, namedApart(values)),
    preferences: link("mail.frame.preferences", draft.preferences),
    unsubscribe: link("mail.frame.unsubscribe", draft.unsubscribe),
    imprint: house.imprint.map(cleanText).filter((line) => line !== ""),
    powered: house.brand.powered_by === false ? null : say("mail.frame.powered", {}),
    brand: brandOf(house),
  };
}

function actionOf({ kind, own, action, voice }: MailDraft, link: (key: WordKey, url: string | null) => MailLink | null): MailLink | null {
  if (own?.action != null && action !== null) return { label: cleanText(own.action), url: action };
  return voice.words.has(`mail.${kind}.action`) ? link(`mail.${kind}.action`, action) : null;
}

/** What one message is in a digest: its title and its first sentence. */
export function composeItem(kind: MessageKind, voice: Voice, values: MailValues): MailItem {
  const say = sayer(voice.words);
  const [text = ""] = say(`mail.${kind}.text`, values).split("\n\n");
  return { title: capital(say(`mail.${kind}.title`, values)), text: capital(text) };
}

/** Where no program is known, texts say the business in its place: then it is not named twice. */
function namedApart(values: MailValues): MailValues {
  return values.program === values.business ? { ...values, program: "none" } : values;
}

function sayer(words: Words): (key: WordKey, values: Record<string, string | number>) => string {
  return (key, values) => {
    try {
      return words.say(key, values);
    } catch {
      return createWords(words.language).say(key, values);
    }
  };
}

function brandOf({ brand, business }: MailHouse): MailContent["brand"] {
  const { light, dark } = brandTokens(brand);
  const colours = (tokens: Record<string, string>): MailColours => {
    const of = (name: string): string => tokens[`--gv-${name}`] ?? "#000000";
    const [primary, on_primary] = [of("primary"), of("on-primary")];
    return { primary, on_primary, paper: of("paper"), ink: of("ink"), muted: of("muted"), line: of("line") };
  };
  const radius = light["--gv-radius"] ?? "8px";
  return {
    name: cleanText(business),
    // Most mail programs show no picture that is part of the page.
    logo: brand.logo_url === undefined || brand.logo_url.startsWith("data:") ? null : brand.logo_url,
    radius,
    font: light["--gv-font"] ?? "sans-serif",
    light: colours(light),
    dark: colours(dark),
  };
}
