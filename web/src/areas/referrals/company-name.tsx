/** A company by its id. The first 200 are asked for at once; one beyond them by itself. */
import { useQuery } from "@tanstack/react-query";
import { read } from "../../api/query.ts";

export function useCompanyName(id: string): string | undefined {
  const many = useQuery({ ...read("/v1/companies", { query: { limit: 200 } }), staleTime: 60_000 });
  const known = many.data?.data.find((each) => each.id === id);
  const one = useQuery({
    ...read("/v1/companies/{company}", { path: { company: id } }),
    enabled: many.data !== undefined && known === undefined,
  });
  return known?.name ?? one.data?.name;
}

export function CompanyName({ id }: { id: string }) {
  return <>{useCompanyName(id) ?? "…"}</>;
}
