/** `<grapevine-banner>`: tells a visitor who came by a link what she gets, and who sent her. Nothing for anybody else. */
import { type CSSResultGroup, type TemplateResult, css, html, nothing } from "lit";
import type { Home } from "../portal/types.ts";
import { Embed, attributes } from "./base.ts";
import { type Offer, readHome, readOffer } from "./source.ts";
import { shared } from "./style.ts";

type Page = { gv?: { code?: () => string | undefined } };

export class GrapevineBanner extends Embed {
  static override properties: Record<string, object> = { ...attributes, code: {}, offer: { state: true }, gone: { state: true } };
  /** The visitor's code where gv.js is not on the page. */
  declare code: string;
  declare offer: Offer | undefined;
  declare gone: boolean;
  protected readonly counted = "banner";

  static override styles: CSSResultGroup = [
    shared,
    css`
      .bar {
        background: var(--gv-brand, var(--gv-primary));
        color: var(--gv-on-brand, var(--gv-on-primary));
        padding: 8px 16px;
        display: flex;
        gap: 4px 16px;
        align-items: center;
        justify-content: center;
        flex-wrap: wrap;
        position: relative;
        padding-inline-end: 56px;
      }
      strong {
        font-weight: 600;
        text-align: center;
      }
      details {
        text-align: center;
      }
      details[open] {
        flex-basis: 100%;
      }
      ul {
        margin: 0 auto 8px;
        padding: 0;
        list-style: none;
        max-width: 60ch;
      }
      summary::marker {
        content: "";
      }
      button {
        position: absolute;
        inset-inline-end: 6px;
        top: 2px;
        width: 44px;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
      }
      :focus-visible {
        outline-color: currentColor;
      }
    `,
  ];

  constructor() {
    super();
    this.code = "";
    this.gone = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("gv:ready", this.#again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("gv:ready", this.#again);
  }

  #again = (): void => void this.reload();

  /** From the attribute, from gv.js, or from the address itself. */
  get #code(): string {
    const known = (window as unknown as Page).gv?.code?.();
    return this.code || known || (new URLSearchParams(location.search).get("gv_code") ?? "");
  }

  protected override async load(): Promise<Home | undefined> {
    const code = this.#code;
    if (code === "") return undefined;
    const { wish } = this;
    const [offer, home] = await Promise.all([readOffer(wish, code), readHome(wish)]);
    if (offer === null) return undefined;
    this.offer = offer;
    return home;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { offer, home } = this;
    if (offer === undefined || home === undefined || this.gone) return nothing;
    return html`<div class="bar" role="region" aria-label=${this.#words(offer)}>
      <strong>${offer.ended ? this.say("embed.banner.ended") : this.#words(offer)}</strong>
      ${offer.ended ? nothing : this.#details(offer)}
      <button aria-label=${this.say("embed.banner.close")} @click=${() => (this.gone = true)}>
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 6 12 12M18 6 6 18" /></svg>
      </button>
    </div>`;
  }

  #words({ from, offer }: Offer): string {
    const key = from.name === null ? (offer === null ? "plain" : "offer") : offer === null ? "name" : "all";
    // A name of another direction keeps to itself.
    return this.say(`embed.banner.${key}`, { name: `\u2068${from.name ?? ""}\u2069`, offer: offer ?? "" });
  }

  #details(offer: Offer): TemplateResult {
    return html`<details>
      <summary>${this.say("embed.banner.more")}</summary>
      <ul>
        ${offer.friend_gets.map(({ text, detail }) => html`<li>${text}. ${detail}</li>`)}
        <li>${this.say("embed.banner.code", { code: offer.code })}</li>
        <li>${offer.disclosure}</li>
      </ul>
    </details>`;
  }
}
