/** The mails of a kept view: how often, at what hour, to whom. Each operator can stop hers herself. */
import { Button, Group, Modal, MultiSelect, Select, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import { useState } from "react";
import { useMay, useMe } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Row, read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { instant, list, number } from "../../words/format.ts";
import { language, t } from "../../words/say.ts";
import type { KeptView } from "./views.ts";

type Schedule = Row<"/v1/report-schedules">;
const CHANGES = ["/v1/report-schedules", "/v1/me/mail"];

/** 1 is Monday. The first of January 2024 was one. */
const weekday = (day: number): string =>
  new Intl.DateTimeFormat(language(), { weekday: "long", timeZone: "UTC" }).format(Date.UTC(2024, 0, day));
const hour = (at: number): string =>
  new Intl.DateTimeFormat(language(), { hour: "2-digit", minute: "2-digit", timeZone: "UTC" }).format(Date.UTC(2024, 0, 1, at));

function rhythm({ every, on_day, at_hour }: Pick<Schedule, "every" | "on_day" | "at_hour">): string {
  const at = hour(at_hour);
  if (every === "day") return t("Every day at {at}", { at });
  if (every === "week") return t("Every {weekday} at {at}", { weekday: weekday(on_day), at });
  return t("Every month on day {day} at {at}", { day: number(on_day), at });
}

export function Sending({ view, schedules }: { view: KeptView; schedules: readonly Schedule[] }) {
  const may = useMay();
  const { workspace } = useMe();
  return (
    <Stack gap="xs">
      {schedules.map((each) => (
        <One key={each.id} of={each} view={view} />
      ))}
      {may("reports:write") && !workspace.sandbox && (
        <Group>
          <Plan view={view} of={null} />
        </Group>
      )}
      {workspace.sandbox && schedules.length === 0 && (
        <Text size="xs" c="dimmed">
          {t("A sandbox sends no reports: have them sent from the workspace itself.")}
        </Text>
      )}
    </Stack>
  );
}

function One({ of, view }: { of: Schedule; view: KeptView }) {
  const may = useMay();
  const path = { schedule: of.id };
  const [on, off] = [of.operators.filter((each) => !each.off), of.operators.filter((each) => each.off)];
  const wish = { every: of.every, on_day: of.on_day, at_hour: of.at_hour, operators: on.map((each) => each.id) };
  const stop = useAct({
    run: async () => await unwrap(api.DELETE("/v1/report-schedules/{schedule}", { params: { path } })),
    changes: CHANGES,
    done: () => t("“{name}” is sent no more.", { name: view.name }),
    // Whoever wanted it no more is not asked for again.
    ...(on.length === 0
      ? {}
      : { undo: async () => await unwrap(api.POST("/v1/report-schedules", { body: { view: view.id, ...wish } })) }),
  });
  return (
    <Group justify="space-between" gap="sm">
      <div style={{ minWidth: 0, flex: "1 1 240px" }}>
        <Text size="sm">
          {t("{when}, to {people}.", { when: rhythm(of), people: on.length === 0 ? t("nobody") : list(on.map((each) => each.name)) })}
        </Text>
        <Text size="xs" c="dimmed">
          {t("Next on {at}.", { at: instant(of.next_at) })}{" "}
          {off.length > 0 && t("{people} wanted it no more.", { people: list(off.map((each) => each.name)) })}
        </Text>
      </div>
      {may("reports:write") && (
        <Group gap="xs">
          <Plan view={view} of={of} />
          <Button variant="subtle" color="rust" size="compact-sm" loading={stop.isPending} onClick={() => stop.mutate()}>
            {t("Send no more")}
          </Button>
        </Group>
      )}
    </Group>
  );
}

/** A rhythm and readers, chosen anew or changed. */
function Plan({ view, of }: { view: KeptView; of: Schedule | null }) {
  const [opened, { open, close }] = useDisclosure();
  const label = of === null ? t("Send it by mail") : t("Change the mail");
  return (
    <>
      <Button
        variant="default"
        size={of === null ? "sm" : "compact-sm"}
        leftSection={of === null ? <Mail size={16} aria-hidden /> : undefined}
        onClick={open}
      >
        {label}
      </Button>
      <Modal opened={opened} onClose={close} title={t("Send “{name}”", { name: view.name })}>
        <PlanForm view={view} of={of} close={close} />
      </Modal>
    </>
  );
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

function PlanForm({ view, of, close }: { view: KeptView; of: Schedule | null; close: () => void }) {
  const { operator, workspace } = useMe();
  const operators = useQuery(read("/v1/operators"));
  const [every, setEvery] = useState<Schedule["every"]>(of?.every ?? "week");
  const [day, setDay] = useState(String(of?.on_day ?? 1));
  const [at, setAt] = useState(String(of?.at_hour ?? 8));
  const [people, setPeople] = useState<string[]>(of?.operators.map((each) => each.id) ?? (operator === null ? [] : [operator.id]));
  const wish = { every, on_day: every === "day" ? 1 : Number(day), at_hour: Number(at), operators: people };
  const save = useAct({
    run: async () =>
      of === null
        ? await unwrap(api.POST("/v1/report-schedules", { body: { view: view.id, ...wish } }))
        : await unwrap(api.PUT("/v1/report-schedules/{schedule}", { params: { path: { schedule: of.id } }, body: wish })),
    changes: CHANGES,
    done: (made) => t("“{name}” is sent from {at} on.", { name: view.name, at: instant(made.next_at) }),
    after: close,
  });
  const days = every === "week" ? numbers(1, 7).map((n) => ({ value: String(n), label: weekday(n) })) : numbers(1, 28).map(String);
  return (
    <form onSubmit={(event) => (event.preventDefault(), save.mutate())}>
      <Stack gap="sm">
        <Select
          label={t("How often")}
          description={t("Each mail is about the day, week or month that has just ended.")}
          data={[
            { value: "day", label: t("Every day") },
            { value: "week", label: t("Every week") },
            { value: "month", label: t("Every month") },
          ]}
          value={every}
          onChange={(next) => (setEvery((next as Schedule["every"] | null) ?? "week"), setDay("1"))}
          allowDeselect={false}
        />
        {every !== "day" && (
          <Select
            label={every === "week" ? t("On which weekday") : t("On which day of the month")}
            data={days}
            value={day}
            onChange={(next) => setDay(next ?? "1")}
            allowDeselect={false}
          />
        )}
        <Select
          label={t("At what time")}
          description={t("On the clocks of {zone}.", { zone: workspace.zone })}
          data={numbers(0, 23).map((n) => ({ value: String(n), label: hour(n) }))}
          value={at}
          onChange={(next) => setAt(next ?? "8")}
          allowDeselect={false}
        />
        <MultiSelect
          label={t("To whom")}
          description={t("People who work in this workspace, each in their own language. Each can stop it for themselves.")}
          data={(operators.data?.data ?? []).filter((each) => !each.disabled).map((each) => ({ value: each.id, label: each.name }))}
          value={people}
          onChange={setPeople}
          searchable
        />
        {save.error && <ErrorState error={save.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("Cancel")}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={people.length === 0}>
            {of === null ? t("Send it by mail") : t("Change the mail")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
