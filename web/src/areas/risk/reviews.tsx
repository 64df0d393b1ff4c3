/** Referrals that wait for a decision, and how often the score was right so far. */
import { Button, Checkbox, SegmentedControl, SimpleGrid, Stack, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useMay } from "../../app/me.ts";
import { type Row, read } from "../../api/query.ts";
import { type Column, List } from "../../kit/list.tsx";
import { Figure, Page, Section } from "../../kit/page.tsx";
import { PickMany } from "../../kit/pick-many.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { PickProgram } from "../rewards/filters.tsx";
import { type Decision, DecideReviews } from "./decide.tsx";
import { type QueueSearch, REVIEW_STATES, queuePages } from "./queue.ts";
import { ReviewStatus, RiskNav, Score, reviewLabel } from "./words.tsx";

type Review = Row<"/v1/reviews">;
const route = getRouteApi("/risk");
/** The endpoint takes as many at once. */
const MOST = 200;

export function Reviews() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const may = useMay();
  const { state = "open", program, advocate } = search;
  const go = (change: Partial<QueueSearch>): void => void navigate({ to: "/risk", search: { ...search, ...change }, replace: true });
  const reviews = useInfiniteQuery(queuePages(search));
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [decision, setDecision] = useState<Decision | null>(null);
  useEffect(() => setPicked(new Set()), [state, program, advocate]);
  const decides = may("reviews:write") && state !== "refused";
  const shown = reviews.data?.pages.flatMap((page) => page.data) ?? [];
  const pick = (id: string): void => setPicked((now) => new Set(now.has(id) ? [...now].filter((each) => each !== id) : [...now, id]));
  return (
    <Page title={t("Risk")} text={t("Referrals that look doubtful, with the reasons. What waits here is not paid until you decide.")}>
      <RiskNav />
      <Summary program={program} />
      <SegmentedControl
        style={{ alignSelf: "flex-start", maxWidth: "100%" }}
        aria-label={t("Which referrals")}
        value={state}
        onChange={(next) => go({ state: next as QueueSearch["state"] })}
        data={REVIEW_STATES.map((each) => ({ value: each, label: reviewLabel(each) }))}
      />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        <PickProgram value={program} onChange={(next) => go({ program: next })} />
        <PickPerson label={t("Advocate")} value={advocate ?? null} onChange={(next) => go({ advocate: next ?? undefined })} />
      </SimpleGrid>
      {decides && shown.length > 0 && (
        <PickMany shown={shown} most={MOST} picked={picked} set={setPicked}>
          {state === "open" && (
            <Button size="xs" disabled={picked.size === 0} onClick={() => setDecision("approve")}>
              {t("Let it through")}
            </Button>
          )}
          <Button size="xs" variant="default" disabled={picked.size === 0} onClick={() => setDecision("refuse")}>
            {t("Refuse")}
          </Button>
        </PickMany>
      )}
      <List<Review>
        of={reviews}
        label={t("Reviews")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/risk/$review", params: { review: row.id }, search })}
        columns={columnsOf(decides ? { picked, pick } : null)}
        empty={
          state === "open" ? (
            <EmptyState
              title={t("Nothing waits for you")}
              text={t("Programs with a risk policy stop doubtful referrals here before anything is paid. Set the policy under Policy.")}
            />
          ) : (
            <EmptyState title={t("None of these")} />
          )
        }
      />
      <DecideReviews decision={decision} reviews={[...picked]} close={() => setDecision(null)} done={() => setPicked(new Set())} />
    </Page>
  );
}

function Summary({ program }: { program: string | undefined }) {
  const { data } = useQuery(read("/v1/reviews/summary", { query: { days: 365, ...(program === undefined ? {} : { program }) } }));
  if (data === undefined || data.scored === 0) return null;
  const decided = data.caught + data.cleared;
  const few = decided + data.missed < 20;
  return (
    <Section title={t("How often the score was right")} text={t("From your own decisions of the last year.")}>
      <SimpleGrid cols={{ base: 2, md: 5 }}>
        <Figure label={t("Scored")} value={number(data.scored)} />
        <Figure label={t("To decide")} value={number(data.open)} />
        <Figure
          label={t("Rightly stopped")}
          value={data.precision === null ? t("none yet") : percent(data.precision)}
          hint={t("{right} of {all} that you looked at", { right: number(data.caught), all: number(decided) })}
        />
        <Figure
          label={t("Found of what was bad")}
          value={data.recall === null ? t("none yet") : percent(data.recall)}
          hint={t("{n} came through and were refused later", { n: number(data.missed) })}
        />
        <Figure label={t("Time ran out")} value={number(data.lapsed)} hint={t("decided by the policy")} />
      </SimpleGrid>
      {few && decided > 0 && (
        <Text size="xs" c="dimmed" mt="xs">
          {t("Few decisions make a rough figure.")}
        </Text>
      )}
    </Section>
  );
}

type Picking = { picked: ReadonlySet<string>; pick: (id: string) => void } | null;

function columnsOf(picking: Picking): Column<Review>[] {
  const columns: Column<Review>[] = [
    { key: "score", label: t("Doubt"), cell: (row) => <Score of={row.score} /> },
    {
      key: "who",
      label: t("Who"),
      cell: (row) => (
        <Stack gap={0}>
          <Who id={row.friend} link={false} />
          <Text size="xs" c="dimmed" component="span">
            {t("recommended by")} <Who id={row.advocate} link={false} />
          </Text>
        </Stack>
      ),
    },
    { key: "why", label: t("Why"), wide: true, cell: (row) => row.reasons[0]?.words ?? t("Nothing speaks against it.") },
    { key: "program", label: t("Program"), wide: true, cell: (row) => row.program },
    { key: "state", label: t("State"), wide: true, cell: (row) => <ReviewStatus of={row} /> },
    { key: "due", label: t("Decide until"), cell: (row) => (row.due_at === null ? "" : <When at={row.due_at} />) },
  ];
  if (picking === null) return columns;
  const { picked, pick } = picking;
  const box: Column<Review> = {
    key: "pick",
    label: t("Pick"),
    width: 60,
    cell: (row) => (
      <span onClick={(event) => event.stopPropagation()} role="presentation">
        <Checkbox
          aria-label={t("Pick {id}", { id: row.id.slice(-6) })}
          checked={picked.has(row.id)}
          onChange={() => pick(row.id)}
          styles={{ root: { padding: 10, margin: -10 } }}
        />
      </span>
    ),
  };
  return [box, ...columns];
}
