/** Fields of forms: label above, help below, what is wrong beside the field and said when it is reached. */
import { type TemplateResult, html, nothing } from "lit";
import type { Form } from "./form.ts";
import type { Model } from "./model.ts";
import { type View, button, troubleNotice } from "./ui.ts";

export type FieldOptions = {
  name: string;
  label: string;
  help?: string;
  type?: "text" | "email" | "url" | "code" | "money" | "long" | "choice";
  /** Of a choice. */
  choices?: readonly Choice[];
  required?: boolean;
  max?: number;
  autocomplete?: string;
};

type Parts = { model: Model; form: Form };
type Typed = Event & { target: HTMLInputElement };

export function field({ model, form }: Parts, options: FieldOptions): TemplateResult {
  const { name, label, help, required = true } = options;
  const error = form.errors[name];
  const id = `field-${name}`;
  const described = [help === undefined ? "" : `${id}-help`, error === undefined ? "" : `${id}-error`].filter(Boolean).join(" ");
  return html`<div class="field">
    <label for=${id}
      >${label}${required || options.type === "choice" ? nothing : html` <small>${model.say("field.optional")}</small>`}</label
    >
    ${control(form, options, { id, described, wrong: error !== undefined })}
    ${help === undefined ? nothing : html`<small id="${id}-help">${help}</small>`}
    ${error === undefined ? nothing : html`<small class="wrong" id="${id}-error">${errorWords(model, error)}</small>`}
  </div>`;
}

function control(form: Form, options: FieldOptions, tied: { id: string; described: string; wrong: boolean }): TemplateResult {
  const { name, type = "text", required = true, max = 200 } = options;
  const input = (event: Typed): void => form.set(name, event.target.value);
  const describedBy = tied.described === "" ? nothing : tied.described;
  if (type === "long") {
    return html`<textarea
      id=${tied.id}
      name=${name}
      rows="5"
      maxlength=${max}
      dir="auto"
      ?required=${required}
      aria-describedby=${describedBy}
      aria-invalid=${tied.wrong ? "true" : nothing}
      .value=${form.get(name)}
      @input=${input}
    ></textarea>`;
  }
  if (type === "choice") {
    return html`<select
      id=${tied.id}
      name=${name}
      ?required=${required}
      aria-describedby=${describedBy}
      aria-invalid=${tied.wrong ? "true" : nothing}
      @change=${input}
    >
      ${(options.choices ?? []).map(
        ({ value, label }) => html`<option value=${value} ?selected=${form.get(name) === value}>${label}</option>`,
      )}
    </select>`;
  }
  const isCode = type === "code";
  return html`<input
    id=${tied.id}
    name=${name}
    class=${isCode ? "code" : ""}
    type=${type === "email" || type === "url" ? type : "text"}
    inputmode=${isCode ? "numeric" : type === "money" ? "decimal" : nothing}
    autocomplete=${isCode ? "one-time-code" : (options.autocomplete ?? "off")}
    autocapitalize=${type === "text" ? nothing : "none"}
    maxlength=${max}
    dir=${type === "text" ? "auto" : "ltr"}
    ?required=${required}
    aria-describedby=${describedBy}
    aria-invalid=${tied.wrong ? "true" : nothing}
    .value=${form.get(name)}
    @input=${input}
  />`;
}

/** Never ticked beforehand. */
export function checkbox({ form }: Parts, options: { name: string; label: View; required?: boolean }): TemplateResult {
  const { name, label, required = false } = options;
  return html`<label class="tick">
    <input
      type="checkbox"
      name=${name}
      ?required=${required}
      .checked=${form.get(name) === "yes"}
      @change=${(event: Typed) => form.set(name, event.target.checked ? "yes" : "")}
    />
    <span>${label}</span>
  </label>`;
}

export type Choice = { value: string; label: string };

export function radios({ form }: Parts, options: { name: string; label: string; choices: readonly Choice[] }): TemplateResult {
  const { name, label, choices } = options;
  return html`<fieldset class="radios">
    <legend>${label}</legend>
    ${choices.map(
      (choice) =>
        html`<label class="tick">
          <input
            type="radio"
            name=${name}
            required
            .checked=${form.get(name) === choice.value}
            @change=${() => form.set(name, choice.value)}
          />
          <span>${choice.label}</span>
        </label>`,
    )}
  </fieldset>`;
}

export type FormOptions = { send: () => Promise<void>; label: string; body: View; look?: "primary" | "plain"; extra?: View };

/** A form with its summary of what is wrong and its one button. The browser checks what it can, in the reader's language. */
export function formView({ model, form }: Parts, options: FormOptions): TemplateResult {
  const submit = (event: Event): void => {
    event.preventDefault();
    void form.submit(options.send);
  };
  return html`<form class="form" @submit=${submit}>
    ${options.body} ${form.trouble === undefined ? nothing : troubleNotice(model, form.trouble)}
    <div class="buttons">
      ${button({ label: options.label, look: options.look ?? "primary", busy: form.isBusy, submit: true })}${options.extra ?? nothing}
    </div>
  </form>`;
}

function errorWords(model: Model, code: string): string {
  return model.knows(`field.${code}`) ? model.say(`field.${code}`) : model.say("field.wrong");
}
