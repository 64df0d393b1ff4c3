/** How the program works, in the words that the server makes of its rules; questions; terms. */
import { type TemplateResult, html, nothing } from "lit";
import { checkbox, formView } from "../fields.ts";
import type { Model } from "../model.ts";
import { type View, notice, screenTitle } from "../ui.ts";
import { closedNotice, thinkOf } from "./share.ts";

export function howScreen(model: Model): View {
  const { how } = model.me;
  const whom = model.me.share === null ? thinkOf(model) : nothing;
  const top = html`${screenTitle(how.headline)}${closedNotice(model)}${whom}`;
  return html`${top}${steps(model)}${whoGets(model)}${questions(model)} ${termsPart(model)}`;
}

/** Both sides of the offer, each with its terms. */
export function whoGets(model: Model): View {
  const { how } = model.me;
  const { say } = model;
  const gets = (label: string, lines: readonly { text: string; detail: string | null }[]): View =>
    lines.length === 0
      ? nothing
      : html`<section class="card pad gets">
          <h2>${label}</h2>
          ${lines.map(
            (line) =>
              html`<p class="lead">${line.text}</p>
                ${line.detail === null ? nothing : html`<p class="why">${line.detail}</p>`}`,
          )}
        </section>`;
  return html`<div class="two">${gets(say("how.you_get"), how.you_get)}${gets(say("how.friend_gets"), how.friend_gets)}</div>`;
}

export function steps(model: Model): View {
  const { how } = model.me;
  if (how.steps.length === 0) return nothing;
  return html`<ol class="steps">
    ${how.steps.map(
      (step) =>
        html`<li>
          <h2>${step.title}</h2>
          <p>${step.text}</p>
        </li>`,
    )}
  </ol>`;
}

export function questions(model: Model): View {
  const { faq } = model.me.how;
  if (faq.length === 0) return nothing;
  return html`<h2 class="section">${model.say("faq.title")}</h2>
    <div class="card folds">
      ${faq.map(
        (each) =>
          html`<details class="plain">
            <summary>${each.question}</summary>
            <p class="long">${each.answer}</p>
          </details>`,
      )}
    </div>`;
}

function termsPart(model: Model): View {
  const { terms } = model.me.how;
  if (terms === null) return nothing;
  const { say } = model;
  return html`<h2 class="section" id="terms">${say("terms.title")}</h2>
    <section class="card pad">
      <p class="meta">${say("terms.version", { version: terms.version })}</p>
      <div class="long terms" tabindex="0" role="region" aria-label=${say("terms.title")}>${terms.text}</div>
      ${!model.isMember ? nothing : terms.accepted ? notice({ tone: "good", text: say("terms.accepted") }) : acceptForm(model)}
    </section>`;
}

function acceptForm(model: Model): TemplateResult {
  const { say } = model;
  const form = model.form("terms");
  const parts = { model, form };
  return formView(parts, {
    label: say("terms.accept"),
    body: checkbox(parts, { name: "agree", label: say("terms.agree"), required: true }),
    send: async () => {
      const program = encodeURIComponent(model.me.program.key);
      await model.api.send("POST", `/v1/programs/${program}/terms/accept`, { person: "me", language: model.me.locale, source: "portal" });
      await model.refreshAll();
    },
  });
}
