/** Plans to ask people: so many a week by mail and by a note of one's own, and what came of it. */
import { Button, Group, Modal, MultiSelect, NumberInput, Select, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { type Row, pages, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { List } from "../../kit/list.tsx";
import { Section } from "../../kit/page.tsx";
import { EmptyState, ErrorState } from "../../kit/states.tsx";
import { Status } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { groupsQuery } from "./groups.tsx";
import { programName } from "./program-name.ts";

type Plan = Row<"/v1/outreach">;

export function PlansSection() {
  const may = useMay();
  const navigate = useNavigate();
  const [opened, { open, close }] = useDisclosure();
  const plans = useInfiniteQuery(pages("/v1/outreach", { query: { limit: 20 } }));
  return (
    <Section
      title={t("Plans to ask them")}
      text={t("A calendar at a pace that one person can keep: the likeliest get a note of your own, the others a mail.")}
      acts={
        may("people:write") && (
          <Button size="xs" variant="default" onClick={open}>
            {t("New plan")}
          </Button>
        )
      }
    >
      <List<Plan>
        of={plans}
        label={t("Plans")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/people/sources/$plan", params: { plan: row.id } })}
        columns={[
          { key: "name", label: t("Name"), cell: (row) => row.name },
          { key: "status", label: t("State"), cell: (row) => <PlanStatus of={row} />, width: 110 },
          { key: "planned", label: t("Planned"), cell: (row) => number(row.planned), end: true, wide: true },
          { key: "asked", label: t("Asked"), cell: (row) => number(row.asked), end: true },
          { key: "joined", label: t("Joined"), cell: (row) => number(row.joined), end: true },
          { key: "referred", label: t("Brought somebody"), cell: (row) => number(row.referred), end: true, wide: true },
        ]}
        empty={<EmptyState title={t("No plan yet")} text={t("Name the groups above first, then a plan spreads them over weeks.")} />}
      />
      <Modal opened={opened} onClose={close} title={t("New plan")}>
        {opened && <PlanForm close={close} />}
      </Modal>
    </Section>
  );
}

export function PlanStatus({ of }: { of: { status: "running" | "ended" } }) {
  return of.status === "running" ? <Status tone="leaf" word={t("running")} /> : <Status tone="gray" word={t("ended")} />;
}

function PlanForm({ close }: { close: () => void }) {
  const navigate = useNavigate();
  const groups = useInfiniteQuery(groupsQuery());
  const programs = useQuery(read("/v1/programs", { query: { limit: 100 } }));
  const [name, setName] = useState("");
  const [program, setProgram] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string[]>([]);
  const [weeks, setWeeks] = useState<number>(4);
  const [mails, setMails] = useState<number>(20);
  const [notes, setNotes] = useState<number>(5);
  const act = useAct({
    run: () =>
      unwrap(
        api.POST("/v1/outreach", {
          body: { name: name.trim(), program: program!, groups: chosen, weeks, mails_a_week: mails, notes_a_week: notes },
        }),
      ),
    changes: ["/v1/outreach"],
    done: (made) => t("{n, plural, one {# step is} other {# steps are}} in the calendar.", { n: made.planned }),
    after: (made) => (close(), void navigate({ to: "/people/sources/$plan", params: { plan: made.id } })),
  });
  const all = groups.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
      <Stack gap="sm">
        <TextInput label={t("Name")} required maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Select
          label={t("What they are asked to join")}
          required
          data={(programs.data?.data ?? [])
            .filter((each) => each.status !== "ended")
            .map((each) => ({ value: each.key, label: programName(each) }))}
          value={program}
          onChange={setProgram}
        />
        <MultiSelect
          label={t("Groups")}
          required
          searchable
          data={all.map((each) => ({ value: each.id, label: each.name }))}
          value={chosen}
          onChange={setChosen}
          nothingFoundMessage={t("There is no group yet: add one first.")}
        />
        <Group grow>
          <NumberInput label={t("Weeks")} min={1} max={52} value={weeks} onChange={(next) => setWeeks(Number(next) || 1)} />
          <NumberInput label={t("Mails a week")} min={0} max={500} value={mails} onChange={(next) => setMails(Number(next) || 0)} />
          <NumberInput label={t("Notes a week")} min={0} max={100} value={notes} onChange={(next) => setNotes(Number(next) || 0)} />
        </Group>
        <Text size="sm" c="dimmed">
          {t(
            "Who takes part already, or is in another plan, is left out. Mails go only to those who agreed to them. Nothing is sent yet.",
          )}
        </Text>
        {act.error && <ErrorState error={act.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("Cancel")}
          </Button>
          <Button type="submit" loading={act.isPending} disabled={name.trim() === "" || program === null || chosen.length === 0}>
            {t("Make the calendar")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
