/** Guidelines and the brand kit: what to say, what to leave out, and pictures to use. */
import { html, nothing } from "lit";
import { icon } from "../icons.ts";
import type { Model } from "../model.ts";
import { type View, empty, notice, screenTitle, show } from "../ui.ts";

export function learnScreen(model: Model): View {
  const { say } = model;
  return html`${screenTitle(say("learn.title"), say("learn.text"))}
  ${show(model, model.learn, {
    ready: ({ guidelines, articles = [], assets, disclosure }) => {
      if (guidelines.length === 0 && articles.length === 0 && assets.length === 0) {
        return empty({ icon: "book", title: say("learn.empty.title"), text: say("learn.empty.text") });
      }
      return html`
        ${disclosure === "" ? nothing : notice({ title: say("learn.disclosure"), text: disclosure })}
        ${guidelines.map(
          (each) =>
            html`<section class="card pad">
              <h2 dir="auto">${each.title}</h2>
              <p class="long" dir="auto">${each.text}</p>
            </section>`,
        )}
        ${articles.map(
          (each) =>
            html`<section class="card pad">
              <h2 dir="auto">${each.title}</h2>
              <p class="long" dir="auto">${each.text}</p>
            </section>`,
        )}
        ${assets.length === 0
          ? nothing
          : html`<h2 class="section">${say("learn.assets")}</h2>
              <ul class="card rows">
                ${assets.map(asset)}
              </ul>`}
      `;
    },
  })}`;

  function asset(each: { name: string; kind: string; url: string; alt: string | null }): View {
    // An address that a business typed: only the web's own schemes are opened.
    if (!/^https?:\/\//i.test(each.url)) return nothing;
    return html`<li class="row asset">
      ${each.kind === "image"
        ? html`<img src=${each.url} alt=${each.alt ?? ""} loading="lazy" />`
        : html`<span class="badge">${icon("down")}</span>`}
      <div>
        <h3 dir="auto">${each.name}</h3>
        <a href=${each.url} target="_blank" rel="noopener noreferrer" download>${say("learn.open")}</a>
      </div>
    </li>`;
  }
}
