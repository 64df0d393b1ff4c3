/** The visitor's address behind proxies, for requests that Fastify does not see. Read only when somebody's guesses are counted. */
import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";

/** false: nobody in front; a number: how many proxies; a list: their addresses, networks, or loopback, linklocal, uniquelocal. */
export type Trust = false | number | readonly string[];

/**
 * The address a request came from: the socket's, or the last one in X-Forwarded-For that a trusted proxy wrote. What stands further left
 * anybody may have written.
 */
export function createAddressReader(trust: Trust): (request: IncomingMessage) => string {
  const networks = typeof trust === "object" ? trust.map(readNetwork) : [];
  const isTrusted = (address: string, hops: number): boolean =>
    typeof trust === "number" ? hops < trust : networks.some((contains) => contains(address));
  return (request) => {
    let address = request.socket.remoteAddress ?? "";
    if (trust === false) return address;
    const given = String(request.headers["x-forwarded-for"] ?? "").split(",");
    for (let hops = 0; isTrusted(address, hops); hops++) {
      const before = given.pop()?.trim();
      if (before === undefined || !ipaddr.isValid(before)) break;
      address = before;
    }
    return address;
  };
}

const RANGES: Record<string, string> = { loopback: "loopback", linklocal: "linkLocal", uniquelocal: "uniqueLocal" };

function readNetwork(text: string): (address: string) => boolean {
  const range = RANGES[text];
  const [network, bits] =
    range === undefined ? ipaddr.parseCIDR(text.includes("/") ? text : `${text}/${text.includes(":") ? 128 : 32}`) : [null, 0];
  return (address) => {
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    // As Fastify has it, uniquelocal means the private networks of IPv4 too.
    if (network === null) return parsed.range() === range || (range === "uniqueLocal" && parsed.range() === "private");
    return parsed.kind() === network.kind() && parsed.match(network as ipaddr.IPv4, bits);
  };
}
