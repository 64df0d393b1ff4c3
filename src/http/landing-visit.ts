/** A visit of a landing page: its click id, and its touch on disk before the page is sent. */
import { makeClick, readClickId } from "../core/click.ts";
import type { Mac } from "../core/click.ts";
import { visitorOf } from "../core/visitor.ts";
import type { OpenLink } from "../flow/link-cache.ts";
import type { Ids } from "../flow/ports.ts";
import type { TouchRecorder } from "../flow/record-touch.ts";
import { addressOf } from "./address.ts";

export type Visits = {
  /** Records a visit and gives its click id when the touch is on disk, or 50 ms have passed. */
  record(link: OpenLink, ip: string, channel?: string | null): Promise<string>;
  /** The click id that a page of ours carries on, when it is one of this link; null for anything else. */
  known(link: OpenLink, click: unknown): string | null;
  /** When the click was made, epoch milliseconds of the workspace. */
  at(click: string): number | null;
};

export type VisitParts = { touches: TouchRecorder; mac: Mac; ids: Ids; monotonic: () => number };

const WAIT_MS = 50;

export function createVisits({ touches, mac, ids, monotonic }: VisitParts): Visits {
  // It starts anywhere, so that two processes do not give the same to one link in one millisecond.
  const [a = 0, b = 0, c = 0, d = 0] = ids.bytes(4);
  let nonce = (a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d) >>> 0;
  return {
    record(link, ip, channel = null) {
      const now = monotonic();
      const click = { link: link.linkId, at: Math.floor(now + link.clockOffset), nonce };
      nonce = (nonce + 1) >>> 0;
      const { id, touchId } = makeClick(click, mac);
      const row = {
        id: touchId,
        link_id: link.linkId,
        program_id: link.programId,
        person_id: link.personId,
        at: click.at,
        channel: link.channel ?? channel,
        visitor: link.counted ? visitorOf(link.linkId, addressOf(ip), mac) : null,
      };
      return new Promise((resolve) => touches.record(link.workspaceId, row, { dueAt: now + WAIT_MS, done: () => resolve(id) }));
    },
    known(link, click) {
      const read = typeof click === "string" ? readClickId(click, mac) : null;
      return read?.link === link.linkId ? (click as string) : null;
    },
    at: (click) => readClickId(click, mac)?.at ?? null,
  };
}
