/** Everybody who is known. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type Row, pages } from "../../api/query.ts";
import { List } from "../../kit/list.tsx";
import { Page } from "../../kit/page.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";

type Person = Row<"/v1/people">;

export function People() {
  const navigate = useNavigate();
  const people = useInfiniteQuery(pages("/v1/people", { query: { limit: 50 } }));
  return (
    <Page title={t("People")} text={t("Customers, partners, employees, friends: everybody who was named in an event.")}>
      <List<Person>
        of={people}
        label={t("People")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/people/$person", params: { person: row.id } })}
        columns={[
          { key: "name", label: t("Name"), cell: (row) => row.name ?? row.user_id ?? row.id },
          { key: "since", label: t("Known since"), cell: (row) => <When at={row.created_at} />, wide: true },
        ]}
        empty={
          <EmptyState title={t("Nobody is known yet")} text={t("People appear with their first event: a sign-up, an order, a click.")} />
        }
      />
    </Page>
  );
}
