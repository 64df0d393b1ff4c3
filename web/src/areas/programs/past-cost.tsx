/** What the past would have cost under the draft: the stored events decided again by its rules. */
import { Button, Group, NativeSelect, Stack, Table, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { Section } from "../../kit/page.tsx";
import { ErrorState, Lines } from "../../kit/states.tsx";
import { Money } from "../../kit/values.tsx";
import { instant, money } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { Program } from "./draft/draft.tsx";

const DAY = 86_400_000;
type Line = { rule: string; unit: string; before: number; after: number };

export function PastCost({ program }: { program: Program }) {
  const [days, setDays] = useState("90");
  const plan = useMutation({
    mutationFn: (span: number) => {
      const to = Date.now();
      const backtest = { from: new Date(to - span * DAY).toISOString(), to: new Date(to).toISOString() };
      return unwrap(api.POST("/v1/programs/{program}/plan", { params: { path: { program: program.key } }, body: { backtest } }));
    },
  });
  const cost = plan.data?.cost;
  return (
    <Section
      title={t("What it would have cost")}
      text={t("Your real events of the past, decided again under the draft. Nothing is changed by it.")}
    >
      <Stack gap="sm">
        <Group align="flex-end" gap="xs">
          <NativeSelect
            label={t("How far back")}
            value={days}
            onChange={(event) => setDays(event.currentTarget.value)}
            data={[
              { value: "30", label: t("30 days") },
              { value: "90", label: t("90 days") },
              { value: "365", label: t("a year") },
            ]}
          />
          <Button variant="default" loading={plan.isPending} onClick={() => plan.mutate(Number(days))}>
            {t("Count")}
          </Button>
        </Group>
        {plan.isPending && <Lines n={3} />}
        {plan.error && <ErrorState error={plan.error} retry={() => plan.mutate(Number(days))} />}
        {cost != null && (
          <>
            <Text size="sm">{t("From {from} to {to}.", { from: instant(cost.from, "date"), to: instant(cost.to, "date") })}</Text>
            <Costs of={cost.by_rule} />
          </>
        )}
      </Stack>
    </Section>
  );
}

function Costs({ of }: { of: readonly Line[] }) {
  if (of.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("In that time nothing would have been earned, and nothing was: there are no events that a reward of this program is for.")}
      </Text>
    );
  const units = [...new Set(of.map((each) => each.unit))];
  return (
    <Stack gap="xs">
      <Table.ScrollContainer minWidth={420}>
        <Table aria-label={t("What it would have cost")} verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("Reward")}</Table.Th>
              <Table.Th ta="end">{t("Really given")}</Table.Th>
              <Table.Th ta="end">{t("Under the draft")}</Table.Th>
              <Table.Th ta="end">{t("Difference")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {of.map((line) => (
              <Numbers key={`${line.rule}|${line.unit}`} line={line} />
            ))}
            {units.map((unit) => (
              <Numbers key={unit} line={sum(of, unit)} strong />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed">
        {t("Really given: what was posted to the books for this program and not taken back.")}{" "}
        {t("Under the draft: what qualifies in that time, refunds deducted, tiers, limits and budgets applied.")}{" "}
        {t("Waits count as over, and of a choice the first option counts.")}
      </Text>
    </Stack>
  );
}

function sum(of: readonly Line[], unit: string): Line {
  const own = of.filter((each) => each.unit === unit);
  const add = (pick: (line: Line) => number): number => own.reduce((total, each) => total + pick(each), 0);
  return { rule: t("Together"), unit, before: add((line) => line.before), after: add((line) => line.after) };
}

function Numbers({ line, strong = false }: { line: Line; strong?: boolean }) {
  const { unit, before, after } = line;
  const difference = after - before;
  const weight = strong ? 600 : undefined;
  return (
    <Table.Tr>
      <Table.Td fw={weight}>{line.rule}</Table.Td>
      <Table.Td ta="end" fw={weight}>
        <Money of={{ amount: before, unit }} />
      </Table.Td>
      <Table.Td ta="end" fw={weight}>
        <Money of={{ amount: after, unit }} />
      </Table.Td>
      <Table.Td ta="end" fw={weight}>
        {difference > 0 ? `+${money(difference, unit)}` : money(difference, unit)}
      </Table.Td>
    </Table.Tr>
  );
}
