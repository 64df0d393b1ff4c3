/** Forms by which a member tells something: a testimonial, a forgotten code, who sent her, a question. */
import { type TemplateResult, html, nothing } from "lit";
import { checkbox, field, formView, radios } from "../fields.ts";
import type { Form } from "../form.ts";
import { type Answer, type Model, checked } from "../model.ts";
import { type View, button, notice, screenTitle } from "../ui.ts";

/** What was sent stays said until another is begun. */
function sent(model: Model, form: Form, key: string): TemplateResult {
  const again = (): void => {
    form.reset();
    model.options.changed();
  };
  const { say } = model;
  return html`<section class="card pad">
    ${notice({ tone: "good", title: say(`${key}.sent.title`), text: say(`${key}.sent.text`), says: "status" })}
    <div class="buttons">${button({ label: say("act.another"), act: again })}</div>
  </section>`;
}

export function testimonialScreen(model: Model): View {
  const { say } = model;
  const form = model.form("testimonial");
  const parts = { model, form };
  const stars = [5, 4, 3, 2, 1].map((n) => ({ value: String(n), label: say("testimonial.stars", { n }) }));
  const send = async (): Promise<void> => {
    const shownAs = form.get("shown_as").trim();
    await model.api.send("POST", "/v1/testimonials", {
      program: model.me.program.key,
      person: "me",
      text: form.get("text").trim(),
      consent: form.get("consent") === "yes",
      ...(form.get("rating") === "" ? {} : { rating: Number(form.get("rating")) }),
      ...(shownAs === "" ? {} : { shown_as: shownAs }),
    });
  };
  return html`${screenTitle(say("testimonial.title"), say("testimonial.text"))}
  ${form.isDone
    ? sent(model, form, "testimonial")
    : html`<section class="card pad">
        ${formView(parts, {
          label: say("testimonial.send"),
          send,
          body: html`
            ${field(parts, { name: "text", label: say("testimonial.words"), type: "long", max: 5000 })}
            ${radios(parts, { name: "rating", label: say("testimonial.rating"), choices: stars })}
            ${field(parts, {
              name: "shown_as",
              label: say("testimonial.shown_as"),
              required: false,
              help: say("testimonial.shown_as.help"),
            })}
            ${checkbox(parts, { name: "consent", label: say("testimonial.consent"), required: true })}
          `,
        })}
      </section>`}`;
}

/** "I bought but forgot the code." */
export function retroClaimScreen(model: Model): View {
  const { say } = model;
  const form = model.form("retro_claim");
  const parts = { model, form };
  const send = async (): Promise<void> => {
    const body = { program: model.me.program.key, order: form.get("order").trim(), evidence: form.get("evidence").trim() };
    checked(await model.api.send<Answer>("POST", "/v1/claims", body));
  };
  return html`${screenTitle(say("retro_claim.title"), say("retro_claim.text"))}
  ${form.isDone
    ? sent(model, form, "retro_claim")
    : html`<section class="card pad">
        ${formView(parts, {
          label: say("retro_claim.send"),
          send,
          body: html`
            ${field(parts, { name: "order", label: say("retro_claim.order"), max: 128, help: say("retro_claim.order.help") })}
            ${field(parts, {
              name: "evidence",
              label: say("retro_claim.evidence"),
              type: "long",
              max: 4000,
              help: say("retro_claim.evidence.help"),
            })}
          `,
        })}
      </section>`}`;
}

/** A friend without a link says who sent her. The answer never tells who is a customer. */
export function nameClaimScreen(model: Model): View {
  const { say } = model;
  const form = model.form("name_claim");
  const parts = { model, form };
  const send = (): Promise<void> =>
    model.api.send("POST", "/v1/portal/name-claims", { program: model.me.program.key, name: form.get("name").trim() });
  return html`${screenTitle(say("name_claim.title"), say("name_claim.text"))}
  ${form.isDone
    ? sent(model, form, "name_claim")
    : html`<section class="card pad">
        ${formView(parts, { label: say("name_claim.send"), send, body: field(parts, { name: "name", label: say("name_claim.name") }) })}
      </section>`}`;
}

export function helpScreen(model: Model): View {
  const { say } = model;
  const { support_email: support, privacy_url: privacy } = model.me.brand;
  return html`${screenTitle(say("help.title"), say("help.text"))} ${model.has("feedback") ? question(model) : nothing}
  ${support === null ? nothing : html`<p class="why">${say("help.mail")} <a href="mailto:${support}">${support}</a></p>`}
  ${privacy === null || !/^https?:/.test(privacy)
    ? nothing
    : html`<p class="why"><a href=${privacy} target="_blank" rel="noopener noreferrer">${say("help.privacy")}</a></p>`}`;
}

function question(model: Model): TemplateResult {
  const { say } = model;
  const form = model.form("help");
  const parts = { model, form };
  if (form.isDone) return sent(model, form, "help");
  // With the question go the program and the screen she came from, so that nobody has to ask her for them.
  const send = (): Promise<void> =>
    model.api.send("POST", "/v1/portal/help", { program: model.me.program.key, text: form.get("text").trim(), page: model.last });
  return html`<section class="card pad">
    ${formView(parts, {
      label: say("help.send"),
      send,
      body: field(parts, { name: "text", label: say("help.question"), type: "long", max: 5000, help: say("help.question.help") }),
    })}
  </section>`;
}
