/** Line icons on a 24 px grid, drawn for this portal. Decoration only: the word beside each one says it. */
import { type TemplateResult, svg, html } from "lit";

const PATHS = {
  share: "M12 15V4m0 0L8 8m4-4 4 4M5 13v5a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2v-5",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6 9a6 6 0 0 1 12 0M16 4.5a3.5 3.5 0 0 1 0 6M21 20a6 6 0 0 0-4-5.6",
  gift: "M4 12h16v8H4zM3 8h18v4H3zM12 8v12M12 8S10.5 3 8 4s-.5 4 4 4Zm0 0s1.5-5 4-4 .5 4-4 4Z",
  star: "m12 4 2.5 5 5.5.8-4 3.9 1 5.5-5-2.6-5 2.6 1-5.5-4-3.9 5.5-.8z",
  more: "M4 7h16M4 12h16M4 17h16",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  book: "M4 5.5A1.5 1.5 0 0 1 5.5 4H11a1 1 0 0 1 1 1v15a2 2 0 0 0-2-2H4zM20 5.5A1.5 1.5 0 0 0 18.5 4H13a1 1 0 0 0-1 1v15a2 2 0 0 1 2-2h6z",
  help: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.4-1 .9-1 1.7M12 16.5h.01",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5M12 8h.01",
  gear: "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4",
  copy: "M9 9h10v11H9zM15 9V4H5v11h4",
  check: "m5 12.5 4.5 4.5L19 7.5",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5l3 2",
  cross: "m6 6 12 12M18 6 6 18",
  back: "M4 9h10a5 5 0 0 1 0 10H9M4 9l4-4M4 9l4 4",
  chevron: "m9 6 6 6-6 6",
  down: "M12 4v11m0 0 4-4m-4 4-4-4M5 20h14",
  out: "M14 4h5v16h-5M10 16l-4-4 4-4M6 12h9",
  mail: "M4 6h16v12H4zM4 7l8 6 8-6",
  chat: "M5 5h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-8l-4 4v-4H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Z",
  whatsapp: "M4 20l1.3-4A8 8 0 1 1 8 18.7zM9 8.5c0 4 2.5 6.5 6.5 6.5v-2l-2-1-1 1c-1-.4-1.6-1-2-2l1-1-1-2H9z",
  plane: "M20 4 3 11l5 2.5M20 4l-3 16-9-6.5M20 4 8 13.5V19l3-3.3",
  bolt: "M12 4c5 0 9 3.4 9 7.8s-4 7.7-9 7.7c-1 0-2-.1-2.8-.4L6 21v-3.3c-1.9-1.4-3-3.5-3-5.9C3 7.4 7 4 12 4ZM7.5 13.5l3-3.5 3 2 3-2.5",
  facebook: "M14 21v-8h3l.5-3H14V8.5c0-1 .5-1.5 1.6-1.5H17.5V4.2S16.5 4 15.3 4C12.7 4 11 5.5 11 8.2V10H8v3h3v8",
  x: "m5 5 14 14M19 5 5 19M5 5h3.5l10.5 14h-3.5z",
  linkedin: "M5 10v9M5 6h.01M10 19v-9m0 4c0-2.5 1.5-4 3.7-4S17.5 11.5 17.5 14v5",
  globe: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c2.5 2.5 3.5 5.5 3.5 9s-1 6.5-3.5 9c-2.5-2.5-3.5-5.5-3.5-9s1-6.5 3.5-9Z",
  qr: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2",
  pen: "M4 20h4L19 9l-4-4L4 16z",
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName, mirrored = false): TemplateResult {
  return html`<svg class=${mirrored ? "icon mirrored" : "icon"} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${svg`<path d=${PATHS[name]} />`}
  </svg>`;
}

const CHANNELS: Record<string, IconName> = {
  copy: "copy",
  copy_link: "copy",
  native: "share",
  qr: "qr",
  email: "mail",
  mail: "mail",
  sms: "chat",
  whatsapp: "whatsapp",
  telegram: "plane",
  messenger: "bolt",
  facebook: "facebook",
  x: "x",
  twitter: "x",
  linkedin: "linkedin",
  linkedin_message: "linkedin",
  linkedin_note: "linkedin",
  linkedin_post: "linkedin",
  line: "chat",
  kakaotalk: "chat",
};

export function channelIcon(channel: string): TemplateResult {
  return icon(CHANNELS[channel] ?? "globe");
}
