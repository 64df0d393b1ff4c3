/** One company: its people with their roles, its domains, what it gave and received. */
import { Group, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type Row, pages, read } from "../../api/query.ts";
import { Facts, Figure, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Detail } from "../../kit/timeline.tsx";
import { Copyable, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { money } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { domainsOf } from "./companies.tsx";
import { OnePage, PeoplePage } from "./nav.tsx";
import { Line, ShortList } from "./short-list.tsx";

const route = getRouteApi("/people/companies/$company");
type Member = Row<"/v1/companies/{company}/people">;

export function Company() {
  const { company } = route.useParams();
  const found = useQuery(read("/v1/companies/{company}", { path: { company } }));
  const people = useInfiniteQuery(pages("/v1/companies/{company}/people", { path: { company }, query: { limit: 20 } }));
  const balances = useQuery(read("/v1/companies/{company}/balances", { path: { company } }));
  return (
    <OnePage of={found} title={t("Company")} under={{ label: t("Companies"), to: "/people/companies" }}>
      {(data) => (
        <PeoplePage title={data.name || data.external_id} under={{ label: t("Companies"), to: "/people/companies" }}>
          <Detail
            aside={
              <Section title={t("People")}>
                <ShortList<Member>
                  of={people}
                  keyOf={(row) => row.person}
                  empty={t("Nobody belongs to it yet.")}
                  row={(row) => (
                    <Line end={<Text size="sm">{row.role ?? ""}</Text>}>
                      <Who id={row.person} />
                    </Line>
                  )}
                />
              </Section>
            }
          >
            <Section title={t("What is known")}>
              <Facts
                of={[
                  [t("Your id"), <Copyable key="own" value={data.external_id} />],
                  [t("Domains"), domainsOf(data) || null],
                  [t("First order"), <When key="first" at={data.first_order_at} exact />],
                  [t("Known since"), <When key="at" at={data.created_at} exact />],
                ]}
              />
            </Section>
            <Section
              title={t("Given and received")}
              text={t("What this company gave others in leads and introductions, and what it got.")}
            >
              <Shown of={balances}>
                {(rows) =>
                  rows.length === 0 ? (
                    <Text size="sm" c="dimmed">
                      {t("Nothing has passed between this company and others.")}
                    </Text>
                  ) : (
                    <Group gap="xl">
                      {rows.flatMap((each) => [
                        <Figure key={`${each.unit}g`} label={t("Given")} value={money(each.given, each.unit)} />,
                        <Figure key={`${each.unit}r`} label={t("Received")} value={money(each.received, each.unit)} />,
                        <Figure key={`${each.unit}b`} label={t("Balance")} value={money(each.balance, each.unit)} />,
                      ])}
                    </Group>
                  )
                }
              </Shown>
            </Section>
          </Detail>
        </PeoplePage>
      )}
    </OnePage>
  );
}
