/** What is said by itself on the first screen: the newest announcement, and how easy it was. Both can be put away, and stay away. */
import { type TemplateResult, html, nothing } from "lit";
import { field, formView, radios } from "../fields.ts";
import { icon } from "../icons.ts";
import type { Model } from "../model.ts";
import type { Notice } from "../types.ts";
import { type View, button, notice } from "../ui.ts";

export function newsBox(model: Model): View {
  const news = model.me.notice;
  if (news == null) return nothing;
  const { title, paragraphs, action } = news;
  const followed = (): void => void putAway(model, news, true);
  return html`<section class="notice info news" aria-labelledby="news">
    ${icon("info")}
    <div>
      <h2 id="news" dir="auto">${title}</h2>
      ${paragraphs.map((text) => html`<p dir="auto">${text}</p>`)}
      <div class="buttons">
        ${action === null || !action.url.startsWith("https:")
          ? nothing
          : html`<a class="button primary" href=${action.url} target="_blank" rel="noopener noreferrer" @click=${followed}
              ><span dir="auto">${action.label}</span></a
            >`}
        ${button({
          label: model.say("news.dismiss"),
          says: model.say("news.dismiss.of", { title }),
          act: () => void putAway(model, news, false),
        })}
      </div>
    </div>
  </section>`;
}

/** It goes at once; where the server could not be told, it comes back and says so. */
async function putAway(model: Model, news: Notice, followed: boolean): Promise<void> {
  if (!followed) show(model, null);
  try {
    await model.api.send("POST", `/v1/portal/notices/${news.id}/dismiss`, { followed });
    if (followed) show(model, null);
    else await model.home.refresh();
  } catch {
    show(model, news);
    model.announce(model.say("trouble.offline.title"));
  }
}

function show(model: Model, news: Notice | null): void {
  model.home.value = { ...model.me, notice: news };
  model.options.changed();
}

const SCORES = ["1", "2", "3", "4", "5"];

export function askBox(model: Model): View {
  const { ask } = model.me;
  const { say } = model;
  const form = model.form("ask");
  if (form.isDone) return notice({ tone: "good", title: say("ask.thanks"), text: say("ask.thanks.text"), says: "status" });
  if (ask == null) return nothing;
  const parts = { model, form };
  const send = (): Promise<void> =>
    model.api.send("POST", "/v1/portal/help", {
      topic: "feedback",
      program: model.me.program.key,
      moment: ask,
      score: Number(form.get("score")),
      text: form.get("text").trim(),
      page: "ask",
    });
  const not = (): void => {
    model.home.value = { ...model.me, ask: null };
    model.options.changed();
    void model.api.send("POST", "/v1/portal/ask/dismiss", { moment: ask }).catch(() => model.announce(say("trouble.offline.title")));
  };
  return html`<section class="card pad" aria-label=${say("ask.about")}>
    ${formView(parts, {
      label: say("help.send"),
      look: "plain",
      send,
      extra: button({ label: say("ask.not"), look: "quiet", act: not }),
      body: html`${radios(parts, {
        name: "score",
        label: say(`ask.title.${ask}`),
        choices: SCORES.map((value) => ({ value, label: say(`ask.score.${value}`) })),
      })}
      ${form.get("score") === "" ? nothing : words(parts)}`,
    })}
  </section>`;
}

function words(parts: Parameters<typeof field>[0]): TemplateResult {
  return field(parts, { name: "text", label: parts.model.say("ask.words"), type: "long", required: false, max: 5000 });
}
