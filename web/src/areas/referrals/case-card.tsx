/** A case: its people, what happened on it, and what may be done. Who is not on it is told so kindly. */
import { Button, Group, Select, Stack, Text, Textarea } from "@mantine/core";
import { GrapevineError } from "@grapevine/sdk";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Facts, Section } from "../../kit/page.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { EmptyState, ErrorState, Shown } from "../../kit/states.tsx";
import { Timeline } from "../../kit/timeline.tsx";
import { When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";

type Case = Answer<"/v1/cases/{case}">;
const CHANGES = ["/v1/cases"];

export function CaseCard({ id }: { id: string }) {
  const found = useQuery(read("/v1/cases/{case}", { path: { case: id } }));
  const may = useMay();
  if (found.error instanceof GrapevineError && found.error.status === 404)
    return (
      <EmptyState
        title={t("You are not on this case")}
        text={t(
          "Only the people on a case can read it, whatever their role; or there is no such case. Whoever is on it can put you on it.",
        )}
      />
    );
  return (
    <Shown of={found}>
      {(data) => (
        <Stack gap="md">
          <Facts
            of={[
              [t("Whom it is about"), <Who key="p" id={data.person} />],
              [t("Owner"), <Who key="o" id={data.owner} />],
              [t("Coordinator"), data.coordinator === null ? t("nobody") : <Who key="c" id={data.coordinator} />],
              [t("Stage"), data.stage],
              [t("Due"), data.due_at === null ? t("at no time") : <When key="d" at={data.due_at} exact />],
              [t("Opened"), <When key="at" at={data.opened_at} exact />],
            ]}
          />
          {data.status === "open" && may("cases:write") && <CaseActs of={data} />}
          <Section title={t("What happened")}>
            <Timeline of={[...data.steps].reverse().map(stepOf)} />
          </Section>
        </Stack>
      )}
    </Shown>
  );
}

function stepOf(step: Case["steps"][number]) {
  const { from, to } = step.data as { from?: string; to?: string };
  const title =
    step.kind === "moved" && from !== undefined && to !== undefined ? t("Moved from {from} to {to}", { from, to }) : kindWord(step.kind);
  return {
    key: String(step.step),
    at: step.at,
    title,
    why: (
      <>
        {step.text !== null && <Text size="sm">{step.text}</Text>}
        {step.by !== null && (
          <Text size="xs" c="dimmed" component="div">
            <Who id={step.by} />
          </Text>
        )}
      </>
    ),
  };
}

function kindWord(kind: string): string {
  switch (kind) {
    case "opened":
      return t("Opened");
    case "note":
    case "noted":
      return t("Note");
    case "closed":
      return t("Closed");
    case "reassigned":
      return t("Given to somebody else");
    default:
      return kind;
  }
}

function CaseActs({ of }: { of: Case }) {
  const path = { params: { path: { case: of.id } } };
  const [note, setNote] = useState("");
  const [owner, setOwner] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<"resolved" | "continue" | "refer_on">("resolved");
  const [why, setWhy] = useState("");
  const add = useAct({
    run: (text: string) => unwrap(api.POST("/v1/cases/{case}/notes", { ...path, body: { text } })),
    changes: CHANGES,
    done: () => t("The note is on the case."),
    after: () => setNote(""),
  });
  const give = (to: string) => unwrap(api.POST("/v1/cases/{case}/reassign", { ...path, body: { owner: to } }));
  const reassign = useAct({
    run: () => give(owner!),
    changes: CHANGES,
    done: () => t("The case has another owner."),
    undo: () => give(of.owner),
  });
  const close = useAct({
    run: () =>
      unwrap(api.POST("/v1/cases/{case}/close", { ...path, body: { outcome, ...(why.trim() === "" ? {} : { reason: why.trim() }) } })),
    changes: CHANGES,
    done: () => t("The case is closed."),
  });
  const outcomes = [
    { value: "resolved", label: t("Resolved") },
    { value: "continue", label: t("Goes on elsewhere in time") },
    { value: "refer_on", label: t("Referred on") },
  ];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (note.trim() !== "") add.mutate(note.trim());
  };
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <AskAct
          label={t("Give to another owner")}
          act={reassign}
          ready={owner !== null}
          consequence={t("She is on the case from then on and is told by mail. Who had it stays on it.")}
        >
          <PickPerson label={t("New owner")} required value={owner} onChange={setOwner} />
        </AskAct>
        <AskAct label={t("Close the case")} act={close} consequence={t("Nothing is due any more. A closed case is not opened again.")}>
          <Select
            label={t("Outcome")}
            data={outcomes}
            value={outcome}
            onChange={(value) => setOutcome((value as typeof outcome) ?? "resolved")}
            allowDeselect={false}
          />
          <Textarea
            label={t("Why")}
            description={t("Needed where the last stage was not reached.")}
            value={why}
            onChange={(event) => setWhy(event.currentTarget.value)}
          />
        </AskAct>
      </Group>
      <form onSubmit={submit}>
        <Textarea label={t("Note")} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        {add.error && <ErrorState error={add.error} />}
        <Group justify="flex-end" mt="xs">
          <Button type="submit" size="xs" variant="default" loading={add.isPending} disabled={note.trim() === ""}>
            {t("Add the note")}
          </Button>
        </Group>
      </form>
    </Stack>
  );
}
