/** What came of recommending: each friend with a state, the reason in words, and what it brings. */
import { type TemplateResult, html, nothing } from "lit";
import type { Model } from "../model.ts";
import type { Referral } from "../types.ts";
import { type Tone, type View, button, chip, dateOf, empty, moreButton, rewardTone, screenTitle, show, stageList } from "../ui.ts";

const TONES: Record<Referral["status"], Tone> = { waiting: "waiting", counts: "good", refused: "bad", gone: "over" };

export function referralsScreen(model: Model): View {
  const { say } = model;
  return html`${screenTitle(say("referrals.title"), say("referrals.text"))}
  ${show(model, model.referrals, {
    ready: ({ data }) =>
      data.length === 0
        ? empty({
            icon: "people",
            title: say("referrals.empty.title"),
            text: say("referrals.empty.text"),
            action: model.has("share")
              ? button({ label: say("nav.share"), look: "primary", icon: "share", act: () => model.go("share") })
              : nothing,
          })
        : html`<ul class="card rows">
              ${data.map((each) => html`<li class="row">${row(model, each)}</li>`)}
            </ul>
            ${moreButton(model, model.referrals)}`,
  })}`;
}

function row(model: Model, referral: Referral): TemplateResult {
  const { say } = model;
  const isOpen = model.open.has(referral.id);
  return html`
    <div class="rowhead">
      <h2><bdi>${referral.friend}</bdi></h2>
      ${chip(TONES[referral.status] ?? "info", referral.status_label)}
    </div>
    <p class="why">${referral.why}</p>
    ${referral.rewards.map(
      (reward) =>
        html`<p class="brings">
          <strong>${reward.text}</strong>
          ${reward.status === referral.status ? nothing : chip(rewardTone(reward.status), reward.status_label)}
        </p>`,
    )}
    <p class="meta">
      <span>${say("referrals.since", { date: dateOf(model, referral.at) })}</span>
      ${referral.stages.length === 0
        ? nothing
        : html`<button class="inline" type="button" aria-expanded=${isOpen ? "true" : "false"} @click=${() => model.toggle(referral.id)}>
            ${say(isOpen ? "stages.hide" : "stages.show")}
          </button>`}
    </p>
    ${isOpen ? stageList(model, referral.stages) : nothing}
  `;
}
