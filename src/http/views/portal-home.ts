/** What the portal's first screen shows: the business, the program in words, and the member's part in it. */
import { z } from "zod";
import { FEATURES } from "../../core/features.ts";
import { ASKED_MOMENTS } from "../../core/feedback.ts";
import { KINDS } from "../../core/program.ts";
import { FIELD_TYPES } from "../../core/program-form.ts";
import { instant } from "../schemas.ts";

const tokens = z.record(z.string(), z.string()).describe("CSS custom properties, --gv-primary and so on; every text pair can be read.");
const worth = z.object({ text: z.string().describe("What, and when."), detail: z.string().describe("Its terms in sentences.") });

export const brandView = z
  .object({
    tokens: z.object({ light: tokens, dark: tokens }),
    name: z.string(),
    logo_url: z.string().nullable(),
    support_email: z.string().nullable(),
    privacy_url: z.string().nullable(),
    powered_by: z.boolean(),
  })
  .meta({ id: "PortalBrand" });

export const how = z
  .object({
    headline: z.string(),
    you_get: z.array(worth),
    friend_gets: z.array(worth),
    steps: z.array(z.object({ title: z.string(), text: z.string() })),
    faq: z.array(z.object({ question: z.string(), answer: z.string() })),
    terms: z
      .object({
        version: z.string(),
        text: z.string(),
        accepted: z.boolean().describe("By this member, in this version. False for somebody unknown."),
      })
      .nullable(),
  })
  .describe("Made from the program's own rules, so that the two cannot disagree.")
  .meta({ id: "PortalHow" });

export const CHANNEL_KINDS = ["copy", "url", "native", "qr"] as const;
export const channel = z
  .object({
    channel: z.string(),
    kind: z.enum(CHANNEL_KINDS).describe("copy: to the clipboard; url: open `url`; native: the phone's own sheet; qr: show the code."),
    label: z.string(),
    link: z.string().describe("The advocate's link with this channel's name, so that it is counted as such."),
    subject: z.string().nullable(),
    text: z.string().describe("With link and disclosure in it. May be changed before it is sent; the disclosure stays."),
    url: z
      .string()
      .nullable()
      .describe("With the text in it as it stands; {subject} and {text} are where an edited one goes in template."),
    template: z.string().nullable().describe("The address with {subject}, {text} and {link} to be filled in, each URL-encoded."),
    max: z.int().nullable().describe("The most characters this channel takes."),
  })
  .meta({ id: "PortalChannel" });

export const share = z
  .object({
    link: z.string(),
    code: z.string(),
    disclosure: z.string(),
    qr: z.object({ svg: z.string(), png: z.string() }).describe("Addresses; send the same credentials."),
    channels: z.array(channel),
  })
  .meta({ id: "PortalShare" });

export const portalBalance = z
  .object({
    kind: z.string(),
    unit: z.string(),
    available: z.int(),
    pending: z.int(),
    in_flight: z.int(),
    text: z.string().describe('"$20.00 available, $10.00 waiting".'),
  })
  .meta({ id: "PortalBalance" });

export const JOINED = ["active", "applied", "refused", "left", "none"] as const;

const formLine = z.object({
  key: z.string(),
  label: z.string().describe("Empty for the one field that a program has by itself."),
  help: z.string().nullable(),
  type: z.enum(FIELD_TYPES),
  required: z.boolean(),
  options: z.array(z.object({ key: z.string(), label: z.string() })).nullable(),
});

export const home = z
  .object({
    locale: z.string(),
    dir: z.enum(["ltr", "rtl"]),
    zone: z.string(),
    workspace: z.object({ slug: z.string(), name: z.string() }),
    brand: brandView,
    person: z
      .object({
        id: z.string(),
        name: z.string().nullable(),
        email: z.string().nullable(),
        picture: z.string().nullable(),
        joined_at: instant.nullable(),
      })
      .nullable()
      .describe("Null where nobody has signed in."),
    programs: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        kind: z.enum(KINDS),
        status: z.enum(["open", "paused", "ended"]),
        joined: z.enum(JOINED),
      }),
    ),
    program: z.object({
      key: z.string(),
      kind: z.enum(KINDS),
      name: z.string(),
      description: z.string().nullable(),
      status: z.enum(["open", "paused", "ended"]),
      join: z.enum(["automatic", "apply", "invite"]),
      may_join: z.boolean().describe("False where the program is for people of a segment that whoever reads is not in."),
      form: z.array(formLine).describe("What is asked of those who join: the `answers` of POST /v1/portal/join."),
      joined: z.enum(JOINED),
      ends_at: instant.nullable(),
      ends_text: z.string().nullable().describe("The end in the reader's zone, in words."),
      features: z.array(z.enum(FEATURES)),
      think_of: z
        .array(z.string())
        .describe("Whom to think of, in words, as the business chose it; empty for who does not take part."),
      rooms: z
        .object({ order: z.array(z.string()), hidden: z.array(z.string()) })
        .describe("What the business says of the portal's menu: rooms that come first, and rooms that are left out."),
    }),
    how,
    share: share.nullable(),
    stats: z.object({ visits: z.int(), referrals: z.int(), qualified: z.int() }),
    balances: z.array(portalBalance),
    notice: z
      .object({
        id: z.string(),
        title: z.string(),
        paragraphs: z.array(z.string()),
        action: z.object({ label: z.string(), url: z.string() }).nullable(),
      })
      .nullable()
      .describe("The newest announcement to her that is shown on her own side and that she has not put away."),
    ask: z
      .enum(ASKED_MOMENTS)
      .nullable()
      .describe("After which good moment she may be asked how easy it was: at most once in 90 days, and each moment once."),
    words: z.record(z.string(), z.string()).describe("The portal's own texts in this language: ICU messages by key."),
  })
  .meta({ id: "PortalHome" });

export type PortalHome = z.input<typeof home>;
