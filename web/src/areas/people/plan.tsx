/** One plan: week by week whom to ask, by which way, and what came of it. */
import { Anchor, Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, type Row, pages, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, complain, useAct } from "../../kit/act.tsx";
import { Figure, Section } from "../../kit/page.tsx";
import { ErrorState, Lines } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { instant, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { OnePage, PeoplePage } from "./nav.tsx";
import { PlanStatus } from "./plans.tsx";
import { ScoreBadge } from "./score.tsx";
import { Line } from "./short-list.tsx";

const route = getRouteApi("/people/sources/$plan");
type Step = Row<"/v1/outreach/{plan}/steps">;
type Plan = Answer<"/v1/outreach/{plan}">;
const CHANGES = ["/v1/outreach"];

export function PlanPage() {
  const { plan } = route.useParams();
  const found = useQuery(read("/v1/outreach/{plan}", { path: { plan } }));
  return (
    <OnePage of={found} title={t("Plan")} under={{ label: t("Sources"), to: "/people/sources" }}>
      {(data) => <Known of={data} />}
    </OnePage>
  );
}

function Known({ of }: { of: Plan }) {
  const may = useMay();
  const end = useAct<{ reason: string }>({
    run: () => unwrap(api.POST("/v1/outreach/{plan}/end", { params: { path: { plan: of.id } } })),
    changes: CHANGES,
    done: () => t("The plan is ended."),
  });
  return (
    <PeoplePage
      title={of.name}
      text={t("Asks people to join {program}, {mails} by mail and {notes} by a note a week.", {
        program: of.program,
        mails: of.mails_a_week,
        notes: of.notes_a_week,
      })}
      under={{ label: t("Sources"), to: "/people/sources" }}
      acts={
        <>
          <PlanStatus of={of} />
          {of.status === "running" && may("people:write") && (
            <AskAct
              label={t("End the plan")}
              consequence={t("What was asked stays counted. The people who were not asked may be in another plan.")}
              act={end}
            />
          )}
        </>
      }
    >
      <Section title={t("What came of it")}>
        <Group gap="xl" align="flex-start">
          <Figure label={t("Planned")} value={number(of.planned)} />
          <Figure label={t("Asked")} value={number(of.asked)} />
          <Figure label={t("Joined")} value={number(of.joined)} hint={t("After they were asked.")} />
          <Figure label={t("Brought somebody")} value={number(of.referred)} />
        </Group>
      </Section>
      <Calendar plan={of} />
    </PeoplePage>
  );
}

function Calendar({ plan }: { plan: Plan }) {
  const list = useInfiniteQuery(pages("/v1/outreach/{plan}/steps", { path: { plan: plan.id }, query: { limit: 100 } }));
  if (list.data === undefined) return list.error ? <ErrorState error={list.error} retry={() => void list.refetch()} /> : <Lines n={6} />;
  const weeks = Map.groupBy(
    list.data.pages.flatMap((page) => page.data),
    (step) => step.week,
  );
  return (
    <>
      {[...weeks].map(([week, steps]) => (
        <Section
          key={week}
          title={t("Week {n}", { n: week + 1 })}
          text={t("from {date}", { date: instant(steps[0]!.week_begins, "date") })}
          acts={<SendMails plan={plan} steps={steps} />}
        >
          <Stack gap="xs">
            {steps.map((step) => (
              <StepLine key={step.nth} plan={plan} step={step} />
            ))}
          </Stack>
        </Section>
      ))}
      {list.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("More weeks")}
          </Button>
        </Group>
      )}
    </>
  );
}

const decide = (plan: string, nth: number, state: Step["state"]) =>
  unwrap(api.PUT("/v1/outreach/{plan}/steps/{nth}", { params: { path: { plan, nth } }, body: { state } }));

function StepLine({ plan, step }: { plan: Plan; step: Step }) {
  const may = useMay();
  const act = useAct({
    run: (state: Step["state"]) => decide(plan.id, step.nth, state),
    changes: CHANGES,
    done: (_, state) => (state === "asked" ? t("Marked as asked.") : t("Left out.")),
    undo: () => decide(plan.id, step.nth, step.state),
  });
  const to = { component: Link, to: "/people/$person", params: { person: step.person } } as object;
  const who = step.name ?? step.email ?? t("Somebody without a name");
  const acts = step.state === "planned" && plan.status === "running" && may("people:write");
  return (
    <Line
      end={
        acts ? (
          <>
            <Button size="compact-sm" variant="default" onClick={() => act.mutate("asked", { onError: complain })}>
              {t("Asked")}
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => act.mutate("skipped", { onError: complain })}>
              {t("Leave out")}
            </Button>
          </>
        ) : step.state === "asked" ? (
          <Status tone="leaf" word={t("asked")} />
        ) : step.state === "skipped" ? (
          <Status tone="gray" word={t("left out")} />
        ) : (
          <Status tone="amber" word={t("waiting")} />
        )
      }
    >
      <Group gap="xs">
        <Badge variant="light" color={step.way === "mail" ? "sky" : "vine"} tt="none">
          {step.way === "mail" ? t("mail") : t("note")}
        </Badge>
        {step.person === null ? (
          <Text size="sm">{t("Write to {group}", { group: step.group_name ?? "" })}</Text>
        ) : (
          <Anchor {...to} size="sm" style={{ overflowWrap: "anywhere" }}>
            {who}
          </Anchor>
        )}
        {step.score !== null && <ScoreBadge score={step.score} />}
        {step.asked_at !== null && (
          <Text size="xs" c="dimmed">
            <When at={step.asked_at} />
          </Text>
        )}
      </Group>
    </Line>
  );
}

/** The week's mails as invitations to the program; whoever got one is marked as asked. */
function SendMails({ plan, steps }: { plan: Plan; steps: readonly Step[] }) {
  const may = useMay();
  const due = steps.filter((step) => step.way === "mail" && step.state === "planned" && step.email !== null);
  const act = useAct<{ reason: string }, number>({
    run: async () => {
      const emails = due.map((step) => step.email!);
      const { left } = await unwrap(api.POST("/v1/invitations", { body: { program: plan.program, emails } as never }));
      const notSent = new Set(left.map((each) => each.index));
      for (const [i, step] of due.entries()) await decide(plan.id, step.nth, notSent.has(i) ? "skipped" : "asked");
      return due.length - notSent.size;
    },
    changes: CHANGES,
    done: (sent) => t("{n, plural, one {# invitation goes} other {# invitations go}} out.", { n: sent }),
  });
  if (due.length === 0 || plan.status !== "running" || !may("advocates:write") || !may("people:write")) return null;
  return (
    <AskAct
      label={t("Send {n, plural, one {# mail} other {# mails}}", { n: due.length })}
      consequence={
        <>
          {t("{n, plural, one {One person gets} other {# people get}} the invitation mail to {program} now.", {
            n: due.length,
            program: plan.program,
          })}{" "}
          {t("Who may not be written to, or was invited lately, is left out and marked so. A mail cannot be called back.")}
        </>
      }
      act={act}
      button={{ size: "xs" }}
    />
  );
}
