/** What a forecast is asked: the program, how far, margin, budget and reward; and before launch, or to try something, what you assume. */
import { Button, Collapse, Group, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { MoneyInput } from "../../kit/money-input.tsx";
import { Section } from "../../kit/page.tsx";
import { t } from "../../words/say.ts";
import { decimalsOf } from "../../words/format.ts";
import { PickProgram } from "../rewards/filters.tsx";
import type { ForecastSearch } from "./experiment-search.ts";
import { LEVERS } from "./forecast-words.ts";

const ASSUMED = ["joins", "reach", "converts", "value"] as const;
type Assumed = (typeof ASSUMED)[number];
type Three = [number | string, number | string, number | string];
type Props = { program: string; currency: string; search: ForecastSearch; go: (change: ForecastSearch) => void };

/** Written in percent or in whole money; asked as a share or in minor units. */
const scaleOf = (lever: Assumed, currency: string): number =>
  LEVERS[lever].kind === "share" ? 0.01 : LEVERS[lever].kind === "money" ? 10 ** decimalsOf(currency) : 1;

const tidy = (value: number): number => Number(value.toPrecision(12));

function threeOf(text: string | undefined, scale: number): Three {
  const [low, likely, high] = (text ?? "").split(",").map((each) => (each === "" ? "" : tidy(Number(each) / scale)));
  return [low ?? "", likely ?? "", high ?? ""];
}

type Asked = { currency: string; weeks: number; margin: number | string; budget: number | null; reward: number | null };

function Fields({ of, currency, change }: { of: Asked; currency: string; change: (next: Partial<Asked>) => void }) {
  return (
    <>
      <TextInput
        label={t("Currency")}
        value={of.currency}
        maxLength={3}
        w={100}
        onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
      />
      <NumberInput
        hideControls
        label={t("Weeks")}
        min={1}
        max={156}
        w={100}
        value={of.weeks}
        onChange={(weeks) => change({ weeks: Number(weeks) })}
      />
      <NumberInput
        hideControls
        label={t("Gross margin")}
        description={t("empty: the program’s own")}
        inputWrapperOrder={["label", "input", "description", "error"]}
        suffix=" %"
        min={0}
        max={100}
        w={170}
        value={of.margin}
        onChange={(margin) => change({ margin })}
      />
      <MoneyInput
        label={t("Budget from now on")}
        description={t("empty: no limit")}
        inputWrapperOrder={["label", "input", "description", "error"]}
        unit={currency}
        w={170}
        value={of.budget}
        onChange={(budget) => change({ budget })}
      />
      <MoneyInput
        label={t("Reward for a new customer")}
        description={t("empty: as paid so far")}
        inputWrapperOrder={["label", "input", "description", "error"]}
        unit={currency}
        w={210}
        value={of.reward}
        onChange={(reward) => change({ reward })}
      />
    </>
  );
}

export function ForecastForm({ program, currency, search, go }: Props) {
  const [asked, setAsked] = useState<Asked>({
    currency,
    weeks: search.weeks ?? 26,
    margin: search.margin ?? "",
    budget: search.budget ?? null,
    reward: search.reward ?? null,
  });
  const [assumed, setAssumed] = useState<Record<Assumed, Three>>(
    () => Object.fromEntries(ASSUMED.map((lever) => [lever, threeOf(search[lever], scaleOf(lever, currency))])) as Record<Assumed, Three>,
  );
  const [open, setOpen] = useState(ASSUMED.some((lever) => search[lever] !== undefined));
  const [wrong, setWrong] = useState<Partial<Record<Assumed, string>>>({});
  const play = (): void => {
    const errors = Object.fromEntries(
      ASSUMED.flatMap((lever) => (isRight(assumed[lever]) ? [] : [[lever, t("Write low, likely and high, in this order.")]])),
    );
    setWrong(errors);
    if (Object.keys(errors).length > 0) return;
    const texts = ASSUMED.map((lever) => {
      const isEmpty = assumed[lever].every((each) => each === "");
      return [lever, isEmpty ? undefined : assumed[lever].map((each) => tidy(Number(each) * scaleOf(lever, currency))).join(",")];
    });
    go({
      currency: /^[A-Z]{3}$/.test(asked.currency) ? asked.currency : undefined,
      weeks: Number(asked.weeks) || undefined,
      margin: asked.margin === "" ? undefined : Number(asked.margin),
      budget: asked.budget ?? undefined,
      reward: asked.reward ?? undefined,
      ...Object.fromEntries(texts),
    });
  };
  return (
    <Section>
      <form onSubmit={(event) => (event.preventDefault(), play())}>
        <Stack gap="sm">
          <Group align="flex-start" gap="sm">
            <PickProgram required value={program} onChange={(next) => go({ program: next, currency: undefined })} />
            <Fields of={asked} currency={currency} change={(next) => setAsked({ ...asked, ...next })} />
          </Group>
          <Group justify="space-between" className="gv-no-print">
            <Button variant="subtle" onClick={() => setOpen(!open)} aria-expanded={open}>
              {open ? t("Without assumptions of yours") : t("Say what you assume")}
            </Button>
            <Button type="submit">{t("Play it")}</Button>
          </Group>
          <Collapse expanded={open}>
            <Stack gap="sm">
              <Text size="sm" c="dimmed">
                {t("Before launch these four must be said. What you say takes the place of what was counted; empty is as counted.")}
              </Text>
              {ASSUMED.map((lever) => (
                <Assumption
                  key={lever}
                  lever={lever}
                  currency={currency}
                  value={assumed[lever]}
                  wrong={wrong[lever]}
                  change={(next) => setAssumed({ ...assumed, [lever]: next })}
                />
              ))}
            </Stack>
          </Collapse>
        </Stack>
      </form>
    </Section>
  );
}

/** Nothing said, or three numbers that do not fall. */
function isRight(of: Three): boolean {
  if (of.every((each) => each === "")) return true;
  const [low, likely, high] = of.map(Number) as [number, number, number];
  return of.every((each) => each !== "") && low <= likely && likely <= high;
}

type OneProps = { lever: Assumed; currency: string; value: Three; wrong: string | undefined; change: (next: Three) => void };

function Assumption({ lever, currency, value, wrong, change }: OneProps) {
  const { name, kind } = LEVERS[lever];
  const suffix = kind === "share" ? " %" : kind === "money" ? ` ${currency}` : undefined;
  const labels = [t("Low"), t("Likely"), t("High")];
  return (
    <div role="group" aria-label={name()}>
      <Text size="sm" fw={500}>
        {name()}
      </Text>
      <Group gap="sm" mt={4}>
        {labels.map((label, i) => (
          <NumberInput
            hideControls
            key={label}
            aria-label={t("{name}: {which}", { name: name(), which: label })}
            placeholder={label}
            suffix={suffix}
            min={0}
            max={kind === "share" ? 100 : undefined}
            decimalScale={3}
            flex="1 1 90px"
            maw={170}
            value={value[i]}
            onChange={(next) => change(value.map((each, j) => (i === j ? next : each)) as Three)}
          />
        ))}
      </Group>
      {wrong !== undefined && (
        <Text size="sm" c="rust" role="alert" mt={4}>
          {wrong}
        </Text>
      )}
    </div>
  );
}
