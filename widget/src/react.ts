/**
 * The elements as React components (React 19; it is a peer and not brought along). They draw the tag on the server and in the browser, and
 * load the script that makes it live once, from the server that they are given.
 *
 *   <GrapevinePortal server="https://refer.shop.example" workspace="shop" program="friends" getToken={tokenFromMyServer} />
 */
import { type ReactElement, createElement, useLayoutEffect, useRef } from "react";

type Common = {
  /** "https://refer.shop.example", or the path under which your own domain hands on to it. */
  server: string;
  workspace?: string;
  program?: string;
  /** BCP 47; the page's own language when left out. */
  locale?: string;
  /** A token that your server made for who is signed in. */
  token?: string | null;
  /** Asked for a token when there is none yet, and again when it is over. */
  getToken?: () => Promise<string | null>;
  className?: string;
};
type Embedded = Common & {
  /** gv_pub_... */
  publicKey?: string;
  /** As what shares from here are counted, instead of the element's own word. */
  placement?: string;
};
export type GrapevinePortalProps = Common;
export type GrapevineBannerProps = Embedded & { code?: string };
export type GrapevineShareProps = Embedded;

/** The portal: her link, her referrals and rewards, everything. */
export function GrapevinePortal(props: GrapevinePortalProps): ReactElement {
  return useElement("grapevine-portal", "portal", props);
}
/** An advocate's link and the ways to send it. */
export function GrapevineShare(props: GrapevineShareProps): ReactElement {
  return useElement("grapevine-share", "embeds", props);
}
/** The same for the page after an order. */
export function GrapevinePostPurchase(props: GrapevineShareProps): ReactElement {
  return useElement("grapevine-post-purchase", "embeds", props);
}
/** What a friend who came by a link gets. */
export function GrapevineBanner(props: GrapevineBannerProps): ReactElement {
  return useElement("grapevine-banner", "embeds", props);
}
/** The button in the corner of the page. */
export function GrapevineButton(props: GrapevineShareProps): ReactElement {
  return useElement("grapevine-button", "embeds", props);
}

type Props = Embedded & { code?: string };
type Live = HTMLElement & { getToken?: () => Promise<string | null> };

function useElement(tag: string, script: string, { getToken, publicKey, className, ...said }: Props): ReactElement {
  const element = useRef<Live>(null);
  const ask = useRef(getToken);
  ask.current = getToken;
  const { server } = said;
  const asks = getToken !== undefined;
  // Before the element looks around: it asks for its first token by itself.
  useLayoutEffect(() => {
    const live = element.current;
    if (live === null) return;
    // Through the ref, so that a new function at each drawing is no new element.
    if (asks) live.getToken = async () => (await ask.current?.()) ?? null;
    loadOnce(`${server.replace(/\/+$/, "")}/js/${script}.js`);
  }, [server, script, asks]);
  const attributes = Object.entries({ ...said, "public-key": publicKey, class: className }).filter(([, value]) => value != null);
  return createElement(tag, { ref: element, ...Object.fromEntries(attributes) });
}

function loadOnce(src: string): void {
  if ([...document.scripts].some((each) => each.src === new URL(src, location.href).href)) return;
  const script = document.createElement("script");
  script.src = src;
  script.async = true;
  document.head.append(script);
}
