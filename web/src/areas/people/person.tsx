/** One person. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { read } from "../../api/query.ts";
import { Facts, Page, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Copyable, When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";

const route = getRouteApi("/people/$person");

export function Person() {
  const { person } = route.useParams();
  const found = useQuery(read("/v1/people/{person}", { path: { person } }));
  return (
    <Shown of={found}>
      {(data) => (
        <Page title={data.name ?? data.user_id ?? t("Somebody")} under={{ label: t("People"), to: "/people" }}>
          <Section title={t("Who she is")}>
            <Facts
              of={[
                [t("Id"), <Copyable key="id" value={data.id} />],
                [t("Known since"), <When key="at" at={data.created_at} exact />],
              ]}
            />
          </Section>
        </Page>
      )}
    </Shown>
  );
}
