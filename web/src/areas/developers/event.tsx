/** One event: what it said, what each program made of it and why, and what became of that later. */
import { Anchor, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, read } from "../../api/query.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Data } from "../../kit/json.tsx";
import { Facts, Page, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Detail, type Happening, Timeline } from "../../kit/timeline.tsx";
import { Copyable, Money, Status, When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { eventStatus, outcomeWord } from "./words.ts";

type Trace = Answer<"/v1/events/{event}/trace">;
type Decision = Trace["event"]["decisions"][number];

const route = getRouteApi("/developers/events/$event");

export function EventPage() {
  const { event } = route.useParams();
  const trace = useQuery(read("/v1/events/{event}/trace", { path: { event } }));
  return (
    <Shown of={trace}>
      {(data) => (
        <Page
          title={data.event.type}
          text={eventStatus(data.event.status).why}
          under={{ label: t("Events"), to: "/developers/events" }}
          acts={<Retry event={data.event} />}
        >
          <Detail
            aside={
              <Section title={t("What happened and why")}>
                <Timeline of={happenings(data)} />
              </Section>
            }
          >
            <WhatItSaid event={data.event} />
            {data.event.decisions.map((each) => (
              <DecisionShown
                key={each.program}
                of={each}
                words={data.words.find(({ program }) => program === each.program)?.sentences ?? []}
              />
            ))}
            <Section title={t("What it was decided from")} text={t("Without names, addresses and free properties: what the books keep.")}>
              <Data value={data.fact} label={t("What it was decided from")} />
            </Section>
          </Detail>
        </Page>
      )}
    </Shown>
  );
}

function WhatItSaid({ event }: { event: Trace["event"] }) {
  const { tone, word } = eventStatus(event.status);
  return (
    <Section>
      <Facts
        of={[
          [t("Status"), <Status key="status" tone={tone} word={word} />],
          [t("Happened"), <When key="at" at={event.occurred_at} exact />],
          [t("Received"), <When key="received" at={event.received_at} exact />],
          [t("Order"), event.order],
          [
            t("Person"),
            event.person === null ? null : (
              <Anchor key="person" component={Link} {...({ to: `/people/${event.person}` } as object)} size="sm">
                {t("Her page")}
              </Anchor>
            ),
          ],
          [t("Your own id"), <Copyable key="client" value={event.client_id} />],
          [t("Id"), <Copyable key="id" value={event.id} />],
        ]}
      />
      {event.error !== null && (
        <Text c="rust" size="sm" mt="sm" role="note">
          {event.error.detail} ({event.error.code})
        </Text>
      )}
    </Section>
  );
}

function DecisionShown({ of, words }: { of: Decision; words: readonly string[] }) {
  const { tone, word, why } = outcomeWord(of.outcome);
  return (
    <Section title={of.program} acts={<Status tone={tone} word={word} why={why} />}>
      <Stack gap="xs">
        {words.map((sentence, i) => (
          <Text key={i} size="sm" className="gv-text">
            {sentence}
          </Text>
        ))}
        {of.rewards.map((reward) => (
          <Group key={reward.id} gap="xs">
            <Money of={reward.value} />
            <Text size="sm">{t("by the rule {rule}", { rule: reward.rule })}</Text>
            <Anchor component={Link} {...({ to: `/people/${reward.to}` } as object)} size="sm">
              {t("for whom")}
            </Anchor>
          </Group>
        ))}
        {of.referral !== null && <Copyable value={of.referral} />}
        <details>
          <summary>
            <Title order={3} size="sm" display="inline">
              {t("As data")}
            </Title>
          </summary>
          <Data value={of} label={t("The decision of {program}", { program: of.program })} />
        </details>
      </Stack>
    </Section>
  );
}

function happenings({ event, words, revisions }: Trace): Happening[] {
  const first: Happening = {
    key: "first",
    at: event.received_at,
    title: t("It came in and was decided"),
    why: words.flatMap(({ sentences }) => sentences).join(" "),
    tone: "sky",
  };
  const later = revisions.map(({ revision, at, because, cause, words: sentences }) => ({
    key: String(revision),
    at,
    tone: "amber" as const,
    title: t("Decided anew"),
    why: (
      <>
        {sentences.join(" ")} {because === "retried" && t("It was tried again.")}
        {because === "taken_back" && cause === event.id && t("It was taken back.")}
        {cause !== null && cause !== event.id && (
          <Anchor component={Link} {...({ to: `/developers/events/${cause}` } as object)} size="sm">
            {t("because of this event")}
          </Anchor>
        )}
      </>
    ),
  }));
  return [first, ...later].toReversed();
}

function Retry({ event }: { event: Trace["event"] }) {
  const may = useMay();
  const act = useAct({
    run: async () => await unwrap(api.POST("/v1/events/{event}/retry", { params: { path: { event: event.id } } })),
    changes: ["/v1/events"],
    done: ({ status }) => t("It is {status} now", { status: eventStatus(status).word }),
  });
  if (event.status !== "failed" || !may("events:write")) return null;
  return (
    <AskAct
      label={t("Try again")}
      consequence={t("It is decided once more, as if it came now. What was counted stays counted once.")}
      act={act}
    />
  );
}
