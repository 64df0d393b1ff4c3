/** What a good friend looks like: learnt from whom of those who came bought soon after, judged on friends it was not learnt from. */
import { type Judged, fitAndJudge } from "../../core/analytics/finding/likely.ts";
import { type Explained, explain } from "../../core/analytics/finding/logistic.ts";
import { type Trait, commonValues, traitsOf } from "../../core/analytics/finding/traits.ts";
import type { Answer } from "../../core/analytics/result.ts";
import type { Client } from "../../store/db.ts";
import { type FriendAsCame, readFriendsAsCame } from "../../store/study-friends.ts";

export type GoodFriendsAsk = { programs: readonly string[]; to: number; days: number; within: number; people: number };
export type FittingFriend = Explained & { person: string; came: number };
export type GoodFriendsFound = { friends: number; bought: number; traits: Trait[]; judged: Answer<Judged>; people: FittingFriend[] };

/** The newest friends are enough to learn from. */
const MOST = 200_000;
/** Values of a kind that stand by themselves. */
const VALUES = 5;
const KINDS = ["channel", "country", "evidence"] as const;

const traitsIn = (friend: FriendAsCame): Record<string, string> => ({
  channel: friend.channel,
  country: friend.country,
  evidence: friend.evidence,
  advocate: friend.advocate_bought ? "customer" : "no_customer",
  earlier: friend.earlier === 0 ? "first" : "later",
});

const isHeldOut = (id: string): boolean => Number.parseInt(id.slice(-4), 16) % 3 === 0;

export async function studyGoodFriends(workspaceId: string, db: Client, ask: GoodFriendsAsk): Promise<GoodFriendsFound> {
  const { programs, to, within } = ask;
  const all = await readFriendsAsCame(workspaceId, db, { programs, from: to - ask.days - within + 1, to, limit: MOST });
  // Who came within the last days may still buy in time.
  const past = all.filter(({ came }) => came <= to - within);
  const isGood = ({ bought_after: after }: FriendAsCame): boolean => after !== null && after <= within;
  const kinds = KINDS.map(
    (kind) =>
      [
        kind,
        [
          ...commonValues(
            past.map((each) => each[kind]),
            VALUES,
          ),
        ],
      ] as const,
  );
  const names = [...kinds.flatMap(([kind, values]) => values.map((value) => `${kind}:${value}`)), "earlier", "advocate_bought"];
  const featuresOf = (each: FriendAsCame): number[] => [
    ...kinds.flatMap(([kind, values]) => values.map((value) => (each[kind] === value ? 1 : 0))),
    Math.log1p(each.earlier),
    each.advocate_bought ? 1 : 0,
  ];
  const judged = fitAndJudge(
    past.map((each) => ({ features: featuresOf(each), happened: isGood(each), recency: each.came, heldOut: isHeldOut(each.friend) })),
    names,
  );
  const people =
    "none" in judged
      ? []
      : all
          .filter(({ came, bought_after }) => came > to - within && bought_after === null)
          .map((each) => ({ person: each.friend, came: each.came, ...explain(judged.ok.model, featuresOf(each)) }))
          .sort((a, b) => b.chance - a.chance || (a.person < b.person ? -1 : 1))
          .slice(0, ask.people);
  return {
    friends: past.length,
    bought: past.filter(isGood).length,
    traits: traitsOf(past.map((each) => ({ traits: traitsIn(each), did: isGood(each) }))),
    judged,
    people,
  };
}
