/** Network addresses as targets of limits. */
import ipaddr from "ipaddr.js";

/** An IPv4 address whole, an IPv6 address as its /64: one household or server has all of one. */
export function addressOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return "unknown";
  const address = ipaddr.process(ip);
  if (address.kind() === "ipv4") return address.toString();
  return `${(address as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":")}::/64`;
}
