/** Whoever asked, beside the question: who she is, what happened lately, rewards, earlier questions, notes. */
import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { Go } from "../../kit/go.tsx";
import { Facts, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { NotesSection } from "../people/person-notes.tsx";
import { RewardLines } from "../referrals/reward-lines.tsx";
import { StoryTimeline } from "../referrals/story.tsx";
import { stateWord } from "./words.tsx";

/** So much as fits beside a question; the desk has the rest. */
const LATEST = 6;

export function PersonContext({ person, except }: { person: string; except: string }) {
  const may = useMay();
  const found = useQuery(read("/v1/people/{person}", { path: { person } }));
  const story = useQuery(read("/v1/people/{person}/story", { path: { person } }));
  return (
    <>
      <Section title={t("Who she is")}>
        <Shown of={found}>
          {(data) => (
            <Facts
              of={[
                [t("Name"), <Who key="n" id={data.id} />],
                [t("E-mail"), data.email],
                [t("Known since"), <When key="k" at={data.created_at} />],
              ]}
            />
          )}
        </Shown>
      </Section>
      <Section title={t("What happened lately")}>
        <Shown of={story}>{(data) => <StoryTimeline of={data.timeline.slice(0, LATEST)} />}</Shown>
        <Text size="sm" mt="sm">
          <Go to="/referrals/desk" search={{ person }}>
            {t("Everything, and what can be done")}
          </Go>
        </Text>
      </Section>
      {may("rewards:read") && (
        <Section title={t("Her rewards")}>
          <RewardLines of={{ person }} />
        </Section>
      )}
      <Earlier person={person} except={except} />
      <NotesSection person={person} />
    </>
  );
}

function Earlier({ person, except }: { person: string; except: string }) {
  const earlier = useQuery(read("/v1/help", { query: { person, limit: 20 } }));
  return (
    <Section title={t("Other questions of hers")}>
      <Shown of={earlier}>
        {({ data }) => {
          const others = data.filter((each) => each.id !== except);
          if (others.length === 0)
            return (
              <Text size="sm" c="dimmed">
                {t("This is the only one.")}
              </Text>
            );
          return (
            <Stack gap="xs">
              {others.map((each) => (
                <div key={each.id}>
                  <Go to="/support/tickets/$ticket" params={{ ticket: each.id }}>
                    <Text span size="sm" lineClamp={1}>
                      {each.text}
                    </Text>
                  </Go>
                  <Text size="xs" c="dimmed" component="div">
                    <Status {...stateWord(each.state)} /> <When at={each.at} />
                  </Text>
                </div>
              ))}
            </Stack>
          );
        }}
      </Shown>
    </Section>
  );
}
