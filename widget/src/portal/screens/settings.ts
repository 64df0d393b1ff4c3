/** Language, mails, sign out, export, leave: each says what it does before it does it. */
import { type TemplateResult, html, nothing } from "lit";
import { LANGUAGES } from "../languages.ts";
import type { Model } from "../model.ts";
import type { Preferences } from "../types.ts";
import { type View, button, notice, screenTitle, show, troubleNotice } from "../ui.ts";

export function settingsScreen(model: Model): View {
  const { say, me } = model;
  return html`${screenTitle(say("settings.title"))}
    <section class="card pad">
      <p class="kind">${say("settings.signed_in")}</p>
      <p class="lead" dir="auto">${me.person?.name ?? me.person?.email ?? ""}</p>
      ${me.person?.name == null || me.person.email === null ? nothing : html`<p class="why" dir="ltr">${me.person.email}</p>`}
      ${model.isEmbedded
        ? nothing
        : html`<div class="buttons">${button({ label: say("settings.sign_out"), icon: "out", act: () => void signOut(model) })}</div>`}
    </section>
    ${language(model)}
    <h2 class="section">${say("settings.mail")}</h2>
    ${show(model, model.preferences, { ready: (all) => mails(model, all) })}
    <h2 class="section">${say("settings.data")}</h2>
    ${exporting(model)}${me.program.joined === "active" ? leaving(model) : nothing}`;
}

async function signOut(model: Model): Promise<void> {
  await model.api.send("POST", "/v1/portal/sign-out").catch(() => undefined);
  model.forgetPerson();
  model.route = "";
  await model.home.refresh();
}

function language(model: Model): TemplateResult {
  const { say } = model;
  const change = (event: Event): void => {
    const locale = (event.target as HTMLSelectElement).value;
    // Kept for her mails and her next visit; the page need not wait for that.
    void save(model, { locale });
    void model.switchTo({ locale });
  };
  const now = model.me.locale;
  return html`<section class="card pad">
    <div class="field">
      <label for="language">${say("settings.language")}</label>
      <select id="language" @change=${change}>
        ${Object.entries(LANGUAGES).map(
          ([tag, name]) => html`<option value=${tag} lang=${tag} ?selected=${tag === now}>${name}</option>`,
        )}
      </select>
    </div>
  </section>`;
}

async function save(model: Model, change: Record<string, unknown>): Promise<void> {
  if (!model.isMember) return;
  // One after the other: two ticks in a second are two changes.
  await model.inTurn(() =>
    model.form("preferences").submit(async () => {
      await model.api.send("PATCH", "/v1/portal/preferences", change);
      await model.preferences.refresh();
      model.announce(model.say("settings.saved"));
    }),
  );
}

function mails(model: Model, all: Preferences): TemplateResult {
  const { say } = model;
  const form = model.form("preferences");
  const tick = (topic: string, event: Event): void => void save(model, { mail: { [topic]: (event.target as HTMLInputElement).checked } });
  return html`<section class="card pad">
    <fieldset class="radios">
      <legend>${say("settings.mail.text")}</legend>
      ${all.mail.map(
        (each) =>
          html`<label class="tick">
            <input type="checkbox" .checked=${each.on} @change=${(event: Event) => tick(each.topic, event)} /><span>${each.label}</span>
          </label>`,
      )}
    </fieldset>
    <div class="field">
      <label for="digest">${say("settings.digest")}</label>
      <select id="digest" @change=${(event: Event) => void save(model, { digest: (event.target as HTMLSelectElement).value })}>
        ${(["each", "weekly", "none"] as const).map(
          (each) => html`<option value=${each} ?selected=${each === all.digest}>${say(`settings.digest.${each}`)}</option>`,
        )}
      </select>
    </div>
    ${form.trouble === undefined ? nothing : troubleNotice(model, form.trouble)}
  </section>`;
}

function exporting(model: Model): TemplateResult {
  const { say } = model;
  const form = model.form("export");
  const run = (): void =>
    void form.submit(async () => {
      const url = URL.createObjectURL(await model.api.blob("/v1/people/me/export"));
      Object.assign(document.createElement("a"), { href: url, download: "my-data.json" }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
    });
  return html`<section class="card pad">
    <h3>${say("settings.export")}</h3>
    <p class="why">${say("settings.export.text")}</p>
    ${form.trouble === undefined ? nothing : troubleNotice(model, form.trouble)}
    <div class="buttons">${button({ label: say("settings.export.act"), icon: "down", busy: form.isBusy, act: run })}</div>
  </section>`;
}

function leaving(model: Model): TemplateResult {
  const { say, me } = model;
  const form = model.form("leave");
  const isOpen = model.open.has("leave");
  const run = (): void =>
    void form.submit(async () => {
      await model.api.send("POST", `/v1/programs/${encodeURIComponent(me.program.key)}/advocates/me/leave`);
      model.route = "";
      await model.switchTo({});
    });
  return html`<section class="card pad">
    <h3>${say("settings.leave")}</h3>
    <p class="why">${say("settings.leave.text")}</p>
    ${form.trouble === undefined ? nothing : troubleNotice(model, form.trouble)}
    ${isOpen
      ? html`${notice({ tone: "waiting", text: say("settings.leave.sure", { program: me.program.name }) })}
          <div class="buttons">
            ${button({ label: say("settings.leave.act"), look: "danger", busy: form.isBusy, act: run })}
            ${button({ label: say("act.cancel"), look: "quiet", act: () => model.toggle("leave") })}
          </div>`
      : html`<div class="buttons">${button({ label: say("settings.leave.act"), look: "quiet", act: () => model.toggle("leave") })}</div>`}
  </section>`;
}
