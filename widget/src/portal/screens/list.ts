/** One screen for every kind's own list: leads, cases, claims, deals, requests, gatherings... The server says states, reasons and acts. */
import { type TemplateResult, html, nothing } from "lit";
import type { IconName } from "../icons.ts";
import { icon } from "../icons.ts";
import type { ListKey, Model } from "../model.ts";
import type { Item } from "../types.ts";
import { type View, chip, dateOf, empty, moreButton, screenTitle, show, stageList } from "../ui.ts";
import { actsView } from "./acts.ts";

export const LIST_ICONS: Record<ListKey, IconName> = {
  leads: "people",
  cases: "list",
  requests: "chat",
  deals: "list",
  vacancies: "people",
  claim: "pen",
  deliverables: "plane",
  shares: "share",
  gatherings: "clock",
  slips: "mail",
  catalogue: "gift",
};

export function listScreen(key: ListKey): (model: Model) => View {
  return (model) => {
    const { say } = model;
    const list = model.list(key);
    return html`${screenTitle(say(`list.${key}.title`), say(`list.${key}.text`))}
    ${show(model, list, {
      ready: ({ data, summary, acts }) => html`
        ${summary === null ? nothing : html`<p class="summary">${summary}</p>`}
        ${acts.length === 0 ? nothing : html`<div class="begin">${actsView(model, acts, key)}</div>`}
        ${data.length === 0
          ? empty({ icon: LIST_ICONS[key], title: say(`list.${key}.empty`), text: say("list.empty.text") })
          : html`<ul class="card rows">
              ${data.map((each) => html`<li class="row">${row(model, each)}</li>`)}
            </ul>`}
        ${moreButton(model, list)}
      `,
    })}`;
  };
}

function row(model: Model, item: Item): TemplateResult {
  const { say } = model;
  const isOpen = model.open.has(item.id);
  const hasStages = item.stages !== null && item.stages.length > 0;
  return html`
    <div class="rowhead">
      <h2><bdi>${item.title}</bdi></h2>
      ${chip(item.tone, item.status_label)}
    </div>
    ${item.text === null ? nothing : html`<p class="what long" dir="auto">${item.text}</p>`}
    ${item.why === "" ? nothing : html`<p class="why">${item.why}</p>`}
    ${item.deadline_text === null ? nothing : html`<p class="deadline">${icon("clock")}<span>${item.deadline_text}</span></p>`}
    <p class="meta">
      ${item.at === null ? nothing : html`<span>${dateOf(model, item.at)}</span>`}
      ${hasStages
        ? html`<button class="inline" type="button" aria-expanded=${isOpen ? "true" : "false"} @click=${() => model.toggle(item.id)}>
            ${say(isOpen ? "stages.hide" : "stages.show")}
          </button>`
        : nothing}
    </p>
    ${isOpen && hasStages ? stageList(model, item.stages ?? []) : nothing} ${actsView(model, item.acts, item.id)}
  `;
}
