/** One doubtful referral: the score and its reasons, both people side by side, what they share, and the decision. j, k, a and r work. */
import { Button, Group, Kbd, Progress, SimpleGrid, Stack, Text } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "../../app/me.ts";
import { type Answer, read } from "../../api/query.ts";
import { Facts, Page, Section } from "../../kit/page.tsx";
import { Lines, Shown } from "../../kit/states.tsx";
import { Copyable, Money, When } from "../../kit/values.tsx";
import { Who, useName } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { RewardStatus } from "../rewards/words.tsx";
import { type Decision, DecideReviews } from "./decide.tsx";
import { queuePages } from "./queue.ts";
import { Shared } from "./shared.tsx";
import { Side } from "./side.tsx";
import { ReviewStatus, RiskNav, Score } from "./words.tsx";

const route = getRouteApi("/risk/$review");
type Evidence = Answer<"/v1/reviews/{review}">;

/** The one before and the one after in the queue that the address names. */
function useNeighbours(review: string): { before: string | undefined; after: string | undefined; place: number; known: number } {
  const search = route.useSearch();
  const { data } = useInfiniteQuery(queuePages(search));
  const ids = data?.pages.flatMap((page) => page.data.map((row) => row.id)) ?? [];
  const place = ids.indexOf(review);
  return { before: ids[place - 1], after: place === -1 ? ids[0] : ids[place + 1], place, known: ids.length };
}

export function Review() {
  const { review } = route.useParams();
  const found = useQuery(read("/v1/reviews/{review}", { path: { review } }));
  return (
    <Shown of={found} skeleton={<Lines n={12} />}>
      {(data) => <Opened key={data.id} of={data} />}
    </Shown>
  );
}

function Opened({ of }: { of: Evidence }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const may = useMay();
  const { before, after, place, known } = useNeighbours(of.id);
  const [decision, setDecision] = useState<Decision | null>(null);
  const name = useName(of.friend)?.name ?? "";
  const go = (review: string | undefined): void => {
    if (review !== undefined) void navigate({ to: "/risk/$review", params: { review }, search });
  };
  const approves = may("reviews:write") && of.state === "open";
  const refuses = may("reviews:write") && of.state !== "refused";
  // While the window is open, what is typed belongs to it, also before it has the focus.
  const free = decision === null;
  useHotkeys([
    ["j", () => free && go(after)],
    ["k", () => free && go(before)],
    ["a", () => free && approves && setDecision("approve")],
    ["r", () => free && refuses && setDecision("refuse")],
  ]);
  const next = (): void => (after === undefined ? void navigate({ to: "/risk", search }) : go(after));
  return (
    <Page
      title={name}
      under={{ label: t("Reviews"), to: "/risk" }}
      acts={<Acts approves={approves} refuses={refuses} before={before} after={after} decide={setDecision} go={go} />}
    >
      <RiskNav />
      {place >= 0 && (
        <Text size="sm" c="dimmed" role="status">
          {t("{n} of {all} loaded", { n: place + 1, all: known })}
        </Text>
      )}
      <Why of={of} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Side title={t("The friend")} person={of.friend} />
        <Side title={t("The advocate")} person={of.advocate} />
      </SimpleGrid>
      <Shared of={of} />
      <Waiting of={of} />
      <DecideReviews decision={decision} reviews={[of.id]} close={() => setDecision(null)} done={next} />
    </Page>
  );
}

type ActsProps = {
  approves: boolean;
  refuses: boolean;
  before: string | undefined;
  after: string | undefined;
  decide: (decision: Decision) => void;
  go: (review: string | undefined) => void;
};

function Acts({ approves, refuses, before, after, decide, go }: ActsProps) {
  return (
    <>
      {approves && (
        <Button
          onClick={() => decide("approve")}
          rightSection={
            <Kbd size="xs" visibleFrom="sm">
              A
            </Kbd>
          }
        >
          {t("Let it through")}
        </Button>
      )}
      {refuses && (
        <Button
          variant="default"
          onClick={() => decide("refuse")}
          rightSection={
            <Kbd size="xs" visibleFrom="sm">
              R
            </Kbd>
          }
        >
          {t("Refuse")}
        </Button>
      )}
      <Button
        variant="subtle"
        disabled={before === undefined}
        onClick={() => go(before)}
        rightSection={
          <Kbd size="xs" visibleFrom="sm">
            K
          </Kbd>
        }
      >
        {t("Previous")}
      </Button>
      <Button
        variant="subtle"
        disabled={after === undefined}
        onClick={() => go(after)}
        rightSection={
          <Kbd size="xs" visibleFrom="sm">
            J
          </Kbd>
        }
      >
        {t("Next")}
      </Button>
    </>
  );
}

function Why({ of }: { of: Evidence }) {
  return (
    <Section title={t("Why it is doubted")} acts={<Score of={of.score} />}>
      <Stack gap="sm">
        {of.reasons.length === 0 && <Text size="sm">{t("Nothing speaks against it.")}</Text>}
        {of.reasons.map(({ key, points, words }) => (
          <Group key={key} gap="sm" wrap="nowrap" align="center">
            <Progress value={points} w={80} style={{ flexShrink: 0 }} color="amber" aria-label={t("{n} points", { n: points })} />
            <Text size="xs" w={28} ta="end" style={{ flexShrink: 0 }} className="gv-number">
              {points}
            </Text>
            <Text size="sm">{words}</Text>
          </Group>
        ))}
        <Facts
          of={[
            [t("State"), <ReviewStatus key="s" of={of} />],
            [t("Program"), of.program],
            [t("Judged"), <When key="a" at={of.scored_at} exact />],
            [t("Decide until"), of.due_at === null ? null : <When key="d" at={of.due_at} exact />],
            [t("Decided"), of.decided_at === null ? null : <When key="e" at={of.decided_at} exact />],
            [t("Note"), of.note],
            [t("Id"), <Copyable key="i" value={of.id} />],
          ]}
        />
      </Stack>
    </Section>
  );
}

/** What waits for the decision, and what was earned otherwise. */
function Waiting({ of }: { of: Evidence }) {
  const rewards = useQuery(read("/v1/rewards", { query: { friend: of.friend, program: of.program, limit: 50 } }));
  return (
    <Section title={t("What is at stake")} text={t("Rewards that rest on this referral.")}>
      <Shown of={rewards}>
        {({ data }) =>
          data.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t("Nothing has been earned.")}
            </Text>
          ) : (
            <Stack gap="xs">
              {data.map((reward) => (
                <Group key={reward.id} gap="sm">
                  <Link to="/rewards/$reward" params={{ reward: reward.id }} style={{ color: "inherit" }}>
                    <Money of={reward.granted} />
                  </Link>
                  <Text size="sm" component="span">
                    {t("to")} <Who id={reward.person} />
                  </Text>
                  <RewardStatus of={reward} />
                </Group>
              ))}
            </Stack>
          )
        }
      </Shown>
    </Section>
  );
}
