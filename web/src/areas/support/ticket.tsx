/** One question with everything about whoever asked beside it, and the answer. */
import { Select, Stack, TagsInput, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, read } from "../../api/query.ts";
import { useMay, useMe } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { Facts, Page, Section } from "../../kit/page.tsx";
import { ErrorState, Shown } from "../../kit/states.tsx";
import { Detail } from "../../kit/timeline.tsx";
import { Status, When } from "../../kit/values.tsx";
import { Who, useName } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { AnswerForm } from "./answer-form.tsx";
import { PersonContext } from "./person-context.tsx";
import { TICKET_STATES, type TicketState } from "./search.ts";
import { SupportNav, changeWords, stateWord } from "./words.tsx";

type Help = Answer<"/v1/help/{help}">;
const route = getRouteApi("/support/tickets/$ticket");

export function Ticket() {
  const { ticket: id } = route.useParams();
  const ticket = useQuery(read("/v1/help/{help}", { path: { help: id } }));
  const name = useName(ticket.data?.person)?.name ?? "…";
  return (
    <Shown of={ticket}>
      {(data) => (
        <Page title={t("{name} asks", { name })} under={{ label: t("Tickets"), to: "/support" }}>
          <SupportNav />
          <Detail aside={<PersonContext person={data.person} except={data.id} />}>
            <Section title={t("The question")}>
              <Text size="sm" className="gv-text" dir="auto" style={{ whiteSpace: "pre-wrap" }}>
                {data.text}
              </Text>
              <Stack mt="md">
                <Facts
                  of={[
                    [t("Who"), <Who key="w" id={data.person} />],
                    [t("Asked"), <When key="a" at={data.at} exact />],
                    [t("Program"), data.program],
                    [t("Where she was"), data.page],
                    [t("State"), <Status key="s" {...stateWord(data.state)} />],
                  ]}
                />
              </Stack>
            </Section>
            <AnswerForm key={data.id} ticket={data} />
            <Handling ticket={data} />
          </Detail>
        </Page>
      )}
    </Shown>
  );
}

type Change = { state?: Help["state"]; assigned?: string | null; tags?: string[]; kind?: Help["kind"] };

/** State, who looks after it, tags. Each change is kept at once, and can be undone. */
function Handling({ ticket }: { ticket: Help }) {
  const may = useMay();
  const { operator } = useMe();
  const operators = useQuery({ ...read("/v1/operators"), enabled: may("operators:read") });
  const path = { params: { path: { help: ticket.id } } };
  const send = (body: Change) => unwrap(api.PATCH("/v1/help/{help}", { ...path, body }));
  const before: Required<Change> = { state: ticket.state, assigned: ticket.assigned, tags: ticket.tags, kind: ticket.kind };
  const act = useAct({
    run: (change: Change) => send(change),
    changes: ["/v1/help"],
    done: (_, change) => changeWords(change, nameOf(change.assigned)),
    undo: (_, change) => {
      const names = Object.keys(change) as (keyof Change)[];
      return send(Object.fromEntries(names.map((each) => [each, before[each]])));
    },
  });
  const people = new Map((operators.data?.data ?? []).map((each) => [each.id, each.me ? t("You") : each.name || each.email]));
  if (operator !== null && !people.has(operator.id)) people.set(operator.id, t("You"));
  if (ticket.assigned !== null && !people.has(ticket.assigned)) people.set(ticket.assigned, t("an operator"));
  const nameOf = (id: string | null | undefined): string => (id == null || id === operator?.id ? "" : (people.get(id) ?? ""));
  const can = may("people:write");
  return (
    <Section title={t("How it stands")}>
      <Stack gap="sm">
        <Select
          label={t("State")}
          disabled={!can}
          data={TICKET_STATES.map((value) => ({ value, label: stateWord(value).word }))}
          value={ticket.state}
          onChange={(value) => value !== null && act.mutate({ state: value as TicketState })}
          allowDeselect={false}
        />
        {people.size > 0 && (
          <Select
            label={t("Who looks after it")}
            disabled={!can}
            placeholder={t("nobody")}
            clearable
            data={[...people].map(([value, label]) => ({ value, label }))}
            value={ticket.assigned}
            onChange={(value) => act.mutate({ assigned: value })}
          />
        )}
        <TagsInput
          label={t("Tags")}
          description={t("Enter after each. They are for you, not for her.")}
          disabled={!can}
          maxTags={20}
          value={ticket.tags}
          onChange={(tags) => act.mutate({ tags })}
        />
        <Select
          label={t("Kind")}
          disabled={!can}
          data={[
            { value: "ticket", label: t("A question, to be answered") },
            { value: "feedback", label: t("Feedback, to be kept in mind") },
          ]}
          value={ticket.kind}
          onChange={(value) => value !== null && act.mutate({ kind: value as Help["kind"] })}
          allowDeselect={false}
        />
        {act.error && <ErrorState error={act.error} />}
      </Stack>
    </Section>
  );
}
