/** `gv.open()`: the portal in a dialog over the shop's page. Its script is loaded when somebody first opens it. */
import type { Settings } from "./settings.ts";

export type OpenWish = {
  program?: string;
  workspace?: string;
  token?: string | (() => string | Promise<string>);
  locale?: string;
  placement?: string;
};

const STYLE = `:host{all:initial}
dialog{box-sizing:border-box;width:min(480px,100vw);height:100dvh;max-height:100dvh;max-width:100vw;margin:0 0 0 auto;padding:0;border:0;
overflow:hidden;background:Canvas;color:CanvasText;color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
dialog::backdrop{background:#0008}
@media(max-width:520px){dialog{width:100vw}}
div{height:100%;overflow:auto;overscroll-behavior:contain}grapevine-portal{min-height:100%}
button{position:absolute;top:8px;inset-inline-end:8px;z-index:2;width:44px;height:44px;border:0;border-radius:22px;cursor:pointer;
font:24px/1 system-ui,sans-serif;background:#0000;color:inherit}
button:hover{background:#8883}button:focus-visible{outline:2px solid;outline-offset:2px}
p{margin:64px 24px}a{color:inherit}`;

/** "Close" in the languages of the portal: the only word of our own here. */
const CLOSE: Record<string, string> = {
  de: "Schließen",
  fr: "Fermer",
  es: "Cerrar",
  ar: "إغلاق",
  it: "Chiudi",
  pt: "Fechar",
  nl: "Sluiten",
  pl: "Zamknij",
  ja: "閉じる",
  zh: "关闭",
  he: "סגירה",
};

let dialog: HTMLDialogElement | undefined;

/** Opens the dialog, again with what it showed before. Rejects for nothing: what fails is said in the dialog. */
export async function openPortal(settings: Settings, wish: OpenWish): Promise<void> {
  if (dialog?.isConnected) return dialog.showModal();
  const locale = wish.locale ?? settings.locale ?? (document.documentElement.lang || navigator.language);
  const [box, inside] = build(locale);
  dialog = box;
  box.showModal();
  try {
    const [token] = await Promise.all([tokenOf(settings, wish), loadScript(settings)]);
    const portal = document.createElement("grapevine-portal");
    const said = { server: settings.server, placement: wish.placement, locale, token, ...own(settings, wish) };
    for (const [name, value] of Object.entries(said)) if (value !== undefined && value !== "") portal.setAttribute(name, value);
    inside.append(portal);
  } catch {
    const note = document.createElement("p");
    const { workspace, program } = own(settings, wish);
    if (workspace !== undefined && program !== undefined) {
      const link = document.createElement("a");
      link.href = link.textContent = `${settings.server}/p/${workspace}/${program}`;
      note.append(link);
    } else note.textContent = "⚠ Grapevine";
    inside.append(note);
  }
}

export function closePortal(): void {
  dialog?.close();
}

function own(settings: Settings, wish: OpenWish): { workspace: string | undefined; program: string | undefined } {
  return { workspace: wish.workspace ?? settings.workspace, program: wish.program ?? settings.program };
}

function build(locale: string): [HTMLDialogElement, HTMLElement] {
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  // A constructed sheet: a page's policy may forbid style elements.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const box = document.createElement("dialog");
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "×";
  close.ariaLabel = CLOSE[locale.slice(0, 2).toLowerCase()] ?? "Close";
  close.onclick = () => box.close();
  box.onclick = (event) => event.target === box && outside(box, event) && box.close();
  box.dir = /^(ar|he|fa|ur)\b/i.test(locale) ? "rtl" : "ltr";
  const inside = document.createElement("div");
  box.append(close, inside);
  root.append(box);
  document.body.append(host);
  return [box, inside];
}

/** On the backdrop: a click there has the dialog as target, as one on its own padding has. */
function outside(box: HTMLElement, { clientX: x, clientY: y }: MouseEvent): boolean {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  return x < left || x > right || y < top || y > bottom;
}

async function tokenOf(settings: Settings, wish: OpenWish): Promise<string | undefined> {
  if (typeof wish.token === "function") return await wish.token();
  if (wish.token !== undefined || settings.tokenUrl === undefined) return wish.token;
  const answer = await fetch(settings.tokenUrl, { credentials: "same-origin", headers: { accept: "application/json" } });
  // Without one nobody is signed in at the shop: the portal then shows what the program is.
  return answer.ok ? ((await answer.json()) as { token?: string }).token || undefined : undefined;
}

async function loadScript(settings: Settings): Promise<void> {
  if (customElements.get("grapevine-portal")) return;
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.async = true;
    script.src = `${settings.server}/js/portal.js`;
    if (settings.nonce !== "") script.nonce = settings.nonce;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });
  await customElements.whenDefined("grapevine-portal");
}
