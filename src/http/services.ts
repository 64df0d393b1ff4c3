/**
 * What http needs from flow: every write, and the reads that decide something. main builds one `Services` and gives it
 * to the server. Plain reads go through store and are not listed here.
 */
import type { EventDoor } from "../flow/ports.ts";

export type Services = {
  events: EventDoor;
  /** Database, migrations, queue lag: each with a word. Never throws. */
  readiness(): Promise<{ ready: boolean; checks: Record<string, string> }>;
};
