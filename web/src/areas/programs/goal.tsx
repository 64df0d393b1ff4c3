/** A program's goal: so much by a date, and how it stands. */
import { Button, Group, NativeSelect, NumberInput, Progress, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { SaveBar, takeErrors, useKeptForm } from "../../kit/form.tsx";
import { Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Status } from "../../kit/values.tsx";
import { instantOf, typedOf } from "../../kit/zoned.ts";
import { instant, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Row } from "./form/fields.tsx";

type Metric = "referrals" | "customers" | "advocates";

export function Goal({ program }: { program: string }) {
  const goals = useQuery(read("/v1/goals"));
  const may = useMay();
  const [editing, edit] = useState(false);
  return (
    <Section
      title={t("Goal")}
      acts={
        may("programs:write") && !editing ? (
          <Button size="compact-sm" variant="subtle" onClick={() => edit(true)}>
            {t("Set the goal")}
          </Button>
        ) : undefined
      }
    >
      <Shown of={goals}>
        {({ data }) => {
          const goal = data.find((each) => each.program === program);
          if (editing) return <GoalForm program={program} goal={goal} done={() => edit(false)} />;
          if (goal === undefined)
            return (
              <Text size="sm" c="dimmed">
                {t("No goal yet: so many friends by a date, and every day you see whether the pace is enough.")}
              </Text>
            );
          return <Standing goal={goal} />;
        }}
      </Shown>
    </Section>
  );
}

type GoalView = { metric: Metric; target: number; done: number; until: string; weekly: number; needed: number | null; state: string };

const metrics = (): Record<Metric, string> => ({
  referrals: t("friends who came"),
  customers: t("friends who bought"),
  advocates: t("people who recommend"),
});

function Standing({ goal }: { goal: GoalView }) {
  const states = {
    reached: { tone: "leaf", word: t("Reached") },
    ahead: { tone: "leaf", word: t("On course") },
    behind: { tone: "amber", word: t("Behind") },
    missed: { tone: "rust", word: t("Missed") },
  } as const;
  const { tone, word } = states[goal.state as keyof typeof states];
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {t("{done} of {target} {what} by {date}", {
            done: number(goal.done),
            target: number(goal.target),
            what: metrics()[goal.metric],
            date: instant(goal.until, "date"),
          })}
        </Text>
        <Status tone={tone} word={word} />
      </Group>
      <Progress value={Math.min(100, (100 * goal.done) / goal.target)} color={tone} aria-label={t("Of the goal")} />
      <Text size="xs" c="dimmed">
        {goal.needed === null || goal.needed === 0
          ? t("{weekly} a week so far.", { weekly: number(goal.weekly) })
          : t("{weekly} a week so far; from now on it takes {needed}.", { weekly: number(goal.weekly), needed: number(goal.needed) })}
      </Text>
    </Stack>
  );
}

function GoalForm({ program, goal, done }: { program: string; goal: GoalView | undefined; done: () => void }) {
  const form = useKeptForm(`goal:${program}`, {
    metric: goal?.metric ?? ("customers" as Metric),
    target: goal?.target ?? 100,
    until: goal === undefined ? "" : typedOf(goal.until).slice(0, 10),
  });
  const save = useAct({
    run: (values: typeof form.values) =>
      unwrap(
        api.PUT("/v1/goals", {
          body: { program, metric: values.metric, target: values.target, until: instantOf(`${values.until} 23:59:59`) },
        }),
      ),
    changes: ["/v1/goals", "/v1/home"],
    done: () => t("The goal is set."),
    after: () => (form.forget(), done()),
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values, { onError: (error) => takeErrors(form, error) }))}>
      <Stack gap="sm">
        <Row min={120}>
          <NumberInput label={t("How many")} min={1} hideControls required {...form.getInputProps("target")} />
          <NativeSelect
            label={t("Of what")}
            data={Object.entries(metrics()).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps("metric")}
          />
          <TextInput label={t("By when")} type="date" required {...form.getInputProps("until")} />
        </Row>
        <SaveBar
          error={save.error}
          pending={save.isPending}
          dirty={form.isDirty() || form.wasKept || goal === undefined}
          label={t("Save the goal")}
        />
        <Group justify="flex-end">
          <Button variant="subtle" size="compact-sm" onClick={() => (form.forget(), done())}>
            {t("Cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
