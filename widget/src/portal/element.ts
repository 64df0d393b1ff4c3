import { LitElement, html } from "lit";
export class GrapevinePortal extends LitElement {
  protected override render(): unknown {
    return html`<p>portal</p>`;
  }
}
