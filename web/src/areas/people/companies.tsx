/** Companies that people belong to. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type Row, pages } from "../../api/query.ts";
import { List } from "../../kit/list.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { When } from "../../kit/values.tsx";
import { list, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { PeoplePage } from "./nav.tsx";

type CompanyRow = Row<"/v1/companies">;

export function Companies() {
  const navigate = useNavigate();
  const companies = useInfiniteQuery(pages("/v1/companies", { query: { limit: 50 } }));
  return (
    <PeoplePage title={t("Companies")} text={t("Organisations that people belong to: customers, partners, members of a network.")}>
      <List<CompanyRow>
        of={companies}
        label={t("Companies")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/people/companies/$company", params: { company: row.id } })}
        columns={[
          { key: "name", label: t("Name"), cell: (row) => row.name || row.external_id },
          { key: "id", label: t("Your id"), cell: (row) => row.external_id, wide: true },
          { key: "domains", label: t("Domains"), cell: (row) => domainsOf(row), wide: true },
          { key: "people", label: t("People"), cell: (row) => number(row.people), end: true },
          { key: "order", label: t("First order"), cell: (row) => <When at={row.first_order_at} />, wide: true },
        ]}
        empty={
          <EmptyState
            title={t("No company is known yet")}
            text={t("A company appears when an event or a person names one, or when you make one through the API.")}
          />
        }
      />
    </PeoplePage>
  );
}

export const domainsOf = (company: { domain: string | null; domains: string[] }): string =>
  list([...new Set([...(company.domain === null ? [] : [company.domain]), ...company.domains])]);
