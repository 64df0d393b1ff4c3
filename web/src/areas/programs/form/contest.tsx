/** A contest: its span, its ranking, its draw, where entries come from and what wins. And rankings that begin anew each period. */
import { Stack, Switch, Text } from "@mantine/core";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { type Json, type Path, isTree } from "../draft/path.ts";
import { ChipsAt, DayAt, DurationAt, NumberAt, Row, SelectAt, TagsAt, TextAt, useAt } from "./fields.tsx";
import { Add, Fold } from "./fold.tsx";
import { useGoTo } from "./jump.ts";
import { CURRENCIES } from "../../../kit/currencies.ts";
import { useCurrency } from "./money-field.tsx";
import { type PartOf, optionsOf } from "./schema-at.ts";

type Measure = NonNullable<PartOf<"leaderboard">["by"]>;
type Period = PartOf<"leaderboard">["periods"][number];
const day = (plus: number): string => new Date(Date.now() + plus * 86_400_000).toISOString().slice(0, 10);

export function Contest() {
  const { value } = useAt(["contest"]);
  const { from, to } = (isTree(value) ? value : {}) as { from?: string; to?: string };
  return (
    <Fold
      at={["contest"]}
      title={t("Contest")}
      text={t("Who recommends most between two days wins, or a draw among everybody with an entry decides; or both.")}
      summary={t("From {from} to {to}", { from: String(from), to: String(to) })}
      add={t("Add a contest")}
      start={() => ({ from: day(7), to: day(37), leaderboard: { places: 3 } })}
    >
      <Row>
        <DayAt at={["contest", "from"]} label={t("From")} required />
        <DayAt at={["contest", "to"]} label={t("Until")} help={t("A date counts to its end.")} required />
        <DurationAt
          at={["contest", "freeze_after"]}
          label={t("Results are final after")}
          help={t("Time for late orders and returns, from the contest's end.")}
        />
        <TextAt
          at={["contest", "key"]}
          label={t("Key")}
          help={t("Its name in addresses; empty: the program's key. The next contest needs another.")}
        />
      </Row>
      <Half at={["contest", "leaderboard"]} label={t("The first places win")} start={{ places: 3 }} other="draw">
        <Row>
          <MeasureAt at={["contest", "leaderboard"]} />
          <NumberAt at={["contest", "leaderboard", "places"]} label={t("How many places win")} />
        </Row>
      </Half>
      <Half at={["contest", "draw"]} label={t("A draw decides")} start={{ winners: 1 }} other="leaderboard">
        <Draw />
      </Half>
      <Prizes />
    </Fold>
  );
}

type HalfProps = { at: Path; label: string; start: object; other: string; children: React.ReactNode };

/** One of the two ways to win. The last one cannot be taken away: a contest has one at least. */
function Half({ at, label, start, other, children }: HalfProps) {
  const { value, set, readOnly, error, mark } = useAt(at);
  const last = useAt(["contest", other]).value === undefined;
  const isOn = value !== undefined;
  return (
    <Stack gap="sm" role="group" aria-label={label}>
      <Switch
        {...mark}
        label={label}
        error={error}
        checked={isOn}
        disabled={readOnly || (isOn && last)}
        onChange={(event) => set(event.currentTarget.checked ? start : undefined)}
      />
      {isOn && children}
    </Stack>
  );
}

/** What is counted. Money needs its currency, and nothing else does. */
function MeasureAt({ at }: { at: Path }) {
  const { value, set } = useAt(at);
  const usual = useCurrency();
  const board = isTree(value) ? value : {};
  const choose = (by: string | undefined): void => {
    const { currency: _, ...rest } = board;
    set(by === "rewards" ? { ...rest, by, currency: usual } : { ...rest, by });
  };
  return (
    <>
      <SelectAt
        at={[...at, "by"]}
        label={t("What counts")}
        options={optionsOf<Measure>({
          qualified_referrals: t("friends who qualified"),
          points: t("points earned"),
          rewards: t("money earned"),
        })}
        write={choose}
      />
      {board["by"] === "rewards" && (
        <SelectAt at={[...at, "currency"]} label={t("Currency")} options={CURRENCIES.map((value) => ({ value, label: value }))} />
      )}
    </>
  );
}

