/** Questions from people's own side: what is open, whose it is, and how long it waits. */
import { Badge, Button, Group, SegmentedControl, Select, Switch, Text, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type Row, pages } from "../../api/query.ts";
import { useMe } from "../../app/me.ts";
import { List } from "../../kit/list.tsx";
import { Page } from "../../kit/page.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { nameOf, usePrograms } from "../referrals/programs.ts";
import { TICKET_STATES, type TicketSearch } from "./search.ts";
import { SupportNav, stateWord } from "./words.tsx";

type Ticket = Row<"/v1/help">;
const route = getRouteApi("/support");

export function Tickets() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { operator } = useMe();
  const set = (change: TicketSearch): void => void navigate({ search: { ...search, ...change }, replace: true });
  const state = search.state ?? "open";
  const query = {
    kind: "ticket" as const,
    limit: 50,
    ...(state === "all" ? {} : { state }),
    ...(search.mine === true && operator !== null ? { assigned: operator.id } : {}),
    ...(search.program === undefined ? {} : { program: search.program }),
    ...(search.tag === undefined ? {} : { tag: search.tag }),
  };
  const tickets = useInfiniteQuery(pages("/v1/help", { query }));
  const filtered = state !== "open" || search.mine === true || search.program !== undefined || search.tag !== undefined;
  return (
    <Page
      title={t("Support")}
      text={t("What people asked on their own side. A mail tells them of your answer, which stands where they asked.")}
    >
      <SupportNav />
      <Filters search={search} set={set} />
      <List<Ticket>
        of={tickets}
        label={t("Tickets")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/support/tickets/$ticket", params: { ticket: row.id } })}
        columns={[
          { key: "who", label: t("Who"), cell: (row) => <Who id={row.person} link={false} />, width: "26%" },
          { key: "text", label: t("What"), cell: (row) => <What ticket={row} /> },
          { key: "state", label: t("State"), cell: (row) => <Status {...stateWord(row.state)} />, width: 110 },
          {
            key: "assigned",
            label: t("Whose"),
            cell: (row) => (row.assigned === null ? "" : <Who id={row.assigned} link={false} />),
            wide: true,
          },
          { key: "at", label: t("Asked"), cell: (row) => <When at={row.at} />, wide: true },
        ]}
        empty={
          filtered ? (
            <EmptyState
              title={t("No ticket is like this")}
              act={
                <Button variant="default" onClick={() => void navigate({ search: {}, replace: true })}>
                  {t("Show what is open")}
                </Button>
              }
            />
          ) : (
            <EmptyState
              title={t("Nobody waits for an answer")}
              text={t("Questions come from the portal, by “Ask us”. New ones appear here by themselves, and you get a mail.")}
            />
          )
        }
      />
    </Page>
  );
}

function What({ ticket }: { ticket: Ticket }) {
  return (
    <>
      <Text size="sm" lineClamp={2} style={{ overflowWrap: "anywhere" }}>
        {ticket.text}
      </Text>
      {ticket.tags.length > 0 && (
        <Group gap={4}>
          {ticket.tags.map((tag) => (
            <Badge key={tag} variant="default" size="sm" tt="none">
              {tag}
            </Badge>
          ))}
        </Group>
      )}
    </>
  );
}

function Filters({ search, set }: { search: TicketSearch; set: (change: TicketSearch) => void }) {
  const { operator } = useMe();
  const programs = usePrograms().data?.data ?? [];
  const states = [...TICKET_STATES, "all" as const];
  return (
    <Group className="gv-filters" gap="md" align="flex-end" role="search" aria-label={t("Filter tickets")}>
      <SegmentedControl
        aria-label={t("State")}
        value={search.state ?? "open"}
        onChange={(value) => set({ state: value === "open" ? undefined : (value as TicketSearch["state"]) })}
        data={states.map((value) => ({ value, label: value === "all" ? t("all") : stateWord(value).word }))}
      />
      {programs.length > 1 && (
        <Select
          label={t("Program")}
          placeholder={t("All")}
          clearable
          data={programs.map((each) => ({ value: each.key, label: nameOf(each) }))}
          value={search.program ?? null}
          onChange={(value) => set({ program: value ?? undefined })}
        />
      )}
      <TextInput
        label={t("Tag")}
        defaultValue={search.tag ?? ""}
        onBlur={(event) => set({ tag: event.currentTarget.value.trim() || undefined })}
        onKeyDown={(event) => event.key === "Enter" && set({ tag: event.currentTarget.value.trim() || undefined })}
        w={140}
      />
      {operator !== null && (
        <Switch
          mb={8}
          label={t("Only mine")}
          checked={search.mine === true}
          onChange={(event) => set({ mine: event.currentTarget.checked ? true : undefined })}
        />
      )}
    </Group>
  );
}
