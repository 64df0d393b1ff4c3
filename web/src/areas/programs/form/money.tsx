/** Budget, tiers and bonus windows. */
import { ActionIcon, Button, Group, Stack, Text } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import type { Json } from "../draft/path.ts";
import { DayAt, NumberAt, Row, SelectAt, TextAt, useAt } from "./fields.tsx";
import { MoneyAt } from "./money-field.tsx";
import { type PartOf, optionsOf } from "./schema-at.ts";
import { periods } from "./when.tsx";

export function Budget() {
  const { value } = useAt(["budget"]);
  return (
    <Row>
      <MoneyAt at={["budget", "amount"]} label={t("Budget")} help={t("For everything that is money. Empty: none.")} />
      {value !== undefined && <SelectAt at={["budget", "every"]} label={t("Period")} options={periods()} none={t("ever")} />}
      {value !== undefined && (
        <SelectAt
          at={["budget", "when_spent"]}
          label={t("When it is spent")}
          options={optionsOf<NonNullable<PartOf<"budget">["when_spent"]>>({
            pause_rewards: t("nothing more is given"),
            notify: t("you are told, and it goes on"),
          })}
        />
      )}
      <NumberAt
        at={["margin_percent"]}
        label={t("Margin")}
        suffix=" %"
        min={0}
        help={t("What an order earns you, so that the linter can tell a reward that costs more.")}
      />
    </Row>
  );
}

export function Tiers() {
  const { document, set, readOnly } = useDraft();
  const tiers = document["tiers"] as Json | undefined;
  const steps = (tiers?.["steps"] as Json[] | undefined) ?? [];
  if (tiers === undefined)
    return readOnly ? null : (
      <Group>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Plus size={14} />}
          onClick={() => set(["tiers"], { every: "quarter", steps: [{ from: 1 }, { from: 5, multiply: 1.5 }] })}
        >
          {t("More for more referrals")}
        </Button>
      </Group>
    );
  return (
    <Stack gap="xs" role="group" aria-label={t("Tiers")}>
      <SelectAt at={["tiers", "every"]} label={t("Counted anew each")} options={periods()} none={t("never")} />
      {steps.map((_, i) => (
        <Group key={i} align="flex-end" gap="xs" wrap="nowrap">
          <Row min={130}>
            <NumberAt at={["tiers", "steps", i, "from"]} label={t("From which referral")} />
            <NumberAt
              at={["tiers", "steps", i, "multiply"]}
              label={t("Times the amount")}
              min={0}
              help={i === 0 ? t("Empty: the amount as given.") : undefined}
            />
          </Row>
          {!readOnly && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t("Remove step {n}", { n: i + 1 })}
              onClick={() => (steps.length === 1 ? set(["tiers"], undefined) : set(["tiers", "steps", i], undefined))}
            >
              <X size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!readOnly && (
        <Group>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<Plus size={14} />}
            onClick={() => set(["tiers", "steps", steps.length], { from: Number(steps.at(-1)?.["from"] ?? 0) + 5, multiply: 2 })}
          >
            {t("Add a step")}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => set(["tiers"], undefined)}>
            {t("Remove the tiers")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

export function Bonuses() {
  const { document, set, readOnly } = useDraft();
  const bonuses = (document["bonuses"] as Json[] | undefined) ?? [];
  const add = (): void => {
    const day = (plus: number): string => new Date(Date.now() + plus * 86_400_000).toISOString().slice(0, 10);
    set(["bonuses"], [...bonuses, { key: `bonus-${bonuses.length + 1}`, from: day(7), to: day(14), multiply: 2 }]);
  };
  return (
    <Stack gap="xs" role="group" aria-label={t("Bonus windows")}>
      {bonuses.map((_, i) => (
        <Group key={i} align="flex-start" gap="xs" wrap="nowrap">
          <Row min={130}>
            <TextAt at={["bonuses", i, "key"]} label={t("Key")} />
            <DayAt at={["bonuses", i, "from"]} label={t("From")} required />
            <DayAt at={["bonuses", i, "to"]} label={t("Until")} help={t("A date counts to its end.")} required />
            <NumberAt at={["bonuses", i, "multiply"]} label={t("Times the amount")} min={0} />
          </Row>
          {!readOnly && (
            <ActionIcon
              mt={26}
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t("Remove bonus {n}", { n: i + 1 })}
              onClick={() => (bonuses.length === 1 ? set(["bonuses"], undefined) : set(["bonuses", i], undefined))}
            >
              <X size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {bonuses.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("No window in which rewards are multiplied.")}
        </Text>
      )}
      {!readOnly && (
        <Group>
          <Button size="compact-sm" variant="subtle" leftSection={<Plus size={14} />} onClick={add}>
            {t("Add a bonus window")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
