/** Under what terms: held, limited, ended, approved, taken back. */
import { Checkbox, NativeSelect, Stack } from "@mantine/core";
import { t } from "../../../words/say.ts";
import { type Path, isTree } from "../draft/path.ts";
import { DurationAt, NumberAt, Row, SelectAt, useAt } from "./fields.tsx";
import { MoneyAt, useCurrency } from "./money-field.tsx";
import { periods } from "./when.tsx";

export function ToAt({ at }: { at: Path }) {
  const { value, set, error, readOnly } = useAt(at);
  const shown = value === undefined ? "advocate" : typeof value === "string" ? value : JSON.stringify(value);
  const options = [
    { value: "advocate", label: t("The advocate") },
    { value: "friend", label: t("The friend") },
    ...[1, 2, 3, 4, 5].map((n) => ({
      value: `{"upline":${n}}`,
      label: n === 1 ? t("The advocate's recruiter") : t("Level {n} above the advocate", { n }),
    })),
    { value: '{"team":true}', label: t("Everybody who claimed together") },
    { value: '{"giver":true}', label: t("The company that gave") },
  ];
  return (
    <NativeSelect
      label={t("Who gets it")}
      error={error}
      disabled={readOnly}
      data={options}
      value={shown}
      onChange={(event) => {
        const next = event.currentTarget.value;
        set(next.startsWith("{") ? JSON.parse(next) : next);
      }}
    />
  );
}

export function TermsAt({ at, balance }: { at: Path; balance: boolean }) {
  return (
    <Stack gap="sm">
      <Row>
        <DurationAt
          at={[...at, "hold"]}
          label={t("Held for")}
          help={t("As long as the purchase can be returned. Empty: available at once.")}
        />
        {balance && <DurationAt at={[...at, "expires"]} label={t("What is left ends after")} help={t("Empty: never.")} />}
        <SelectAt
          at={[...at, "approval"]}
          label={t("Approval")}
          unset="automatic"
          options={[
            { value: "automatic", label: t("by itself") },
            { value: "manual", label: t("by hand, each one") },
          ]}
        />
        <SelectAt
          at={[...at, "on_refund"]}
          label={t("After a refund")}
          unset="proportional"
          options={[
            { value: "proportional", label: t("its share is taken back") },
            { value: "all_below_threshold", label: t("all of it, below the condition") },
          ]}
        />
      </Row>
      <ReverseAt at={[...at, "reverse_on"]} />
      <LimitAt at={[...at, "limit"]} />
    </Stack>
  );
}

function ReverseAt({ at }: { at: Path }) {
  const { value, set, readOnly } = useAt(at);
  const chosen = Array.isArray(value) ? (value as string[]) : ["refund", "chargeback"];
  const change = (next: string[]): void => set(next.length === 2 ? undefined : next);
  return (
    <Checkbox.Group label={t("Taken back on")} value={chosen} onChange={change} readOnly={readOnly}>
      <Row min={140}>
        <Checkbox value="refund" label={t("a refund")} disabled={readOnly} />
        <Checkbox value="chargeback" label={t("a chargeback")} disabled={readOnly} />
      </Row>
    </Checkbox.Group>
  );
}

function LimitAt({ at }: { at: Path }) {
  const { value, set, readOnly } = useAt(at);
  const currency = useCurrency();
  const mode = !isTree(value) ? "none" : "amount" in value ? "amount" : "count";
  const rest = (): object => {
    if (!isTree(value)) return {};
    const { count: _count, amount: _amount, ...others } = value;
    return others;
  };
  const choose = (next: string): void =>
    set(next === "none" ? undefined : next === "count" ? { ...rest(), count: 10 } : { ...rest(), amount: `100.00 ${currency}` });
  return (
    <Row>
      <NativeSelect
        label={t("Limit")}
        disabled={readOnly}
        data={[
          { value: "none", label: t("none") },
          { value: "count", label: t("so many times") },
          { value: "amount", label: t("up to an amount") },
        ]}
        value={mode}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {mode === "count" && <NumberAt at={[...at, "count"]} label={t("How many times")} required />}
      {mode === "amount" && <MoneyAt at={[...at, "amount"]} label={t("Amount")} required />}
      {mode !== "none" && (
        <>
          <SelectAt
            at={[...at, "per"]}
            label={t("For each")}
            unset="advocate"
            options={[
              { value: "advocate", label: t("advocate") },
              { value: "friend", label: t("friend") },
              { value: "program", label: t("the whole program") },
            ]}
          />
          <SelectAt at={[...at, "every"]} label={t("Period")} options={periods()} none={t("ever")} />
          <SelectAt
            at={[...at, "by"]}
            label={t("Counted")}
            options={[{ value: "channel", label: t("each channel by itself") }]}
            none={t("all together")}
          />
        </>
      )}
    </Row>
  );
}
