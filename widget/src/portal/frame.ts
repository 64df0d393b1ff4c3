/** Around the screens: whose portal it is, the ways between them, and what is shown before and after there is anything to show. */
import { type TemplateResult, html, nothing } from "lit";
import { icon } from "./icons.ts";
import type { Model } from "./model.ts";
import { type Room, roomsOf, tabsOf } from "./rooms.ts";
import { joinScreen, welcomeScreen } from "./screens/enter.ts";
import { askBox, newsBox } from "./screens/news.ts";
import { type View, screenTitle, skeleton, troubleNotice } from "./ui.ts";

type Go = (route: string) => void;

export function frame(model: Model, go: Go): TemplateResult {
  const home = model.home.value;
  if (home === undefined) return html`<div class="frame bare"><main>${before(model)}</main></div>`;
  if (home.person === null) return alone(model, welcomeScreen(model));
  if (home.program.joined !== "active") return alone(model, joinScreen(model));
  return member(model, go);
}

/** The first moment, and when it fails. */
function before(model: Model): View {
  const { trouble } = model.home;
  if (trouble !== undefined) return troubleNotice(model, trouble, () => void model.home.refresh());
  // The hosted page has words of its own to read until then.
  return html`<slot
    ><div class="bones big"><i class="wide"></i><i></i></div>
    ${skeleton(model, 3)}</slot
  >`;
}

function alone(model: Model, screen: View): TemplateResult {
  return html`<div class="frame bare">
    ${brandHeader(model)}
    <main>${screen}</main>
    ${poweredBy(model)}
  </div>`;
}

function member(model: Model, go: Go): TemplateResult {
  const rooms = roomsOf(model);
  const tabs = tabsOf(rooms, model.home.value?.program.rooms?.order ?? []);
  const rest = rooms.filter((each) => !tabs.includes(each));
  const current = rooms.find((each) => each.key === model.route) ?? (model.route === "more" ? undefined : rooms[0]);
  const { say } = model;
  const troubled = model.home.trouble;
  return html`<div class="frame">
    ${brandHeader(model)}
    <nav class="rail" aria-label=${say("nav.label")}>${rooms.map((each) => link(model, go, { room: each, current }))}</nav>
    <main>
      ${troubled === undefined ? nothing : troubleNotice(model, troubled, () => void model.home.refresh())}
      ${current === rooms[0] ? newsBox(model) : nothing}
      ${current === undefined ? moreScreen(model, go, rest) : current.view(model)} ${current === rooms[0] ? askBox(model) : nothing}
      ${poweredBy(model)}
    </main>
    <nav class="tabs" aria-label=${say("nav.label")}>
      ${tabs.map((each) => link(model, go, { room: each, current }))}
      ${rest.length === 0
        ? nothing
        : link(model, go, { room: MORE, current: current === undefined || rest.includes(current) ? MORE : undefined })}
    </nav>
  </div>`;
}

const MORE: Room = { key: "more", label: "nav.more", icon: "more", features: [], view: () => nothing };

type Linked = { room: Room; current: Room | undefined };

function link(model: Model, go: Go, { room, current }: Linked): TemplateResult {
  const press = (event: MouseEvent): void => {
    // Opened in another tab, it is the browser's.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(room.key);
  };
  return html`<a href="#${room.key}" aria-current=${room === current ? "page" : nothing} @click=${press}>
    ${icon(room.icon)}<span>${model.say(room.label)}</span>
  </a>`;
}

function moreScreen(model: Model, go: Go, rest: readonly Room[]): TemplateResult {
  return html`${screenTitle(model.say("nav.more"))}
    <ul class="card rows menu">
      ${rest.map((each) => html`<li>${link(model, go, { room: each, current: undefined })}${icon("chevron", true)}</li>`)}
    </ul>`;
}

function brandHeader(model: Model): TemplateResult {
  const { brand, programs, program } = model.me;
  const mine = programs.filter((each) => each.joined === "active" || each.key === program.key);
  const change = (event: Event): void => {
    model.route = "";
    void model.switchTo({ program: (event.target as HTMLSelectElement).value });
  };
  return html`<header class="brand">
    ${brand.logo_url !== null && /^(https?:|data:image\/(png|jpeg|webp);)/.test(brand.logo_url)
      ? html`<img src=${brand.logo_url} alt=${brand.name} />`
      : html`<strong dir="auto">${brand.name}</strong>`}
    ${mine.length < 2
      ? nothing
      : html`<label class="hidden" for="program">${model.say("nav.program")}</label>
          <select id="program" @change=${change}>
            ${mine.map((each) => html`<option value=${each.key} ?selected=${each.key === program.key}>${each.name}</option>`)}
          </select>`}
  </header>`;
}

function poweredBy(model: Model): View {
  if (!model.me.brand.powered_by) return nothing;
  return html`<footer class="powered">${model.say("frame.powered_by")}</footer>`;
}
