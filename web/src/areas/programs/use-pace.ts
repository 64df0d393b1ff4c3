/** How each program goes this month. */
import { useQuery } from "@tanstack/react-query";
import { type Answer, read } from "../../api/query.ts";

export type Pace = Answer<"/v1/reports/pace">["data"][number];
const NONE = { referrals: 0, rewards: 0, given: [] };

/** Undefined while it is not known. `at`: everything received before is counted. */
export function usePace(program: string): (Omit<Pace, "program"> & { at: string | null }) | undefined {
  const { data } = useQuery({ ...read("/v1/reports/pace"), staleTime: 60_000 });
  if (data === undefined) return undefined;
  return { ...(data.data.find((each) => each.program === program) ?? NONE), at: data.freshness.as_of };
}
