/** Where people are lost on the way, against what was usual before; and what can be done about it. */
import { Alert, Anchor, Box, Button, Group, Progress, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Megaphone } from "lucide-react";
import { type Answer, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Status } from "../../kit/values.tsx";
import { Wide } from "../../kit/wide.tsx";
import { dayName, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Fresh, PeriodFilters, usePeriod } from "./asked.tsx";
import { InsightsPage } from "./nav.tsx";
import { NothingYet } from "./nothing.tsx";

import { Rows } from "./rows.tsx";

type Report = Answer<"/v1/reports/participation">;
type Step = Report["steps"][number];
type StepName = Step["step"];

const STEP_NAMES: Record<StepName, () => string> = {
  asked_to_joined: () => t("Asked, then joined"),
  joined_to_shared: () => t("Joined, then shared"),
  shared_to_visited: () => t("Shared, then somebody looked"),
  visited_to_friend: () => t("Somebody looked, then a friend came"),
  came_to_signed_up: () => t("Came, then signed up"),
  signed_up_to_bought: () => t("Signed up, then bought"),
};

type Act = { text: () => string; label: () => string; to: string; search?: object; permission: string };

/** What to do about those who stop here. */
const ACTS: Record<StepName, Act> = {
  asked_to_joined: {
    text: () => t("They were asked and have not joined. Ask at another moment, or say shorter what is in it for them."),
    label: () => t("See your asks"),
    to: "/campaigns/asks",
    permission: "messages:read",
  },
  joined_to_shared: {
    text: () => t("They take part and have not shared yet. A short letter with their link in it is what moves most of them."),
    label: () => t("Ask them"),
    to: "/campaigns/new",
    search: { kind: "ask" },
    permission: "messages:write",
  },
  shared_to_visited: {
    text: () => t("They shared and nobody looked. Look at what their friends see: the text and the picture that go out with the link."),
    label: () => t("See the share texts"),
    to: "/content/share",
    permission: "programs:read",
  },
  visited_to_friend: {
    text: () => t("Friends look and go again. The landing page says what is in it for them: look at it as they do."),
    label: () => t("See the landing page"),
    to: "/content/landing",
    permission: "programs:read",
  },
  came_to_signed_up: {
    text: () => t("Friends come and do not sign up. See whether the reward for the friend begins early enough."),
    label: () => t("See the programs"),
    to: "/programs",
    permission: "programs:read",
  },
  signed_up_to_bought: {
    text: () => t("Friends sign up and do not buy. Remind them of what waits for them, before it expires."),
    label: () => t("Write to them"),
    to: "/campaigns/new",
    permission: "messages:write",
  },
};

export function Participation() {
  const { search, go, query } = usePeriod();
  const report = useQuery({ ...read("/v1/reports/participation", { query }), placeholderData: (old) => old });
  return (
    <InsightsPage title={t("Participation")} text={t("How many take each step on the way, and where more are lost than before.")}>
      <PeriodFilters search={search} go={go} />
      <Shown of={report}>
        {(data) => (
          <Stack gap="md">
            <Fresh of={data} />
            {data.steps.every((step) => step.people === 0) ? (
              <NothingYet />
            ) : (
              <>
                <Worst of={data} />
                <Steps of={data} open={(rows) => go({ rows })} />
              </>
            )}
            {search.rows !== undefined && (
              <Rows
                of={{
                  period: data.period,
                  by: null,
                  metrics: data.steps.map((step) => ({ key: metricOf(step), name: STEP_NAMES[step.step]() })),
                }}
                search={search}
                go={({ rows }) => go({ rows })}
              />
            )}
          </Stack>
        )}
      </Shown>
    </InsightsPage>
  );
}

/** The metric whose rows are those who took the step. */
const metricOf = (step: Step): string => new URLSearchParams(step.rows.split("?")[1]).get("metric") ?? "";

/** Compared with before it is the step that lost most since, which need not be the one that loses most. */
function worstTitle(of: Step): string {
  const step = STEP_NAMES[of.step]();
  return of.before === null ? t("Most is lost here: {step}", { step }) : t("More is lost here than before: {step}", { step });
}

