/** Where this installation answers, also for commands that do not listen themselves: what they print and mail must lead to the server. */
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import type { Config } from "./config.ts";

type Place = Pick<Config, "publicUrl" | "host" | "port" | "isPortGiven" | "dataDir">;

/** Every address of the machine is said as the one that a browser on it opens. */
export function localAddress({ host, port }: Pick<Config, "host" | "port">): string {
  const name = ["127.0.0.1", "0.0.0.0", "::", "::1"].includes(host) ? "localhost" : net.isIPv6(host) ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** PUBLIC_URL; else the PORT that was given; else where the data folder's server answered last; else where it would by default. */
export function addressOf(config: Place): string {
  if (config.publicUrl !== null) return config.publicUrl;
  if (config.isPortGiven && config.port !== 0) return localAddress(config);
  return keptAddress(config.dataDir) ?? localAddress(config);
}

/** Says in the data folder where its server answers. One that cannot be written costs a line of `init` its port, and not a start. */
export function keepAddress(dataDir: string, url: string): void {
  try {
    fs.writeFileSync(path.join(dataDir, "address"), `${url}\n`);
  } catch {
    // Read-only, or there is none: the database is elsewhere and the secret in the environment.
  }
}

function keptAddress(dataDir: string): string | null {
  try {
    const url = URL.parse(fs.readFileSync(path.join(dataDir, "address"), "utf8").trim());
    return url !== null && ["http:", "https:"].includes(url.protocol) ? url.href.replace(/\/+$/, "") : null;
  } catch {
    return null;
  }
}
