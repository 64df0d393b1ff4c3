/** The sandbox: the way there, and there its clock. */
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { useState } from "react";
import { useMay, useMe } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, queries, read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { Figure, Section } from "../../kit/page.tsx";
import { EmptyState, ErrorState, Shown } from "../../kit/states.tsx";
import { InstantInput } from "../../kit/instant-input.tsx";
import { instant, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Figures } from "./figures.tsx";
import { DeveloperPage } from "./nav.tsx";

type Clock = Answer<"/v1/test_clock">;

export function Sandbox() {
  const { workspace, workspaces } = useMe();
  const other = workspaces.find(
    (each) => each.slug === (workspace.sandbox ? workspace.slug.replace(/-sandbox$/, "") : `${workspace.slug}-sandbox`),
  );
  const go = (slug: string, label: string) => (
    <Button component="a" href={`/app/${encodeURIComponent(slug)}/developers/sandbox`} variant={workspace.sandbox ? "default" : "filled"}>
      {label}
    </Button>
  );
  const live = workspace.sandbox ? workspace.slug.replace(/-sandbox$/, "") : workspace.slug;
  return (
    <DeveloperPage
      title={t("Sandbox")}
      text={t(
        "A workspace beside yours with people, programs and play money of its own. Its clock can be moved: a month takes a minute.",
      )}
      acts={workspace.sandbox && other !== undefined ? go(live, t("Back to the live workspace")) : undefined}
    >
      {workspace.sandbox ? (
        <ClockOf />
      ) : (
        <EmptyState
          title={t("You are in the live workspace")}
          text={t("Its clock is everybody's. Go over to the sandbox to try what happens in 14 days, or a year.")}
          act={go(`${live}-sandbox`, t("Open the sandbox"))}
        />
      )}
    </DeveloperPage>
  );
}

function ClockOf() {
  const clock = useQuery(read("/v1/test_clock"));
  const may = useMay();
  return (
    <Shown of={clock}>
      {(data) => (
        <>
          <Section>
            <Figures>
              <Figure label={t("The sandbox's time")} value={instant(data.now)} hint={aheadOf(data.now)} />
              <Figure
                label={t("Next to happen")}
                value={data.next === null ? t("Nothing is waiting") : dueWords(data.next.what)}
                hint={data.next === null ? undefined : instant(data.next.at)}
              />
            </Figures>
          </Section>
          {may("clock:write") && <Move clock={data} />}
        </>
      )}
    </Shown>
  );
}

function aheadOf(now: string): string {
  const days = Math.floor((Date.parse(now) - Date.now()) / 86_400_000);
  return days <= 0 ? t("The same as everybody's") : t("{n, plural, one {# day} other {# days}} ahead of everybody's", { n: days });
}

/** What is due next, as people say it. */
function dueWords(what: string): string {
  const words: Record<string, string> = {
    reward: t("A hold ends: a reward becomes available"),
    delay: t("A rule's wait is over"),
    expiry: t("Something unspent ends, or its holder is told"),
    level: t("A level may change"),
    case: t("A reminder of a case, lead or request"),
    claim: t("A claim is decided or ends"),
    review: t("A review is decided by its deadline"),
    board: t("A ranking or a contest is frozen, or a prize lapses"),
    ask: t("An announcement goes on, or good moments are looked for"),
    mail: t("A mail goes out"),
  };
  return words[what] ?? what;
}

type Step = { label: string; body: { advance: string } | { set: string } };

function Move({ clock }: { clock: Clock }) {
  const [to, setTo] = useState<string | null>(null);
  const [ran, setRan] = useState<Record<string, number> | null>(null);
  const act = useAct({
    run: async (body: Step["body"]) => await unwrap(api.POST("/v1/test_clock", { body })),
    changes: ["/v1/test_clock"],
    done: ({ now }) => t("The sandbox is at {now}", { now: instant(now) }),
    after: (answer) => (setRan(answer.ran), void queries.invalidateQueries()),
  });
  const steps: Step[] = [
    { label: t("1 hour"), body: { advance: "1h" } },
    { label: t("1 day"), body: { advance: "1d" } },
    { label: t("14 days"), body: { advance: "14d" } },
    { label: t("1 month"), body: { advance: "1 month" } },
  ];
  const { next } = clock;
  return (
    <Section title={t("Move the clock forward")} text={t("What becomes due on the way is done before it answers. It never goes back.")}>
      <Stack>
        <Group gap="xs">
          {steps.map(({ label, body }) => (
            <Button key={label} variant="default" loading={act.isPending} onClick={() => act.mutate(body)}>
              {label}
            </Button>
          ))}
          <Button loading={act.isPending} disabled={next === null} onClick={() => next !== null && act.mutate({ set: next.at })}>
            {t("To the next thing")}
          </Button>
        </Group>
        <Group gap="xs" align="center">
          <InstantInput label={t("To a day and time of yours")} value={to} onChange={setTo} min={clock.now} width={280} />
          <Button variant="default" disabled={to === null} loading={act.isPending} onClick={() => to !== null && act.mutate({ set: to })}>
            {t("Move there")}
          </Button>
        </Group>
        {act.error && <ErrorState error={act.error} />}
        {ran !== null && <Ran of={ran} />}
      </Stack>
    </Section>
  );
}

const ranWords = (): Record<string, string> => ({
  matured: t("rewards became available"),
  lapsed: t("rewards ended unspent"),
  expiring: t("holders were told that something ends soon"),
  closed: t("periods were closed"),
  delayed: t("waits were over"),
  frozen: t("recommendations were made final"),
  coupons: t("coupons were issued or voided"),
  levels: t("levels were looked at"),
  claims: t("claims moved"),
  cases: t("reminders of cases, leads and requests"),
  reviews: t("reviews moved"),
  contests: t("rankings and contests moved"),
  asked: t("people were asked, or held back, by announcements"),
  expired: t("old rows were dropped"),
});

/** What happened on the way. */
function Ran({ of }: { of: Record<string, number> }) {
  const said = ranWords();
  const done = Object.entries(of).filter(([, n]) => n > 0);
  return (
    <Alert variant="light" color="sky" icon={<FlaskConical size={18} />} title={t("What happened on the way")} role="status">
      {done.length === 0 ? (
        <Text size="sm">{t("Nothing was due.")}</Text>
      ) : (
        <Stack gap={2}>
          {done.map(([what, n]) => (
            <Text key={what} size="sm">
              {number(n)} {said[what] ?? what}
            </Text>
          ))}
        </Stack>
      )}
    </Alert>
  );
}
