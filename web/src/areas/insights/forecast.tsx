/** A program played forward: many futures from its own weeks, from what you assume, or from both. Nothing is written. */
import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useMe } from "../../app/me.ts";
import { Section } from "../../kit/page.tsx";
import { EmptyState, ErrorState, Shown } from "../../kit/states.tsx";
import { useOwnCurrency } from "../../kit/currencies.ts";
import { t } from "../../words/say.ts";
import { useProgramsRead } from "../rewards/filters.tsx";
import { countedText } from "./asked.tsx";
import { currencyOf } from "./experiment-form.ts";
import type { ForecastSearch } from "./experiment-search.ts";
import { ForecastForm } from "./forecast-form.tsx";
import { Budget, FanOf, Total } from "./forecast-fan.tsx";
import { Hindcast, Sensitivity } from "./forecast-trust.tsx";
import { type ForecastAnswer, TAKEN } from "./forecast-words.ts";
import { InsightsPage } from "./nav.tsx";
import { AT_ONCE, Studied, useStudied } from "./studied.tsx";

const ASSUMED = ["joins", "reach", "converts", "value"] as const;

export function Forecast() {
  const programs = useProgramsRead();
  return (
    <InsightsPage
      title={t("Forecast")}
      text={t("A thousand possible futures of a program, and how far they lie apart. Never one number.")}
    >
      <Shown of={programs}>
        {({ data }) => {
          const first = data.find(({ status }) => status === "live") ?? data[0];
          return first === undefined ? (
            <EmptyState title={t("No program yet")} text={t("Make a program, even as a draft: then it can be played forward.")} />
          ) : (
            <Played first={first.key} />
          );
        }}
      </Shown>
    </InsightsPage>
  );
}

/** What is in the address, as the server is asked. */
function wishOf(search: ForecastSearch, currency: string) {
  const assume = Object.fromEntries(
    ASSUMED.flatMap((lever) => {
      const [low, likely, high] = (search[lever] ?? "").split(",").map(Number);
      return low === undefined || likely === undefined || high === undefined ? [] : [[lever, { low, likely, high }]];
    }),
  );
  const { weeks = 26, margin, budget = null, reward = null } = search;
  return {
    weeks: Math.min(156, Math.round(weeks)),
    runs: 1000,
    seed: 1,
    currency,
    budget,
    reward,
    assume,
    margin: margin === undefined ? null : margin / 100,
  };
}

function Played({ first }: { first: string }) {
  const own = useOwnCurrency();
  const search = useSearch({ strict: false }) as ForecastSearch;
  const navigate = useNavigate();
  const go = (change: ForecastSearch): void =>
    void navigate({ to: ".", search: { ...search, ...change } as never, replace: true, resetScroll: false });
  const key = search.program ?? first;
  const program = useQuery(read("/v1/programs/{program}", { path: { program: key } }));
  const currency = search.currency ?? (currencyOf(program.data?.definition ?? program.data?.draft) || own);
  const wish = wishOf(search, currency);
  const answer = useStudied<ForecastAnswer>({
    queryKey: ["/v1/programs/{program}/forecast", { key, wish }],
    queryFn: async ({ signal }: { signal: AbortSignal }) =>
      await unwrap(
        api.POST("/v1/programs/{program}/forecast", { params: { path: { program: key } }, body: { ...wish, ...AT_ONCE }, signal }),
      ),
    enabled: program.data !== undefined,
  });
  return (
    <Stack gap="md">
      <ForecastForm key={`${key}|${currency}`} program={key} currency={currency} search={search} go={go} />
      {program.error !== null && <ErrorState error={program.error} retry={() => void program.refetch()} />}
      {program.error === null && (
        <Studied of={answer}>{(found) => <Answered of={found} currency={currency} search={search} go={go} />}</Studied>
      )}
    </Stack>
  );
}

type Props = { of: ForecastAnswer; currency: string; search: ForecastSearch; go: (change: ForecastSearch) => void };

function Answered({ of, currency, search, go }: Props) {
  const { sandbox } = useMe().workspace;
  // The sandbox has a clock of its own: dates are counted from it.
  const clock = useQuery({ ...read("/v1/test_clock"), enabled: sandbox });
  const now = sandbox ? Date.parse(clock.data?.now ?? "") || Date.now() : Date.now();
  const told = of.forecast;
  if (told === null)
    return (
      <Section title={t("There is no forecast yet")}>
        <Text size="sm">{of.missing["forecast"]?.message ?? t("not known")}</Text>
        <Text size="sm" mt={4}>
          {t("Say what you assume, above: then it can be played before anything has happened.")}
        </Text>
      </Section>
    );
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {of.counted === 0
          ? t("Everything here is assumed: no week of this program is counted yet.")
          : t("{n, plural, one {It rests on # complete week of this program.} other {It rests on # complete weeks of this program.}}", {
              n: of.counted,
            })}{" "}
        {countedText(of.as_of)}
      </Text>
      <Total of={told} currency={currency} />
      <FanOf of={told} currency={currency} show={search.show} now={now} go={go} />
      <Budget of={told} weeks={told.weeks.net.length} currency={currency} now={now} asked={search.budget} />
      <Sensitivity of={of} currency={currency} />
      <Hindcast of={of} currency={currency} />
      <Section title={t("What it takes for granted")}>
        <Stack gap={4}>
          {TAKEN().map((line) => (
            <Text key={line} size="sm">
              {line}
            </Text>
          ))}
        </Stack>
      </Section>
    </Stack>
  );
}
