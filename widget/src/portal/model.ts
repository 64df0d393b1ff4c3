/** What the portal knows and does, apart from how it looks: who is signed in, the lists, the forms, the way between the screens. */
import { type Api, Trouble, createApi } from "./api.ts";
import { Form, type Entries } from "./form.ts";
import { type Values, format } from "./icu.ts";
import { minorUnits } from "./minor.ts";
import { PagedResource, Resource } from "./resource.ts";
import { BUILT_IN } from "./built-in.ts";
import type { Act, Feature, Home, Item, Items, Learn, Page, PayoutDetail, Preferences, Referral, Reward, Standing } from "./types.ts";

export type ModelOptions = {
  workspace: string;
  program: string;
  server: string;
  locale: string;
  token: string | null;
  placement: string;
  /** The first token of who is signed in at the page, where the page has not said one; null: nobody is. */
  first: () => Promise<string | null>;
  /** Another one when the old one is over. */
  renew: () => Promise<string | null>;
  changed: () => void;
};

/** Lists that the kinds bring: each is one feature, one address and one screen of the same form. */
export const LISTS = [
  "leads",
  "cases",
  "requests",
  "deals",
  "vacancies",
  "claim",
  "deliverables",
  "shares",
  "gatherings",
  "slips",
  "catalogue",
] as const satisfies readonly Feature[];
export type ListKey = (typeof LISTS)[number];

export class Model {
  readonly options: ModelOptions;
  readonly api: Api;
  readonly home: Resource<Home>;
  readonly referrals: PagedResource<Referral>;
  readonly rewards: PagedResource<Reward>;
  readonly standing: Resource<Standing>;
  readonly learn: Resource<Learn>;
  readonly preferences: Resource<Preferences>;
  readonly payout: Resource<PayoutDetail>;
  readonly qr: Resource<string>;
  readonly #lists = new Map<string, PagedResource<Item, Items>>();
  #turn: Promise<void> = Promise.resolve();
  #typedBy: string | undefined;
  readonly #forms = new Map<string, Form>();
  program: string;
  locale: string;
  route = "";
  /** The screen before this one: what a question is about. */
  last = "";
  /** Said aloud and shown for a few seconds. */
  toast = "";
  /** What is open on the screens: a row's stages, an act's form. */
  readonly open = new Set<string>();

  constructor(options: ModelOptions) {
    this.options = options;
    this.program = options.program;
    this.locale = options.locale;
    this.api = createApi({ server: options.server, token: () => this.options.token, renew: () => this.#renew() });
    const { changed } = options;
    this.home = new Resource(async () => {
      this.options.token ??= await this.options.first();
      return await this.read<Home>("", { placement: options.placement });
    }, changed);
    this.referrals = new PagedResource((after) => this.read<Page<Referral>>("/referrals", { after }), changed);
    this.rewards = new PagedResource((after) => this.read<Page<Reward>>("/rewards", { after }), changed);
    this.standing = new Resource(() => this.read<Standing>("/standing"), changed);
    this.learn = new Resource(() => this.read<Learn>("/learn"), changed);
    this.preferences = new Resource(() => this.api.get<Preferences>("/v1/portal/preferences", { locale: this.me.locale }), changed);
    this.payout = new Resource(() => this.api.get<PayoutDetail>("/v1/portal/payout-details"), changed);
    this.qr = new Resource(() => this.api.text(this.me.share?.qr?.svg ?? ""), changed);
  }

  /** Home, once it is there. Screens are drawn only then. */
  get me(): Home {
    return this.home.value!;
  }

  get isMember(): boolean {
    return this.home.value?.person != null;
  }

  get isEmbedded(): boolean {
    return this.options.token !== null;
  }

  has(...features: Feature[]): boolean {
    return features.some((feature) => this.me.program.features.includes(feature));
  }

  /** A text by its key, with its values. Before the words are there, or if one is missing, what was built in. */
  say = (key: string, values: Values = {}): string => {
    const text = this.home.value?.words[key] ?? BUILT_IN[key] ?? "";
    return format(text, values, this.home.value?.locale ?? "en");
  };

  knows(key: string): boolean {
    return this.home.value?.words[key] !== undefined;
  }

  read<T>(path: string, query: Record<string, string | undefined> = {}): Promise<T> {
    // A token says its workspace; a page of the server's names it, for strangers and for whoever is signed in somewhere else.
    const workspace = this.isEmbedded ? undefined : this.options.workspace;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return this.api.get<T>(`/v1/portal${path}`, {
      workspace,
      program: this.program,
      locale: this.locale || this.home.value?.locale,
      zone,
      ...query,
    });
  }

  list(key: ListKey): PagedResource<Item, Items> {
    let found = this.#lists.get(key);
    if (found === undefined) {
      found = new PagedResource<Item, Items>((after) => this.read<Items>(`/items/${key}`, { after }), this.options.changed);
      this.#lists.set(key, found);
    }
    return found;
  }

  form(name: string, initial: Entries = {}): Form {
    let found = this.#forms.get(name);
    if (found === undefined) this.#forms.set(name, (found = new Form(this.options.changed, initial)));
    return found;
  }

  /** Shows another screen. */
  go(route: string): void {
    if (route !== this.route) this.last = this.route;
    this.route = route;
    this.options.changed();
  }

  /** Runs what is given once everything given before has ended. */
  inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work, work);
    return this.#turn;
  }

