/** The event log: everything that came in, what became of it, and what failed tried again. */
import { Button, Group, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Row, pages, read } from "../../api/query.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { List } from "../../kit/list.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { Choice, Filters } from "./filters.tsx";
import { DeveloperPage } from "./nav.tsx";
import { PersonFilter } from "./person-filter.tsx";
import type { EventSearch } from "./search.ts";
import { eventStatus, outcomeWord } from "./words.ts";

type Event = Row<"/v1/events">;

const TYPES = [
  "identify",
  "visit",
  "lead",
  "signup",
  "purchase",
  "order_updated",
  "refund",
  "chargeback",
  "subscription_started",
  "payment",
  "subscription_cancelled",
  "stage",
  "activity",
  "share",
  "survey_response",
  "custom",
] as const;
const STATUSES = ["settled", "parked", "rejected", "failed", "withdrawn"] as const;
const route = getRouteApi("/developers/events");

/** "7d" and such, as the instant they begin at; an instant as it is. To the minute, so that it is asked once. */
function beginOf(since: string | undefined): string | undefined {
  const found = /^(\d{1,3})([hd])$/.exec(since ?? "");
  if (found === null) return since;
  const ms = Number(found[1]) * (found[2] === "h" ? 3_600_000 : 86_400_000);
  return new Date(Math.floor((Date.now() - ms) / 60_000) * 60_000).toISOString();
}

export function Events() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/developers/events" });
  const set = (change: EventSearch): void => void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const { type, status, person, program, since } = search;
  const query = { limit: 50, type: type as "purchase", status: status as "failed", person, program, since: beginOf(since) };
  const events = useInfiniteQuery(pages("/v1/events", { query }));
  const isFiltered = Object.values(search).some((each) => each !== undefined);
  const shown = events.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <DeveloperPage
      title={t("Events")}
      text={t("Everything that came in by any door, and what became of it. Open one for its trace.")}
      acts={<RetryAll events={shown} />}
    >
      <EventFilters search={search} set={set} clear={isFiltered ? () => void navigate({ search: {} }) : undefined} />
      <List<Event>
        of={events}
        label={t("Events")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/developers/events/$event", params: { event: row.id } })}
        columns={[
          { key: "type", label: t("Type"), cell: (row) => <TypeCell row={row} /> },
          { key: "status", label: t("Status"), cell: (row) => <Status {...eventStatus(row.status)} />, width: 120 },
          { key: "made", label: t("What programs made of it"), cell: (row) => <Made row={row} />, wide: true },
          { key: "error", label: t("Why not"), cell: (row) => row.error?.detail ?? "", wide: true },
          { key: "at", label: t("Happened"), cell: (row) => <When at={row.occurred_at} />, width: 130 },
        ]}
        empty={<NoEvents filtered={isFiltered} clear={() => void navigate({ search: {} })} />}
      />
    </DeveloperPage>
  );
}

type FilterProps = { search: EventSearch; set: (change: EventSearch) => void; clear: (() => void) | undefined };

function EventFilters({ search, set, clear }: FilterProps) {
  const programs = useQuery(read("/v1/programs", { query: { limit: 200 } }));
  const spans = [
    { value: "1h", label: t("The last hour") },
    { value: "24h", label: t("The last 24 hours") },
    { value: "7d", label: t("The last 7 days") },
    { value: "30d", label: t("The last 30 days") },
  ];
  const known = spans.some((each) => each.value === search.since);
  const since = known || search.since === undefined ? spans : [...spans, { value: search.since, label: search.since }];
  return (
    <Filters clear={clear}>
      <Choice
        label={t("Status")}
        value={search.status}
        of={STATUSES.map((each) => ({ value: each, label: eventStatus(each).word }))}
        set={(status) => set({ status })}
      />
      <Choice
        label={t("Type")}
        value={search.type}
        of={TYPES.map((each) => ({ value: each, label: each }))}
        set={(type) => set({ type })}
      />
      <Choice
        label={t("Program")}
        value={search.program}
        of={(programs.data?.data ?? []).map(({ key }) => ({ value: key, label: key }))}
        set={(program) => set({ program })}
      />
      <Choice label={t("Since")} value={search.since} of={since} set={(chosen) => set({ since: chosen })} all={t("Ever")} />
      <PersonFilter person={search.person} set={(person) => set({ person })} />
    </Filters>
  );
}

function TypeCell({ row }: { row: Event }) {
  return (
    <>
      <Text size="sm">{row.type}</Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
        {row.order ?? row.client_id}
      </Text>
    </>
  );
}

/** Most programs have nothing to do with most events: those are left out. */
function Made({ row }: { row: Event }) {
  const shown = row.decisions.filter(({ outcome }) => outcome !== "not_referred");
  if (shown.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {row.decisions.length === 0 ? "" : t("Nobody's recommendation")}
      </Text>
    );
  return (
    <Group gap={6}>
      {shown.map(({ program, outcome }) => {
        const { tone, word, why } = outcomeWord(outcome);
        return <Status key={program} tone={tone} word={`${program}: ${word}`} why={why} />;
      })}
    </Group>
  );
}

function NoEvents({ filtered, clear }: { filtered: boolean; clear: () => void }) {
  if (filtered)
    return (
      <EmptyState
        title={t("No event is like this")}
        text={t("Take a filter away, or look further back.")}
        act={<Button onClick={clear}>{t("Show all")}</Button>}
      />
    );
  return (
    <EmptyState
      title={t("No event has come in yet")}
      text={t("Connect a shop, send one by curl, or import a file. The snippets have your own key in them.")}
    />
  );
}

/** Tries again whatever of the list has failed. */
function RetryAll({ events }: { events: readonly Event[] }) {
  const may = useMay();
  const failed = events.filter(({ status }) => status === "failed");
  const act = useAct({
    run: async () => {
      let settled = 0;
      for (const { id } of failed) {
        const answer = await unwrap(api.POST("/v1/events/{event}/retry", { params: { path: { event: id } } }));
        if (answer.status !== "failed") settled += 1;
      }
      return settled;
    },
    changes: ["/v1/events"],
    done: (settled) => t("{settled} of {n} were decided this time", { settled, n: failed.length }),
  });
  if (failed.length === 0 || !may("events:write")) return null;
  return (
    <AskAct
      label={t("Try {n} again", { n: failed.length })}
      consequence={t("Each failed event of this list is decided once more, as if it came now. What was counted stays counted once.")}
      act={act}
    />
  );
}
