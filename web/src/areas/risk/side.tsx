/** One of the two people of a review: who it is, since when, and what happened lately. */
import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMay } from "../../app/me.ts";
import { read } from "../../api/query.ts";
import { Facts, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";

export function Side({ title, person }: { title: string; person: string }) {
  const may = useMay();
  const found = useQuery(read("/v1/people/{person}", { path: { person } }));
  const events = useQuery({ ...read("/v1/events", { query: { person, limit: 8 } }), enabled: may("events:read") });
  return (
    <Section title={title} text={<Who id={person} />}>
      <Shown of={found}>
        {(data) => (
          <Facts
            of={[
              [t("E-mail"), data.email],
              [t("Phone"), data.phone],
              [t("User id"), data.user_id],
              [t("Known since"), <When key="k" at={data.created_at} exact />],
              [
                t("Devices"),
                data.anonymous_ids.length === 0 ? null : t("{n, plural, one {# seen} other {# seen}}", { n: data.anonymous_ids.length }),
              ],
              [t("Company"), data.company],
            ]}
          />
        )}
      </Shown>
      {events.data !== undefined && (
        <Stack gap={4} mt="sm">
          <Text size="xs" c="dimmed">
            {t("Latest events")}
          </Text>
          {events.data.data.length === 0 && <Text size="sm">{t("none")}</Text>}
          {events.data.data.map((event) => (
            <Text key={event.id} size="sm" component="div">
              {event.order === null ? event.type : `${event.type} ${event.order}`} · <When at={event.occurred_at} exact />
            </Text>
          ))}
        </Stack>
      )}
    </Section>
  );
}
