/**
 * The canonical event: what every door (native, Segment, CSV, webhooks) turns its input into, and what it is refused
 * for. The schema is strict: an unknown field is a mistake that would otherwise be lost in silence.
 */
import { z } from "zod";

/** Largest amount in minor units: what JSON numbers carry exactly. Above it a number is refused, never rounded. */
export const MAX_AMOUNT = Number.MAX_SAFE_INTEGER;

/**
 * Largest single amount that a door takes: 100,000,000,000.00 in a currency with cents. Sums stay exact up to 2^53: 900 events of this
 * size, where 13 of the largest exact number made every balance unreadable.
 */
export const MAX_EVENT_AMOUNT = 10 ** 13;

export const EVENT_TYPES = [
  "identify",
  "visit",
  "lead",
  "signup",
  "purchase",
  "order_updated",
  "refund",
  "chargeback",
  "subscription_started",
  "payment",
  "subscription_cancelled",
  "stage",
  "activity",
  "share",
  "survey_response",
  "custom",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

// Control characters would break logs and CSV, NUL breaks PostgreSQL text. Lone surrogates are not Unicode text.
const text = (max: number) =>
  z.string().min(1).max(max).refine(isCleanText, { message: "Must be Unicode text without control characters." });
const amount = z
  .number()
  .int("Amounts are whole minor units (cents): 19.99 USD is 1999.")
  .min(-MAX_EVENT_AMOUNT)
  .max(MAX_EVENT_AMOUNT, "At most 10,000,000,000,000 minor units.");
const positive = amount.min(0, "Amounts are not negative: send a refund event instead.");
const currency = z.string().regex(/^[A-Z]{3}$/, 'A three-letter ISO 4217 code in capitals such as "USD".');

/** No control characters except tab and newline, no lone surrogates. */
export function isCleanText(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const c = value.charCodeAt(i);
    if ((c < 32 && c !== 9 && c !== 10) || c === 127) return false;
    if (c >= 0xd800 && c <= 0xdfff) {
      if (c >= 0xdc00 || i + 1 >= value.length) return false;
      const low = value.charCodeAt(++i);
      if (low < 0xdc00 || low > 0xdfff) return false;
    }
  }
  return true;
}

const line = z.strictObject({
  sku: text(128),
  name: text(256).optional(),
  category: text(128).optional(),
  quantity: z.number().min(0).max(1e9).default(1),
  price: positive,
  sale: z.boolean().optional().describe("Sold at a reduced price: programs may leave such items out."),
});

export const order = z.strictObject({
  id: text(128).optional(),
  total: positive.optional(),
  amount: positive.optional(),
  subtotal: positive.optional(),
  tax: positive.optional(),
  shipping: positive.optional(),
  discount: positive.optional(),
  currency: currency.optional(),
  coupons: z.array(text(64)).max(50).optional(),
  items: z.array(line).max(500).optional(),
});

/**
 * Where a free value holds what PostgreSQL cannot keep as jsonb: NUL or half of a surrogate pair, in a text or a name. One such
 * attribute would make every later event of the person unstorable, so it is refused at the door. Undefined: nothing is wrong.
 */
export function unstorable(value: unknown, path: readonly PropertyKey[] = []): readonly PropertyKey[] | undefined {
  if (typeof value === "string") return value.includes("\0") || !value.isWellFormed() ? path : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const found = unstorable(key, [...path, key]) ?? unstorable(inner, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

const properties = z.record(z.string().max(128), z.unknown()).superRefine((value, context) => {
  const path = unstorable(value);
  if (path !== undefined) context.addIssue({ code: "custom", path: [...path], message: "Must be Unicode text without NUL characters." });
});

export const person = z.strictObject({
  id: z
    .string()
    .regex(/^per_[0-9a-f]{32}$/)
    .optional(),
  user_id: text(256).optional(),
  email: z.string().max(320).optional(),
  phone: z.string().max(32).optional(),
  anonymous_id: text(256).optional(),
  name: text(256).optional(),
  company: text(256).optional(),
  attributes: properties.optional(),
});

/** One event as the native door takes it. `id` and `occurred_at` may be left out: the server then makes them. */
export const event = z.strictObject({
  id: text(256).optional(),
  type: z.enum(EVENT_TYPES),
  occurred_at: z.string().max(40).optional(),
  person: person.optional(),
  referral: z
    .strictObject({
      code: text(64).optional(),
      click_id: text(256).optional(),
      link: z.string().max(2000).optional(),
      invite: text(320)
        .optional()
        .describe("The e-mail address that an invitation went to. Left out, the friend's own counts when there is no code or click."),
      name: text(256)
        .optional()
        .describe("The advocate's name as the friend says it: counts where one advocate of the program has it. Secret keys only."),
    })
    .optional(),
  order: order.optional(),
  program: text(64).optional(),
  stage: text(64).optional(),
  subject: text(128)
    .optional()
    .describe(
      "What it is about, in your own words (a deal's number): a second stage event of the same subject and stage corrects the first.",
    ),
  name: text(128).optional(),
  value: positive.optional(),
  currency: currency.optional(),
  quantity: z.number().int().min(0).max(1e9).optional(),
  context: z
    .strictObject({
      ip: z.string().max(64).optional(),
      user_agent: z.string().max(2000).optional(),
      locale: z.string().max(35).optional(),
      page: z.string().max(4000).optional(),
      channel: text(64).optional(),
      referrer: z.string().max(2000).optional().describe("The page that the visitor came from. Its host is kept."),
      device_id: text(256).optional().describe("Kept as a keyed hash for a limited time, for the risk score. So are the next two."),
      payment_fingerprint: text(256).optional().describe("What a payment provider calls one card or account by."),
      address: z.string().max(1000).optional().describe("Where the goods or the invoice go."),
    })
    .optional(),
  properties: properties.optional(),
});
export type EventInput = z.input<typeof event>;
export type CanonicalEvent = z.output<typeof event>;

export const STATUSES = ["settled", "parked", "rejected", "failed", "duplicate"] as const;
export type OutcomeStatus = (typeof STATUSES)[number];
export const OUTCOMES = ["rewarded", "advanced", "recorded", "not_referred", "not_rewarded", "adjusted", "parked", "failed"] as const;

/** One reward as an outcome shows it. `value.currency` holds the unit (USD, points, months...). */
export type RewardView = {
  id: string;
  rule: string;
  to: string;
  kind: string;
  value: { amount: number; currency: string };
  state: string;
  available_at: string | null;
  /** What this event added to it (minus: took back); only where an earlier reward changed. */
  change?: number;
  reason?: string;
};
export type Decision = {
  program: string;
  outcome: (typeof OUTCOMES)[number];
  referral: string | null;
  stage: string | null;
  rewards: RewardView[];
  reason: string | null;
  provisional: boolean;
  trace: string;
};
export type FieldError = { pointer: string; message: string; code: string };
export type EventOutcome = {
  id: string | null;
  client_id: string;
  status: OutcomeStatus;
  decisions: Decision[];
  error?: { code: string; detail: string; errors?: FieldError[] };
};
