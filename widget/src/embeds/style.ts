import { css } from "lit";

/** Tokens by the names of the portal; a business's own rule on the element wins. */
export const shared = css`
  :host {
    --gv-primary: #5b2a6e;
    --gv-on-primary: #fff;
    --gv-paper: #fbfaf7;
    --gv-ink: #1f1a24;
    --gv-muted: #5f5866;
    --gv-line: #e0dcd8;
    --gv-radius: 8px;
    --gv-font: system-ui, sans-serif;
    display: block;
    color: var(--gv-ink);
    font: 16px/1.5 var(--gv-font);
    color-scheme: light dark;
    text-align: start;
    overflow-wrap: anywhere;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  p {
    margin: 0;
  }
  button,
  .act {
    font: inherit;
    font-weight: 600;
    min-height: 44px;
    padding: 8px 18px;
    border: 1px solid var(--gv-primary);
    border-radius: var(--gv-radius);
    background: var(--gv-primary);
    color: var(--gv-on-primary);
    cursor: pointer;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    text-decoration: none;
  }
  .quiet {
    background: none;
    color: var(--gv-primary);
    border-color: var(--gv-line);
  }
  :focus-visible {
    outline: 2px solid var(--gv-primary);
    outline-offset: 2px;
  }
  button[disabled] {
    opacity: 0.6;
  }
  svg {
    width: 20px;
    height: 20px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .muted {
    color: var(--gv-muted);
    font-size: 14px;
  }
  details summary {
    cursor: pointer;
    min-height: 44px;
    display: inline-flex;
    align-items: center;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

export const card = css`
  .card {
    background: var(--gv-paper);
    border: 1px solid var(--gv-line);
    border-radius: calc(var(--gv-radius) + 4px);
    padding: 20px;
    display: grid;
    gap: 14px;
    max-width: 560px;
  }
  h2 {
    font: inherit;
    font-size: 20px;
    font-weight: 650;
    line-height: 1.3;
    margin: 0;
    text-wrap: balance;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .link {
    flex: 1 1 180px;
    min-width: 0;
    min-height: 44px;
    font: inherit;
    color: inherit;
    background: color-mix(in srgb, var(--gv-ink) 5%, var(--gv-paper));
    border: 1px solid var(--gv-line);
    border-radius: var(--gv-radius);
    padding: 8px 12px;
    text-overflow: ellipsis;
  }
  .powered {
    font-size: 12px;
    color: var(--gv-muted);
  }
`;
