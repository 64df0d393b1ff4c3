/** How well each new friend fits what good friends have in common: from Insights, for who may read it. */
import { useMemo } from "react";
import { type Answer, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AT_ONCE, useStudied } from "../insights/studied.tsx";

type Study = Answer<"/v1/reports/good-friends">;

/** The chance by person; nobody until it was worked out, and where it cannot be told. */
export function useFits(program: string): ReadonlyMap<string, number> {
  const may = useMay();
  const asked = read("/v1/reports/good-friends", { query: { program, people: 500, ...AT_ONCE } });
  const { data } = useStudied<Partial<Study>>({ ...asked, enabled: may("reports:read"), retry: false } as typeof asked);
  const people = data?.people;
  return useMemo(() => new Map(people?.map((each) => [each.person, each.chance])), [people]);
}
