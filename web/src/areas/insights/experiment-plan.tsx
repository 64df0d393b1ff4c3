/** What an experiment would need, before it begins: from what was counted in the last four weeks. */
import { Anchor, Alert, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { read } from "../../api/query.ts";
import { Figure, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { type Experiment, type Plan, lackText } from "./experiment-words.ts";

export function ExperimentPlan({ of }: { of: Experiment }) {
  const plan = useQuery(read("/v1/experiments/{experiment}/plan", { path: { experiment: of.id } }));
  return (
    <Section title={t("The plan")} text={t("From what was counted in the last 28 days. Nothing has begun.")}>
      <Shown of={plan}>{(found) => <Told of={of} plan={found} />}</Shown>
    </Section>
  );
}

const days = (n: number): string => t("{n, plural, one {# day} other {# days}}", { n });

function Told({ of, plan }: { of: Experiment; plan: Plan }) {
  const { baseline, sample, duration, smallest_effect: smallest } = plan;
  /** A figure, or the sentence why there is none. */
  const figure = (name: keyof Plan["missing"] & string, label: string, value: ReactNode, hint: string) =>
    value === null ? (
      <div key={name}>
        <Text size="sm" c="dimmed">
          {label}
        </Text>
        <Text size="sm">{plan.missing[name] === undefined ? t("not known") : lackText(plan.missing[name])}</Text>
      </div>
    ) : (
      <Figure key={name} label={label} value={value} hint={hint} />
    );
  return (
    <Stack gap="md">
      <Sentence of={of} plan={plan} />
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="lg">
        {figure(
          "baseline",
          t("As it is now"),
          baseline && (baseline.kind === "proportion" ? percent(baseline.rate) : number(baseline.mean, { maximumFractionDigits: 3 })),
          baseline?.kind === "mean"
            ? t("qualified friends an advocate in 28 days, spread {sd}", { sd: number(baseline.sd, { maximumFractionDigits: 2 }) })
            : t("of advocates brought somebody in 28 days"),
        )}
        {figure(
          "sample",
          t("Advocates it needs"),
          sample && number(sample.total),
          sample
            ? t("{control} as it is, {treatment} in each other arm", {
                control: number(sample.control),
                treatment: number(sample.treatment),
              })
            : "",
        )}
        {figure(
          "duration",
          t("How long that takes"),
          duration && days(duration.days),
          duration === null
            ? ""
            : duration.soonest === duration.latest
              ? t("enough advocates are there; a whole week holds each of its days")
              : duration.latest === null
                ? t("at least {soonest}; with few new advocates much longer", { soonest: days(duration.soonest) })
                : t("{soonest} to {latest}, with {n} new advocates a day", {
                    soonest: days(duration.soonest),
                    latest: days(duration.latest),
                    n: number(duration.per_day, { maximumFractionDigits: 1 }),
                  }),
        )}
        {figure(
          "smallest_effect",
          t("What eight weeks could show"),
          smallest === null ? null : percent(smallest),
          t("the smallest change that would be found by then"),
        )}
      </SimpleGrid>
      <Power plan={plan} />
      {sample !== null && of.planned === null && (
        <Text size="sm">
          {t("No number of advocates is agreed, so it has no planned end.")}{" "}
          <Anchor component={Link} {...({ to: "/insights/experiments/new", search: { from: of.id, planned: sample.total } } as object)}>
            {t("Plan it for {n} advocates", { n: number(sample.total) })}
          </Anchor>
        </Text>
      )}
    </Stack>
  );
}

/** What it comes to, in one sentence. */
function Sentence({ of, plan }: { of: Experiment; plan: Plan }) {
  const { sample, duration, smallest_effect: smallest } = plan;
  const worth = percent(of.worth);
  if (sample === null)
    return (
      <Alert color="amber" variant="light" title={t("Too little is known to plan it")}>
        {plan.missing["sample"] === undefined ? t("not known") : lackText(plan.missing["sample"])}{" "}
        {t("You can start it all the same: it shows nothing before enough advocates take part, and says so.")}
      </Alert>
    );
  const isLong = duration === null || duration.days > 90;
  if (isLong)
    return (
      <Alert color="amber" variant="light" title={t("It would take very long")}>
        {t("To show a change of {worth}, {n} advocates are needed.", { worth, n: number(sample.total) })}{" "}
        {smallest === null
          ? t("With so few advocates, try what changes more, or fewer arms.")
          : t("In eight weeks only a change of {smallest} or more can be shown. Try what changes more, or fewer arms.", {
              smallest: percent(smallest),
            })}
      </Alert>
    );
  return (
    <Text>
      {t("A change of {worth} shows with {n} advocates: that takes {days}.", {
        worth,
        n: number(sample.total),
        days: days(duration.days),
      })}
    </Text>
  );
}

function Power({ plan }: { plan: Plan }) {
  const title = t("How surely it is found, if it is there");
  if (plan.power === null)
    return plan.missing["power"] === undefined || plan.sample === null ? null : (
      <Text size="sm" c="dimmed">
        {title}: {lackText(plan.missing["power"])}
      </Text>
    );
  const { fixed, peeked, sequential } = plan.power;
  const rows = [
    [t("Looking at any time, by the interval that holds at every look (decisions rest on it)"), sequential],
    [t("Looking once, at the end"), fixed],
    [t("Looking often by a test made for one look (finds differences that are not there, too)"), peeked],
  ] as const;
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="sm" c="dimmed">
        {t("Of 400 played worlds, the share in which it is found.")}
      </Text>
      <Table verticalSpacing={4} aria-label={title} mt={4} maw={760}>
        <Table.Tbody>
          {rows.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" fw={400}>
                {label}
              </Table.Th>
              <Table.Td ta="end" className="gv-number">
                {percent(value)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
