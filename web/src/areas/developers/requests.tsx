/** Calls that were refused or failed: by which key, why, and under which id. */
import { Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type Row, pages, read } from "../../api/query.ts";
import { List } from "../../kit/list.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Copyable, Status, When } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Choice, Filters } from "./filters.tsx";
import { DeveloperPage } from "./nav.tsx";
import type { RequestSearch } from "./search.ts";

type Refused = Row<"/v1/request_log">;

const STATUSES = ["400", "401", "403", "404", "409", "415", "422", "429", "500", "503"] as const;
const route = getRouteApi("/developers/requests");

export function Requests() {
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/developers/requests" });
  const set = (change: RequestSearch): void => void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const isFiltered = search.key !== undefined || search.status !== undefined;
  const status = search.status === undefined ? undefined : Number(search.status);
  const log = useInfiniteQuery({
    ...pages("/v1/request_log", { query: { limit: 50, key: search.key, status } }),
    refetchInterval: 5_000,
  });
  const keys = useQuery(read("/v1/keys", { query: { limit: 200 } }));
  const names = new Map(
    (keys.data?.data ?? []).map((each) => [each.id, each.name === "" ? `${each.kind} …${each.hint.slice(-4)}` : each.name]),
  );
  const caller = (key: string): string => (key === "operator" || key.startsWith("opr_") ? t("the console") : (names.get(key) ?? key));
  return (
    <DeveloperPage
      title={t("Refused requests")}
      text={t(
        "The last thousand calls of a day that were refused or failed. What was sent is not kept, and what succeeded is not listed.",
      )}
    >
      <Filters clear={isFiltered ? () => void navigate({ search: {} }) : undefined}>
        <Choice
          label={t("Key")}
          value={search.key}
          of={[...names].map(([value, label]) => ({ value, label }))}
          set={(key) => set({ key })}
        />
        <Choice
          label={t("Status")}
          value={search.status}
          of={STATUSES.map((each) => ({ value: each, label: each }))}
          set={(chosen) => set({ status: chosen })}
        />
      </Filters>
      <List<Refused>
        of={log}
        label={t("Refused requests")}
        keyOf={(row) => row.id}
        columns={[
          { key: "route", label: t("Call"), cell: (row) => <Call of={row} /> },
          { key: "status", label: t("Status"), cell: (row) => <Answered of={row} />, width: 200 },
          { key: "key", label: t("Called by"), cell: (row) => caller(row.key), wide: true },
          { key: "ms", label: t("Took"), cell: (row) => t("{ms} ms", { ms: number(row.ms) }), end: true, width: 90, wide: true },
          { key: "request", label: t("Request"), cell: (row) => <Copyable value={row.request_id} />, wide: true },
          { key: "at", label: t("When"), cell: (row) => <When at={row.at} />, width: 130 },
        ]}
        empty={
          <EmptyState
            title={isFiltered ? t("No refused call is like this") : t("No call was refused today")}
            text={isFiltered ? t("Take a filter away.") : t("When one is, it stands here with its reason within a second or two.")}
          />
        }
      />
    </DeveloperPage>
  );
}

function Call({ of }: { of: Refused }) {
  return (
    <Text size="sm" ff="monospace" dir="ltr" style={{ overflowWrap: "anywhere" }}>
      {of.method} {of.path}
    </Text>
  );
}

function Answered({ of }: { of: Refused }) {
  return <Status tone={of.status >= 500 ? "rust" : "amber"} word={`${of.status} ${of.code}`} />;
}
