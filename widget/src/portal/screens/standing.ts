/** Level, badges, ranking, contests: only what this program has. */
import { type TemplateResult, html, nothing } from "lit";
import { icon } from "../icons.ts";
import type { Model } from "../model.ts";
import type { Contest, Standing } from "../types.ts";
import { type View, button, dateOf, empty, notice, screenTitle, show } from "../ui.ts";
import { actsView } from "./acts.ts";

type Level = NonNullable<Standing["level"]>;
type Board = NonNullable<Standing["leaderboard"]>;

export function standingScreen(model: Model): View {
  const { say } = model;
  return html`${screenTitle(say("standing.title"))}
  ${show(model, model.standing, {
    ready: (all) => {
      const parts = [
        all.level === null ? nothing : level(model, all.level),
        all.leaderboard === null ? nothing : board(model, all.leaderboard),
        all.contests.length === 0
          ? nothing
          : html`<h2 class="section">${say("contest.title")}</h2>
              ${all.contests.map((each) => contest(model, each))}`,
        all.badges.length === 0 ? nothing : badges(model, all),
      ];
      if (parts.every((part) => part === nothing)) {
        return empty({ icon: "star", title: say("standing.empty.title"), text: say("standing.empty.text") });
      }
      return html`${parts}`;
    },
  })}`;
}

function level(model: Model, of: Level): TemplateResult {
  const { say } = model;
  const number = new Intl.NumberFormat(model.me.locale);
  return html`<section class="card pad level">
    <p class="kind">${say("level.now")}</p>
    <p class="amount"><bdi>${of.name}</bdi></p>
    ${of.next === null
      ? html`<p class="why">${say("level.top")}</p>`
      : html`<progress max=${of.next.from} value=${Math.min(of.points, of.next.from)} aria-label=${of.next.need_text}></progress>
          <p class="meta">
            <span>${of.next.need_text}</span><span class="tabular">${number.format(of.points)} / ${number.format(of.next.from)}</span>
          </p>`}
    ${of.ends_text === null ? nothing : html`<p class="why">${of.ends_text}</p>`}
    ${of.perks.length === 0
      ? nothing
      : html`<p class="kind">${say("level.perks")}</p>
          <ul class="plainlist">
            ${of.perks.map((perk) => html`<li>${icon("check")}<span>${perk}</span></li>`)}
          </ul>`}
  </section>`;
}

function badges(model: Model, { badges: all }: Standing): TemplateResult {
  const { say } = model;
  return html`<h2 class="section">${say("badges.title")}</h2>
    <ul class="card rows">
      ${all.map(
        (each) =>
          html`<li class="row badgerow ${each.earned_at === null ? "off" : ""}">
            <span class="badge">${icon("star")}</span>
            <div>
              <h3>${each.name}</h3>
              ${each.earned_at === null ? html`<p class="why">${each.how}</p>` : nothing}
              <p class="meta">
                ${each.earned_at === null ? say("badges.not_yet") : say("badges.earned", { date: dateOf(model, each.earned_at) })}
              </p>
            </div>
          </li>`,
      )}
    </ul>`;
}

function board(model: Model, of: Board): TemplateResult {
  const { say } = model;
  const form = model.form("visibility");
  const hide = (hidden: boolean): void =>
    void form.submit(async () => {
      await model.api.send("PUT", `/v1/leaderboards/${encodeURIComponent(model.me.program.key)}/people/me`, { hidden });
      await model.standing.refresh();
      model.announce(say(hidden ? "board.hidden" : "board.shown"));
    });
  return html`<h2 class="section">${of.label}</h2>
    <section class="card">
      ${of.hidden ? html`<div class="pad">${notice({ text: say("board.hidden.text") })}</div>` : nothing}
      ${of.rows.length === 0 ? html`<p class="pad why">${say("board.empty")}</p>` : ranking(model, of)}
      <div class="pad foot">
        ${of.ends_at === null ? nothing : html`<small>${say("board.ends", { date: dateOf(model, of.ends_at) })}</small>`}
        ${button({ label: say(of.hidden ? "board.show" : "board.hide"), look: "quiet", busy: form.isBusy, act: () => hide(!of.hidden) })}
      </div>
    </section>`;
}

function ranking(model: Model, of: Board): TemplateResult {
  const { say } = model;
  return html`<table>
    <caption class="hidden">
      ${of.label}
    </caption>
    <thead>
      <tr>
        <th scope="col">${say("board.rank")}</th>
        <th scope="col">${say("board.name")}</th>
        <th scope="col" class="number">${say("board.score")}</th>
      </tr>
    </thead>
    <tbody>
      ${of.rows.map(
        (row) =>
          html`<tr class=${row.me ? "me" : ""}>
            <td class="tabular">${row.rank}</td>
            <th scope="row" dir="auto">${row.me ? say("board.you", { name: row.name }) : row.name}</th>
            <td class="number tabular">${row.score_text}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function contest(model: Model, of: Contest): TemplateResult {
  const { say } = model;
  return html`<section class="card pad">
    <div class="rowhead">
      <h3><bdi>${of.name}</bdi></h3>
      <span class="tabular">${say("contest.entries", { n: of.entries })}</span>
    </div>
    <p class="why">${of.ends_text}</p>
    ${of.result === null ? nothing : notice({ tone: "good", text: of.result, title: say("contest.result") })}
    ${of.prizes.length === 0
      ? nothing
      : html`<h4>${say("contest.prizes")}</h4>
          <ol class="prizes">
            ${of.prizes.map((prize) => html`<li>${prize}</li>`)}
          </ol>`}
    <details class="plain">
      <summary>${say("contest.rules")}</summary>
      <p class="long">${of.rules_text}</p>
    </details>
    ${actsView(model, of.acts, of.key)}
  </section>`;
}
