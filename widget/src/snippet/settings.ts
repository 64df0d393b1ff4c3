/** What the script tag says, and what the address that the visitor came by says. */

export type Settings = {
  /** The publishable key; without one nothing is sent. */
  key: string;
  /** Where Grapevine answers, no slash at the end. */
  server: string;
  program: string | undefined;
  workspace: string | undefined;
  /** Nothing is stored or sent before `gv.consent(true)`. */
  asks: boolean;
  codeField: string | undefined;
  /** Where the shop's own server gives out a token for who is signed in there. */
  tokenUrl: string | undefined;
  locale: string | undefined;
  /** Cookies first: they reach the business's other subdomains and its server. */
  cookies: boolean;
  /** Days for which a click is kept. */
  days: number;
  /** Takes our two parameters, and nothing else, out of the address bar. */
  clean: boolean;
  debug: boolean;
  nonce: string;
};

export type Landing = { code: string | undefined; click: string | undefined };

/** A code as people type it; what is longer or stranger is no code. */
const CODE = /^[\p{L}\p{N}_.-]{3,40}$/u;
const CLICK = /^clk_[\w-]{48}$/;

/** The settings of a script tag. The server is where the script came from, one folder up: `/gv/js/gv.js` is served by `/gv`. */
export function settingsOf(tag: HTMLScriptElement | null): Settings {
  const data: DOMStringMap = tag?.dataset ?? {};
  const from = new URL(data["server"] ?? "..", data["server"] ? location.href : tag?.src || document.baseURI);
  return {
    key: data["key"] ?? "",
    server: from.href.replace(/[?#].*$/, "").replace(/\/+$/, ""),
    program: data["program"] || undefined,
    workspace: data["workspace"] || undefined,
    asks: data["consent"] !== "granted" || refusedByBrowser(),
    codeField: data["codeField"] || undefined,
    tokenUrl: data["tokenUrl"] || undefined,
    locale: data["locale"] || undefined,
    cookies: data["storage"] === "cookie",
    days: Number(data["days"]) || 90,
    clean: "clean" in data,
    debug: "debug" in data,
    nonce: tag?.nonce ?? "",
  };
}

/** Global Privacy Control or Do Not Track: the visitor has said no, until she says yes here. */
function refusedByBrowser(): boolean {
  const said = navigator as Navigator & { globalPrivacyControl?: boolean };
  return said.globalPrivacyControl === true || said.doNotTrack === "1";
}

/** What a link of ours added to the address. */
export function landingOf(search: string): Landing {
  const query = new URLSearchParams(search);
  const [code, click] = [query.get("gv_code") ?? "", query.get("gv_click") ?? ""];
  return { code: CODE.test(code) ? code : undefined, click: CLICK.test(click) ? click : undefined };
}

/** A query without our two parameters; every other letter of it stays as it is. */
export function withoutOurs(search: string): string {
  const rest = search
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => !/^gv_(code|click)=/.test(part));
  return rest.join("&") === "" ? "" : `?${rest.join("&")}`;
}
