/** The lint rule about a program's audience: whether the segment is there is known to whoever has the workspace's segments. */
import { type Finding, error } from "./lint-finding.ts";

/** `isThere`: the segment is one of the workspace's. A program without an audience is for everybody. */
export function lintAudience(audience: string | undefined, isThere: boolean): Finding[] {
  if (audience === undefined || isThere) return [];
  const message = "There is no such segment, so nobody could join. Choose one of your segments, or take the audience away.";
  return [error("audience_missing", "/advocates/audience", message)];
}
