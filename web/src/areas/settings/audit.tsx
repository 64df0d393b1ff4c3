/** Who did what, and when. Nothing in it can be changed or deleted. */
import { Button, Code, Group, Select, Text, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import "@mantine/dates/styles.css";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type Row, pages, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { List } from "../../kit/list.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { ACTIONS, actionWord } from "./audit-words.ts";
import { SettingsFrame } from "./frame.tsx";
import type { AuditSearch } from "./search.ts";

type Entry = Row<"/v1/audit">;
const route = getRouteApi("/settings/audit");

export function AuditPage() {
  const search = route.useSearch();
  const query = {
    limit: 100,
    ...(search.actor === undefined ? {} : { actor: search.actor }),
    ...(search.action === undefined ? {} : { action: search.action }),
    ...(search.target === undefined ? {} : { target: search.target }),
    ...(search.from === undefined ? {} : { from: `${search.from}T00:00:00.000Z` }),
    ...(search.to === undefined ? {} : { to: dayAfter(search.to) }),
  };
  const entries = useInfiniteQuery(pages("/v1/audit", { query }));
  const names = useNames();
  const isFiltered = Object.values(search).some((each) => each !== undefined);
  return (
    <SettingsFrame title={t("Audit log")} text={t("Who did what, and when. Nothing in it can be changed or deleted.")}>
      <Filters search={search} names={names} />
      <List<Entry>
        of={entries}
        label={t("Audit log")}
        keyOf={(row) => row.id}
        columns={[
          { key: "at", label: t("When"), cell: (row) => <When at={row.at} exact /> },
          { key: "who", label: t("Who"), cell: (row) => nameOf(row.actor, names) },
          { key: "what", label: t("What"), cell: (row) => <What of={row} /> },
          {
            key: "target",
            label: t("Concerning"),
            cell: (row) => <Code style={{ overflowWrap: "anywhere" }}>{row.target}</Code>,
            wide: true,
          },
        ]}
        empty={
          isFiltered ? (
            <EmptyState title={t("Nothing like this was done")} text={t("Take a filter away.")} />
          ) : (
            <EmptyState title={t("Nothing was done yet")} />
          )
        }
      />
    </SettingsFrame>
  );
}

type Names = ReadonlyMap<string, string>;

/** Names of operators, and of keys where she may see them. */
function useNames(): Names {
  const may = useMay();
  const operators = useQuery({ ...read("/v1/operators"), enabled: may("operators:read") });
  const keys = useQuery({ ...read("/v1/keys", { query: { limit: 200 } }), enabled: may("keys:read") });
  return new Map([
    ...(operators.data?.data ?? []).map((each) => [each.id, each.name] as const),
    ...(keys.data?.data ?? []).map((each) => [each.id, t("Key “{name}”", { name: each.name || each.hint })] as const),
  ]);
}

function nameOf(actor: string, names: Names): string {
  if (actor === "operator") return t("Whoever had the printed link");
  if (actor.startsWith("per_")) return t("The person herself");
  return names.get(actor) ?? actor;
}

function What({ of }: { of: Entry }) {
  const detail = Object.entries(of.detail).filter(([, value]) => value !== null && typeof value !== "object");
  return (
    <>
      <Text size="sm">{actionWord(of.action)}</Text>
      {detail.length > 0 && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {detail.map(([name, value]) => `${name}: ${String(value)}`).join(" · ")}
        </Text>
      )}
    </>
  );
}

function Filters({ search, names }: { search: AuditSearch; names: Names }) {
  const navigate = route.useNavigate();
  const set = (change: AuditSearch): void => void navigate({ search: { ...search, ...change }, replace: true });
  const people = [
    { value: "operator", label: t("Whoever had the printed link") },
    ...[...names].map(([value, label]) => ({ value, label })),
  ];
  return (
    <Group className="gv-filters" align="flex-end" gap="sm">
      <Select
        label={t("Who")}
        placeholder={t("Everybody")}
        searchable
        clearable
        data={people}
        value={search.actor ?? null}
        onChange={(value) => set({ actor: value ?? undefined })}
      />
      <Select
        label={t("What")}
        placeholder={t("Everything")}
        searchable
        clearable
        data={ACTIONS.map((value) => ({ value, label: actionWord(value) }))}
        value={search.action ?? null}
        onChange={(value) => set({ action: value ?? undefined })}
      />
      <DateInput
        label={t("From")}
        clearable
        value={search.from ?? null}
        onChange={(value) => set({ from: value ?? undefined })}
        w={150}
      />
      <DateInput label={t("Until")} clearable value={search.to ?? null} onChange={(value) => set({ to: value ?? undefined })} w={150} />
      <TextInput
        label={t("Concerning")}
        placeholder="rwd_..."
        defaultValue={search.target ?? ""}
        onBlur={(event) => set({ target: event.currentTarget.value.trim() || undefined })}
        onKeyDown={(event) => event.key === "Enter" && set({ target: event.currentTarget.value.trim() || undefined })}
      />
      {Object.values(search).some((each) => each !== undefined) && (
        <Button variant="subtle" onClick={() => void navigate({ search: {}, replace: true })}>
          {t("Clear")}
        </Button>
      )}
    </Group>
  );
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + 86_400_000).toISOString();
}
