/** What waits for a yes or a no: claims, applications, what was handed in, testimonials. One or many at once. */
import { Button, Checkbox, Group, Select, Stack, Switch, Tabs, Text } from "@mantine/core";
import { useInfiniteQuery, useQueries } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { Page } from "../../kit/page.tsx";
import { EmptyState, ErrorState, Lines } from "../../kit/states.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { inboxKinds } from "./inbox-kinds.tsx";
import type { InboxItem, InboxSort } from "./inbox-types.ts";
import { InboxRow } from "./inbox-row.tsx";
import { DecideMany } from "./inbox-many.tsx";
import { ReferralsNav } from "./nav.tsx";
import { type Program, definitionOf, nameOf, usePrograms } from "./programs.ts";
import { INBOX_KINDS, type InboxKind, type InboxSearch } from "./search.ts";

const route = getRouteApi("/referrals/inbox");

export function Inbox() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (next: InboxSearch): void => void navigate({ search: next, replace: true });
  const kinds = inboxKinds();
  const kind = search.kind ?? "claims";
  const sort = kinds[kind];
  const programs = (usePrograms().data?.data ?? []).filter((each) => each.status !== "draft");
  const some = sort.needsProgram === true ? programs.filter(takesApplications) : programs;
  const waiting = useWaiting(sort.needsProgram === true ? some : []);
  const program = search.program ?? (sort.needsProgram === true ? (waiting ?? some[0]?.key) : undefined);
  return (
    <Page title={t("Inbox")} text={t("What waits for your yes or no. Everybody is told what became of it.")}>
      <ReferralsNav />
      <Tabs variant="pills" value={kind} onChange={(value) => set({ kind: (value as InboxKind) ?? "claims" })} keepMounted={false}>
        <Tabs.List>
          {INBOX_KINDS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {kinds[each].label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={kind} pt="md">
          <Stack gap="md">
            <Group gap="md" align="flex-end">
              <Select
                label={t("Program")}
                placeholder={t("All")}
                clearable={sort.needsProgram !== true}
                data={some.map((each) => ({ value: each.key, label: nameOf(each) }))}
                value={program ?? null}
                onChange={(value) => set({ ...search, kind, program: value ?? undefined })}
              />
              {sort.approve !== undefined && (
                <Switch
                  label={t("Also what was decided")}
                  checked={search.done === true}
                  onChange={(event) => set({ ...search, kind, done: event.currentTarget.checked ? true : undefined })}
                />
              )}
            </Group>
            {sort.needsProgram === true && program === undefined ? (
              <EmptyState title={t("No program asks for applications")} text={t("Where people apply to take part, they wait here.")} />
            ) : (
              <Items key={`${kind}:${program}`} sort={sort} program={program} done={search.done === true} shown={search.item} />
            )}
          </Stack>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

/** At most so many programs are asked who waits there. */
const ASKED = 12;

/** The first program in which somebody waits: the one that is shown when none was chosen. */
function useWaiting(programs: readonly Program[]): string | undefined {
  const asked = programs.slice(0, ASKED);
  const found = useQueries({
    queries: asked.map((each) =>
      read("/v1/programs/{program}/applications", { path: { program: each.key }, query: { status: "applied", limit: 1 } }),
    ),
  });
  const index = found.findIndex((each) => (each.data?.data.length ?? 0) > 0);
  return index < 0 ? undefined : asked[index]!.key;
}

const takesApplications = (program: Program): boolean =>
  (definitionOf(program) as { advocates?: { join?: string } }).advocates?.join === "apply";

type ItemsProps = { sort: InboxSort; program: string | undefined; done: boolean; shown: string | undefined };
type Page = { data: never[]; next: string | null };

function Items({ sort, program, done, shown }: ItemsProps) {
  const may = useMay();
  const list = useInfiniteQuery(sort.query(program, done || shown !== undefined) as never) as ReturnType<
    typeof useInfiniteQuery<Page, Error>
  >;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const data = list.data as { pages: Page[] } | undefined;
  useEffect(() => {
    if (shown !== undefined) document.querySelector(`[data-item="${CSS.escape(shown)}"]`)?.scrollIntoView({ block: "center" });
  }, [shown, data]);
  if (data === undefined)
    return list.error ? <ErrorState error={list.error} retry={() => void list.refetch()} /> : <Lines n={5} height={64} />;
  const items = data.pages.flatMap((page) => page.data.map((row) => sort.item(row) as InboxItem));
  if (items.length === 0) return <EmptyState title={t("Nothing waits")} text={sort.empty} />;
  const open = items.filter((each) => each.decided === null);
  const picked = open.filter((each) => chosen.has(each.id));
  const writes = may(sort.writes) && sort.approve !== undefined;
  const choose = (ids: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    setChosen(next);
  };
  const all = open.map((each) => each.id);
  return (
    <Stack gap="sm">
      {writes && open.length > 1 && sort.approve!.manySafe && (
        <Group gap="sm" mih={44}>
          <Checkbox
            label={picked.length === 0 ? t("Choose all that wait here") : t("{n} chosen", { n: number(picked.length) })}
            checked={picked.length === open.length}
            indeterminate={picked.length > 0 && picked.length < open.length}
            onChange={(event) => choose(all, event.currentTarget.checked)}
          />
          {picked.length > 0 && <DecideMany sort={sort} program={program} items={picked} done={() => setChosen(new Set())} />}
        </Group>
      )}
      {items.map((item) => (
        <InboxRow
          key={item.id}
          item={item}
          sort={sort}
          program={program ?? ""}
          writes={writes}
          marked={item.id === shown}
          chosen={sort.approve?.manySafe === true && open.length > 1 ? chosen.has(item.id) : null}
          choose={(on) => choose([item.id], on)}
        />
      ))}
      {list.hasNextPage ? (
        <Group>
          <Button variant="default" size="xs" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("More")}
          </Button>
        </Group>
      ) : (
        <Text size="xs" c="dimmed">
          {t("{n, plural, one {# entry} other {# entries}}", { n: items.length })}
        </Text>
      )}
    </Stack>
  );
}
