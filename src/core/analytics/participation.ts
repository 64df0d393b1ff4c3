/** Where people are lost on the way, against what was usual here before. */
import { type Interval, wilson } from "./interval.ts";
import { LEAST, type Sum } from "./report.ts";

export const STEPS = [
  { step: "asked_to_joined", of: "advocates_asked", reached: "asked_joined" },
  { step: "joined_to_shared", of: "advocates_joined", reached: "advocates_shared" },
  { step: "shared_to_visited", of: "advocates_shared", reached: "advocates_visited" },
  { step: "visited_to_friend", of: "advocates_visited", reached: "advocates_referred" },
  { step: "came_to_signed_up", of: "friends_came", reached: "friends_signed_up" },
  { step: "signed_up_to_bought", of: "friends_signed_up", reached: "friends_bought" },
] as const;
export type StepName = (typeof STEPS)[number]["step"];

/** `lost`: how many did not take the step. `share` and interval null below ten people. `change`: against before, in shares. */
export type Step = {
  step: StepName;
  people: number;
  reached: number;
  lost: number;
  share: number | null;
  low: number | null;
  high: number | null;
  before: number | null;
  change: number | null;
  /** Whether the intervals of now and before lie apart: less than that may be chance. */
  is_clear: boolean;
};

export function stepsOf(now: readonly Sum[], before: readonly Sum[] | null): Step[] {
  const sum = (list: readonly Sum[], metric: string): number =>
    list.reduce((all, each) => (each.metric === metric ? all + each.value : all), 0);
  return STEPS.map(({ step, of, reached }) => {
    const [people, got] = [sum(now, of), Math.min(sum(now, reached), sum(now, of))];
    const present = rate(got, people);
    const earlier = before === null ? null : rate(Math.min(sum(before, reached), sum(before, of)), sum(before, of));
    return {
      step,
      people,
      reached: got,
      lost: people - got,
      share: present?.share ?? null,
      low: present?.low ?? null,
      high: present?.high ?? null,
      before: earlier?.share ?? null,
      change: present === null || earlier === null ? null : present.share - earlier.share,
      is_clear: present !== null && earlier !== null && (present.high < earlier.low || present.low > earlier.high),
    };
  });
}

const rate = (reached: number, people: number): Interval | null => (people < LEAST ? null : wilson(reached, people));

/** The step that lost most against before; without a before that can be compared, the one with the smallest share. Null: too few people. */
export function worstStep(steps: readonly Step[]): StepName | null {
  const compared = steps.filter((each) => each.change !== null);
  if (compared.length > 0) {
    const worst = compared.toSorted((a, b) => a.change! - b.change!)[0]!;
    return worst.change! < 0 ? worst.step : null;
  }
  return steps.filter((each) => each.share !== null).toSorted((a, b) => a.share! - b.share!)[0]?.step ?? null;
}
