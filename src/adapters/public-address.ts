/** Which network addresses a request to the outside may go to. */
import ipaddr from "ipaddr.js";

/** The old way of writing an IPv4 address as IPv6 (`::8.8.8.8`): ipaddr.js takes it for the mapped one, the kernel does not. */
const COMPATIBLE = /^(?!::ffff:).*:.*\./i;

/** An address or a network, with a port or for every one: `127.0.0.1`, `10.0.0.0/8:8080`, `[fd00::]/8`. */
export type Allowed = { network: ipaddr.IPv4 | ipaddr.IPv6; bits: number; port: number | null };

const IPV6_GLOBAL = ipaddr.IPv6.parse("2000::");

/**
 * True for what the whole internet routes to one machine. What carries an IPv4 address inside (mapped) is judged by that; every other
 * way of carrying one (6to4, Teredo, NAT64, the old compatible form) is refused, and so is all of IPv6 that is not 2000::/3.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || COMPATIBLE.test(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  return parsed.kind() === "ipv4" || (parsed as ipaddr.IPv6).match(IPV6_GLOBAL, 3);
}

/** Reads one entry of the allow-list; throws with the remedy. */
export function parseAllowed(text: string): Allowed {
  const [, bracketed, plain, bits, port] = /^(?:\[([^\]]+)\]|([^/:]+))(?:\/(\d{1,3}))?(?::(\d{1,5}))?$/.exec(text.trim()) ?? [];
  const address = bracketed ?? plain ?? "";
  if (!ipaddr.isValid(address))
    throw new Error(`"${text}" must be an address or a network, such as 127.0.0.1, 10.0.0.0/8:8080 or [fd00::]/8`);
  const network = ipaddr.process(address);
  const width = network.kind() === "ipv4" ? 32 : 128;
  const length = bits === undefined ? width : Number(bits);
  if (length > width) throw new Error(`"${text}" has more bits than the ${width} of its address`);
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) throw new Error(`"${text}" names no port`);
  return { network, bits: length, port: port === undefined ? null : Number(port) };
}

/** Whether a connection to this address and port may be made: public and a port of the web, or on the list. */
export function mayConnect(address: string, port: number, allowed: readonly Allowed[]): boolean {
  if (isPublic(address) && (port === 443 || port === 80)) return true;
  if (!ipaddr.isValid(address) || COMPATIBLE.test(address)) return false;
  const parsed = ipaddr.process(address);
  return allowed.some(({ network, bits, port: wanted }) => {
    if (network.kind() !== parsed.kind() || (wanted !== null && wanted !== port)) return false;
    return (parsed as ipaddr.IPv4).match(network as ipaddr.IPv4, bits);
  });
}
