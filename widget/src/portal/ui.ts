/** The parts that every screen is made of. Data only ever goes into text and attributes, never into markup. */
import { type TemplateResult, html, nothing } from "lit";
import type { Trouble } from "./api.ts";
import { type IconName, icon } from "./icons.ts";
import type { Model } from "./model.ts";
import type { Resource } from "./resource.ts";
import type { RewardStatus, Stage } from "./types.ts";

export type View = TemplateResult | typeof nothing | string;
export type Tone = "waiting" | "good" | "bad" | "over" | "info";

export type ButtonOptions = {
  label: string;
  act?: () => void;
  look?: "primary" | "plain" | "quiet" | "danger";
  icon?: IconName;
  busy?: boolean;
  submit?: boolean;
  /** For a screen reader, where the label alone does not say of what. */
  says?: string;
};

export function button(options: ButtonOptions): TemplateResult {
  const { label, act, look = "plain", busy = false } = options;
  // aria-disabled and not disabled: the focus stays where it is while the answer is on its way.
  return html`<button
    class="button ${look}"
    type=${options.submit === true ? "submit" : "button"}
    aria-disabled=${busy ? "true" : nothing}
    aria-label=${options.says ?? nothing}
    @click=${(event: Event) => {
      if (busy) event.preventDefault();
      else act?.();
    }}
  >
    ${busy ? html`<span class="spinner" aria-hidden="true"></span>` : options.icon === undefined ? nothing : icon(options.icon)}
    <span>${label}</span>
  </button>`;
}

const TONE_ICONS: Record<Tone, IconName> = { waiting: "clock", good: "check", bad: "back", over: "cross", info: "info" };

export function chip(tone: Tone, label: string): TemplateResult {
  return html`<span class="chip ${tone}">${icon(TONE_ICONS[tone])}<span>${label}</span></span>`;
}

const REWARD_TONES: Record<RewardStatus, Tone> = {
  waiting: "waiting",
  available: "good",
  on_its_way: "info",
  paid: "good",
  given: "good",
  taken_back: "bad",
  refused: "bad",
  expired: "over",
};
export const rewardTone = (status: RewardStatus): Tone => REWARD_TONES[status] ?? "info";

export type NoticeOptions = { tone?: Tone; title?: string; text: View; action?: View; says?: "status" | "alert" };

export function notice({ tone = "info", title, text, action, says }: NoticeOptions): TemplateResult {
  return html`<div class="notice ${tone}" role=${says ?? nothing}>
    ${icon(tone === "bad" ? "info" : TONE_ICONS[tone])}
    <div>
      ${title === undefined ? nothing : html`<strong>${title}</strong>`}
      <p>${text}</p>
      ${action ?? nothing}
    </div>
  </div>`;
}

export type EmptyOptions = { icon: IconName; title: string; text: string; action?: View };

export function empty(options: EmptyOptions): TemplateResult {
  return html`<div class="empty">
    <span class="badge">${icon(options.icon)}</span>
    <h2>${options.title}</h2>
    <p>${options.text}</p>
    ${options.action ?? nothing}
  </div>`;
}

/** What a trouble says to a person: by its reason or code where there are words for it, else by its kind. */
export function troubleWords(model: Model, trouble: Trouble): { title: string; text: string } {
  const { say } = model;
  const known = [trouble.fields[0]?.code, trouble.code].find((each) => each !== undefined && model.knows(`code.${each}`));
  const text = known === undefined ? `trouble.${trouble.kind}.text` : `code.${known}`;
  return { title: say(`trouble.${trouble.kind}.title`), text: say(text, { seconds: trouble.retryAfter }) };
}

export function troubleNotice(model: Model, trouble: Trouble, again?: () => void): TemplateResult {
  const { title, text } = troubleWords(model, trouble);
  const action = again === undefined ? signInAction(model, trouble) : button({ label: model.say("act.again"), act: again, icon: "back" });
  return notice({ tone: trouble.kind === "offline" ? "waiting" : "bad", title, text, action, says: "alert" });
}

/** The way back in, from a form whose session ended while it was filled in. */
function signInAction(model: Model, trouble: Trouble): View {
  if (trouble.kind !== "signed_out" || model.isEmbedded || !model.isMember) return nothing;
  return button({ label: model.say("enter.go"), act: () => model.endSession() });
}

/** Grey shapes where the rows will be. */
export function skeleton(model: Model, rows = 3): TemplateResult {
  return html`<span class="hidden" role="status">${model.say("state.loading")}</span>
    <div class="card rows" aria-hidden="true">
      ${Array.from({ length: rows }, () => html`<div class="row bones"><i class="wide"></i><i></i><i class="short"></i></div>`)}
    </div>`;
}

export type Shown<T> = { ready: (value: T) => View; bones?: () => View };

/** The four states of something fetched: on its way, failed, there, and there but the news failed. */
export function show<T>(model: Model, resource: Resource<T>, { ready, bones = () => skeleton(model) }: Shown<T>): View {
  resource.want();
  // The session is over: her first page says so by asking her to sign in; what she typed is kept.
  if (resource.trouble?.kind === "signed_out" && !model.isEmbedded) model.endSession();
  const again = (): void => void resource.refresh();
  if (resource.value === undefined) return resource.trouble === undefined ? bones() : troubleNotice(model, resource.trouble, again);
  return html`${resource.trouble === undefined ? nothing : troubleNotice(model, resource.trouble, again)}${ready(resource.value)}`;
}

/** The way a thing goes: done steps, the next one, and those to come. */
export function stageList(model: Model, stages: readonly Stage[]): TemplateResult {
  const next = stages.findIndex((stage) => stage.done_at === null);
  return html`<ol class="stages">
    ${stages.map((stage, index) => {
      const state = stage.done_at !== null ? "done" : index === next ? "next" : "later";
      return html`<li class=${state} aria-current=${state === "next" ? "step" : nothing}>
        <span class="dot">${state === "done" ? icon("check") : nothing}</span>
        <span>${stage.label}</span>
        <small>${stage.done_at === null ? model.say(`stage.${state}`) : dateOf(model, stage.done_at)}</small>
      </li>`;
    })}
  </ol>`;
}

/** A day in the reader's language and the zone that the server named. */
export function dateOf(model: Model, instant: string): string {
  const { locale, zone } = model.me;
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: zone }).format(new Date(instant));
}

export function screenTitle(title: string, text?: string): TemplateResult {
  return html`<header class="title">
    <h1 tabindex="-1">${title}</h1>
    ${text === undefined || text === "" ? nothing : html`<p>${text}</p>`}
  </header>`;
}

export function moreButton(model: Model, list: { value?: { next: string | null }; isLoadingMore: boolean; more(): Promise<void> }): View {
  if (list.value === undefined || list.value.next === null) return nothing;
  return html`<div class="center">
    ${button({ label: model.say("act.more"), busy: list.isLoadingMore, act: () => void list.more() })}
  </div>`;
}
