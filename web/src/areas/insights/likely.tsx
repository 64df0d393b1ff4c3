/** Who is likely to bring a first friend: how well the score finds them, what it is made of, and the likeliest. */
import { Progress, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { type Answer, read } from "../../api/query.ts";
import { DataTable } from "../../kit/data-table.tsx";
import { Figure, Section } from "../../kit/page.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { countedText, daysWords } from "./asked.tsx";
import { LikelyPeople } from "./likely-people.tsx";
import { featureName } from "./likely-words.ts";
import { InsightsPage } from "./nav.tsx";
import { PickAgo } from "./pick-ago.tsx";
import type { AgoSearch } from "./search.ts";
import { AT_ONCE, Studied, useStudied } from "./studied.tsx";
import { Together } from "./together.tsx";

type Study = Answer<"/v1/reports/likely">;
type Score = NonNullable<Study["score"]>;

const USUAL_DAYS = 90;
const PEOPLE = 100;

export function Likely() {
  const search = useSearch({ strict: false }) as AgoSearch;
  const { days = USUAL_DAYS } = search;
  const study = useStudied<Study>(read("/v1/reports/likely", { query: { days, people: PEOPLE, together: 50, ...AT_ONCE } }));
  return (
    <InsightsPage
      title={t("Likely advocates")}
      text={t("Customers who have brought nobody yet and were not asked, by how likely they are to bring a first friend.")}
    >
      <PickAgo label={t("Learnt from")} days={days} usual={USUAL_DAYS} />
      <Studied of={study}>
        {(data) => (
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {t("Learnt from who brought a first friend from {from} to {to}, days of {zone}.", daysWords(data.period))}{" "}
              {countedText(data.as_of)}
            </Text>
            {data.score === null ? (
              <Section>
                <EmptyState title={t("Too little to learn from yet")} text={data.score_reason?.message} />
              </Section>
            ) : (
              <>
                <Found of={data.score} />
                <LikelyPeople of={data} score={data.score} />
                <Weights of={data.score} />
              </>
            )}
            <Together of={data} />
          </Stack>
        )}
      </Studied>
    </InsightsPage>
  );
}

const of100 = (value: number | null): string => (value === null ? t("not known") : number(Math.round(100 * value)));
const range = ({ low, high }: { low: number | null; high: number | null }): string | undefined =>
  low === null || high === null ? undefined : t("between {low} and {high}", { low: of100(low), high: of100(high) });

/** Judged on people it was not learnt from, beside the simplest ranking there is. */
function Found({ of }: { of: Score }) {
  const isBetter = of.gain.low !== null && of.gain.low > 0;
  const title = t("How well it finds them");
  const most = Math.max(1, ...of.tenths.map((each) => each.did));
  return (
    <Section
      title={title}
      text={
        <>
          {t("Judged on {n} customers it was not learnt from.", { n: number(of.judged_on) })}{" "}
          {t("Of one who did and one who did not it puts the right one first so many times in 100; 50 would be chance.")}
        </>
      }
    >
      <SimpleGrid cols={{ base: 1, xs: 3 }} mb="sm">
        <Figure label={t("By this score")} value={of100(of.area.value)} hint={range(of.area)} />
        <Figure label={t("By who ordered last")} value={of100(of.recency_area.value)} hint={range(of.recency_area)} />
        <Figure label={t("Did bring somebody")} value={percent(of.base_rate)} hint={t("of those it was judged on")} />
      </SimpleGrid>
      <Text size="sm" mb="sm">
        {isBetter
          ? t("It finds more than who ordered last would.")
          : t("It is not shown to find more than who ordered last: go by that where it is simpler.")}
      </Text>
      <DataTable
        label={title}
        minWidth={420}
        heads={[t("Tenth of the customers, by score"), { end: t("Customers") }, { end: t("Expected") }, { end: t("Did") }, null]}
        tight
      >
        {of.tenths.map((row, nth) => (
          <Table.Tr key={`tenth-${nth + 1}`}>
            <Table.Th scope="row" fw={500}>
              {nth === 0 ? t("the likeliest") : number(nth + 1)}
            </Table.Th>
            <Table.Td ta="end">{number(row.people)}</Table.Td>
            <Table.Td ta="end">{number(row.expected, { maximumFractionDigits: 1 })}</Table.Td>
            <Table.Td ta="end">{number(row.did)}</Table.Td>
            <Table.Td>
              <Progress value={(100 * row.did) / most} color="vine" aria-hidden />
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
    </Section>
  );
}

/** What each figure weighs, as far as they can be compared. */
function Weights({ of }: { of: Score }) {
  const title = t("What the score is made of");
  const most = Math.max(0.001, ...of.weights.map(({ weight }) => Math.abs(weight)));
  return (
    <Section
      title={title}
      text={t("Fitted to {n} customers. The longer the bar, the more it decides, each compared with what is usual among them.", {
        n: number(of.fitted_on),
      })}
    >
      <DataTable label={title} minWidth={420} heads={[t("Figure"), t("More of it makes it"), { end: t("Weight") }, null]} tight>
        {of.weights
          .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
          .map(({ feature, weight }) => (
            <Table.Tr key={feature}>
              <Table.Th scope="row" fw={500}>
                {featureName(feature)}
              </Table.Th>
              <Table.Td>{weight >= 0 ? t("likelier") : t("less likely")}</Table.Td>
              <Table.Td ta="end" className="gv-number">
                {number(weight, { maximumFractionDigits: 2, signDisplay: "exceptZero" })}
              </Table.Td>
              <Table.Td>
                <Progress value={(100 * Math.abs(weight)) / most} color={weight >= 0 ? "leaf" : "amber"} aria-hidden />
              </Table.Td>
            </Table.Tr>
          ))}
      </DataTable>
    </Section>
  );
}
