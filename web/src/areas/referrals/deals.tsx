/** Deals that the business works on itself: a claim on one of them comes too late. Filters stand in the address. */
import { Anchor, Button, Group, Select, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import { type Row, pages, read } from "../../api/query.ts";
import { type Column, List } from "../../kit/list.tsx";
import { Page } from "../../kit/page.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { boardKind } from "./board-kinds.ts";
import { ReferralsNav } from "./nav.tsx";
import { type Program, nameOf, stagesOf, usePrograms } from "./programs.ts";
import { DEAL_STATES, type DealSearch } from "./search.ts";
import { dealWord } from "./words.ts";

type Deal = Row<"/v1/deals">;
const route = getRouteApi("/referrals/deals");

export function Deals() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: DealSearch): void => void navigate({ search: { ...search, ...change }, replace: true });
  const deals = useInfiniteQuery(pages("/v1/deals", { query: { limit: 50, ...search } }));
  const programs = usePrograms().data?.data ?? [];
  return (
    <Page
      title={t("Deals")}
      text={t("What your own people work on, as your CRM says it. As long as a deal is open, a partner's claim on it comes too late.")}
    >
      <ReferralsNav />
      <Filters search={search} set={set} />
      <List<Deal>
        of={deals}
        label={t("Deals")}
        keyOf={(row) => row.external_id}
        columns={columns(programs)}
        empty={
          Object.keys(search).length > 0 ? (
            <EmptyState
              title={t("No deal is like this")}
              text={t("Take a filter away.")}
              act={
                <Button variant="default" onClick={() => void navigate({ search: {}, replace: true })}>
                  {t("Show all")}
                </Button>
              }
            />
          ) : (
            <EmptyState
              title={t("No deals of your own are known")}
              text={t("Your CRM tells them by PUT /v1/deals. What partners register is on their program's board.")}
              act={<ToBoards />}
            />
          )
        }
      />
    </Page>
  );
}

function ToBoards() {
  const to = { component: Link, to: "/referrals/boards" } as object;
  return (
    <Button {...to} variant="default">
      {t("Boards")}
    </Button>
  );
}

const columns = (programs: readonly Program[]): Column<Deal>[] => [
  { key: "deal", label: t("Deal"), cell: (row) => row.external_id, width: "22%" },
  { key: "state", label: t("State"), cell: (row) => <Status {...dealWord(row.status)} /> },
  { key: "contact", label: t("Contact"), cell: (row) => (row.contact === null ? t("nobody") : <Who id={row.contact} />) },
  { key: "company", label: t("Company"), cell: (row) => row.company ?? t("none"), wide: true },
  { key: "card", label: t("Referral"), cell: (row) => <Card of={row.referral} programs={programs} /> },
  { key: "at", label: t("Changed"), cell: (row) => <When at={row.updated_at} />, wide: true },
];

/** Where its contact's referral stands: its card on the board, or the referral itself where the program has no board. */
function Card({ of, programs }: { of: Deal["referral"]; programs: readonly Program[] }) {
  if (of === null)
    return (
      <Text size="sm" c="dimmed">
        {t("Nobody referred it")}
      </Text>
    );
  const program = programs.find((each) => each.key === of.program);
  const stage = program === undefined ? of.stage : (stagesOf(program).find((each) => each.key === of.stage)?.name ?? of.stage);
  const hasBoard = program !== undefined && boardKind(program) === "referrals";
  const to = (
    hasBoard
      ? { component: Link, to: "/referrals/boards/$program", params: { program: of.program }, search: { card: of.id } }
      : { component: Link, to: "/referrals/$referral", params: { referral: of.id } }
  ) as object;
  return (
    <Anchor {...to} size="sm" underline="always">
      {t("{program}: {stage}", { program: program === undefined ? of.program : nameOf(program), stage })}
    </Anchor>
  );
}

function Filters({ search, set }: { search: DealSearch; set: (change: DealSearch) => void }) {
  const companies = useQuery({ ...read("/v1/companies", { query: { limit: 200 } }), staleTime: 60_000 });
  const known = (companies.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Group className="gv-filters" gap="sm" align="flex-end" role="search" aria-label={t("Filter deals")}>
      <Select
        label={t("State")}
        placeholder={t("All")}
        clearable
        data={DEAL_STATES.map((value) => ({ value, label: dealWord(value).word }))}
        value={search.status ?? null}
        onChange={(value) => set({ status: (value as DealSearch["status"]) ?? undefined })}
      />
      <PickPerson label={t("Contact")} value={search.contact ?? null} onChange={(value) => set({ contact: value ?? undefined })} />
      <Select
        label={t("Company")}
        placeholder={t("All")}
        clearable
        searchable
        data={known}
        value={search.company ?? null}
        onChange={(value) => set({ company: value ?? undefined })}
      />
    </Group>
  );
}
