/** Tokens, type and what every element starts from. Logical properties throughout, so that right-to-left needs no second sheet. */
import { css } from "lit";

export const base = css`
  :host {
    --gv-primary: #5b2a6e;
    --gv-on-primary: #fff;
    --gv-brand: #5b2a6e;
    --gv-on-brand: #fff;
    --gv-paper: #fbfaf7;
    --gv-ink: #1f1a24;
    --gv-muted: #5f5866;
    --gv-line: #e0dcd8;
    --gv-leaf: #2f7d4f;
    --gv-amber: #8f5b00;
    --gv-rust: #b03a2e;
    --gv-sky: #2a6f97;
    --gv-radius: 8px;
    --gv-font: "Inter", system-ui, sans-serif;
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --gv-primary: #c9a3d6;
      --gv-on-primary: #000;
      --gv-paper: #151217;
      --gv-ink: #f3f0ea;
      --gv-muted: #b3abb9;
      --gv-line: #39353b;
      --gv-leaf: #6cb88a;
      --gv-amber: #d9a441;
      --gv-rust: #e58a80;
      --gv-sky: #7fb6d6;
    }
  }
  :host {
    --soft: color-mix(in srgb, var(--gv-ink) 5%, var(--gv-paper));
    --shadow: 0 1px 2px rgb(0 0 0 / 5%);
    display: block;
    container-type: inline-size;
    color: var(--gv-ink);
    background: var(--gv-paper);
    font: 1rem/1.5 var(--gv-font);
    font-feature-settings: "cv11", "ss03";
    color-scheme: light dark;
    text-align: start;
    overflow-wrap: anywhere;
    -webkit-text-size-adjust: 100%;
    -webkit-tap-highlight-color: transparent;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: 1.5rem;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.015em;
    text-wrap: balance;
    outline: none;
  }
  h2,
  h3,
  h4 {
    font-size: 1rem;
    line-height: 1.4;
    font-weight: 600;
  }
  h4 {
    font-size: 0.875rem;
  }
  small,
  .meta,
  .kind {
    font-size: 0.875rem;
    color: var(--gv-muted);
  }
  a {
    color: var(--gv-primary);
    text-underline-offset: 0.2em;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button,
  summary,
  select,
  label.tick {
    cursor: pointer;
  }
  :focus-visible {
    outline: 2px solid var(--gv-primary);
    outline-offset: 2px;
  }
  .icon {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  :host(:dir(rtl)) .mirrored {
    transform: scaleX(-1);
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .tabular,
  .amount,
  .number,
  .amount-text,
  .numbers dd {
    font-variant-numeric: tabular-nums;
  }
  .muted,
  .why,
  .hint {
    color: var(--gv-muted);
  }
  .long {
    white-space: pre-line;
    max-inline-size: 70ch;
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
`;