  toggle(what: string): void {
    if (!this.open.delete(what)) this.open.add(what);
    this.options.changed();
  }

  announce(text: string): void {
    this.toast = text;
    this.options.changed();
  }

  /** Everything that may have changed after an act is asked for again; what is shown stays until then. */
  async refreshAll(): Promise<void> {
    const shown = [this.referrals, this.rewards, this.standing, ...this.#lists.values()];
    await Promise.all([this.home, ...shown.filter((each) => each.value !== undefined)].map((each) => each.refresh()));
  }

  /** Everything that was read in one language and of one program. What was typed stays. */
  forgetAll(): void {
    for (const each of [this.referrals, this.rewards, this.standing, this.learn, this.preferences, this.payout, this.qr]) each.forget();
    this.#lists.clear();
    this.open.clear();
  }

  /** For the next person at this device nothing of the last one is left. */
  forgetPerson(): void {
    this.forgetAll();
    this.#forms.clear();
  }

  /** Her session ended by itself: the page for strangers comes, and what she typed waits for her. */
  endSession(): void {
    if (this.home.isLoading || !this.isMember) return;
    this.#typedBy = this.me.person?.id;
    void this.home.refresh();
  }

  /** Somebody has signed in: the same person finds what she typed. */
  async enter(): Promise<void> {
    this.forgetAll();
    await this.home.refresh();
    if (this.#typedBy !== undefined && this.#typedBy !== this.home.value?.person?.id) this.#forms.clear();
    this.#typedBy = undefined;
  }

  async switchTo(change: { program?: string; locale?: string }): Promise<void> {
    this.program = change.program ?? this.program;
    this.locale = change.locale ?? this.locale;
    this.forgetAll();
    await this.home.refresh();
  }

  /** Does what an entry offers, with what was typed into its fields. */
  async act(act: Act, form: Form): Promise<void> {
    const body = structuredClone(act.body ?? {});
    for (const field of act.fields ?? []) {
      const text = form.get(field.name).trim();
      if (text === "") continue;
      place(body, field.name, field.kind === "money" ? this.#minor(text, { name: field.name, form, body }) : text);
    }
    const answer = await this.api.send<Answer>(act.method, act.path, act.method === "DELETE" ? undefined : body);
    const isWaiting = checked(answer)?.state === "waiting";
    await this.refreshAll();
    this.announce(this.say(isWaiting ? "act.waiting_list" : "act.done"));
  }

  /** An amount in minor units, by the currency that stands in the body or beside it in the form. */
  #minor(text: string, of: { name: string; form: Form; body: Record<string, unknown> }): number {
    const currency = String(of.body["currency"] ?? of.form.get("currency"))
      .trim()
      .toUpperCase();
    const amount = /^[A-Z]{3}$/.test(currency) ? minorUnits(text, { locale: this.me.locale, unit: currency }) : Number.NaN;
    if (Number.isSafeInteger(amount) && amount > 0) return amount;
    throw new Trouble("refused", { code: "validation_failed", fields: [{ pointer: `/${of.name}`, message: "", code: "invalid" }] });
  }

  #renew(): Promise<string | null> {
    return this.options.renew().then((token) => {
      if (token !== null) this.options.token = token;
      return token;
    });
  }
}

/** What acts answer, as far as it says whether they were done. */
export type Answer = { reason?: string | null; status?: string; state?: string | null } | undefined;

/** Some acts answer that they were not done, and why: to a person that is a refusal like any other. */
export function checked(answer: Answer): Answer {
  const reason = answer?.reason ?? null;
  const isRefused = reason !== null && reason !== "declined" && (answer?.status === undefined || answer.status === "refused");
  if (isRefused) throw new Trouble("refused", { code: reason });
  return answer;
}

/** `contact.email` is the field email of the object contact. */
function place(body: Record<string, unknown>, name: string, value: unknown): void {
  const path = name.split(".");
  const last = path.pop()!;
  let at = body;
  for (const part of path) at = (at[part] ??= {}) as Record<string, unknown>;
  at[last] = value;
}