function Worst({ of }: { of: Report }) {
  const may = useMay();
  const step = of.steps.find((each) => each.step === of.worst);
  if (step === undefined)
    return <Text size="sm">{t("No step lost more than before, as far as can be told: below ten people nothing can be said.")}</Text>;
  const act = ACTS[step.step];
  const to = { component: Link, to: act.to, search: act.search ?? {} } as object;
  return (
    <Alert color="amber" variant="light" title={worstTitle(step)}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {t("{lost} of {people} have not taken this step.", { lost: number(step.lost), people: number(step.people) })}{" "}
          {step.before !== null && !step.is_clear && `${t("It may be chance.")} `}
          {act.text()}
        </Text>
        {may(act.permission) && (
          <Button size="sm" variant="default" leftSection={<Megaphone size={16} aria-hidden />} {...to}>
            {act.label()}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function Steps({ of, open }: { of: Report; open: (rows: string) => void }) {
  const title = t("Step by step");
  return (
    <Section
      title={title}
      text={t("Compared with {from} to {to}. A change is clear where the two intervals lie apart; else it may be chance.", {
        from: dayName(of.compared.from),
        to: dayName(of.compared.to),
      })}
    >
      <Wide minWidth={640} label={title}>
        <Table verticalSpacing="sm" aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("Step")}</Table.Th>
              <Table.Th w="32%">{t("Took it")}</Table.Th>
              <Table.Th ta="end">{t("Of")}</Table.Th>
              <Table.Th ta="end">{t("Lost")}</Table.Th>
              <Table.Th ta="end">{t("Before")}</Table.Th>
              <Table.Th>{t("Change")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {of.steps.map((step) => (
              <Table.Tr key={step.step}>
                <Table.Th scope="row" fw={500}>
                  {STEP_NAMES[step.step]()}
                </Table.Th>
                <Table.Td>
                  <Took of={step} open={() => open(metricOf(step))} />
                </Table.Td>
                <Table.Td ta="end" className="gv-number">
                  {number(step.people)}
                </Table.Td>
                <Table.Td ta="end" className="gv-number">
                  {number(step.lost)}
                </Table.Td>
                <Table.Td ta="end" className="gv-number">
                  {step.before === null ? t("not known") : percent(step.before)}
                </Table.Td>
                <Table.Td>
                  <Change of={step} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

function Took({ of, open }: { of: Step; open: () => void }) {
  if (of.share === null)
    return (
      <Text size="sm" c="dimmed">
        {of.people === 0
          ? t("nobody came this far")
          : t("{n} of {people}: too few to tell", { n: number(of.reached), people: number(of.people) })}
      </Text>
    );
  return (
    <Box>
      <Group gap="xs" wrap="nowrap">
        <Progress value={of.share * 100} flex={1} color="vine" aria-label={percent(of.share)} />
        <Anchor component="button" type="button" size="sm" c="inherit" className="gv-number" onClick={open}>
          {percent(of.share)}
        </Anchor>
      </Group>
      {of.low !== null && of.high !== null && (
        <Text size="xs" c="dimmed">
          <bdi>{t("between {low} and {high}", { low: percent(of.low), high: percent(of.high) })}</bdi> · <bdi>{number(of.reached)}</bdi>
        </Text>
      )}
    </Box>
  );
}

function Change({ of }: { of: Step }) {
  if (of.change === null) return <Text size="sm">{t("not known")}</Text>;
  const points = number(Math.abs(of.change) * 100, { maximumFractionDigits: 1 });
  if (of.change === 0) return <Text size="sm">{t("as before")}</Text>;
  const words = of.change > 0 ? t("{points} points more", { points }) : t("{points} points less", { points });
  if (!of.is_clear)
    return (
      <Text size="sm" c="dimmed">
        {words} · {t("may be chance")}
      </Text>
    );
  return <Status tone={of.change > 0 ? "leaf" : "rust"} word={words} why={t("The intervals of now and before lie apart.")} />;
}
