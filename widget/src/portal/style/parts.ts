/** Cards, rows, buttons, fields, chips, notices, bones. */
import { css } from "lit";

export const parts = css`
  .card {
    border: 1px solid var(--gv-line);
    border-radius: calc(var(--gv-radius) + 4px);
    background: var(--gv-paper);
    box-shadow: var(--shadow);
    min-inline-size: 0;
  }
  .pad {
    padding: 16px;
    display: grid;
    gap: 12px;
    grid-template-columns: minmax(0, 1fr);
  }
  .rows > * + * {
    border-block-start: 1px solid var(--gv-line);
  }
  .row {
    display: grid;
    gap: 6px;
    padding: 16px;
    grid-template-columns: minmax(0, 1fr);
  }
  .rowhead {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 6px 12px;
  }
  .rowhead > :first-child {
    flex: 1 1 9rem;
    overflow: hidden;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 9px 16px;
    border: 1px solid var(--gv-line);
    border-radius: var(--gv-radius);
    background: var(--gv-paper);
    font-weight: 550;
    line-height: 1.3;
    text-decoration: none;
    text-align: center;
    transition: background-color 150ms;
  }
  .button:hover {
    background: var(--soft);
  }
  .primary,
  .primary:hover {
    color: var(--gv-on-brand);
    background: var(--gv-brand);
    border-color: transparent;
  }
  .primary:hover {
    background: color-mix(in srgb, var(--gv-brand) 92%, var(--gv-on-brand));
  }
  .quiet {
    border-color: transparent;
    background: none;
    color: var(--gv-muted);
    padding-inline: 12px;
  }
  .danger {
    color: var(--gv-rust);
    border-color: currentColor;
  }
  .button[aria-disabled] {
    cursor: progress;
    opacity: 0.75;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .center {
    display: grid;
    justify-items: center;
  }
  .inline {
    border: 0;
    background: none;
    padding: 10px 0;
    margin-block: -10px;
    min-block-size: 44px;
    color: var(--gv-primary);
    font-weight: 500;
  }
  .spinner {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    border: 2px solid currentColor;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 700ms linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 2px 10px 2px 6px;
    border-radius: 99px;
    font-size: 0.8125rem;
    font-weight: 550;
    line-height: 1.5;
    color: var(--tone);
    background: color-mix(in srgb, var(--tone) 10%, var(--gv-paper));
  }
  :host(:dir(rtl)) .chip {
    padding: 2px 6px 2px 10px;
  }
  .chip .icon {
    inline-size: 0.9375rem;
    block-size: 0.9375rem;
    stroke-width: 2;
  }
  .waiting {
    --tone: var(--gv-amber);
  }
  .good {
    --tone: var(--gv-leaf);
  }
  .bad {
    --tone: var(--gv-rust);
  }
  .over {
    --tone: var(--gv-muted);
  }
  .info {
    --tone: var(--gv-sky);
  }
  .notice {
    display: flex;
    gap: 12px;
    padding: 12px 16px;
    border-radius: var(--gv-radius);
    border: 1px solid color-mix(in srgb, var(--tone) 30%, var(--gv-paper));
    background: color-mix(in srgb, var(--tone) 7%, var(--gv-paper));
  }
  .notice > .icon {
    color: var(--tone);
    margin-block-start: 2px;
  }
  .notice > div {
    display: grid;
    gap: 4px;
    justify-items: start;
    min-inline-size: 0;
  }
  .notice .button {
    margin-block-start: 8px;
  }
  .news h2 {
    font-size: 1.0625rem;
    overflow-wrap: anywhere;
  }
  .news p {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 40px 16px;
    text-align: center;
  }
  .empty p {
    color: var(--gv-muted);
    max-inline-size: 44ch;
    text-wrap: pretty;
  }
  .empty .button {
    margin-block-start: 8px;
  }
  .badge {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
    color: var(--gv-ink);
    background: var(--soft);
    flex: none;
  }
  .form,
  .field,
  .radios {
    display: grid;
    gap: 16px;
    grid-template-columns: minmax(0, 1fr);
  }
  .field {
    gap: 6px;
  }
  .radios {
    gap: 0;
  }
  .field label,
  legend,
  .inside > label {
    font-weight: 550;
    padding: 0;
  }
  .field label small {
    font-weight: 400;
  }
  input:not([type="checkbox"], [type="radio"]),
  textarea,
  select {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 9px 12px;
    border: 1px solid color-mix(in srgb, var(--gv-ink) 45%, var(--gv-paper));
    border-radius: var(--gv-radius);
    background: var(--gv-paper);
    font-size: 1rem;
  }
  textarea {
    resize: vertical;
  }
  :host(:dir(rtl)) input[dir="ltr"] {
    text-align: end;
  }
  input.code {
    font-size: 1.5rem;
    letter-spacing: 0.3em;
    font-variant-numeric: tabular-nums;
    max-inline-size: 14rem;
  }
  [aria-invalid] {
    border-color: var(--gv-rust);
  }
  small.wrong {
    color: var(--gv-rust);
  }
  .tick {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
    padding-block: 6px;
  }
  .tick input {
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    flex: none;
    accent-color: var(--gv-primary);
  }
  details > summary {
    list-style: none;
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
    font-weight: 550;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .fold > summary {
    padding: 12px 16px;
    border-radius: inherit;
  }
  .fold > summary span {
    flex: 1;
  }
  details[open] > summary > .mirrored {
    transform: rotate(90deg);
  }
  .inside {
    display: grid;
    gap: 12px;
    padding: 4px 16px 16px;
    grid-template-columns: minmax(0, 1fr);
  }
  .plain > summary::after {
    content: "";
    margin-inline-start: auto;
    inline-size: 8px;
    block-size: 8px;
    border: solid var(--gv-muted);
    border-width: 0 1.75px 1.75px 0;
    transform: rotate(45deg);
    flex: none;
  }
  .plain[open] > summary::after {
    transform: rotate(225deg);
  }
  .folds > * {
    padding: 4px 16px;
  }
  .folds > * + * {
    border-block-start: 1px solid var(--gv-line);
  }
  .plain > p {
    color: var(--gv-muted);
    padding-block-end: 12px;
  }
  .bones {
    align-content: start;
  }
  .bones i {
    display: block;
    block-size: 14px;
    inline-size: 60%;
    border-radius: 7px;
    background: var(--soft);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  .bones .wide {
    inline-size: 85%;
  }
  .bones .short {
    inline-size: 30%;
  }
  .bones.big {
    display: grid;
    gap: 12px;
    padding-block: 24px 8px;
  }
  .bones.big i {
    block-size: 24px;
    border-radius: 12px;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
`;
