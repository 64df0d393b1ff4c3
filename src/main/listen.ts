/** Opens the HTTP door: routes, redirects, pages. */
import { systemClock } from "../adapters/clock.ts";
import { createOfferImages } from "../adapters/offer-image.ts";
import type { Mac } from "../core/click.ts";
import { createHosts } from "../flow/domains.ts";
import { createLinkCache } from "../flow/link-cache.ts";
import { createPages } from "../flow/pages.ts";
import { createTouchRecorder } from "../flow/record-touch.ts";
import { createGuesses } from "../http/guesses.ts";
import { addLandingPages } from "../http/landing-pages.ts";
import { createRedirect, mountRedirect } from "../http/redirect.ts";
import { createAddressReader } from "../http/visitor-address.ts";
import { addConsole } from "../http/console.ts";
import { buildServer } from "../http/server.ts";
import { addMailbox } from "../http/mailbox-page.ts";
import type { Services } from "../http/services.ts";
import { openPool } from "../store/db.ts";
import { listenForLinks } from "../store/links-read.ts";
import { openAccounts } from "./accounts.ts";
import { localAddress } from "./address.ts";
import type { Config } from "./config.ts";
import type { Parts } from "./services.ts";
import { readVersion } from "./version.ts";

export type Listening = {
  config: Config;
  parts: Parts;
  services: Services;
  mac: Mac;
  /** The installation's. */
  secret: Uint8Array;
  runtimeUrl: string;
  closers: (() => Promise<unknown> | unknown)[];
};

/** Resolves with the address that answers. What it opens is pushed to `closers`, to be closed in reverse order. */
export async function listen(options: Listening): Promise<string> {
  const { config, parts, services, closers, runtimeUrl } = options;
  const monotonic = systemClock.monotonic;
  const touchPool = openPool(runtimeUrl, { max: 5, name: "grapevine touches", onError: () => undefined });
  closers.push(() => touchPool.end());
  const touches = createTouchRecorder({ pool: touchPool, log: parts.log, monotonic });
  closers.push(() => touches.close());
  const links = createLinkCache({ pool: parts.pool, log: parts.log, monotonic });
  const pages = createPages({ pool: parts.pool, monotonic });
  const hosts = createHosts({ pool: parts.pool, log: parts.log, monotonic });
  await hosts.refresh();
  const images = createOfferImages();
  closers.push(() => images.close());
  const guesses = createGuesses({ log: parts.log, monotonic });
  const news = listenForLinks(runtimeUrl, {
    onChange: (workspace, code) => {
      links.forget(workspace, code);
      if (code !== null) return;
      pages.forget(workspace);
      void hosts.refresh();
    },
    onListening: () => {
      links.clear();
      pages.forget(null);
      void hosts.refresh();
    },
  });
  closers.push(() => news.stop());
  const redirect = createRedirect({
    links,
    touches,
    mac: options.mac,
    ids: parts.ids,
    log: parts.log,
    monotonic,
    guesses,
    hosts,
    addressOf: createAddressReader(config.trustProxy),
  });
  const guess = config.publicUrl ?? localAddress(config);
  const { secret } = options;
  const from = { parts, secret, runtimeUrl, closers };
  const accounts = openAccounts({ ...from, publicUrl: () => app.gv.publicUrl, provider: config.consoleProvider });
  const app = await buildServer({
    accounts,
    services,
    pool: parts.pool,
    log: parts.log,
    ids: parts.ids,
    publicUrl: guess,
    version: readVersion(),
    registerPages: (scope) => {
      addConsole(scope);
      addMailbox(scope);
      const { pagesOrigin } = config;
      addLandingPages(scope, { links, pages, touches, mac: options.mac, guesses, monotonic, images, hosts, pagesOrigin });
    },
    trustProxy: config.trustProxy,
  });
  mountRedirect(app, redirect, touches);
  closers.push(() => app.close());
  const address = await app.listen({ port: config.port, host: config.host });
  if (config.publicUrl !== null) return config.publicUrl;
  const url = localAddress({ host: config.host, port: Number(new URL(address).port) });
  app.gv.publicUrl = url;
  return url;
}
