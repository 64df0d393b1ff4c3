/** A payout: what is asked for, who gets what, and the typed sum that makes it. */
import { Alert, Button, Group, Select, SimpleGrid, Stack, Table, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { MoneyInput } from "../../kit/money-input.tsx";
import { Figure, Page, Section } from "../../kit/page.tsx";
import { EmptyState, ErrorState, Shown } from "../../kit/states.tsx";
import { Money } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { decimalsOf, money, number } from "../../words/format.ts";
import { useOwnCurrency } from "../../kit/currencies.ts";
import { t } from "../../words/say.ts";
import { RewardsNav, kindLabel } from "./words.tsx";

const route = getRouteApi("/rewards/payouts/new");
const SHOWN = 100;

type Kind = "cash" | "credit";
type Wish = { unit: string; kind: Kind; minimum: number };

/** The currencies in which anything is available, from what is owed. */
function useUnits(): string[] {
  const own = useOwnCurrency();
  const owed = useQuery(read("/v1/reports/liability"));
  const units = (owed.data?.owed ?? []).filter((row) => /^[A-Z]{3}$/.test(row.unit)).map((row) => row.unit);
  return [...new Set(units.length > 0 ? units : [own])];
}

export function PayoutNew() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const units = useUnits();
  const wish: Wish = {
    unit: search.unit ?? units[0]!,
    kind: search.kind ?? "cash",
    minimum: Math.max(1, Number.parseInt(search.minimum ?? "1", 10) || 1),
  };
  const go = (change: Partial<Wish>): void => {
    const next = { ...wish, ...change };
    void navigate({ to: "/rewards/payouts/new", search: { ...next, minimum: String(next.minimum) }, replace: true });
  };
  const preview = useQuery({
    queryKey: ["/v1/payouts/preview", wish],
    queryFn: () => unwrap(api.POST("/v1/payouts/preview", { body: { ...wish, lines: SHOWN } })),
    staleTime: 0,
  });
  return (
    <Page
      title={t("Pay out")}
      under={{ label: t("Payouts"), to: "/rewards/payouts" }}
      text={t("Takes what is available from the minimum on. You pay from the file that follows, and say what arrived.")}
    >
      <RewardsNav />
      <Asked wish={wish} units={units} go={go} />
      <Shown of={preview}>
        {({ payouts, people, total }) =>
          people === 0 ? (
            <EmptyState
              title={t("Nobody has that much available")}
              text={t("Rewards become available when their time of waiting is over. Try a smaller minimum, or another currency.")}
            />
          ) : (
            <>
              <Section
                title={t("Who gets what")}
                text={people > payouts.length ? t("The largest {n} of them.", { n: payouts.length }) : undefined}
              >
                <Table verticalSpacing="xs" aria-label={t("Who gets what")}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t("Person")}</Table.Th>
                      <Table.Th ta="end">{t("Amount")}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {payouts.map(({ person, value }) => (
                      <Table.Tr key={person}>
                        <Table.Td>
                          <Who id={person} />
                        </Table.Td>
                        <Table.Td ta="end">
                          <Money of={value} />
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Section>
              <Confirm wish={wish} people={people} total={total.amount} again={() => void preview.refetch()} />
            </>
          )
        }
      </Shown>
    </Page>
  );
}

type AskedProps = { wish: Wish; units: readonly string[]; go: (change: Partial<Wish>) => void };

function Asked({ wish, units, go }: AskedProps) {
  return (
    <Section title={t("What is paid")}>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <Select
          label={t("Currency")}
          data={[...new Set([...units, wish.unit])]}
          value={wish.unit}
          onChange={(unit) => unit !== null && go({ unit })}
          allowDeselect={false}
        />
        <Select
          label={t("What")}
          data={(["cash", "credit"] as const).map((kind) => ({ value: kind, label: kindLabel(kind) }))}
          value={wish.kind}
          onChange={(kind) => kind !== null && go({ kind: kind as Kind })}
          allowDeselect={false}
        />
        <MoneyInput
          label={t("Minimum")}
          description={t("Smaller balances wait for the next time.")}
          unit={wish.unit}
          value={wish.minimum}
          onChange={(minimum) => minimum !== null && minimum > 0 && go({ minimum })}
        />
      </SimpleGrid>
    </Section>
  );
}

/** What was written as an amount: digits of any script are left to the reader's keyboard; commas and blanks may part thousands. */
function minorOf(written: string, unit: string): number | null {
  const decimals = decimalsOf(unit);
  const found = /^(\d[\d\s.,'’]*?)(?:[.,](\d+))?$/.exec(written.trim());
  if (found === null) return null;
  const tail = found[2] ?? "";
  const isTail = decimals > 0 && tail.length === decimals;
  const whole = `${found[1]}${isTail ? "" : tail}`.replace(/\D/g, "");
  return Number(whole) * 10 ** decimals + (isTail ? Number(tail) : 0);
}

function Confirm({ wish, people, total, again }: { wish: Wish; people: number; total: number; again: () => void }) {
  const navigate = useNavigate();
  const [written, setWritten] = useState("");
  // One key for this sum: pressed twice, or sent again after a lost connection, it is the same batch.
  const key = useRef({ of: "", key: "" });
  const of = JSON.stringify([wish, total]);
  if (key.current.of !== of) key.current = { of, key: crypto.randomUUID() };
  const act = useAct({
    run: () =>
      unwrap(api.POST("/v1/payouts", { body: { ...wish, expected_total: total }, headers: { "idempotency-key": key.current.key } })),
    changes: ["/v1/payouts", "/v1/ledger", "/v1/rewards", "/v1/reports", "/v1/people"],
    done: () => t("The batch is made. Fetch its file and pay from it."),
    after: ({ id }) => void navigate({ to: "/rewards/payouts/$batch", params: { batch: id } }),
  });
  const fits = minorOf(written, wish.unit) === total;
  return (
    <Section title={t("Make the batch")}>
      <form onSubmit={(event) => (event.preventDefault(), fits && !act.isPending && act.mutate())}>
        <Stack gap="sm">
          <Group gap="xl">
            <Figure label={t("Sum")} value={money(total, wish.unit)} />
            <Figure label={t("People")} value={number(people)} />
          </Group>
          <Alert variant="light" color="amber" title={t("What happens")}>
            {t("{sum} leaves the balances of {people, plural, one {# person} other {# people}} at once and waits for your results.", {
              sum: money(total, wish.unit),
              people,
            })}{" "}
            {t("Nobody can spend it meanwhile, and no other payout takes it again. What you report as failed is available again.")}
          </Alert>
          <TextInput
            label={t("Type the sum to confirm")}
            description={t("{sum}, with or without the currency's sign.", { sum: money(total, wish.unit) })}
            value={written}
            onChange={(event) => setWritten(event.currentTarget.value.replace(/[^\d.,\s'’]/g, ""))}
            error={written !== "" && !fits && written.length >= String(total).length ? t("That is not the sum above.") : undefined}
            inputMode="decimal"
            autoComplete="off"
            maw={320}
          />
          {act.error && <ErrorState error={act.error} retry={() => (act.reset(), again())} />}
          <Group>
            <Button type="submit" disabled={!fits} loading={act.isPending}>
              {t("Make the batch")}
            </Button>
            <Button variant="default" {...({ component: Link, to: "/rewards/payouts" } as object)}>
              {t("Cancel")}
            </Button>
            <Text size="sm" c="dimmed">
              {fits ? t("Ready.") : ""}
            </Text>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
