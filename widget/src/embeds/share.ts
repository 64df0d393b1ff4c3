/** `<grapevine-share>`: an advocate's link and the ways to send it. For whoever a token is there; others are led to the portal. */
import { type CSSResultGroup, type TemplateResult, html, nothing } from "lit";
import type { Share } from "../portal/types.ts";
import { Embed, attributes } from "./base.ts";
import { shareRow } from "./share-row.ts";
import { join } from "./source.ts";
import { card, shared } from "./style.ts";

export class GrapevineShare extends Embed {
  static override properties: Record<string, object> = {
    ...attributes,
    said: { state: true },
    busy: { state: true },
    signedIn: { state: true },
  };
  static override styles: CSSResultGroup = [shared, card];
  declare said: string;
  declare busy: boolean;
  declare signedIn: boolean;
  protected readonly counted: string = "share";
  /** The words of the heading. */
  protected readonly title_: string = "embed.share.title";

  constructor() {
    super();
    Object.assign(this, { said: "", busy: false, signedIn: false });
  }

  protected override async load(fresh: boolean) {
    this.signedIn = (await this.wish.token(false)) !== null;
    return await super.load(fresh);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { home } = this;
    if (home === undefined || home.program.status !== "open") return nothing;
    const { share } = home;
    // Nobody is asked to join what is not open to her.
    if (share === null && (home.program.join === "invite" || !home.program.may_join)) return nothing;
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title">${this.say(this.title_)}</h2>
      <p>${home.how.headline}</p>
      ${share === null ? this.#way() : this.#kit(share)}
      <p class="muted" role="status" aria-live="polite" ?hidden=${this.said === ""}>${this.said}</p>
      ${home.brand.powered_by ? html`<p class="powered">${this.say("frame.powered_by")}</p>` : nothing}
    </section>`;
  }

  #kit(share: Share): TemplateResult {
    const announce = (text: string): void => void (this.said = text);
    return shareRow({ share, say: (key, values) => this.say(key, values), announce });
  }

  /** Not a member yet: one tap where the shop knows her, else the hosted page, where she enters her address. */
  #way(): TemplateResult {
    const home = this.home!;
    const at = `${this.wish.server}/p/${home.workspace.slug}/${home.program.key}`;
    const { joined, join: way } = home.program;
    if (joined === "applied") return html`<p>${this.say("join.applied.title")}</p>`;
    if (!this.signedIn || way !== "automatic") {
      return html`<p class="muted">${this.say("embed.box.open.text")}</p>
        <div><a class="act" href=${at} target="_blank" rel="noopener">${this.say("embed.box.open")}</a></div>`;
    }
    const { terms } = home.how;
    const read = html`<details>
      <summary>${this.say("embed.box.terms.read")}</summary>
      <p class="muted">${terms?.text}</p>
    </details>`;
    return html`<div><button ?disabled=${this.busy} @click=${this.#join}>${this.say("embed.box.join")}</button></div>
      ${terms === null ? nothing : html`<div class="muted">${this.say("embed.box.terms")} ${read}</div>`}`;
  }

  #join = async (): Promise<void> => {
    this.busy = true;
    this.said = "";
    try {
      const { terms } = this.home!.how;
      await join({ ...this.wish, program: this.home!.program.key }, terms?.version);
      await this.reload(true);
      await this.updateComplete;
      // The button that was pressed is gone: whoever goes by keyboard goes on from the link.
      this.renderRoot.querySelector<HTMLElement>("#link")?.focus();
    } catch {
      this.said = this.say("embed.box.failed");
    } finally {
      this.busy = false;
    }
  };
}

/** `<grapevine-post-purchase>`: the same, where an order has just been placed. */
export class GrapevinePostPurchase extends GrapevineShare {
  protected override readonly counted = "post_purchase";
  protected override readonly title_ = "embed.box.title";
}
