/** The desk's answer about one person: what happened as a timeline with reasons, what next, words to send, and acts. */
import { Alert, Group, List, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type Answer, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { Go } from "../../kit/go.tsx";
import { Facts, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Detail } from "../../kit/timeline.tsx";
import { Status, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { instant, money } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Attribute } from "./attribute.tsx";
import { Mails } from "./mails.tsx";
import { RetroClaim } from "./retro-claim.tsx";
import { RewardLines } from "./reward-lines.tsx";
import { StoryTimeline, Tellings } from "./story.tsx";
import { referralWord } from "./words.ts";

type Story = Answer<"/v1/people/{person}/story">;

export function DeskPerson({ person, order }: { person: string; order: string | undefined }) {
  const story = useQuery(read("/v1/people/{person}/story", { path: { person } }));
  const may = useMay();
  return (
    <Shown of={story}>
      {(data) => {
        const narrowed = order === undefined ? data.timeline : data.timeline.filter((each) => each.event?.order === order);
        const timeline = narrowed.length === 0 ? data.timeline : narrowed;
        return (
          <Detail
            aside={
              <>
                <Section
                  title={
                    order === undefined || narrowed.length === 0
                      ? t("What happened, and why")
                      : t("What happened to order {order}", { order })
                  }
                >
                  <StoryTimeline of={timeline} />
                </Section>
                {may("messages:read") && (
                  <Section title={t("Mails to her")}>
                    <Mails person={data.person} />
                  </Section>
                )}
              </>
            }
          >
            <Known story={data} />
            <Next story={data} order={order} />
            <Section title={t("Words to send")} text={t("In her own language, and about nobody else.")}>
              <Tellings of={data.tell} />
            </Section>
            {may("rewards:read") && (
              <Section title={t("Her rewards")}>
                <RewardLines of={{ person: data.person }} />
              </Section>
            )}
          </Detail>
        );
      }}
    </Shown>
  );
}

function Known({ story }: { story: Story }) {
  const found = useQuery(read("/v1/people/{person}", { path: { person: story.person } }));
  return (
    <Section title={t("Who she is")}>
      <Shown of={found}>
        {(data) => (
          <Facts
            of={[
              [t("Name"), <Who key="n" id={data.id} />],
              [t("E-mail"), data.email],
              [t("Your user id"), data.user_id],
              [t("Known since"), <When key="at" at={data.created_at} exact />],
            ]}
          />
        )}
      </Shown>
      {story.referred_by.map((each) => (
        <Group key={each.id} gap={6} mt="sm">
          <Text size="sm" component="div">
            {t("Sent by")} <Who id={each.advocate} />
          </Text>
          <Status {...referralWord(each.status)} />
          <Go to="/referrals/$referral" params={{ referral: each.id }}>
            <Text span size="sm">
              {t("The whole story")}
            </Text>
          </Go>
        </Group>
      ))}
    </Section>
  );
}

/** What follows from what happened: dates that will come, decisions that somebody owes, and what can be put right. */
function nextOf(story: Story): string[] {
  const lines: string[] = [];
  const seen = new Set<string>();
  for (const { kind, reward } of story.timeline) {
    if (kind !== "reward" || reward === null || reward.state !== "pending" || seen.has(reward.id)) continue;
    seen.add(reward.id);
    const amount = money(reward.value.amount, reward.value.currency);
    const decided = reward.waits_for === null || reward.waits_for === "hold";
    lines.push(
      decided
        ? t("{amount} is hers on {date}, unless the order goes back.", { amount, date: instant(reward.available_at, "date") })
        : t("{amount} waits for a decision: approve or refuse it below, or in its review.", { amount }),
    );
  }
  return lines.slice(0, 5);
}

function Next({ story, order }: { story: Story; order: string | undefined }) {
  const may = useMay();
  const lines = nextOf(story);
  const decisions = story.timeline.flatMap((each) => each.event?.decisions ?? []);
  const lacking = decisions.find((each) => each.reason === "no_touch")?.program;
  const untied = story.referred_by.length === 0 && lacking !== undefined;
  return (
    <Section title={t("What next")}>
      <Stack gap="sm">
        {lines.length > 0 && (
          <List size="sm">
            {lines.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
        )}
        {untied && (
          <Alert color="amber" variant="light" title={t("Nobody is tied to what she did")}>
            {t(
              "She came without a link or code that we know. If a friend sent her, attribute it by hand, or file a claim for that friend.",
            )}
          </Alert>
        )}
        {lines.length === 0 && !untied && (
          <Text size="sm" c="dimmed">
            {t("Nothing waits. If a referral or a reward is missing all the same, put it right here.")}
          </Text>
        )}
        <Group gap="xs">
          {may("referrals:write") && <Attribute friend={story.referred_by.length === 0 ? story.person : undefined} program={lacking} />}
          {may("claims:write") && <RetroClaim order={order} person={story.referred_by.length > 0 || untied ? undefined : story.person} />}
        </Group>
      </Stack>
    </Section>
  );
}
