/** Before one is a member: what the program is, an address, a code, and where a program asks for it an application. */
import { type TemplateResult, html, nothing } from "lit";
import { Trouble } from "../api.ts";
import { checkbox, field, formView, radios } from "../fields.ts";
import type { Model } from "../model.ts";
import type { JoinField } from "../types.ts";
import { type View, button, notice, screenTitle } from "../ui.ts";
import { questions, steps, whoGets } from "./how.ts";
import { closedNotice } from "./share.ts";

/** Nobody is signed in. */
export function welcomeScreen(model: Model): View {
  const { how } = model.me;
  return html`${screenTitle(how.headline)}${closedNotice(model)}${whoGets(model)}
    <section class="card pad enter" aria-label=${model.say("enter.title")}>${enterPart(model)}</section>
    ${steps(model)}${questions(model)}`;
}

function enterPart(model: Model): View {
  const { say } = model;
  // Another site's page: it has no cookie of ours, and its server makes the tokens.
  if (model.options.server !== "") {
    const { workspace, program } = model.me.program.key === "" ? { workspace: "", program: "" } : placeOf(model);
    const href = `${model.options.server}/p/${workspace}/${program}`;
    return html`<p>${say("enter.elsewhere")}</p>
      <a class="button primary" href=${href} target="_blank" rel="noopener">${say("enter.open")}</a>`;
  }
  return model.form("enter").get("sent") === "yes" ? codeForm(model) : addressForm(model);
}

function placeOf(model: Model): { workspace: string; program: string } {
  return { workspace: encodeURIComponent(model.me.workspace.slug), program: encodeURIComponent(model.me.program.key) };
}

function addressForm(model: Model): TemplateResult {
  const { say } = model;
  const form = model.form("enter");
  const parts = { model, form };
  return html`<h2>${say("enter.title")}</h2>
    <p class="why">${say("enter.text")}</p>
    ${formView(parts, {
      label: say("enter.send"),
      body: field(parts, { name: "email", label: say("field.email"), type: "email", max: 320, autocomplete: "email" }),
      send: async () => {
        await askForCode(model);
        form.set("sent", "yes");
      },
    })}`;
}

function askForCode(model: Model): Promise<unknown> {
  const { workspace, program, locale } = model.me;
  const email = model.form("enter").get("email").trim();
  return model.api.send("POST", "/v1/portal/sign-in", { workspace: workspace.slug, program: program.key, email, locale });
}

function codeForm(model: Model): TemplateResult {
  const { say } = model;
  const form = model.form("enter");
  const parts = { model, form };
  const again = (): void =>
    void form.submit(async () => {
      await askForCode(model);
      model.announce(say("enter.sent_again"));
    });
  return html`<h2>${say("enter.code.title")}</h2>
    <p class="why">${say("enter.code.text", { email: form.get("email") })}</p>
    ${formView(parts, {
      label: say("enter.go"),
      body: field(parts, { name: "code", label: say("enter.code.label"), type: "code", max: 12 }),
      send: () => signIn(model),
      extra: html`${button({ label: say("enter.again"), look: "quiet", act: again })}
      ${button({ label: say("enter.other"), look: "quiet", act: () => form.set("sent", "") })}`,
    })}`;
}

async function signIn(model: Model): Promise<void> {
  const form = model.form("enter");
  const code = form.get("code").replace(/\D/g, "");
  if (code.length !== 6) throw new Trouble("refused", { code: "code_wrong", fields: [{ pointer: "/code", message: "", code: "code" }] });
  await model.api.send("POST", "/v1/portal/sign-in/code", { workspace: model.me.workspace.slug, email: form.get("email").trim(), code });
  form.reset();
  await model.enter();
}

/** Signed in, and not in this program: join it, wait for the answer, or read why not. */
export function joinScreen(model: Model): View {
  const { say } = model;
  const { how, program } = model.me;
  const said = program.joined === "none" || program.joined === "left" ? null : program.joined;
  return html`${screenTitle(how.headline)}${closedNotice(model)}${whoGets(model)}
    <section class="card pad enter">
      ${said !== null
        ? notice({ tone: said === "refused" ? "bad" : "waiting", title: say(`join.${said}.title`), text: say(`join.${said}.text`) })
        : program.status !== "open"
          ? nothing
          : program.may_join
            ? joinForm(model)
            : notice({ text: say("code.not_eligible") })}
    </section>
    ${steps(model)}${questions(model)}`;
}

function joinForm(model: Model): TemplateResult {
  const { say } = model;
  const { program, how, person } = model.me;
  const form = model.form("join", { name: person?.name ?? "" });
  const parts = { model, form };
  const applies = program.join === "apply";
  const way = { apply: "join.apply", invite: "join.invite", automatic: "join" }[program.join];
  return html`<h2>${say(`${way}.title`)}</h2>
    <p class="why">${say(`${way}.text`)}</p>
    ${formView(parts, {
      label: say(applies ? "join.apply" : "join.act"),
      body: html`
        ${field(parts, { name: "name", label: say("field.name"), autocomplete: "name", required: false, help: say("join.name.help") })}
        ${program.form.map((each) => question(model, each))} ${how.terms === null || how.terms.accepted ? nothing : termsTick(model)}
      `,
      send: async () => {
        await model.api.send("POST", "/v1/portal/join", joinBody(model));
        form.reset();
        await model.home.refresh();
      },
    })}`;
}

/** A field of the program's own form. The one that a program has by itself is named by us. */
function question(model: Model, of: JoinField): TemplateResult {
  const { say } = model;
  const parts = { model, form: model.form("join") };
  const label = of.label === "" ? say(model.knows(`join.${of.key}`) ? `join.${of.key}` : "join.about") : of.label;
  if (of.type === "checkbox") return checkbox(parts, { name: of.key, label, required: of.required });
  if (of.type === "select") {
    const choices = (of.options ?? []).map((each) => ({ value: each.key, label: each.label }));
    return radios(parts, { name: of.key, label, choices });
  }
  const help = of.help ?? (of.label === "" ? say("join.about.help") : undefined);
  const type = of.type === "text" ? "long" : of.type === "number" ? "money" : of.type;
  return field(parts, { name: of.key, label, required: of.required, type, max: 2000, ...(help === undefined ? {} : { help }) });
}

function joinBody(model: Model): Record<string, unknown> {
  const form = model.form("join");
  const { how, program, locale } = model.me;
  const answers = program.form.flatMap((each): [string, string | number | boolean][] => {
    const text = form.get(each.key).trim();
    if (text === "") return [];
    return [[each.key, each.type === "checkbox" ? true : each.type === "number" ? Number(text.replace(",", ".")) : text]];
  });
  const name = form.get("name").trim();
  return {
    program: program.key,
    answers: Object.fromEntries(answers),
    ...(name === "" ? {} : { name }),
    ...(how.terms === null ? {} : { terms: Number(how.terms.version), language: locale }),
  };
}

function termsTick(model: Model): View {
  const { say, me } = model;
  const parts = { model, form: model.form("join") };
  return html`<details class="plain">
      <summary>${say("terms.read")}</summary>
      <div class="long terms" tabindex="0">${me.how.terms?.text ?? ""}</div>
    </details>
    ${checkbox(parts, { name: "agree", label: say("terms.agree"), required: true })}`;
}
