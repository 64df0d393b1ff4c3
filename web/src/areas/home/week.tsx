/** The one thing of the improving list that comes next. */
import { Button, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Section } from "../../kit/page.tsx";
import { instant } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { SetupState } from "../setup/state.ts";
import { dueOf, tasksOf } from "../setup/tasks.ts";
import type { HomeData } from "./data.ts";

export function Week({ of, setup }: { of: HomeData; setup: SetupState }) {
  const tasks = tasksOf({ home: of, document: null });
  const kept = setup.tasks ?? {};
  const index = tasks.findIndex(({ key }) => kept[key]?.done_at == null);
  const next = tasks[index];
  if (next === undefined) return null;
  const began = kept["began"]?.due ?? of.at.slice(0, 10);
  return (
    <Section title={t("This week's one thing")}>
      <Text fw={600}>{next.title}</Text>
      <Text size="sm" c="dimmed" mb="sm">
        {next.why}
      </Text>
      <Group>
        <Button variant="default" {...({ component: Link, to: next.act.to } as object)}>
          {next.act.label}
        </Button>
        <Button variant="subtle" {...({ component: Link, to: "/setup", search: { step: "improve" } } as object)}>
          {t("The whole list")}
        </Button>
        <Text size="sm" c="dimmed">
          {t("by {date}", { date: instant(`${dueOf(index, kept[next.key], began)}T12:00:00Z`, "date") })}
        </Text>
      </Group>
    </Section>
  );
}
