/** What the portal reads from `/v1/portal*`. The names are the API's own. */

export type Feature =
  | "share"
  | "referrals"
  | "rewards"
  | "redeem"
  | "catalogue"
  | "choice"
  | "payout"
  | "levels"
  | "badges"
  | "leaderboard"
  | "contest"
  | "learn"
  | "claim"
  | "name_claim"
  | "retro_claim"
  | "testimonial"
  | "leads"
  | "cases"
  | "requests"
  | "deals"
  | "vacancies"
  | "deliverables"
  | "shares"
  | "gatherings"
  | "slips"
  | "terms"
  | "feedback";

export type Tokens = Record<string, string>;
export type Joined = "active" | "applied" | "refused" | "left" | "none";

export type Channel = {
  channel: string;
  kind: "copy" | "url" | "native" | "qr";
  label: string;
  link: string;
  subject: string | null;
  text: string;
  url: string | null;
  /** The address with {subject}, {text} and {link} to be filled in, each URL-encoded. */
  template: string | null;
  max: number | null;
};

export type Share = { link: string; code: string; disclosure: string; qr: { svg: string; png: string } | null; channels: Channel[] };

export type Line = { text: string; detail: string | null };

export type How = {
  headline: string;
  you_get: Line[];
  friend_gets: Line[];
  steps: { title: string; text: string }[];
  faq: { question: string; answer: string }[];
  terms: { version: string; text: string; accepted: boolean } | null;
};

export type Balance = { kind: string; unit: string; available: number; pending: number; in_flight: number; text: string };

export type Home = {
  locale: string;
  dir: "ltr" | "rtl";
  zone: string;
  workspace: { slug: string; name: string };
  brand: {
    tokens: { light: Tokens; dark: Tokens };
    name: string;
    logo_url: string | null;
    support_email: string | null;
    privacy_url: string | null;
    powered_by: boolean;
  };
  person: { id: string; name: string | null; email: string | null; picture: string | null; joined_at: string | null } | null;
  programs: { key: string; name: string; kind: string; status: "open" | "paused" | "ended"; joined: Joined }[];
  program: {
    key: string;
    kind: string;
    name: string;
    description: string | null;
    status: "open" | "paused" | "ended";
    join: "automatic" | "apply" | "invite";
    may_join: boolean;
    joined: Joined;
    ends_at: string | null;
    ends_text: string | null;
    /** What is asked of those who join. */
    form: JoinField[];
    features: Feature[];
    /** Whom to think of, in words; an older server says nothing. */
    think_of?: string[];
    /** What the business says of the menu; an older server says nothing. */
    rooms?: { order: string[]; hidden: string[] };
  };
  how: How;
  share: Share | null;
  stats: { visits: number; referrals: number; qualified: number };
  balances: Balance[];
  /** The newest announcement that she has not put away; an older server says nothing. */
  notice?: Notice | null;
  /** After which good moment she may be asked how easy it was. */
  ask?: "share" | "reward" | null;
  words: Record<string, string>;
};

export type Notice = { id: string; title: string; paragraphs: string[]; action: { label: string; url: string } | null };

export type JoinField = {
  key: string;
  label: string;
  help: string | null;
  type: "text" | "email" | "url" | "select" | "number" | "checkbox";
  required: boolean;
  options: { key: string; label: string }[] | null;
};

export type Referral = {
  id: string;
  friend: string;
  at: string;
  stage: string;
  stages: Stage[];
  status: "waiting" | "counts" | "refused" | "gone";
  status_label: string;
  why: string | null;
  rewards: { text: string; status: RewardStatus; status_label: string }[];
};

export type RewardStatus = "waiting" | "available" | "on_its_way" | "paid" | "given" | "taken_back" | "refused" | "expired";

export type Reward = {
  id: string;
  title: string;
  amount_text: string;
  for: string | null;
  status: RewardStatus;
  status_label: string;
  why: string | null;
  at: string;
  available_at: string | null;
  coupon: { code: string; valid_until: string | null } | null;
  choices: { key: string; text: string }[] | null;
};

export type Page<T> = { data: T[]; next: string | null };

export type Stage = { key: string; label: string; done_at: string | null };

export type Field = {
  name: string;
  label: string;
  kind: "text" | "long_text" | "email" | "url" | "money" | "choice";
  required: boolean;
  options?: { value: string; label: string }[];
};

/** A thing that one may do with an entry, by an endpoint of the API. */
export type Act = {
  act: string;
  label: string;
  method: "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  body?: Record<string, unknown>;
  fields?: Field[];
};

export type Item = {
  id: string;
  title: string;
  text: string | null;
  status: string;
  tone: "waiting" | "good" | "bad" | "over";
  status_label: string;
  why: string;
  at: string | null;
  deadline: string | null;
  deadline_text: string | null;
  stages: Stage[] | null;
  acts: Act[];
};
export type Items = Page<Item> & { summary: string | null; acts: Act[] };

export type Contest = {
  key: string;
  name: string;
  starts_at: string;
  ends_at: string;
  ends_text: string;
  entries: number;
  rules_text: string;
  prizes: string[];
  result: string | null;
  acts: Act[];
};

export type Standing = {
  level: {
    name: string;
    perks: string[];
    points: number;
    next: { name: string; need_text: string; from: number } | null;
    ends_at: string | null;
    ends_text: string | null;
  } | null;
  badges: { key: string; name: string; earned_at: string | null; how: string }[];
  leaderboard: {
    period: string;
    label: string;
    ends_at: string | null;
    rank: number | null;
    hidden: boolean;
    rows: { rank: number; name: string; score: number; score_text: string; me: boolean }[];
  } | null;
  contests: Contest[];
};

export type Learn = {
  guidelines: { title: string; text: string }[];
  articles?: { id: string; title: string; text: string }[];
  assets: { name: string; kind: string; url: string; alt: string | null }[];
  disclosure: string;
};

export type Preferences = {
  locale: string | null;
  zone: string | null;
  mail: { topic: string; label: string; on: boolean }[];
  digest: "each" | "weekly" | "none";
};

/** Where her money goes, as far as it is shown again. */
export type PayoutDetail = { method: "bank" | "paypal" | "other" | null; hint: string | null; changed_at: string | null };
