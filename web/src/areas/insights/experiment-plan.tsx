/** What an experiment would need, before it begins: from what was counted in the last four weeks. */
import { Anchor, Alert, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { read } from "../../api/query.ts";
import { Figure, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { Experiment, Lack, Plan } from "./experiment-words.ts";

export function ExperimentPlan({ of }: { of: Experiment }) {
  const plan = useQuery(read("/v1/experiments/{experiment}/plan", { path: { experiment: of.id } }));
  return (
    <Section title={t("The plan")} text={t("From what was counted in the last 28 days. Nothing has begun.")}>
      <Shown of={plan}>{(found) => <Told of={of} plan={found} />}</Shown>
    </Section>
  );
}

const days = (n: number): string => t("{n, plural, one {# day} other {# days}}", { n });

/** From the soonest to the latest day. */
function spanOf({ days: all, soonest, latest, per_day: perDay }: NonNullable<Plan["duration"]>): string {
  if (all <= 7) return t("one whole week, so that each of its days counts");
  if (latest === null) return t("at least {soonest}; with few new advocates much longer", { soonest: days(soonest) });
  return t("{soonest} to {latest}, with {n} new advocates a day", {
    soonest: days(soonest),
    latest: days(latest),
    n: number(perDay, { maximumFractionDigits: 1 }),
  });
}

type NeededProps = { label: string; value: string | null; hint: string; reason: Lack | undefined };

/** A figure, or the sentence why there is none. */
function Needed({ label, value, hint, reason }: NeededProps) {
  if (value !== null) return <Figure label={label} value={value} hint={hint} />;
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="sm">{reason?.message ?? t("not known")}</Text>
    </div>
  );
}

function Told({ of, plan }: { of: Experiment; plan: Plan }) {
  const { baseline, sample, duration, smallest_effect: smallest } = plan;
  return (
    <Stack gap="md">
      <Sentence of={of} plan={plan} />
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="lg">
        <Needed
          reason={plan.missing["baseline"]}
          label={t("As it is now")}
          value={
            baseline && (baseline.kind === "proportion" ? percent(baseline.rate) : number(baseline.mean, { maximumFractionDigits: 3 }))
          }
          hint={
            baseline?.kind === "mean"
              ? t("qualified friends an advocate in 28 days, spread {sd}", { sd: number(baseline.sd, { maximumFractionDigits: 2 }) })
              : t("of advocates brought somebody in 28 days")
          }
        />
        <Needed
          reason={plan.missing["sample"]}
          label={t("Advocates it needs")}
          value={sample && number(sample.total)}
          hint={
            sample === null
              ? ""
              : t("{control} as it is, {treatment} in each other arm", {
                  control: number(sample.control),
                  treatment: number(sample.treatment),
                })
          }
        />
        <Needed
          reason={plan.missing["duration"]}
          label={t("How long that takes")}
          value={duration && days(duration.days)}
          hint={duration === null ? "" : spanOf(duration)}
        />
        <Needed
          reason={plan.missing["smallest_effect"]}
          label={t("What eight weeks could show")}
          value={smallest === null ? null : percent(smallest)}
          hint={t("the smallest change that would be found by then")}
        />
      </SimpleGrid>
      <Power plan={plan} />
      <Circles plan={plan} />
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
        {plan.missing["sample"]?.message ?? t("not known")}{" "}
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

/** Advocates who brought one another talk: what it would take to deal whole circles of them. */
function Circles({ plan }: { plan: Plan }) {
  const { circles, sample, power } = plan;
  const title = t("Do your advocates know each other?");
  if (circles === null || sample === null)
    return sample === null || plan.missing["circles"] === undefined ? null : (
      <Text size="sm" c="dimmed">
        {title} {plan.missing["circles"].message}
      </Text>
    );
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <Text size="sm">
        {circles.members === 0
          ? t("No advocate brought another one, so each may be dealt by herself.")
          : t(
              "{n, plural, one {# advocate} other {# advocates}} brought one another, in " +
                "{circles, plural, one {# circle} other {# circles}}; the largest has {largest}. " +
                "In one circle two offers may be compared, and the arms look more alike than they are.",
              { n: circles.members, circles: circles.circles, largest: number(circles.largest) },
            )}
      </Text>
      {circles.members > 0 && (
        <Text size="sm">
          {t("If whole circles were dealt, {total} advocates were needed instead of {sample} ({factor} times as many).", {
            total: number(circles.total),
            sample: number(sample.total),
            factor: number(circles.factor, { maximumFractionDigits: 2 }),
          })}{" "}
          {circles.days !== null && t("That takes {days}.", { days: days(circles.days) })}{" "}
          {circles.power !== null &&
            power !== null &&
            t("With {sample} it would be found in {less} instead of {now}.", {
              sample: number(sample.total),
              less: percent(circles.power),
              now: percent(power.sequential),
            })}{" "}
          {t("Advocates are dealt one by one here; while it runs, look at “Friends between the arms”.")}
        </Text>
      )}
    </div>
  );
}

function Power({ plan }: { plan: Plan }) {
  const title = t("How surely it is found, if it is there");
  if (plan.power === null)
    return plan.missing["power"] === undefined || plan.sample === null ? null : (
      <Text size="sm" c="dimmed">
        {title}: {plan.missing["power"].message}
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
