/** Spending a part of a balance: it says before what it does, and how much is there. */
import { type TemplateResult, html, nothing } from "lit";
import { field, formView } from "../fields.ts";
import { icon } from "../icons.ts";
import type { Model } from "../model.ts";
import { amountOf, minorOf } from "../money.ts";
import type { Balance } from "../types.ts";
import { type View, notice } from "../ui.ts";

const SPENDABLE = new Set(["points", "credit", "gift_card", "entries", "leads", "free_time"]);

export function spendForm(model: Model): View {
  const some = model.me.balances.filter((each) => SPENDABLE.has(each.kind) && each.available > 0);
  return html`${some.map((each) => oneForm(model, each))}`;
}

function oneForm(model: Model, balance: Balance): TemplateResult {
  const { say } = model;
  const form = model.form(`spend-${balance.kind}-${balance.unit}`);
  const parts = { model, form };
  return html`<details class="card fold">
    <summary><span>${say("spend.title", { amount: amountOf(model, balance, balance.available) })}</span>${icon("chevron", true)}</summary>
    <div class="inside">
      ${formView(parts, {
        label: say("spend.act"),
        body: html`${field(parts, {
          name: "amount",
          label: say("spend.amount"),
          type: "money",
          max: 16,
          help: say("spend.help", { amount: amountOf(model, balance, balance.available) }),
        })}`,
        send: async () => {
          const amount = minorOf(model, balance, form.get("amount"));
          await model.api.send("POST", "/v1/people/me/spend", { kind: balance.kind, unit: balance.unit, amount });
          form.reset();
          await model.refreshAll();
          model.announce(say("spend.done"));
        },
      })}
      ${form.isDone ? notice({ tone: "good", text: say("spend.done") }) : nothing}
    </div>
  </details>`;
}
