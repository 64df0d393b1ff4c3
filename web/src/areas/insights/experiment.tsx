/** One experiment: its plan while it is a draft, what it says while it runs, and what is left to do. */
import { Alert, Button, Group, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Data } from "../../kit/json.tsx";
import { Facts, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { Wide } from "../../kit/wide.tsx";
import { list, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { usePrograms, useProgramsRead } from "../rewards/filters.tsx";
import { armText, isHoldOut } from "./experiment-form.ts";
import { ExperimentPlan } from "./experiment-plan.tsx";
import { ExperimentResults } from "./experiment-results.tsx";
import { CORRECTIONS, type Experiment, METRICS, STATES, UNITS } from "./experiment-words.ts";
import { listAnew } from "./experiments.tsx";
import { InsightsPage } from "./nav.tsx";

const PATHS = ["/v1/experiments", "/v1/programs"] as const;

export function ExperimentPage() {
  const { experiment: id } = useParams({ strict: false }) as { experiment: string };
  const found = useQuery(read("/v1/experiments/{experiment}", { path: { experiment: id } }));
  const of = found.data;
  const under = { label: t("Experiments"), to: "/insights/experiments" };
  if (of === undefined)
    return (
      <InsightsPage title={t("Experiment")} under={under}>
        <Shown of={found}>{() => null}</Shown>
      </InsightsPage>
    );
  return (
    <InsightsPage
      title={of.name}
      text={of.hypothesis === "" ? undefined : <bdi>{of.hypothesis}</bdi>}
      under={under}
      acts={<Acts of={of} />}
    >
      <Head of={of} />
      {of.status === "draft" ? <ExperimentPlan of={of} /> : <ExperimentResults of={of} />}
      <Arms of={of} />
      <Design of={of} />
    </InsightsPage>
  );
}

function Acts({ of }: { of: Experiment }) {
  const may = useMay();
  return (
    <Group gap="xs" className="gv-no-print">
      {may("programs:write") && (
        <Button variant="default" component={Link} {...({ to: "/insights/experiments/new", search: { from: of.id } } as object)}>
          {of.status === "draft" ? t("Change it") : t("Plan another like it")}
        </Button>
      )}
      {may("programs:publish") && of.status !== "stopped" && <Stop of={of} />}
      {may("programs:publish") && of.status === "draft" && <Start of={of} />}
    </Group>
  );
}

function Start({ of }: { of: Experiment }) {
  const act = useAct<void, Experiment>({
    run: async () => await unwrap(api.POST("/v1/experiments/{experiment}/start", { params: { path: { experiment: of.id } } })),
    changes: PATHS,
    done: () => t("It runs. Friends who come from now on follow their advocate’s arm."),
  });
  const holdOut = of.arms.find(({ patch }) => isHoldOut(patch));
  return (
    <AskAct
      label={t("Start it")}
      button={{ variant: "filled" }}
      act={act}
      consequence={
        <Stack gap={6}>
          <Text size="sm">
            {t("From now on chance deals {share} of this program’s advocates into {arms}. Each keeps her arm for good.", {
              share: percent(of.share),
              arms: list(of.arms.map(({ name }) => name)),
            })}
          </Text>
          <Text size="sm">
            {t(
              "A friend who comes from now on gets what her advocate’s arm promises, " +
                "and keeps it after the end. Friends from before are not touched.",
            )}
          </Text>
          {holdOut !== undefined && (
            <Text size="sm">
              {t("Advocates of “{arm}” and their new friends are not rewarded while it runs.", { arm: holdOut.name })}
            </Text>
          )}
          <Text size="sm">{t("While it runs, this program cannot be published anew.")}</Text>
        </Stack>
      }
    />
  );
}

function Stop({ of }: { of: Experiment }) {
  const navigate = useNavigate();
  const isDraft = of.status === "draft";
  const act = useAct<void, unknown>({
    run: async () => await unwrap(api.POST("/v1/experiments/{experiment}/stop", { params: { path: { experiment: of.id } } })),
    changes: isDraft ? [] : PATHS,
    done: () => (isDraft ? t("The draft is thrown away.") : t("It is stopped. What was promised stays.")),
    after: () => {
      if (!isDraft) return;
      void listAnew();
      void navigate({ to: "/insights/experiments" as never });
    },
  });
  return (
    <AskAct
      label={isDraft ? t("Throw it away") : t("Stop it")}
      button={{ color: "rust", variant: "default" }}
      act={act}
      consequence={
        isDraft ? (
          t("The draft is gone for good. Nothing has begun, so nobody is touched.")
        ) : (
          <Stack gap={6}>
            <Text size="sm">{t("Friends who come from now on get the program as it is, whichever arm their advocate is in.")}</Text>
            <Text size="sm">{t("Whoever was promised an arm’s offer keeps it, also when the order comes later.")}</Text>
            <Text size="sm">{t("It cannot be started again. To give everybody an arm’s offer, publish it in the program.")}</Text>
          </Stack>
        )
      }
    />
  );
}

function Head({ of }: { of: Experiment }) {
  const programs = usePrograms();
  const program = useProgramsRead().data?.data.find(({ key }) => key === of.program);
  const state = STATES[of.status];
  return (
    <Section>
      {of.status === "running" && program?.status === "paused" && (
        <Alert color="amber" variant="light" mb="sm" title={t("The program is paused")}>
          {t("Nobody’s friends are counted meanwhile, in no arm. It goes on when the program does.")}
        </Alert>
      )}
      <Facts
        of={[
          [t("State"), <Status key="s" tone={state.tone} word={state.word()} why={state.why()} />],
          [t("Program"), programs.find(({ value }) => value === of.program)?.label ?? of.program],
          [t("The figure that decides"), METRICS[of.metric].name()],
          [t("Planned"), <When key="c" at={of.created_at} exact />],
          ...(of.started_at === null ? [] : [[t("Started"), <When key="a" at={of.started_at} exact />] as const]),
          ...(of.ended_at === null ? [] : [[t("Stopped"), <When key="e" at={of.ended_at} exact />] as const]),
        ]}
      />
    </Section>
  );
}

function Arms({ of }: { of: Experiment }) {
  const all = of.arms.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <Section title={t("Arms")}>
      <Wide minWidth={420} label={t("Arms")}>
        <Table verticalSpacing="xs" aria-label={t("Arms")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("Arm")}</Table.Th>
              <Table.Th>{t("What differs")}</Table.Th>
              <Table.Th ta="end">{t("Share")}</Table.Th>
              <Table.Th ta="end">{t("Version")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {of.arms.map(({ key, name, weight, patch, version }) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" fw={500} style={{ overflowWrap: "anywhere" }}>
                  {name}
                </Table.Th>
                <Table.Td>
                  {armText(patch)}
                  {patch !== null && (
                    <details className="gv-no-print">
                      <summary>{t("As a JSON patch")}</summary>
                      <Data value={patch} label={t("Patch of {arm}", { arm: name })} max={240} />
                    </details>
                  )}
                </Table.Td>
                <Table.Td ta="end" className="gv-number">
                  {percent(weight / all)}
                </Table.Td>
                <Table.Td ta="end" className="gv-number">
                  {version === null ? t("none yet") : number(version)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </Section>
  );
}

function Design({ of }: { of: Experiment }) {
  return (
    <Section title={t("What was agreed before")}>
      <Facts
        of={[
          [t("The smallest change worth having"), percent(of.worth)],
          [t("Of your advocates, those who take part"), percent(of.share)],
          [t("Nothing is decided below"), t("{n, plural, one {# advocate} other {# advocates}}", { n: of.minimum })],
          [
            t("Planned for"),
            of.planned === null ? t("no number of advocates") : t("{n, plural, one {# advocate} other {# advocates}}", { n: of.planned }),
          ],
          [t("Wrongly seen differences"), t("at most {share} of experiments", { share: percent(of.alpha) })],
          [t("The other figures"), CORRECTIONS[of.correction].name()],
          [t("Dealt as one"), UNITS[of.unit].name()],
          [
            t("What must not get worse"),
            of.guardrails.length === 0
              ? null
              : list(
                  of.guardrails.map(({ metric, accepted }) =>
                    t("{metric}: by at most {share}", { metric: METRICS[metric].name(), share: percent(accepted) }),
                  ),
                ),
          ],
        ]}
      />
    </Section>
  );
}
