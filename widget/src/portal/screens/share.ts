/** The screen that the portal is for: the offer, the link, and every way to send it. Open to shared is one tap. */
import { type TemplateResult, html, nothing } from "lit";
import { channelIcon, icon } from "../icons.ts";
import type { Model } from "../model.ts";
import type { Channel, Share } from "../types.ts";
import { type View, button, empty, notice, screenTitle } from "../ui.ts";

export function shareScreen(model: Model): View {
  const { share, how, program } = model.me;
  const { say } = model;
  if (share === null) return empty({ icon: "share", title: say("share.none.title"), text: say("share.none.text") });
  if (program.status !== "open") return html`${screenTitle(how.headline)}${closedNotice(model)}`;
  return html`
    ${screenTitle(how.headline)}${offer(model)}${thinkOf(model)}
    <section class="card pad sharing" aria-label=${say("share.title")}>
      ${linkRow(model, share)}${mainButton(model, share)}${channelGrid(model, share)}
      <p class="disclosure">${icon("info")}<span>${say("share.disclosed", { disclosure: share.disclosure })}</span></p>
    </section>
    ${ownText(model, share)}${qrCode(model, share)}${numbers(model)}
  `;
}

export function closedNotice(model: Model): View {
  const { program } = model.me;
  if (program.status === "open") return nothing;
  const key = `program.${program.status}`;
  return notice({ tone: "waiting", title: model.say(`${key}.title`), text: model.say(`${key}.text`, { end: program.ends_text ?? "" }) });
}

export function offer(model: Model): View {
  const { how, program } = model.me;
  const side = (label: string, lines: readonly { text: string; detail: string | null }[]): View =>
    lines.length === 0
      ? nothing
      : html`<div>
          <dt>${label}</dt>
          ${lines.map((line) => html`<dd>${line.text}</dd>`)}
        </div>`;
  return html`
    <dl class="offer">${side(model.say("how.you_get"), how.you_get)}${side(model.say("how.friend_gets"), how.friend_gets)}</dl>
    ${program.ends_text === null ? nothing : html`<p class="ends">${icon("clock")}${program.ends_text}</p>`}
  `;
}

/** Whom the business says to think of. */
export function thinkOf({ me, say }: Model): View {
  const lines = me.program.think_of ?? [];
  return lines.length === 0
    ? nothing
    : notice({ title: say("share.think_of"), text: html`${lines.map((line) => html`<span>${line}</span><br />`)}` });
}

function linkRow(model: Model, share: Share): TemplateResult {
  const { say } = model;
  const select = (event: Event): void => (event.target as HTMLInputElement).select();
  return html`<div class="linkrow">
    <label for="link" class="hidden">${say("share.link")}</label>
    <input id="link" class="link" readonly dir="ltr" .value=${share.link.replace(/^https?:\/\//, "")} @focus=${select} />
    ${button({
      label: say("share.copy"),
      icon: "copy",
      look: hasSheet() ? "plain" : "primary",
      act: () => void copy(model, share.link, say("share.copied")),
    })}
  </div>`;
}

const hasSheet = (): boolean => typeof navigator.share === "function";

/** The phone's own sheet, where there is one. */
function mainButton(model: Model, share: Share): View {
  if (!hasSheet()) return nothing;
  const native = share.channels.find((channel) => channel.kind === "native") ?? share.channels[0];
  return html`<div class="main">
    ${button({ label: model.say("share.now"), look: "primary", icon: "share", act: () => void shareNatively(model, share, native) })}
  </div>`;
}

async function shareNatively(model: Model, share: Share, channel: Channel | undefined): Promise<void> {
  const link = channel?.link ?? share.link;
  // Some apps take the text and drop the address, others the other way round: the text has no link in it, and the sheet gets both.
  const text = textFor(model, share, channel).replaceAll(link, "").trim();
  try {
    await navigator.share({ text, url: link });
    model.announce(model.say("share.done"));
  } catch (error) {
    // Closing the sheet is no fault.
    if ((error as Error).name !== "AbortError") await copy(model, link, model.say("share.copied"));
  }
}

function channelGrid(model: Model, share: Share): View {
  const shown = share.channels.filter(({ kind }) => kind === "url" || kind === "copy");
  if (shown.length === 0) return nothing;
  return html`<ul class="channels">
    ${shown.map((channel) => html`<li>${channelButton(model, share, channel)}</li>`)}
  </ul>`;
}

function channelButton(model: Model, share: Share, channel: Channel): TemplateResult {
  const inside = html`<span class="badge">${channelIcon(channel.channel)}</span><span>${channel.label}</span>`;
  if (channel.kind === "copy") {
    const act = (): void => void copy(model, textFor(model, share, channel), model.say("share.text_copied"));
    return html`<button class="channel" type="button" @click=${act}>${inside}</button>`;
  }
  return html`<a class="channel" href=${addressFor(model, share, channel)} target="_blank" rel="noopener noreferrer">${inside}</a>`;
}

