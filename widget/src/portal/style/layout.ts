/** The frame: a bar at the thumb on narrow screens, a rail beside the page on wide ones. By the element's own width, not the window's. */
import { css } from "lit";

export const layout = css`
  .frame {
    display: grid;
    grid-template: "brand" auto "main" 1fr "tabs" auto / minmax(0, 1fr);
  }
  :host([routes="hash"]) .frame {
    min-block-size: 100dvh;
  }
  .brand {
    grid-area: brand;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding: 12px 16px;
    min-block-size: 60px;
  }
  .brand img {
    max-block-size: 32px;
    max-inline-size: 60%;
    object-fit: contain;
    object-position: left;
  }
  .brand strong {
    font-weight: 650;
    overflow: hidden;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .brand select#program {
    inline-size: auto;
    max-inline-size: min(50%, 260px);
    text-overflow: ellipsis;
  }
  main {
    grid-area: main;
    display: grid;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 8px 16px 24px;
    inline-size: 100%;
    max-inline-size: 680px;
    margin-inline: auto;
  }
  .bare > main {
    padding-block-end: 40px;
  }
  .rail {
    grid-area: rail;
    display: none;
  }
  nav a {
    color: var(--gv-muted);
    text-decoration: none;
  }
  nav a[aria-current] {
    color: var(--gv-primary);
  }
  .tabs {
    grid-area: tabs;
    position: sticky;
    inset-block-end: 0;
    z-index: 2;
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    background: var(--gv-paper);
    border-block-start: 1px solid var(--gv-line);
    padding: 0 0 env(safe-area-inset-bottom);
  }
  /* What the keyboard comes to is not left under the bar. */
  main :is(a, button, input, select, textarea, summary) {
    scroll-margin-block: 16px 80px;
  }
  .tabs a {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 2px;
    min-block-size: 56px;
    padding: 6px 1px;
    font-size: 0.6875rem;
    line-height: 1.2;
    text-align: center;
    font-weight: 500;
  }
  .tabs a span {
    max-inline-size: 100%;
    overflow: hidden;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    hyphens: auto;
  }
  .tabs a:focus-visible {
    outline-offset: -2px;
  }
  .tabs a[aria-current] {
    box-shadow: inset 0 2px var(--gv-primary);
  }
  .title {
    display: grid;
    gap: 4px;
    padding-block: 8px 4px;
  }
  .title p {
    color: var(--gv-muted);
    max-inline-size: 70ch;
  }
  .section {
    padding-block-start: 12px;
  }
  .powered {
    color: var(--gv-muted);
    font-size: 0.75rem;
    text-align: center;
    padding: 16px;
  }
  .toast {
    position: sticky;
    inset-block-end: 76px;
    z-index: 3;
    inline-size: fit-content;
    max-inline-size: calc(100% - 32px);
    margin-inline: auto;
    border-radius: var(--gv-radius);
    color: var(--gv-paper);
    background: var(--gv-ink);
    font-size: 0.875rem;
    pointer-events: none;
    block-size: 0;
    opacity: 0;
    transition: opacity 150ms;
  }
  .toast.up {
    block-size: auto;
    padding: 10px 16px;
    margin-block-start: -44px;
    opacity: 1;
  }
  @container (min-width: 820px) {
    .frame:not(.bare) {
      grid-template: "brand brand" auto "rail main" 1fr / 216px minmax(0, 1fr);
      max-inline-size: 960px;
      margin-inline: auto;
    }
    .bare > .brand,
    .bare > main {
      inline-size: 100%;
      max-inline-size: 680px;
      margin-inline: auto;
    }
    .brand {
      padding: 20px 28px 12px;
    }
    main {
      padding: 8px 28px 48px;
      gap: 20px;
    }
    .bare > .brand {
      padding-inline: 16px;
    }
    .bare > main {
      padding-inline: 16px;
    }
    .tabs {
      display: none;
    }
    .rail {
      display: grid;
      align-content: start;
      gap: 2px;
      padding: 8px 0 24px 16px;
      position: sticky;
      inset-block-start: 0;
      max-block-size: 100dvh;
      overflow-y: auto;
    }
    :host(:dir(rtl)) .rail {
      padding: 8px 16px 24px 0;
    }
    .rail a {
      display: flex;
      align-items: center;
      gap: 12px;
      min-block-size: 44px;
      padding: 8px 12px;
      border-radius: var(--gv-radius);
      font-size: 0.9375rem;
      font-weight: 500;
      line-height: 1.3;
    }
    .rail a:hover {
      background: var(--soft);
    }
    .rail a[aria-current] {
      background: color-mix(in srgb, var(--gv-primary) 9%, var(--gv-paper));
      color: var(--gv-ink);
    }
    .rail a[aria-current] .icon {
      color: var(--gv-primary);
    }
    h1 {
      font-size: 2rem;
    }
    .toast {
      inset-block-end: 24px;
    }
  }
`;
