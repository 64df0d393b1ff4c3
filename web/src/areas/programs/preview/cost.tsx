/** "A friend spends 80: who gets what, when": the definition's own rules on made-up people, computed by the server. */
import { NumberInput, Stack, Table, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { ErrorState, Lines } from "../../../kit/states.tsx";
import { Money } from "../../../kit/values.tsx";
import { decimalsOf, money, number, percent } from "../../../words/format.ts";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { type Json, isTree } from "../draft/path.ts";
import { type Ask, type Preview, usePreview } from "../draft/preview.ts";
import { Row } from "../form/fields.tsx";
import { durationWords, eventWords, formWords, moneyText, recipientWords, stageWords } from "../words.ts";

type Example = NonNullable<Preview["example"]>;
type Given = Example["steps"][number]["rewards"][number];

export function CostExample() {
  const [spend, setSpend] = useState<string | undefined>();
  const [friends, setFriends] = useState(1);
  const ask: Ask = { friends, ...(spend === undefined ? {} : { spend }) };
  const [settled] = useDebouncedValue(JSON.stringify(ask), 250);
  const { data, error, isPending, isPlaceholderData } = usePreview(JSON.parse(settled) as Ask);
  const example = data?.example;
  const currency = example?.spend.currency ?? "USD";
  const decimals = decimalsOf(currency);
  return (
    <Stack gap="sm">
      <Row min={150}>
        <NumberInput
          label={t("A friend spends ({currency})", { currency })}
          min={0}
          decimalScale={decimals}
          fixedDecimalScale
          hideControls
          value={
            example === undefined || example === null
              ? ""
              : spend === undefined
                ? example.spend.amount / 10 ** decimals
                : Number(spend.split(" ")[0])
          }
          onChange={(next) => next !== "" && setSpend(moneyText(Math.round(Number(next) * 10 ** decimals), currency))}
        />
        <NumberInput
          label={t("Her number among the friends")}
          min={1}
          max={30}
          value={friends}
          onChange={(next) => setFriends(Math.min(30, Math.max(1, Number(next) || 1)))}
        />
      </Row>
      {error ? (
        <ErrorState error={error} />
      ) : isPending ? (
        <Lines />
      ) : example == null ? (
        <NotYet />
      ) : (
        <Steps example={example} old={isPlaceholderData} />
      )}
    </Stack>
  );
}

function NotYet() {
  return (
    <Text size="sm" c="dimmed">
      {t("The cost appears as soon as every amount can be read.")}
    </Text>
  );
}

function Steps({ example, old }: { example: Example; old: boolean }) {
  const { document } = useDraft();
  const rules = Array.isArray(document["rewards"]) ? (document["rewards"] as Json[]) : [];
  const ruleOf = (key: string): Json => rules.find((each) => each["key"] === key) ?? {};
  return (
    <Stack gap="sm" opacity={old ? 0.6 : 1} data-preview="cost" aria-live="polite">
      <Table.ScrollContainer minWidth={300}>
        <Table verticalSpacing={6} aria-label={t("Who gets what, when")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("What happens")}</Table.Th>
              <Table.Th>{t("Who gets it, when")}</Table.Th>
              <Table.Th ta="end">{t("What")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {example.steps.map((step, i) => (
              <StepRows key={`${step.kind}${step.name}${i}`} step={step} ruleOf={ruleOf} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" fw={600}>
        {example.total.length === 0
          ? t("No money is given in this example.")
          : example.total.map((each) => totalWords(each, example.spend)).join(" ")}
      </Text>
      {example.silent.length > 0 && (
        <Text size="xs" c="dimmed">
          {t("Not earned in this example: {rules}. Their condition, limit or number is not reached.", {
            rules: example.silent.join(", "),
          })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t("Computed by the rules that decide real events, in one period, with friends who may be referred.")}{" "}
        {t("Waits count as over, and of a choice the first option counts.")}
      </Text>
    </Stack>
  );
}

function totalWords(total: { amount: number; currency: string }, spend: Example["spend"]): string {
  const said = money(total.amount, total.currency);
  if (total.currency !== spend.currency || spend.amount === 0) return t("Together {money}.", { money: said });
  return t("Together {money}: {share} of one purchase of {spend}.", {
    money: said,
    share: percent(total.amount / spend.amount),
    spend: money(spend.amount, spend.currency),
  });
}

function StepRows({ step, ruleOf }: { step: Example["steps"][number]; ruleOf: (key: string) => Json }) {
  const what =
    step.kind === "joined"
      ? t("The advocate joins")
      : step.kind === "again"
        ? t("{stage}, once more", { stage: stageWords(step.name) })
        : step.kind === "activity"
          ? t("The advocate: {activity}", { activity: step.name })
          : stageWords(step.name);
  if (step.rewards.length === 0)
    return (
      <Table.Tr>
        <Table.Td title={eventWords(step.event)}>{what}</Table.Td>
        <Table.Td c="dimmed">{t("nobody")}</Table.Td>
        <Table.Td />
      </Table.Tr>
    );
  return step.rewards.map((given, i) => (
    <Table.Tr key={given.rule}>
      <Table.Td title={eventWords(step.event)}>{i === 0 ? what : ""}</Table.Td>
      <Table.Td>
        <Text size="sm">{recipientWords(ruleOf(given.rule)["to"])}</Text>
        <Text size="xs" c="dimmed">
          {whenWords(ruleOf(given.rule))}
        </Text>
      </Table.Td>
      <Table.Td ta="end">
        <Worth given={given} rule={ruleOf(given.rule)} />
      </Table.Td>
    </Table.Tr>
  ));
}

function whenWords(rule: Json): string {
  const hold = typeof rule["hold"] === "string" ? durationWords(rule["hold"]) : undefined;
  const after = isTree(rule["when"]) && typeof rule["when"]["after"] === "string" ? durationWords(rule["when"]["after"]) : undefined;
  const byHand = rule["approval"] === "manual" ? t("approved by hand") : undefined;
  const parts = [
    after === undefined ? undefined : t("decided {time} later", { time: after }),
    hold === undefined ? (after === undefined ? t("at once") : undefined) : t("available after {time}", { time: hold }),
    byHand,
  ];
  return parts.filter((each) => each !== undefined).join(", ");
}

function Worth({ given, rule }: { given: Given; rule: Json }) {
  const { amount, unit, form } = given;
  if (/^[A-Z]{3}$/.test(unit)) return <Money of={{ amount, currency: unit }} />;
  const gift = isTree(rule["give"]) ? rule["give"][form] : undefined;
  if (isTree(gift)) {
    if (typeof gift["percent"] === "number") return <>{t("{form}: {n} %", { form: formWords(form), n: number(gift["percent"]) })}</>;
    if (typeof gift["amount"] === "string") return <>{t("{form}: {worth}", { form: formWords(form), worth: gift["amount"] })}</>;
    if (typeof gift["name"] === "string") return <>{gift["name"]}</>;
  }
  return <>{t("{form}: {worth}", { form: formWords(form), worth: money(amount, unit === form ? "" : unit).trim() })}</>;
}
