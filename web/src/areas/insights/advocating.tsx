/** What advocating does to the advocates' own buying, beside customers like them; and how much rests on how few. */
import { Alert, Progress, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { type Answer, read } from "../../api/query.ts";
import { DataTable, NumberCell } from "../../kit/data-table.tsx";
import { Figure, Section } from "../../kit/page.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { countedText, daysWords } from "./asked.tsx";
import { InsightsPage } from "./nav.tsx";
import { PickAgo } from "./pick-ago.tsx";
import type { AgoSearch } from "./search.ts";
import { AT_ONCE, Studied, useStudied } from "./studied.tsx";

type Study = Answer<"/v1/reports/advocating">;
const USUAL_DAYS = 90;

export function Advocating() {
  const { days = USUAL_DAYS } = useSearch({ strict: false }) as AgoSearch;
  const study = useStudied<Study>(read("/v1/reports/advocating", { query: { days, ...AT_ONCE } }));
  return (
    <InsightsPage
      title={t("Effect on advocates")}
      text={t("Whether those who recommend come back more often themselves, beside customers like them who have brought nobody.")}
    >
      <PickAgo label={t("Who bought again in the")} days={days} usual={USUAL_DAYS} />
      <Studied of={study}>
        {(data) => (
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {t(
                "Who bought from {from} to {to}, days of {zone}. Who had advocated is what was known before these days.",
                daysWords(data.period),
              )}{" "}
              {countedText(data.as_of)}
            </Text>
            <Effect of={data} />
            <Concentrated of={data} />
          </Stack>
        )}
      </Studied>
    </InsightsPage>
  );
}

const points = (share: number): string => number(100 * share, { maximumFractionDigits: 1, signDisplay: "exceptZero" });

function Effect({ of: { effect, compared } }: { of: Study }) {
  const title = t("Bought again");
  if (effect.value === null || compared === null)
    return (
      <Section title={title}>
        <EmptyState title={t("Too little to compare yet")} text={effect.reason?.message} />
      </Section>
    );
  const [low, high] = [effect.low ?? effect.value, effect.high ?? effect.value];
  const said =
    low > 0
      ? t("Advocates bought again more often than customers like them.")
      : high < 0
        ? t("Advocates bought again less often than customers like them.")
        : t("No difference is shown: the interval holds both more and less.");
  return (
    <Section title={title} text={t("Alike in how long, how lately, how often and for how much they had bought before.")}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} mb="sm">
        <Figure
          label={t("Advocates")}
          value={percent(compared.advocates_bought)}
          hint={t("of {n} bought again", { n: number(compared.advocates) })}
        />
        <Figure
          label={t("Customers like them")}
          value={percent(compared.likes_bought)}
          hint={t("of {n} bought again", { n: number(compared.likes) })}
        />
        <Figure
          label={t("Difference, percentage points")}
          value={points(effect.value)}
          hint={t("between {low} and {high}", { low: points(low), high: points(high) })}
        />
      </SimpleGrid>
      <Text size="sm" mb="sm">
        {said} {t("Without matching it would be {raw} points.", { raw: points(compared.unmatched_effect) })}{" "}
        {compared.unmatched > 0 &&
          t(
            "{n, plural, one {# advocate has} other {# advocates have}} nobody like them and {n, plural, one {is} other {are}} left out.",
            { n: compared.unmatched },
          )}
      </Text>
      <Alert color="sky" variant="light">
        {t("Who advocates was not left to chance: they may have been happier all along.")}{" "}
        {t("Matching removes what is known of them and nothing else; only an experiment tells.")}
      </Alert>
    </Section>
  );
}

function Concentrated({ of: { concentration, concentration_reason: reason } }: { of: Study }) {
  const title = t("How much rests on how few");
  if (concentration === null)
    return (
      <Section title={title}>
        <Text size="sm">{reason?.message ?? t("not known")}</Text>
      </Section>
    );
  const { advocates, friends, gini, half, top } = concentration;
  return (
    <Section title={title} text={t("Everybody who takes part, and the friends they brought up to now.")}>
      <SimpleGrid cols={{ base: 1, xs: 3 }} mb="sm">
        <Figure
          label={t("Brought half of all friends")}
          value={number(half)}
          hint={t("of {n} who take part", { n: number(advocates) })}
        />
        <Figure label={t("Friends")} value={number(friends)} />
        <Figure
          label={t("Gini coefficient")}
          value={number(gini, { maximumFractionDigits: 2 })}
          hint={t("0: all brought the same. 1: one brought all.")}
        />
      </SimpleGrid>
      <DataTable label={title} minWidth={360} heads={[t("The first"), { end: t("Advocates") }, { end: t("Of all friends") }, null]} tight>
        {top.map((row) => (
          <Table.Tr key={row.share}>
            <Table.Th scope="row" fw={500}>
              {percent(row.share)}
            </Table.Th>
            <NumberCell>{number(row.advocates)}</NumberCell>
            <NumberCell>{percent(row.brought)}</NumberCell>
            <Table.Td>
              <Progress value={100 * row.brought} color="vine" aria-hidden />
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
    </Section>
  );
}
