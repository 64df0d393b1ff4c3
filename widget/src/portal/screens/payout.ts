/** Where her money goes: said once, shown again as a hint only. */
import { type TemplateResult, html, nothing } from "lit";
import { field, formView, radios } from "../fields.ts";
import type { Form } from "../form.ts";
import { icon } from "../icons.ts";
import type { Model } from "../model.ts";
import type { PayoutDetail } from "../types.ts";
import { type View, button, notice, show } from "../ui.ts";

const METHODS = ["bank", "paypal", "other"] as const;
const PATH = "/v1/portal/payout-details";

export function payoutDetails(model: Model): View {
  const cash = model.me.balances.some((each) => each.kind === "cash");
  if (!model.has("payout") || !cash) return nothing;
  return show(model, model.payout, { ready: (detail) => (detail.method === null ? missing(model) : known(model, detail)) });
}

/** Money waits for this: it stands open. */
function missing(model: Model): TemplateResult {
  const { say } = model;
  return html`<section class="card pad">
    <h2>${say("payout.title")}</h2>
    <p>${say("payout.where", { name: model.me.brand.name })}</p>
    ${form(model)}
  </section>`;
}

function known(model: Model, detail: PayoutDetail): TemplateResult {
  const { say } = model;
  const isSaved = formOf(model).isDone;
  return html`<details class="card fold">
      <summary><span>${say("payout.now", { hint: detail.hint ?? "" })}</span>${icon("chevron", true)}</summary>
      <div class="inside">${form(model, button({ label: say("payout.remove"), act: () => void forget(model) }))}</div>
    </details>
    ${isSaved ? notice({ tone: "good", text: say("payout.saved") }) : nothing}`;
}

function formOf(model: Model): Form {
  return model.form("payout", { method: "bank" });
}

function form(model: Model, extra?: View): TemplateResult {
  const { say } = model;
  const own = formOf(model);
  const parts = { model, form: own };
  const method = own.get("method");
  const choices = METHODS.map((each) => ({ value: each, label: say(`payout.${each}`) }));
  return formView(parts, {
    label: say("payout.save"),
    body: html`${radios(parts, { name: "method", label: say("payout.method"), choices })}
    ${field(parts, { name: "holder", label: say("payout.holder"), max: 140, autocomplete: "name" })}
    ${method === "bank"
      ? html`${field(parts, { name: "account", label: say("payout.account"), max: 60, help: say("payout.safe") })}
        ${field(parts, { name: "bank", label: say("payout.code"), max: 60, required: false })}`
      : method === "paypal"
        ? field(parts, { name: "email", label: say("payout.email"), type: "email", max: 254, help: say("payout.safe") })
        : field(parts, { name: "text", label: say("payout.other_text"), type: "long", max: 500, help: say("payout.safe") })}`,
    send: async () => {
      await model.api.send("PUT", PATH, { pay_to: wish(own.values) });
      own.reset();
      await model.payout.refresh();
      model.announce(say("payout.saved"));
    },
    extra,
  });
}

/** What the method asks for, and nothing typed for another. */
function wish({ method = "bank", holder = "", account = "", bank = "", email = "", text = "" }: Record<string, string>): unknown {
  if (method === "paypal") return { method, holder, email };
  if (method === "other") return { method, holder, text };
  return { method, holder, account, ...(bank === "" ? {} : { bank }) };
}

async function forget(model: Model): Promise<void> {
  await model.api.send("PUT", PATH, { pay_to: null });
  formOf(model).reset();
  await model.payout.refresh();
  model.announce(model.say("payout.removed"));
}
