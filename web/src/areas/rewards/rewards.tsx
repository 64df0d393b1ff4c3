/** What waits for somebody, and every reward there is. */
import { Button, Checkbox, SegmentedControl, Select, SimpleGrid, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useMay } from "../../app/me.ts";
import { type Row, pages } from "../../api/query.ts";
import { type Column, List } from "../../kit/list.tsx";
import { Page } from "../../kit/page.tsx";
import { PickMany } from "../../kit/pick-many.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Money, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { type Decision, DecideRewards } from "./decide.tsx";
import { PickDay, PickProgram, instantOfDay } from "./filters.tsx";
import { QUEUES, STATES } from "./search.ts";
import { RewardStatus, RewardsNav, basisLabel, kindLabel, stateLabel, whyItWaits } from "./words.tsx";

type Reward = Row<"/v1/rewards">;
type Queue = (typeof QUEUES)[number];
type Search = { queue?: Queue; state?: (typeof STATES)[number]; program?: string; person?: string; since?: string };
const route = getRouteApi("/rewards");
/** The endpoint takes as many at once. */
const MOST = 500;

const queueLabel: Record<Queue, () => string> = {
  approval: () => t("To approve"),
  fulfilment: () => t("To hand over"),
  choice: () => t("To be chosen"),
  all: () => t("All"),
};

export function Rewards() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const may = useMay();
  const { queue = "approval", program, person, state, since } = search;
  const go = (change: Partial<Search>): void => void navigate({ to: "/rewards", search: { ...search, ...change }, replace: true });
  const rewards = useInfiniteQuery(
    pages("/v1/rewards", {
      query: {
        limit: 50,
        ...(queue === "all" ? (state === undefined ? {} : { state }) : { waiting: queue }),
        ...(program === undefined ? {} : { program }),
        ...(person === undefined ? {} : { person }),
        ...(instantOfDay(since) === undefined ? {} : { since: instantOfDay(since) }),
      },
    }),
  );
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [decision, setDecision] = useState<Decision | null>(null);
  useEffect(() => setPicked(new Set()), [queue, program, person, state, since]);
  const decides = queue === "approval" && may("rewards:write");
  const shown = rewards.data?.pages.flatMap((page) => page.data) ?? [];
  const pick = (id: string): void => setPicked((now) => new Set(now.has(id) ? [...now].filter((each) => each !== id) : [...now, id]));
  const filtered = program !== undefined || person !== undefined || since !== undefined || state !== undefined;
  return (
    <Page
      title={t("Rewards")}
      text={t("Who gets what, why, and when. Approve what waits for you; every amount is in the books to the cent.")}
    >
      <RewardsNav />
      <SegmentedControl
        value={queue}
        onChange={(next) => go({ queue: next as Queue, state: undefined })}
        data={QUEUES.map((each) => ({ value: each, label: queueLabel[each]() }))}
        aria-label={t("Which rewards")}
        style={{ alignSelf: "flex-start", maxWidth: "100%" }}
      />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        <PickProgram value={program} onChange={(next) => go({ program: next })} />
        <PickPerson label={t("Person")} value={person ?? null} onChange={(next) => go({ person: next ?? undefined })} />
        <PickDay label={t("Earned since")} value={since} onChange={(next) => go({ since: next })} />
        {queue === "all" && (
          <Select
            label={t("State")}
            placeholder={t("Any")}
            clearable
            data={STATES.map((each) => ({ value: each, label: stateLabel(each) }))}
            value={state ?? null}
            onChange={(next) => go({ state: (next as Search["state"]) ?? undefined })}
          />
        )}
      </SimpleGrid>
      {decides && shown.length > 0 && (
        <PickMany shown={shown} most={MOST} picked={picked} set={setPicked}>
          <Button size="xs" disabled={picked.size === 0} onClick={() => setDecision("approve")}>
            {t("Approve")}
          </Button>
          <Button size="xs" variant="default" disabled={picked.size === 0} onClick={() => setDecision("deny")}>
            {t("Refuse")}
          </Button>
        </PickMany>
      )}
      <List<Reward>
        of={rewards}
        label={t("Rewards")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/rewards/$reward", params: { reward: row.id } })}
        columns={columnsOf(decides ? { picked, pick } : null, queue === "all")}
        empty={
          <Empty
            queue={queue}
            filtered={filtered}
            all={() => go({ program: undefined, person: undefined, since: undefined, state: undefined })}
          />
        }
      />
      <DecideRewards decision={decision} rewards={[...picked]} close={() => setDecision(null)} done={() => setPicked(new Set())} />
    </Page>
  );
}

type Picking = { picked: ReadonlySet<string>; pick: (id: string) => void } | null;

function columnsOf(picking: Picking, saysWhy: boolean): Column<Reward>[] {
  const columns: Column<Reward>[] = [
    { key: "person", label: t("To"), cell: (row) => <Who id={row.person} link={false} /> },
    { key: "value", label: t("Amount"), end: true, cell: (row) => <Money of={row.value} /> },
    { key: "kind", label: t("What"), wide: true, cell: (row) => kindLabel(row.kind) },
    { key: "program", label: t("Program"), wide: true, cell: (row) => row.program },
    {
      key: "state",
      label: t("State"),
      cell: (row) => (
        <>
          <RewardStatus of={row} />
          {saysWhy && row.state === "pending" && (
            <Text size="xs" c="dimmed" visibleFrom="md">
              {whyItWaits(row.waits_for)}
            </Text>
          )}
        </>
      ),
    },
    { key: "at", label: t("Earned"), wide: true, cell: (row) => <When at={row.at} /> },
    { key: "due", label: t("Promised for"), wide: true, cell: (row) => <When at={row.available_at} /> },
  ];
  if (picking === null) return columns;
  const { picked, pick } = picking;
  const box: Column<Reward> = {
    key: "pick",
    label: t("Pick"),
    width: 60,
    cell: (row) => (
      <span onClick={(event) => event.stopPropagation()} role="presentation">
        <Checkbox
          aria-label={t("Pick {reward}", { reward: basisLabel(row.basis) })}
          checked={picked.has(row.id)}
          onChange={() => pick(row.id)}
          styles={{ root: { padding: 10, margin: -10 } }}
        />
      </span>
    ),
  };
  return [box, ...columns];
}

function Empty({ queue, filtered, all }: { queue: Queue; filtered: boolean; all: () => void }) {
  if (filtered)
    return (
      <EmptyState
        title={t("Nothing fits these filters")}
        act={
          <Button variant="default" onClick={all}>
            {t("Show all")}
          </Button>
        }
      />
    );
  if (queue === "approval")
    return (
      <EmptyState
        title={t("Nothing waits for you")}
        text={t("Rewards wait here when a program's rule asks for an approval. All others become available by themselves in time.")}
      />
    );
  if (queue === "fulfilment")
    return (
      <EmptyState
        title={t("Nothing is left to hand over")}
        text={t("Gift cards, free months and perks appear here once they are available.")}
      />
    );
  if (queue === "choice")
    return (
      <EmptyState
        title={t("Nobody has a choice to make")}
        text={t("Where a rule offers a choice, it waits here until its recipient has picked one.")}
      />
    );
  return <EmptyState title={t("No rewards yet")} text={t("The first appears with the first referral that a program's rule pays for.")} />;
}
