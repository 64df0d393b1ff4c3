/** The week's check-list: seven things, one at a time, each with what is known, one act and a date. */
import { Box, Button, Group, Progress, Stack, Text, TextInput, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { read } from "../../api/query.ts";
import { Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Status } from "../../kit/values.tsx";
import { instant } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { type Task, useSetup } from "./state.ts";
import { type TaskWords, dueOf, tasksOf } from "./tasks.ts";

export function Improve() {
  const { state } = useSetup();
  const home = useQuery(read("/v1/home"));
  const program = state.program;
  const found = useQuery({ ...read("/v1/programs/{program}", { path: { program: program ?? "" } }), enabled: program !== undefined });
  return (
    <Shown of={home}>
      {(data) => (
        <Tasks
          of={tasksOf({ home: data, document: (found.data?.draft ?? found.data?.definition ?? null) as Record<string, unknown> | null })}
        />
      )}
    </Shown>
  );
}

function Tasks({ of }: { of: TaskWords[] }) {
  const { state, save } = useSetup();
  const tasks = state.tasks ?? {};
  const began = tasks["began"]?.due ?? new Date().toISOString().slice(0, 10);
  const done = of.filter(({ key }) => tasks[key]?.done_at != null).length;
  const change = (key: string, task: Task): void =>
    save.mutate({ step: "improve", tasks: { began: { due: began }, ...tasks, [key]: { ...tasks[key], ...task } } });
  const next = of.findIndex(({ key }) => tasks[key]?.done_at == null);
  return (
    <Stack gap="md">
      <Box maw={480}>
        <Text size="sm" mb={4}>
          {t("{done} of {all} done", { done, all: of.length })}
        </Text>
        <Progress value={(100 * done) / of.length} aria-label={t("Done")} color="leaf" />
      </Box>
      {of.map((each, index) => (
        <OneTask
          key={each.key}
          of={each}
          task={tasks[each.key]}
          due={dueOf(index, tasks[each.key], began)}
          isNext={index === next}
          onChange={(task) => change(each.key, task)}
        />
      ))}
    </Stack>
  );
}

type OneProps = { of: TaskWords; task: Task | undefined; due: string; isNext: boolean; onChange: (task: Task) => void };

function OneTask({ of, task, due, isNext, onChange }: OneProps) {
  const done = task?.done_at != null;
  const [note, setNote] = useState(task?.note ?? "");
  return (
    <Section
      title={of.title}
      text={done ? undefined : of.why}
      acts={done ? <Status tone="leaf" word={t("Done")} /> : isNext ? <Status tone="amber" word={t("Next")} /> : undefined}
    >
      <Stack gap="sm">
        <Text size="sm">{of.known}</Text>
        {of.key === "fit" && (
          <Textarea
            label={t("Whom should people think of?")}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            onBlur={() => note !== (task?.note ?? "") && onChange({ note })}
            maxLength={2000}
            placeholder={t("Somebody who has just moved, with a small garden")}
          />
        )}
        <Group align="flex-end">
          <Button variant={isNext ? "filled" : "default"} {...({ component: Link, to: of.act.to } as object)}>
            {of.act.label}
          </Button>
          <Button variant="subtle" onClick={() => onChange({ done_at: done ? null : new Date().toISOString() })}>
            {done ? t("Not done after all") : t("It is done")}
          </Button>
          {done ? (
            <Text size="sm" c="dimmed">
              {t("Done on {date}", { date: instant(task!.done_at!, "date") })}
            </Text>
          ) : (
            <TextInput
              type="date"
              label={t("By")}
              aria-label={t("{title}: by", { title: of.title })}
              value={due}
              onChange={(event) => event.currentTarget.value !== "" && onChange({ due: event.currentTarget.value })}
              size="xs"
            />
          )}
        </Group>
      </Stack>
    </Section>
  );
}
