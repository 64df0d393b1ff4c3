/** What may be done with an entry, as the server names it: a button, or a small form where something must be said first. */
import { type TemplateResult, html, nothing } from "lit";
import { field, formView } from "../fields.ts";
import type { Model } from "../model.ts";
import type { Act, Field } from "../types.ts";
import { type View, button, troubleNotice } from "../ui.ts";

/** These cannot be taken back, so they are asked twice. */
const TWICE = new Set([
  "decline",
  "withdraw",
  "leave",
  "refuse",
  "cancel",
  "return",
  "close",
  "redeem",
  "resolved",
  "continue",
  "refer_on",
]);

/** `of` tells the acts of one entry from those of another. */
export function actsView(model: Model, acts: readonly Act[], of: string): View {
  if (acts.length === 0) return nothing;
  return html`<div class="acts">
    ${acts.map((act, index) => oneAct(model, act, { key: `${of}/${act.act}/${index}`, isFirst: index === 0 && acts.length < 4 }))}
  </div>`;
}

type Place = { key: string; isFirst: boolean };

function oneAct(model: Model, act: Act, { key, isFirst }: Place): TemplateResult {
  const form = model.form(`act/${key}`);
  const asks = (act.fields?.length ?? 0) > 0;
  const isOpen = model.open.has(key);
  const run = async (): Promise<void> => {
    await model.act(act, form);
    form.reset();
    model.open.delete(key);
  };
  if (isOpen && asks) return askForm(model, act, { key, run });
  const look = TWICE.has(act.act) ? "quiet" : isFirst ? "primary" : "plain";
  const press = (): void => (asks || TWICE.has(act.act) ? model.toggle(key) : void form.submit(run));
  return html`${isOpen
    ? html`<div class="sure" role="group" aria-label=${act.label}>
        <p>${model.say("act.sure", { act: act.label })}</p>
        <div class="buttons">
          ${button({ label: act.label, look: "danger", busy: form.isBusy, act: () => void form.submit(run) })}
          ${button({ label: model.say("act.cancel"), look: "quiet", act: () => model.toggle(key) })}
        </div>
      </div>`
    : button({ label: act.label, look, busy: form.isBusy, act: press })}
  ${form.trouble === undefined ? nothing : troubleNotice(model, form.trouble)}`;
}

type Asking = { key: string; run: () => Promise<void> };

function askForm(model: Model, act: Act, { key, run }: Asking): TemplateResult {
  const parts = { model, form: model.form(`act/${key}`) };
  return html`<div class="ask">
    <h3>${act.label}</h3>
    ${formView(parts, {
      label: act.label,
      body: html`${(act.fields ?? []).map((each) => field(parts, optionsOf(each)))}`,
      send: run,
      extra: button({ label: model.say("act.cancel"), look: "quiet", act: () => model.toggle(key) }),
    })}
  </div>`;
}

const TYPES: Record<Field["kind"], "text" | "long" | "email" | "url" | "money" | "choice"> = {
  text: "text",
  long_text: "long",
  email: "email",
  url: "url",
  money: "money",
  choice: "choice",
};

function optionsOf({ name, label, kind, required, options }: Field): Parameters<typeof field>[1] {
  const autocomplete = kind === "email" ? "off" : undefined;
  return { name, label, required, choices: options, type: TYPES[kind], max: kind === "long_text" ? 4000 : 320, autocomplete };
}
