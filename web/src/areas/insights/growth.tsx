/** How a program spreads: friends a person, generations, and the tree of who came by whom. */
import { Alert, Group, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type Answer, read } from "../../api/query.ts";
import { Figure, Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Money } from "../../kit/values.tsx";
import { Wide } from "../../kit/wide.tsx";
import { instant, money, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { PickProgram, useProgramsRead } from "../rewards/filters.tsx";
import { countedText, usePeriod } from "./asked.tsx";
import { Bars, inSteps, stepLabel } from "./bars.tsx";
import { InsightsPage } from "./nav.tsx";
import { Parts } from "./spread.tsx";
import { AT_ONCE, Studied, useStudied } from "./studied.tsx";
import { Tree } from "./tree.tsx";

type Report = Answer<"/v1/reports/growth">;

export function Growth() {
  const { search, go } = usePeriod();
  const programs = useProgramsRead();
  return (
    <InsightsPage
      title={t("Growth")}
      text={t("How a program spreads from friend to friend. From one friend a person on it grows by itself.")}
    >
      <Shown of={programs}>
        {({ data }) => {
          const found = data.find((each) => each.key === search.program) ?? data.find((each) => each.status === "live") ?? data[0];
          const program = search.program ?? found?.key;
          if (program === undefined)
            return (
              <Section>
                <EmptyState
                  title={t("No program yet")}
                  text={t("Each program spreads in its own way. Make the first one, and it stands here.")}
                />
              </Section>
            );
          return (
            <Stack gap="md">
              <Group>
                <PickProgram value={program} onChange={(next) => go({ program: next, top: undefined })} required />
              </Group>
              <Spread program={program} />
              <Tree key={`${program}|${search.top}`} program={program} top={search.top} go={go} />
              {(found?.definition as { kind?: string } | null)?.kind === "network" && <Pay program={program} />}
            </Stack>
          );
        }}
      </Shown>
    </InsightsPage>
  );
}

function Spread({ program }: { program: string }) {
  const report = useStudied<Report>(read("/v1/reports/growth", { query: { program, ...AT_ONCE } }));
  return <Studied of={report}>{(data) => (data.referrals === 0 ? <NobodyYet /> : <Figures of={data} />)}</Studied>;
}

const NobodyYet = () => (
  <Section>
    <EmptyState
      title={t("Nobody has brought a friend yet")}
      text={t("With the first referral stands here how far it goes on from there.")}
    />
  </Section>
);

function Figures({ of }: { of: Report }) {
  const deepest = Math.max(0, ...of.depth.map((each) => each.generation));
  const brought = of.offspring.reduce((sum, each) => sum + (each.referred > 0 ? each.people : 0), 0);
  const generation = (n: number): string => (n === 0 ? t("Came by themselves") : t("Generation {n}", { n: number(n) }));
  return (
    <>
      <Text size="sm" c="dimmed">
        {t("Everybody who takes part or came by somebody, since the program began.")} {countedText(of.as_of)}
      </Text>
      <Section title={t("How it spreads")}>
        <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="lg" mb="sm">
          <Figure
            label={t("Friends a person")}
            value={number(of.mean_offspring, { maximumFractionDigits: 2 })}
            hint={t("{referrals} friends, {people} people", { referrals: number(of.referrals), people: number(of.people) })}
          />
          <Figure
            label={t("Brought somebody")}
            value={percent(of.people === 0 ? 0 : brought / of.people)}
            hint={t("of everybody in it")}
          />
          <Figure
            label={t("Friends of one who does")}
            value={number(brought === 0 ? 0 : of.referrals / brought, { maximumFractionDigits: 2 })}
          />
          <Figure label={t("Came by themselves")} value={number(of.roots)} hint={t("nobody referred them")} />
          <Figure label={t("The longest line")} value={number(deepest)} hint={t("Generations")} />
        </SimpleGrid>
        <Text size="sm">
          {of.mean_offspring >= 1
            ? t("One person brings one more or more: it grows by itself.")
            : t("Of 100 people who come by themselves, about {n} more follow in all, if it goes on like this.", {
                n: number(Math.round((100 * of.mean_offspring) / (1 - of.mean_offspring))),
              })}{" "}
          {t("The latest have had little time to bring somebody: it may become more.")}
        </Text>
        {of.in_circles > 0 && (
          <Alert color="amber" variant="light" mt="sm">
            {t("{n, plural, one {# person refers} other {# people refer}} one another in a circle: look at them under Risk.", {
              n: of.in_circles,
            })}
          </Alert>
        )}
      </Section>
      <Parts of={of} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Section title={t("Generations")} text={t("How far they are from somebody whom nobody referred.")}>
          <Bars
            label={t("Generations")}
            head={t("Generation")}
            of={of.depth.map((each) => ({ key: each.generation, people: each.people }))}
            name={generation}
          />
        </Section>
        <Section title={t("Friends each")} text={t("How many brought how many.")}>
          <Bars
            label={t("Friends each")}
            head={t("Friends")}
            of={inSteps(of.offspring.map((each) => ({ key: each.referred, people: each.people })))}
            name={stepLabel}
          />
        </Section>
      </SimpleGrid>
    </>
  );
}

/** Whose purchases pay for it: in a network, mostly people outside it should. */
function Pay({ program }: { program: string }) {
  const report = useQuery(read("/v1/reports/network", { query: { program } }));
  const title = t("Whose purchases its pay comes from");
  if (report.data?.pay.length === 0) return null;
  return (
    <Section title={title} text={report.data && t("Since {from}.", { from: instant(report.data.since, "date") })}>
      <Shown of={report}>
        {(data) => (
          <Stack gap="sm">
            {data.findings.map((finding) => (
              <Alert key={`${finding.code}${finding.pointer}`} color={finding.severity === "error" ? "rust" : "amber"} variant="light">
                {finding.message}
              </Alert>
            ))}
            <Wide minWidth={360} label={title}>
              <Table verticalSpacing="xs" aria-label={title}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t("Rewards")}</Table.Th>
                    <Table.Th ta="end">{t("For members' own purchases")}</Table.Th>
                    <Table.Th ta="end">{t("Share")}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {data.pay.map((row) => (
                    <Table.Tr key={row.unit}>
                      <Table.Th scope="row" fw={500}>
                        <Money of={{ amount: row.total, unit: row.unit }} />
                      </Table.Th>
                      <Table.Td ta="end" className="gv-number">
                        {money(row.from_members, row.unit)}
                      </Table.Td>
                      <Table.Td ta="end" className="gv-number">
                        {row.total <= 0 ? t("not known") : percent(row.from_members / row.total)}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Wide>
          </Stack>
        )}
      </Shown>
    </Section>
  );
}
