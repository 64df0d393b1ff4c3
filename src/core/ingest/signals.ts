/**
 * What the risk score compares about people: devices, payments, addresses. They leave the event at the door and only a keyed hash goes on,
 * beside the event's other private data and like it for a limited time. Nothing of it is in a fact.
 */
import type { CanonicalEvent } from "../event.ts";

export const SIGNAL_KINDS = ["device", "payment", "address"] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number] | "network";
export type Signals = { device?: string; payment?: string; address?: string; referrer?: string };
type Context = NonNullable<CanonicalEvent["context"]>;

/** The text that is hashed: two spellings of one address meet, and a device and a payment of one name do not. */
export function signalText(kind: SignalKind, value: string): string {
  const plain =
    kind === "address"
      ? value
          .normalize("NFKC")
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]/gu, "")
      : value.trim();
  return `risk|${kind}|${plain}`;
}

/** Takes what is compared out of the draft's event and leaves its hashes with the draft. Most events have none of it. */
export function withSignals(draft: { event: CanonicalEvent; signals?: Signals }, context: Context, seal: (text: string) => string): void {
  const { device_id: device, payment_fingerprint: payment, address, referrer } = context;
  if (device === undefined && payment === undefined && address === undefined && referrer === undefined) return;
  const { device_id: _d, payment_fingerprint: _p, address: _a, referrer: _r, ...kept } = context;
  const signals: Signals = {};
  if (device !== undefined) signals.device = seal(signalText("device", device));
  if (payment !== undefined) signals.payment = seal(signalText("payment", payment));
  if (address !== undefined) signals.address = seal(signalText("address", address));
  const host = referrer === undefined ? undefined : hostOf(referrer);
  if (host !== undefined) signals.referrer = host;
  draft.signals = signals;
  draft.event = { ...draft.event, context: kept };
}

/** The host of an address, in lower case and without www. */
function hostOf(address: string): string | undefined {
  return /^https?:\/\/(?:[^/?#@]*@)?(?:www\.)?([a-z0-9.-]{1,253})(?::\d+)?(?:[/?#]|$)/i.exec(address)?.[1]?.toLowerCase();
}