function Draw() {
  const at = ["contest", "draw"];
  return (
    <Stack gap="sm">
      <Row>
        <NumberAt at={[...at, "winners"]} label={t("Winners")} />
        <NumberAt at={[...at, "alternates"]} label={t("Stand-ins")} help={t("Drawn too: they move up when a winner does not accept.")} />
        <DurationAt at={[...at, "accept_within"]} label={t("Time to accept")} />
        <NumberAt at={[...at, "entry_cap"]} label={t("Most entries of one person")} help={t("Empty: all of them count.")} />
      </Row>
      <TagsAt
        at={[...at, "prizes"]}
        label={t("What each place wins, first place first")}
        help={t("The activity that a reward pays. Places without one win “prize”.")}
      />
      <TextAt
        at={[...at, "beacon"]}
        label={t("Public random value")}
        help={t("One that is not known yet, such as a drand round to come: then nobody can say that the draw was arranged.")}
      />
    </Stack>
  );
}

type Rule = { key: string; when?: Json; give?: Json };
const activityOf = (rule: Rule): unknown => rule.when?.["activity"];

/** What wins and what makes entries are rewards like all others: named here, made with one press, changed there. */
function Prizes() {
  const { document, set } = useDraft();
  const goTo = useGoTo();
  const rules = (Array.isArray(document["rewards"]) ? document["rewards"] : []) as Rule[];
  const { leaderboard, draw } = (document["contest"] ?? {}) as Partial<PartOf<"contest">>;
  const entries = rules.filter((rule) => isTree(rule.give) && "entries" in rule.give);
  const wins = winning(leaderboard, draw);
  const missing = wins.filter((name) => !rules.some((rule) => activityOf(rule) === name));
  const add = (key: string, rule: object): void => {
    set(["rewards"], [...rules, { key, ...rule }]);
    goTo(`/rewards/${rules.length}`, { rewards: [...rules, { key }] });
  };
  return (
    <Stack gap="xs" role="group" aria-label={t("Prizes and entries")}>
      <Text size="sm" fw={600}>
        {t("Prizes and entries")}
      </Text>
      {wins
        .filter((name) => !missing.includes(name))
        .map((name) => (
          <Text key={name} size="sm">
            {t("For {what}: the reward {key}.", {
              what: winnerWords(name),
              key: rules.find((rule) => activityOf(rule) === name)?.key ?? "",
            })}
          </Text>
        ))}
      {missing.slice(0, 3).map((name) => (
        <Add
          key={name}
          words={t("Add the prize for {what}", { what: winnerWords(name) })}
          go={() => add(name.replaceAll("_", "-"), { when: { activity: name }, give: { perk: { name: t("A prize") } } })}
        />
      ))}
      {draw !== undefined && entries.length > 0 && (
        <Text size="sm">{t("Entries come from: {rewards}.", { rewards: entries.map(({ key }) => key).join(", ") })}</Text>
      )}
      {draw !== undefined && entries.length === 0 && (
        <Add
          words={t("Give an entry for each friend")}
          go={() => add("entry", { when: { stage: document["qualifies_at"] ?? "order" }, give: { entries: 1 } })}
        />
      )}
    </Stack>
  );
}

/** The activities that win, as the engine tells them: contest_place_1 for the first place of a ranking. */
function winning(leaderboard: { places?: number } | undefined, draw: { winners?: number; prizes?: string[] } | undefined): string[] {
  const places = leaderboard === undefined ? [] : Array.from({ length: leaderboard.places ?? 3 }, (_, i) => `contest_place_${i + 1}`);
  const drawn = draw === undefined ? [] : Array.from({ length: draw.winners ?? 1 }, (_, i) => draw.prizes?.[i] ?? "prize");
  return [...new Set([...places, ...drawn])];
}

function winnerWords(activity: string): string {
  const place = /^contest_place_(\d+)$/.exec(activity)?.[1];
  return place === undefined ? t("the draw ({activity})", { activity }) : t("place {n}", { n: Number(place) });
}

const periodWords = (): Record<Period, string> => ({ week: t("week"), month: t("month"), quarter: t("quarter") });

export function Leaderboard() {
  const { value } = useAt(["leaderboard", "periods"]);
  const periods = Array.isArray(value) ? (value as Period[]) : [];
  return (
    <Fold
      at={["leaderboard"]}
      title={t("Leaderboard")}
      text={t("A ranking in the portal that begins anew each period. Who does not want to be shown is shown without a name.")}
      summary={periods.map((each) => periodWords()[each]).join(", ")}
      add={t("Add a leaderboard")}
      start={() => ({ periods: ["month"] })}
    >
      <ChipsAt at={["leaderboard", "periods"]} label={t("Begins anew each")} options={optionsOf(periodWords())} least />
      <Row>
        <MeasureAt at={["leaderboard"]} />
        <DurationAt at={["leaderboard", "freeze_after"]} label={t("Results are final after")} help={t("From the period's end.")} />
      </Row>
    </Fold>
  );
}
