/** `<grapevine-button>`: a button in the corner of the page that opens the portal over it. */
import { type CSSResultGroup, type TemplateResult, css, html, nothing } from "lit";
import { icon } from "../portal/icons.ts";
import { openPortal } from "../snippet/dialog.ts";
import { settingsOf } from "../snippet/settings.ts";
import { Embed } from "./base.ts";
import { shared } from "./style.ts";

export class GrapevineButton extends Embed {
  protected readonly counted = "button";

  static override styles: CSSResultGroup = [
    shared,
    css`
      :host {
        position: fixed;
        z-index: 20;
        inset-block-end: max(16px, env(safe-area-inset-bottom));
        inset-inline-end: 16px;
      }
      button {
        border-radius: 99px;
        min-height: 48px;
        box-shadow: 0 4px 16px rgb(0 0 0 / 25%);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  protected override render(): TemplateResult | typeof nothing {
    if (this.home === undefined || this.home.program.status !== "open") return nothing;
    return html`<button @click=${this.#open}>${icon("gift")}<slot>${this.say("embed.button")}</slot></button>`;
  }

  #open = async (): Promise<void> => {
    const { wish, home } = this;
    const settings = { ...settingsOf(null), server: wish.server, key: wish.key };
    const token = await wish.token(false);
    await openPortal(settings, {
      workspace: home!.workspace.slug,
      program: home!.program.key,
      locale: home!.locale,
      placement: wish.placement,
      ...(token === null ? {} : { token }),
    });
  };
}
