/** A believable mail of every kind, for looking at it: in development, in tests, and on the sheet of pictures. */
import type { Voice } from "../words/voice.ts";
import { ASKED_FOR, CONSOLE_MAILS, type MessageKind, MESSAGES } from "./kinds.ts";
import { type MailDraft, type MailHouse, composeItem } from "./mail-compose.ts";
import { type MailValues, valuesOf, worthText } from "./mail-values.ts";
import { weekFigures } from "./mail-week.ts";

export const SAMPLE_HOUSE: MailHouse = {
  business: "Lindenhof Coffee",
  brand: { powered_by: true },
  imprint: ["Lindenhof Coffee Roasters", "12 Quay Street, Bristol BS1 4AA"],
  sandbox: false,
};

const DAY = 86_400_000;
/** A Monday in the morning: 7 January 2030. */
const NOW = Date.UTC(2030, 0, 7, 9);

/** Values that every text can be said with. */
function sampleValues(kind: MessageKind, voice: Voice, house: MailHouse): MailValues {
  const { formats: f, words } = voice;
  const forms: Partial<Record<MessageKind, { form: string; unit: string; amount: number; payload?: unknown }>> = {
    points_expiring: { form: "points", unit: "points", amount: 350 },
    redemption_confirmed: { form: "points", unit: "points", amount: 800 },
    coupon_ready: { form: "coupon", unit: "coupon", amount: 1, payload: { percent: 20 } },
  };
  return valuesOf({
    business: house.business,
    program: "Coffee with friends",
    friend: kind === "friend_invited" ? "Maria Kowalska" : words.say("mail.greeting.friend_of", { date: f.date(NOW - 20 * DAY, NOW) }),
    amount: worthText(forms[kind] ?? { form: "cash", unit: "EUR", amount: 2000 }, voice),
    date: kind.startsWith("seat_") || kind === "gathering_cancelled" ? f.dateTime(NOW + 18 * DAY, NOW) : f.date(NOW + 14 * DAY, NOW),
    until: kind === "operators_weekly" ? f.date(NOW + 20 * DAY, NOW) : f.dateTime(NOW + 7 * DAY, NOW),
    reason: /(reversed|refused|rejected|denied)$/.test(kind) ? words.say("status.reason.condition_not_met") : "none",
    why: "declined",
    thing: SAMPLE_THINGS[kind] ?? "Espresso cup",
    level: "Champion",
    from_level: "Ambassador",
    stage: words.say("status.stage.meeting"),
    note: kind === "friend_invited" ? "You asked where I get my beans. Try the Ethiopian one." : "none",
    role: "advocate",
    place: 3,
    points: 140,
    count: kind === "weekly_digest" ? 3 : 12,
    code: kind === "sign_in" ? "493 217" : "LINDEN20",
  });
}
const SAMPLE_THINGS: Partial<Record<MessageKind, string>> = {
  seat_confirmed: "Roasting evening",
  seat_waiting: "Roasting evening",
  seat_from_waiting_list: "Roasting evening",
  gathering_cancelled: "Roasting evening",
  contest_won: "Winter draw",
  contest_alternate: "Winter draw",
  contest_accept_due: "Winter draw",
  contest_lost_prize: "Winter draw",
  badge_earned: "First friend",
};

/** The draft of a kind in a voice, as if it were to be sent. `changed` takes the place of values, for texts that somebody else wrote. */
export function sampleDraft(
  kind: MessageKind,
  voice: Voice,
  options: { house?: MailHouse; changed?: Partial<MailValues> } = {},
): MailDraft {
  const house = options.house ?? SAMPLE_HOUSE;
  const values = valuesOf({ ...sampleValues(kind, voice, house), ...options.changed });
  const at = "https://refer.lindenhof.example/p/lindenhof";
  const { to, essential } = MESSAGES[kind];
  const isFriend = to === "friend";
  const items = (["referral_qualified", "reward_granted", "share_verified"] as const).map((each) =>
    composeItem(each, voice, valuesOf({ ...sampleValues(each, voice, house), ...options.changed })),
  );
  const week = {
    advocates: 18,
    referrals: 12,
    qualified: 7,
    rewards: 9,
    applications: 2,
    claims: 0,
    reviews: 1,
    unsent: 0,
    cost: [{ unit: "EUR", amount: 18_450 }],
    goals: [
      {
        program: null,
        metric: "customers" as const,
        target: 100,
        until: NOW + 60 * DAY,
        at: NOW,
        done: 41,
        needed: 7,
        state: "ahead" as const,
      },
    ],
  };
  return {
    kind,
    voice,
    values,
    house,
    action: `${at}/coffee`,
    preferences: to === "operators" || isFriend || ASKED_FOR.has(kind) || CONSOLE_MAILS.has(kind) ? null : `${at}/preferences/AbCdEf`,
    unsubscribe: essential ? null : `${at}/unsubscribe/AbCdEf`,
    ...(ASKED_FOR.has(kind) || CONSOLE_MAILS.has(kind) ? { because: "asked" as const } : {}),
    ...(kind === "sign_in" || kind === "coupon_ready" ? { code: values.code } : {}),
    ...(kind === "weekly_digest" ? { items } : {}),
    ...(kind === "operators_weekly" ? { figures: weekFigures(week, voice) } : {}),
    ...(isFriend ? { notes: [voice.words.say("mail.frame.disclosure", { friend: values.friend, business: house.business })] } : {}),
  };
}
