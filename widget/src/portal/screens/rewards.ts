/** What is owed and what was given: balances first, then everything that happened, each with its reason. */
import { type TemplateResult, html, nothing } from "lit";
import { formView, radios } from "../fields.ts";
import type { Model } from "../model.ts";
import { amountOf } from "../money.ts";
import type { Balance, Reward } from "../types.ts";
import { type View, button, chip, dateOf, empty, moreButton, rewardTone, screenTitle, show } from "../ui.ts";
import { payoutDetails } from "./payout.ts";
import { copy } from "./share.ts";
import { spendForm } from "./spend.ts";

export function rewardsScreen(model: Model): View {
  const { say } = model;
  return html`${screenTitle(say("rewards.title"))}${balances(model)}${model.has("redeem") ? spendForm(model) : nothing}${payoutDetails(
      model,
    )}
    <h2 class="section">${say("rewards.history")}</h2>
    ${show(model, model.rewards, {
      ready: ({ data }) =>
        data.length === 0
          ? empty({ icon: "gift", title: say("rewards.empty.title"), text: say("rewards.empty.text") })
          : html`<ul class="card rows">
                ${data.map((each) => html`<li class="row">${row(model, each)}</li>`)}
              </ul>
              ${moreButton(model, model.rewards)}`,
    })}`;
}

function balances(model: Model): View {
  const { balances: all } = model.me;
  if (all.length === 0) return html`<p class="hint">${model.say("rewards.none")}</p>`;
  return html`<ul class="balances">
    ${all.map((each) => html`<li class="card pad">${balance(model, each)}</li>`)}
  </ul>`;
}

function balance(model: Model, of: Balance): TemplateResult {
  const { say } = model;
  const kind = model.knows(`unit.${of.kind}`) ? say(`unit.${of.kind}`) : of.unit;
  return html`<p class="kind">${kind}</p>
    <p class="amount">${amountOf(model, of, of.available)}</p>
    <p class="meta">${of.text}</p>`;
}

function row(model: Model, reward: Reward): TemplateResult {
  const { say } = model;
  return html`
    <div class="rowhead">
      <h2><span class="amount-text">${reward.amount_text}</span></h2>
      ${chip(rewardTone(reward.status), reward.status_label)}
    </div>
    <p class="what" dir="auto">
      ${reward.title}${reward.for === null || reward.for === "" ? nothing : html`<span class="muted"> · ${reward.for}</span>`}
    </p>
    ${reward.why === null ? nothing : html`<p class="why">${reward.why}</p>`}
    ${reward.coupon === null ? nothing : coupon(model, reward.coupon)}
    ${reward.choices === null || reward.choices.length === 0 ? nothing : choose(model, reward)}
    <p class="meta"><span>${dateOf(model, reward.at)}</span></p>
  `;
  function coupon({ say: words }: Model, { code, valid_until: until }: NonNullable<Reward["coupon"]>): TemplateResult {
    return html`<div class="coupon">
      <code dir="ltr">${code}</code>
      ${button({ label: words("share.copy"), icon: "copy", act: () => void copy(model, code, words("rewards.code_copied")) })}
      ${until === null ? nothing : html`<small>${say("rewards.valid_until", { date: dateOf(model, until) })}</small>`}
    </div>`;
  }
}

function choose(model: Model, reward: Reward): TemplateResult {
  const form = model.form(`choose-${reward.id}`);
  const parts = { model, form };
  const choices = (reward.choices ?? []).map((each) => ({ value: String(each.key), label: each.text }));
  return formView(parts, {
    label: model.say("rewards.choose"),
    look: "plain",
    body: radios(parts, { name: "option", label: model.say("rewards.choose.label"), choices }),
    send: async () => {
      await model.api.send("POST", `/v1/rewards/${encodeURIComponent(reward.id)}/choose`, { option: Number(form.get("option")) });
      await model.refreshAll();
      model.announce(model.say("rewards.chosen"));
    },
  });
}
