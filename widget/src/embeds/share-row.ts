/** The link and the ways to send it that are nearest to hand. One tap each; every text has link and disclosure in it. */
import { type TemplateResult, html, nothing } from "lit";
import { channelIcon } from "../portal/icons.ts";
import type { Channel, Share } from "../portal/types.ts";

export type Saying = (key: string, values?: Record<string, string | number>) => string;
export type ShareRow = { share: Share; say: Saying; announce: (text: string) => void };

const OPENS = /^(https?|mailto|sms|whatsapp|tg|fb-messenger):/i;
/** Beside the link and the phone's own sheet; the portal has them all. */
const MOST = 4;

export function shareRow(row: ShareRow): TemplateResult {
  const { share, say } = row;
  const urls = share.channels.filter(({ kind, url }) => kind === "url" && url !== null && OPENS.test(url)).slice(0, MOST);
  return html`
    <div class="row">
      <label class="hidden" for="link">${say("share.link")}</label>
      <input id="link" class="link" readonly dir="ltr" .value=${share.link.replace(/^https?:\/\//, "")} @focus=${select} />
      <button @click=${() => void copy(row)}>${channelIcon("copy")}${say("share.copy")}</button>
    </div>
    <div class="row">
      ${typeof navigator.share === "function"
        ? html`<button class="quiet" @click=${() => void native(row)}>${channelIcon("native")}${say("share.now")}</button>`
        : nothing}
      ${urls.map((each) => channelLink(each))}
    </div>
    <p class="muted">${say("share.disclosed", { disclosure: share.disclosure })}</p>
  `;
}

function channelLink({ channel, label, url }: Channel): TemplateResult {
  return html`<a class="act quiet" href=${url!} target="_blank" rel="noopener noreferrer">${channelIcon(channel)}${label}</a>`;
}

function select(event: Event): void {
  (event.target as HTMLInputElement).select();
}

async function copy({ share, say, announce }: ShareRow): Promise<void> {
  try {
    await navigator.clipboard.writeText(share.link);
    announce(say("share.copied"));
  } catch {
    announce(say("share.copy_failed"));
  }
}

async function native(row: ShareRow): Promise<void> {
  const { share } = row;
  const text = (share.channels.find(({ kind }) => kind === "native")?.text ?? share.disclosure).replaceAll(share.link, "").trim();
  try {
    await navigator.share({ text, url: share.link });
    row.announce(row.say("share.done"));
  } catch (error) {
    // Closing the sheet is no fault.
    if ((error as Error).name !== "AbortError") await copy(row);
  }
}
