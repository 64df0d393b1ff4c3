/**
 * What all elements have in common: their attributes, loading, the brand. An element that cannot load shows nothing and says so as an
 * event.
 */
import { LitElement, type PropertyValues } from "lit";
import { type Values, format } from "../portal/icu.ts";
import { brandSheet } from "../portal/style/brand.ts";
import type { Home } from "../portal/types.ts";
import { type Wish, readHome, wishOf } from "./source.ts";

export const attributes = {
  server: {},
  publicKey: { attribute: "public-key" },
  workspace: {},
  program: {},
  locale: {},
  token: {},
  tokenUrl: { attribute: "token-url" },
  placement: {},
  home: { state: true },
} as const;

export abstract class Embed extends LitElement {
  static override properties: Record<string, object> = attributes;
  declare server: string;
  declare publicKey: string;
  declare workspace: string;
  declare program: string;
  declare locale: string;
  /** A token made by the business's server, for who is signed in there. */
  declare token: string | null;
  /** Where such a token is to be had; gv.js's `data-token-url` when left out. */
  declare tokenUrl: string;
  /** As what shares from here are counted; each element has its own word. */
  declare placement: string;
  declare home: Home | undefined;
  /** Instead of a token's address: called when one is needed. Declared only: a page may have set it before the script was there. */
  declare getToken: (() => Promise<string | null>) | undefined;
  protected abstract readonly counted: string;

  constructor() {
    super();
    Object.assign(this, { server: "", publicKey: "", workspace: "", program: "", locale: "", token: null, tokenUrl: "", placement: "" });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // The page's own script may set properties in this turn.
    queueMicrotask(() => void this.reload());
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && (changed.has("token") || changed.has("program") || changed.has("locale"))) void this.reload();
  }

  get wish(): Wish {
    return wishOf(this, this.placement || this.counted, this.getToken);
  }

  protected async reload(fresh = false): Promise<void> {
    try {
      const home = await this.load(fresh);
      if (home === undefined) return;
      brandSheet(this.renderRoot as ShadowRoot, home.brand.tokens);
      this.home = home;
      this.lang = home.locale;
      this.dir = home.dir;
    } catch (error) {
      // The shop's page goes on without us.
      this.dispatchEvent(new CustomEvent("grapevine-error", { detail: String(error), bubbles: true, composed: true }));
    }
  }

  /** Undefined: there is nothing to show. */
  protected async load(fresh: boolean): Promise<Home | undefined> {
    return await readHome(this.wish, fresh);
  }

  protected say(key: string, values: Values = {}): string {
    return format(this.home?.words[key] ?? "", values, this.home?.locale ?? "en");
  }
}
