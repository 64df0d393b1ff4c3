/** All referrals: who sent whom, how far it is, and whether it counts. Filters stand in the address. */
import { Button, Group, Select, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { type Row, pages } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { type Column, List } from "../../kit/list.tsx";
import { Page } from "../../kit/page.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { Attribute } from "./attribute.tsx";
import { ReferralsNav } from "./nav.tsx";
import { nameOf, stagesOf, usePrograms } from "./programs.ts";
import type { ReferralSearch } from "./search.ts";
import { evidenceWord, referralWord } from "./words.ts";

type Referral = Row<"/v1/referrals">;
const route = getRouteApi("/referrals");

export function Referrals() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const set = (change: ReferralSearch): void => void navigate({ search: { ...search, ...change }, replace: true });
  const { since, ...rest } = search;
  const query = { limit: 50, ...rest, ...(since === undefined ? {} : { since: `${since}T00:00:00.000Z` }) };
  const referrals = useInfiniteQuery(pages("/v1/referrals", { query }));
  const filtered = Object.keys(rest).length > 0 || since !== undefined;
  return (
    <Page
      title={t("Referrals")}
      text={t("Who sent whom, how far it is, and what it earned.")}
      acts={may("referrals:write") ? <Attribute /> : undefined}
    >
      <ReferralsNav />
      <Filters search={search} set={set} />
      <List<Referral>
        of={referrals}
        label={t("Referrals")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/referrals/$referral", params: { referral: row.id } })}
        columns={COLUMNS()}
        empty={
          filtered ? (
            <EmptyState
              title={t("No referral is like this")}
              text={t("Take a filter away, or look for the person at the desk.")}
              act={
                <Button variant="default" onClick={() => void navigate({ search: {}, replace: true })}>
                  {t("Show all")}
                </Button>
              }
            />
          ) : (
            <EmptyState
              title={t("Nobody was referred yet")}
              text={t("A referral begins when a friend comes by an advocate's link or code and does what the program asks for.")}
            />
          )
        }
      />
    </Page>
  );
}

const COLUMNS = (): Column<Referral>[] => [
  { key: "friend", label: t("Friend"), cell: (row) => <Who id={row.friend} link={false} /> },
  { key: "advocate", label: t("Advocate"), cell: (row) => <Who id={row.advocate} link={false} /> },
  { key: "status", label: t("State"), cell: (row) => <Status {...referralWord(row.status)} /> },
  { key: "stage", label: t("Stage"), cell: (row) => row.stage, wide: true },
  { key: "program", label: t("Program"), cell: (row) => row.program, wide: true },
  { key: "evidence", label: t("Evidence"), cell: (row) => evidenceWord(row.manual ? "operator" : row.evidence, null), wide: true },
  { key: "since", label: t("Since"), cell: (row) => <When at={row.bound_at} />, wide: true },
];

function Filters({ search, set }: { search: ReferralSearch; set: (change: ReferralSearch) => void }) {
  const programs = usePrograms().data?.data ?? [];
  const program = programs.find((each) => each.key === search.program);
  const states = ["open", "qualified", "rejected", "superseded"] as const;
  return (
    <Group className="gv-filters" gap="sm" align="flex-end" role="search" aria-label={t("Filter referrals")}>
      <Select
        label={t("Program")}
        placeholder={t("All")}
        clearable
        data={programs.map((each) => ({ value: each.key, label: nameOf(each) }))}
        value={search.program ?? null}
        onChange={(value) => set({ program: value ?? undefined, stage: undefined })}
      />
      <Select
        label={t("State")}
        placeholder={t("All")}
        clearable
        data={states.map((value) => ({ value, label: referralWord(value).word }))}
        value={search.status ?? null}
        onChange={(value) => set({ status: (value as ReferralSearch["status"]) ?? undefined })}
      />
      {program !== undefined && (
        <Select
          label={t("Stage")}
          placeholder={t("All")}
          clearable
          data={stagesOf(program).map(({ key, name }) => ({ value: key, label: name }))}
          value={search.stage ?? null}
          onChange={(value) => set({ stage: value ?? undefined })}
        />
      )}
      <PickPerson label={t("Advocate")} value={search.advocate ?? null} onChange={(value) => set({ advocate: value ?? undefined })} />
      <TextInput
        type="date"
        label={t("Since")}
        value={search.since ?? ""}
        onChange={(event) => set({ since: event.currentTarget.value === "" ? undefined : event.currentTarget.value })}
      />
    </Group>
  );
}
