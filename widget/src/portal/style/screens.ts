/** What only some screens have. */
import { css } from "lit";

export const screens = css`
  .offer {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
    gap: 12px 24px;
  }
  .offer dt {
    font-size: 0.875rem;
    color: var(--gv-muted);
  }
  .offer dd {
    font-weight: 550;
  }
  .ends,
  .deadline,
  .disclosure {
    display: flex;
    gap: 8px;
    font-size: 0.875rem;
    color: var(--gv-muted);
  }
  .deadline {
    color: var(--gv-amber);
  }
  .linkrow {
    display: flex;
    gap: 8px;
  }
  .linkrow .button {
    flex: none;
  }
  input.link {
    min-inline-size: 0;
    flex: 1;
    background: var(--soft);
    border-color: var(--gv-line);
    text-overflow: ellipsis;
  }
  .main .button {
    inline-size: 100%;
    min-block-size: 52px;
    font-size: 1.0625rem;
  }
  .channels {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(76px, 1fr));
    gap: 4px;
  }
  .channel {
    display: grid;
    justify-items: center;
    gap: 6px;
    inline-size: 100%;
    padding: 8px 2px;
    border: 0;
    border-radius: var(--gv-radius);
    background: none;
    color: var(--gv-ink);
    font-size: 0.8125rem;
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
  }
  .channel:hover .badge {
    background: color-mix(in srgb, var(--gv-primary) 14%, var(--gv-paper));
  }
  .qr {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 180px), 1fr));
    align-items: center;
    gap: 16px;
  }
  .qr > div {
    display: grid;
    gap: 12px;
  }
  .qrbox {
    inline-size: 180px;
    block-size: 180px;
    padding: 8px;
    border-radius: var(--gv-radius);
    background: #fff;
    border: 1px solid var(--gv-line);
  }
  .qrbox i {
    inline-size: 100%;
    block-size: 100%;
  }
  .numbers {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: 8px;
    padding-block: 4px;
  }
  .numbers div {
    display: flex;
    flex-direction: column;
  }
  .numbers dd {
    font-size: 1.25rem;
    font-weight: 650;
  }
  .numbers dt {
    font-size: 0.875rem;
    line-height: 1.3;
    color: var(--gv-muted);
  }
  .brings {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
  }
  .balances {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
    gap: 12px;
  }
  .balances .pad {
    gap: 2px;
  }
  .amount {
    font-size: 2rem;
    line-height: 1.2;
    font-weight: 650;
    letter-spacing: -0.02em;
  }
  .coupon {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 8px 8px 8px 16px;
    border: 1px dashed color-mix(in srgb, var(--gv-ink) 40%, var(--gv-paper));
    border-radius: var(--gv-radius);
  }
  .coupon code {
    font:
      600 1.0625rem/1.4 ui-monospace,
      monospace;
    flex: 1;
  }
  .coupon small {
    inline-size: 100%;
  }
  .stages {
    display: grid;
    padding-block: 8px 4px;
  }
  .stages li {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr) auto;
    align-items: start;
    gap: 0 10px;
    padding-block-end: 14px;
    position: relative;
  }
  .stages li:not(:last-child)::before {
    content: "";
    position: absolute;
    inset-block: 24px 0;
    inset-inline-start: 11px;
    border-inline-start: 2px solid var(--gv-line);
  }
  .dot {
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
    border: 2px solid var(--gv-line);
    background: var(--gv-paper);
  }
  .dot .icon {
    inline-size: 14px;
    block-size: 14px;
    stroke-width: 3;
  }
  .done .dot {
    border-color: var(--gv-leaf);
    background: var(--gv-leaf);
    color: var(--gv-paper);
  }
  .next .dot {
    border-color: var(--gv-amber);
  }
  .later {
    color: var(--gv-muted);
  }
  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 8px;
    border: 0;
    border-radius: 4px;
    overflow: hidden;
    background: var(--soft);
  }
  progress::-webkit-progress-bar {
    background: var(--soft);
  }
  progress::-webkit-progress-value {
    background: var(--gv-primary);
  }
  progress::-moz-progress-bar {
    background: var(--gv-primary);
  }
  .level {
    gap: 8px;
  }
  .plainlist li {
    display: flex;
    gap: 8px;
    padding-block: 2px;
  }
  .plainlist .icon {
    color: var(--gv-leaf);
    margin-block-start: 2px;
  }
  .badgerow {
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 16px;
    align-items: center;
  }
  .badgerow .badge {
    color: var(--gv-primary);
    background: color-mix(in srgb, var(--gv-primary) 12%, var(--gv-paper));
  }
  .off .badge {
    color: var(--gv-muted);
    background: var(--soft);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 10px 12px;
    text-align: start;
    font-weight: 400;
  }
  thead th {
    font-size: 0.875rem;
    color: var(--gv-muted);
    white-space: nowrap;
  }
  tbody tr {
    border-block-start: 1px solid var(--gv-line);
  }
  .number {
    text-align: end;
  }
  .me {
    background: color-mix(in srgb, var(--gv-primary) 8%, var(--gv-paper));
  }
  .me th {
    font-weight: 600;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    border-block-start: 1px solid var(--gv-line);
    padding-block: 8px;
  }
  .prizes {
    list-style: decimal;
    padding-inline-start: 1.5em;
  }
  .steps {
    counter-reset: step;
    display: grid;
    gap: 20px;
    padding-block: 4px;
  }
  .steps li {
    counter-increment: step;
    position: relative;
    padding-inline-start: 44px;
  }
  .steps li::before {
    content: counter(step);
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: -2px;
    inline-size: 28px;
    block-size: 28px;
    display: grid;
    place-items: center;
    border-radius: 50%;
    background: color-mix(in srgb, var(--gv-primary) 12%, var(--gv-paper));
    color: var(--gv-ink);
    font-size: 0.875rem;
    font-weight: 650;
  }
  .steps p {
    color: var(--gv-muted);
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 240px), 1fr));
    gap: 12px;
  }
  .gets {
    align-content: start;
    gap: 4px;
  }
  .gets h2 {
    font-size: 0.875rem;
    font-weight: 500;
    color: var(--gv-muted);
  }
  .lead {
    font-weight: 550;
  }
  .gets .why {
    font-size: 0.875rem;
  }
  .terms {
    max-block-size: 320px;
    overflow-y: auto;
    font-size: 0.875rem;
  }
  .asset {
    grid-template-columns: 72px minmax(0, 1fr);
    align-items: center;
    gap: 16px;
  }
  .asset img {
    inline-size: 72px;
    block-size: 72px;
    object-fit: cover;
    border-radius: var(--gv-radius);
    background: var(--soft);
  }
  .asset a,
  .why > a {
    display: inline-block;
    padding-block: 10px;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block-start: 4px;
  }
  .ask,
  .sure {
    inline-size: 100%;
    display: grid;
    gap: 12px;
    padding: 16px;
    border-radius: var(--gv-radius);
    background: var(--soft);
  }
  .acts > .quiet:first-child,
  .buttons > .quiet:first-child {
    margin-inline-start: -13px;
  }
  .acts > .notice {
    inline-size: 100%;
  }
  .menu li {
    display: flex;
    align-items: center;
    padding-inline-end: 16px;
    color: var(--gv-muted);
  }
  .menu a {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 14px;
    min-block-size: 52px;
    padding: 12px 16px;
    color: var(--gv-ink);
    text-decoration: none;
    font-weight: 500;
  }
  .menu a .icon {
    color: var(--gv-muted);
  }
  .enter h2 {
    font-size: 1.25rem;
  }
  .enter > .button {
    justify-self: start;
  }
`;
