/** Network addresses as the risk score compares them: as numbers, without looking anything up. */

type Address = { bits: 32 | 128; value: bigint };

/** Reads an IPv4 or IPv6 address; an IPv4 one written as IPv6 (::ffff:1.2.3.4) is IPv4. Null for anything else. */
function parseAddress(text: string): Address | null {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(text)?.[1] ?? text;
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(mapped)) {
    const parts = mapped.split(".").map(Number);
    if (parts.some((part) => part > 255)) return null;
    return { bits: 32, value: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) };
  }
  const groups = groupsOf(mapped.split("%")[0] ?? "");
  return groups === null ? null : { bits: 128, value: groups.reduce((sum, group) => sum * 65536n + BigInt(group), 0n) };
}

/** The eight groups of an IPv6 address; `::` stands for as many zeros as are missing. */
function groupsOf(text: string): number[] | null {
  if (text.length > 45 || !/^[0-9a-f:]+$/i.test(text)) return null;
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const [before, after] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const known = [...(before ?? []), ...(after ?? [])];
  if (known.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return null;
  if (after === undefined ? known.length !== 8 : known.length > 7) return null;
  const zeros = Array<string>(8 - known.length).fill("0");
  return [...(before ?? []), ...zeros, ...(after ?? [])].map((group) => Number.parseInt(group, 16));
}

/** What one household or server has: an IPv4 address whole, an IPv6 address as its /64. Null for what is no address. */
export function networkOf(ip: string): string | null {
  const address = parseAddress(ip);
  if (address === null) return null;
  return address.bits === 32 ? `4/${address.value}` : `6/${address.value >> 64n}`;
}

export type Range = Address & { size: number };

/** "203.0.113.0/24", or a single address; null for anything else. */
export function parseRange(text: string): Range | null {
  const [first = "", size, more] = text.trim().split("/");
  const address = parseAddress(first);
  if (address === null || more !== undefined || (size !== undefined && !/^\d{1,3}$/.test(size))) return null;
  const bits = size === undefined ? address.bits : Number(size);
  return bits > address.bits ? null : { ...address, size: bits };
}

/** Says whether an address lies in one of the ranges; texts that are none are left out. */
export function rangesOf(texts: readonly string[]): (ip: string) => boolean {
  const ranges = texts.map(parseRange).filter((range) => range !== null);
  return (ip) => {
    const address = parseAddress(ip);
    return address !== null && ranges.some((range) => holds(range, address));
  };
}

function holds(range: Range, address: Address): boolean {
  const rest = BigInt(range.bits - range.size);
  return range.bits === address.bits && range.value >> rest === address.value >> rest;
}
