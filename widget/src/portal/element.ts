/** `<grapevine-portal>`: reads its attributes, keeps the model, draws the frame around the screen, and looks after focus and address. */
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from "lit";
import { frame } from "./frame.ts";
import { Model } from "./model.ts";
import { brandSheet } from "./style/brand.ts";
import type { Home } from "./types.ts";
import { styles } from "./style/index.ts";

const TOAST_MS = 4_000;
/** Where this script came from is where the server is: an embedding page need not say it twice. */
const SCRIPT = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : "";

export class GrapevinePortal extends LitElement {
  static override styles = styles;
  static override properties = {
    workspace: {},
    program: {},
    server: {},
    token: {},
    locale: {},
    routes: {},
    placement: {},
    getToken: { attribute: false },
  };
  declare workspace: string;
  declare program: string;
  /** "https://refer.shop.example" where the script was not loaded from there. */
  declare server: string;
  /** A token made by the business's server: this page is embedded. */
  declare token: string | null;
  declare locale: string;
  /** "hash": the screens have addresses after a # (the hosted page); otherwise the page's address is left alone. */
  declare routes: string;
  /** What opened it (a banner, a button): links that are sent from here are counted as coming from there. */
  declare placement: string;
  /** Asked for a token when there is none yet, and again when it is over. Declared only: a page may set it before the script is there. */
  declare getToken: (() => Promise<string | null>) | undefined;
  #model: Model | undefined;
  #toastTimer: ReturnType<typeof setTimeout> | undefined;
  #shownRoute = "";

  constructor() {
    super();
    this.workspace = "";
    this.program = "";
    this.server = "";
    this.token = null;
    this.locale = "";
    this.routes = "";
    this.placement = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener("hashchange", this.#onHash);
    globalThis.addEventListener("online", this.#onOnline);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener("hashchange", this.#onHash);
    globalThis.removeEventListener("online", this.#onOnline);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#model === undefined || changed.has("workspace") || changed.has("program") || changed.has("server")) this.#begin();
    else if (changed.has("token") || changed.has("locale") || changed.has("getToken")) this.#follow(changed);
  }

  #begin(): void {
    const model = new Model({
      workspace: this.workspace,
      program: this.program,
      server: serverOf(this.server),
      locale: this.locale,
      token: this.token,
      placement: this.placement,
      first: () => this.#first(),
      renew: () => this.#renew(),
      changed: () => this.requestUpdate(),
    });
    this.#model = model;
    if (this.routes === "hash") model.route = location.hash.slice(1);
    this.#shownRoute = model.route;
    // The hosted page brings the first answer along: there is nothing to wait for.
    model.home.value = this.#brought();
    model.home.want();
  }

  #brought(): Home | undefined {
    const data = this.querySelector(':scope > script[type="application/json"]');
    if (data === null) return undefined;
    data.remove();
    try {
      return JSON.parse(data.textContent ?? "") as Home;
    } catch {
      return undefined;
    }
  }

  #follow(changed: PropertyValues<this>): void {
    const model = this.#model!;
    // What getToken brought stays until the page itself says another.
    if (changed.has("token")) model.options.token = this.token;
    if (changed.has("locale") && this.locale !== model.locale) void model.switchTo({ locale: this.locale });
    else if (model.home.trouble !== undefined || !model.isMember) void model.home.refresh();
  }

  async #first(): Promise<string | null> {
    try {
      return (await this.getToken?.()) ?? null;
    } catch {
      // The page could not say who she is: the portal shows what strangers see.
      return null;
    }
  }

  async #renew(): Promise<string | null> {
    this.dispatchEvent(new CustomEvent("grapevine-token-ended", { bubbles: true, composed: true }));
    return (await this.getToken?.()) ?? null;
  }

  #onHash = (): void => {
    if (this.routes === "hash" && this.#model !== undefined) this.#go(location.hash.slice(1));
  };

  #onOnline = (): void => {
    const model = this.#model;
    if (model?.home.trouble?.kind === "offline") void model.home.refresh();
  };

  #go = (route: string): void => {
    this.#model?.go(route);
  };

  protected override updated(): void {
    const model = this.#model!;
    const home = model.home.value;
    if (home === undefined) return;
    brandSheet(this.renderRoot as ShadowRoot, home.brand.tokens);
    // What could be read before is drawn anew, with the rest.
    if (this.childNodes.length > 0) this.replaceChildren();
    this.lang = home.locale;
    this.dir = home.dir;
    if (this.routes === "hash") this.#tellPage(home);
    this.#showToast(model);
    if (model.route === this.#shownRoute) return;
    this.#shownRoute = model.route;
    if (this.routes === "hash" && location.hash.slice(1) !== model.route) history.pushState(null, "", `#${model.route}`);
    // A new screen begins at its top and says its name: for a keyboard and a screen reader it is a new page.
    this.renderRoot.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
    if (this.routes === "hash") globalThis.scrollTo(0, 0);
    else this.scrollIntoView({ block: "nearest" });
  }

  /** The hosted page's own head: its language, and the screen's name in the title and the history. */
  #tellPage(home: Home): void {
    Object.assign(document.documentElement, { lang: home.locale, dir: home.dir });
    const heading = this.renderRoot.querySelector("h1")?.textContent?.trim();
    document.title = [heading, home.brand.name].filter(Boolean).join(" – ");
  }

  #showToast(model: Model): void {
    clearTimeout(this.#toastTimer);
    if (model.toast === "") return;
    this.#toastTimer = setTimeout(() => {
      model.toast = "";
      this.requestUpdate();
    }, TOAST_MS);
  }

  protected override render(): TemplateResult | typeof nothing {
    const model = this.#model;
    if (model === undefined) return nothing;
    return html`${frame(model, this.#go)}
      <div class="toast ${model.toast === "" ? "" : "up"}" role="status" aria-live="polite">${model.toast}</div>`;
  }
}

function serverOf(attribute: string): string {
  if (attribute !== "") return sameAsHere(attribute.replace(/\/+$/, ""));
  return SCRIPT === "" ? "" : sameAsHere(new URL(SCRIPT).origin);
}

/** Empty where the page is the server's own. */
function sameAsHere(server: string): string {
  return server === location.origin ? "" : server;
}
