/** Everybody who is known, found by name or by what is known of them. */
import { Button, Group, Select, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { useState } from "react";
import { read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { List } from "../../kit/list.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Money, When } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { type Found, findPages, isCatchingUp } from "./find.ts";
import type { PeopleFilter } from "./filter-search.ts";
import { PeoplePage } from "./nav.tsx";
import { programName } from "./program-name.ts";
import { ScoreBadge } from "./score.tsx";

export function People() {
  const may = useMay();
  const navigate = useNavigate();
  const filter = useSearch({ from: "/people" });
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text.trim(), 250);
  const people = useInfiniteQuery({ ...findPages({ ...filter, text: asked }), placeholderData: keepPreviousData });
  const isFiltered = asked !== "" || Object.keys(filter).some((key) => key !== "sort");
  const set = (more: PeopleFilter): void => void navigate({ to: "/people", search: { ...filter, ...more }, replace: true });
  const clear = (): void => (setText(""), void navigate({ to: "/people", search: {}, replace: true }));
  const toImport = { component: Link, to: "/people/import" } as object;
  return (
    <PeoplePage
      title={t("People")}
      text={t("Customers, partners, employees, friends: everybody who was named in an event.")}
      acts={
        may("imports:write") && (
          <Button {...toImport} variant="default">
            {t("Import")}
          </Button>
        )
      }
    >
      <Filters filter={filter} set={set} text={text} setText={setText} />
      {isCatchingUp(people.data) && (
        <Text size="sm" c="dimmed" role="status" mb="xs">
          {t("Not everybody is listed yet: what is known of people is still being put together.")}
        </Text>
      )}
      <List<Found>
        of={people}
        label={t("People")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/people/$person", params: { person: row.id } })}
        columns={[
          { key: "name", label: t("Name"), cell: (row) => <OneLine text={nameOf(row)} />, width: "30%" },
          {
            key: "email",
            label: t("E-mail"),
            cell: (row) => <OneLine text={row.name === null ? "" : (row.email ?? "")} />,
            width: "24%",
            wide: true,
          },
          { key: "score", label: t("Score"), cell: (row) => <ScoreBadge score={row.score} />, width: 90 },
          { key: "orders", label: t("Orders"), cell: (row) => (row.orders === null ? "" : number(row.orders)), end: true, wide: true },
          { key: "value", label: t("Ordered for"), cell: (row) => row.value && <Whole of={row.value} />, end: true, wide: true },
          {
            key: "friends",
            label: t("Friends brought"),
            cell: (row) => (row.referrals === null || row.referrals === 0 ? "" : number(row.referrals)),
            end: true,
            wide: true,
          },
          { key: "seen", label: t("Last seen"), cell: (row) => <When at={row.last_seen_at ?? row.created_at} />, wide: true },
        ]}
        empty={
          isFiltered ? (
            <EmptyState
              title={t("Nobody is found")}
              text={t("A name is found by its beginning, a last name too, an address and your own id as well.")}
              act={
                <Button variant="default" onClick={clear}>
                  {t("Show everybody")}
                </Button>
              }
            />
          ) : (
            <EmptyState
              title={t("Nobody is known yet")}
              text={t("People appear with their first event: a sign-up, an order, a click. Or bring those you know already.")}
              act={may("imports:write") && <Button {...toImport}>{t("Import a file")}</Button>}
            />
          )
        }
      />
    </PeoplePage>
  );
}

/** Rows are one line high, whatever a name is like; its page shows all of it. */
const OneLine = ({ text }: { text: string }) => (
  <Text size="sm" lineClamp={1} style={{ wordBreak: "break-all" }}>
    <bdi>{text}</bdi>
  </Text>
);

const Whole = ({ of }: { of: NonNullable<Found["value"]> }) => (
  <Text span size="sm" style={{ whiteSpace: "nowrap" }}>
    <Money of={of} />
  </Text>
);

const nameOf = (row: Found) => row.name ?? row.email ?? row.user_id ?? t("Somebody without a name");

type FiltersProps = { filter: PeopleFilter; set: (more: PeopleFilter) => void; text: string; setText: (text: string) => void };

function Filters({ filter, set, text, setText }: FiltersProps) {
  const programs = useQuery(read("/v1/programs", { query: { limit: 100 } }));
  const segments = useQuery(read("/v1/segments", { query: { limit: 100 } }));
  const [country, setCountry] = useState(filter.country ?? "");
  const spans = [
    { value: "7", label: t("in the last 7 days") },
    { value: "30", label: t("in the last 30 days") },
    { value: "90", label: t("in the last 90 days") },
    { value: "365", label: t("in the last year") },
  ];
  return (
    <Group className="gv-filters" align="flex-end" gap="sm">
      <TextInput
        flex="2 1 220px"
        label={t("Find")}
        placeholder={t("Name, e-mail or your id")}
        leftSection={<Search size={16} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Select
        flex="1 1 150px"
        label={t("Takes part in")}
        placeholder={t("Any program")}
        clearable
        data={(programs.data?.data ?? []).map((each) => ({ value: each.key, label: programName(each) }))}
        value={filter.program ?? null}
        onChange={(program) => set({ program: program ?? undefined })}
      />
      <Select
        flex="1 1 150px"
        label={t("Joined")}
        placeholder={t("Any time")}
        clearable
        data={spans}
        value={filter.joined === undefined ? null : String(filter.joined)}
        onChange={(joined) => set({ joined: joined === null ? undefined : Number(joined) })}
      />
      <TextInput
        flex="0 1 110px"
        label={t("Country")}
        placeholder={t("Any")}
        value={country}
        onChange={(event) => setCountry(event.currentTarget.value)}
        onBlur={() => set({ country: country.trim() === "" ? undefined : country.trim() })}
        onKeyDown={(event) => event.key === "Enter" && set({ country: country.trim() === "" ? undefined : country.trim() })}
      />
      <Select
        flex="1 1 150px"
        label={t("Segment")}
        placeholder={t("Any")}
        clearable
        searchable
        data={(segments.data?.data ?? []).map((each) => ({ value: each.id, label: each.name }))}
        value={filter.segment ?? null}
        onChange={(segment) => set({ segment: segment ?? undefined })}
      />
      <Select
        flex="1 1 140px"
        label={t("Order")}
        allowDeselect={false}
        data={[
          { value: "newest", label: t("Newest first") },
          { value: "score", label: t("Likeliest first") },
        ]}
        value={filter.sort ?? "newest"}
        onChange={(sort) => set({ sort: sort === "score" ? "score" : undefined })}
      />
    </Group>
  );
}