/** The channel's text, or her own with the link and the disclosure, which she cannot take out. */
export function textFor(model: Model, share: Share, channel: Channel | undefined): string {
  const own = model.form("share").get("text").trim();
  if (own === "") return channel?.text ?? `${share.link}\n${share.disclosure}`;
  const link = channel?.link ?? share.link;
  return [own, ...(own.includes(link) ? [] : [link]), ...(own.includes(share.disclosure) ? [] : [share.disclosure])].join("\n");
}

const OPENS = /^(https?|mailto|sms|whatsapp|tg):/i;

function addressFor(model: Model, share: Share, channel: Channel): string {
  const own = model.form("share").get("text").trim();
  const text = textFor(model, share, channel);
  const filled =
    own === "" || channel.template === null
      ? (channel.url ?? channel.link)
      : fill(channel.template, { text, subject: channel.subject ?? "", link: channel.link });
  return OPENS.test(filled) ? filled : channel.link;
}

function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (values[name] === undefined ? whole : encodeURIComponent(values[name])));
}

function ownText(model: Model, share: Share): View {
  const { say } = model;
  const form = model.form("share");
  const first = share.channels.find((channel) => channel.text !== "");
  if (first === undefined) return nothing;
  const shown = form.get("text") === "" ? bare(first, share) : form.get("text");
  const input = (event: Event): void => form.set("text", (event.target as HTMLTextAreaElement).value);
  return html`<details class="card fold">
    <summary>${icon("pen")}<span>${say("share.own_text")}</span>${icon("chevron", true)}</summary>
    <div class="inside">
      <label for="own-text">${say("share.own_text.label")}</label>
      <textarea
        id="own-text"
        rows="4"
        maxlength="1000"
        dir="auto"
        .value=${shown}
        @input=${input}
        aria-describedby="own-text-help"
      ></textarea>
      <small id="own-text-help">${say("share.own_text.help", { disclosure: share.disclosure })}</small>
      <div class="buttons">
        ${button({
          label: say("share.copy_text"),
          icon: "copy",
          act: () => void copy(model, textFor(model, share, undefined), say("share.text_copied")),
        })}
        ${form.get("text") === ""
          ? nothing
          : button({ label: say("share.own_text.reset"), look: "quiet", act: () => form.set("text", "") })}
      </div>
    </div>
  </details>`;
}

/** The text without what is attached anyway. */
function bare(channel: Channel, share: Share): string {
  return channel.text
    .replace(share.disclosure, "")
    .replace(channel.link, "")
    .replace(share.link, "")
    .replace(/[ \t]+$/gm, "")
    .trim();
}

function qrCode(model: Model, share: Share): View {
  if (share.qr === null) return nothing;
  const { say } = model;
  const open = (event: Event): void => {
    if ((event.target as HTMLDetailsElement).open) model.qr.want();
  };
  const image = model.qr.value;
  return html`<details class="card fold" @toggle=${open}>
    <summary>${icon("qr")}<span>${say("share.qr")}</span>${icon("chevron", true)}</summary>
    <div class="inside qr">
      ${image === undefined
        ? html`<div class="qrbox bones"><i></i></div>`
        : html`<img
            class="qrbox"
            alt=${say("share.qr.alt", { link: share.link })}
            src="data:image/svg+xml,${encodeURIComponent(image)}"
          />`}
      <div>
        <p>${say("share.qr.text")}</p>
        <div class="buttons">
          ${button({
            label: "PNG",
            icon: "down",
            says: say("share.qr.save", { type: "PNG" }),
            act: () => void save(model, share.qr!.png, "png"),
          })}
          ${button({
            label: "SVG",
            icon: "down",
            says: say("share.qr.save", { type: "SVG" }),
            act: () => void save(model, share.qr!.svg, "svg"),
          })}
        </div>
      </div>
    </div>
  </details>`;
}

function numbers(model: Model): View {
  const { stats } = model.me;
  const { say } = model;
  const locale = model.me.locale;
  const cell = (n: number, key: string): TemplateResult =>
    html`<div>
      <dd>${new Intl.NumberFormat(locale).format(n)}</dd>
      <dt>${say(key, { n })}</dt>
    </div>`;
  if (stats.visits === 0 && stats.referrals === 0) return html`<p class="hint">${say("share.first")}</p>`;
  return html`<dl class="numbers">
    ${cell(stats.visits, "stats.visits")}${cell(stats.referrals, "stats.referrals")}${cell(stats.qualified, "stats.qualified")}
  </dl>`;
}

/** To the clipboard; where that is forbidden (a frame without permission), the text is shown to be copied by hand. */
export async function copy(model: Model, text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    model.announce(said);
  } catch {
    model.announce(model.say("share.copy_failed"));
  }
}

async function save(model: Model, path: string, type: "png" | "svg"): Promise<void> {
  try {
    const url = URL.createObjectURL(await model.api.blob(path));
    const link = Object.assign(document.createElement("a"), { href: url, download: `${model.me.share?.code ?? "code"}.${type}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  } catch {
    model.announce(model.say("trouble.offline.title"));
  }
}
