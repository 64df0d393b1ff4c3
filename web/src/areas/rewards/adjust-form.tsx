/** A new adjustment: who, what, how much, why; and whether it needs a second operator. */
import { SegmentedControl, Select, SimpleGrid, Stack, Text, TextInput, Textarea } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { SaveBar, takeErrors, useKeptForm } from "../../kit/form.tsx";
import { MoneyInput } from "../../kit/money-input.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { decimalsOf, money } from "../../words/format.ts";
import { useOwnCurrency } from "../../kit/currencies.ts";
import { t } from "../../words/say.ts";
import { PickProgram } from "./filters.tsx";
import { kindLabel } from "./words.tsx";

type What = "grant" | "spend" | "reverse";
type Props = { what: What; person: string | null; reward: string; change: (what: What) => void; done: () => void };
type Values = {
  person: string | null;
  program: string;
  kind: string;
  unit: string;
  amount: number | null;
  reward: string;
  reason: string;
};

const GRANTED = ["cash", "credit", "points", "entries", "leads"] as const;
const SPENT = ["credit", "gift_card", "points", "entries", "leads", "free_time"] as const;
const isMoney = (kind: string): boolean => kind === "cash" || kind === "credit" || kind === "gift_card";

/** As the server counts it: the workspace's own figure, or 100 of a currency and 10,000 of anything else. */
function useLimit(unit: string): number {
  const { data } = useQuery({ ...read("/v1/settings"), staleTime: 60_000 });
  const own = (data?.settings["adjustment_limits"] as Record<string, number> | undefined)?.[unit];
  return own ?? (/^[A-Z]{3}$/.test(unit) ? 100 * 10 ** decimalsOf(unit) : 10_000);
}

export function AdjustForm({ what, person, reward, change, done }: Props) {
  const own = useOwnCurrency();
  const form = useKeptForm<Values>("adjust", { person, program: "", kind: "credit", unit: own, amount: null, reward, reason: "" });
  const { values } = form;
  const kinds = what === "grant" ? GRANTED : SPENT;
  const unit = isMoney(values.kind) ? values.unit : values.kind;
  const limit = useLimit(unit);
  const above = what !== "reverse" && values.amount !== null && values.amount > limit;
  const key = useRef(crypto.randomUUID());
  useEffect(() => {
    if (what !== "reverse" && !(kinds as readonly string[]).includes(values.kind)) form.setFieldValue("kind", kinds[0]!);
  }, [what]);
  const act = useAct({
    run: () => {
      const given = { person: values.person!, value: { amount: values.amount!, currency: unit }, reason: values.reason.trim() };
      const body =
        what === "reverse"
          ? { what, reward: values.reward.trim(), reason: given.reason }
          : what === "grant"
            ? { what, program: values.program, kind: values.kind as "cash", ...given }
            : { what, kind: values.kind, ...given };
      return unwrap(api.POST("/v1/adjustments", { body: body as never, headers: { "idempotency-key": key.current } }));
    },
    changes: ["/v1/adjustments", "/v1/rewards", "/v1/ledger", "/v1/people", "/v1/reports"],
    done: ({ state }) => (state === "done" ? t("Done.") : t("Proposed: a second operator has to approve it.")),
    after: () => (form.forget(), done()),
  });
  const ready =
    values.reason.trim() !== "" &&
    (what === "reverse"
      ? /^rwd_[0-9a-f]{32}$/.test(values.reward.trim())
      : values.person !== null && values.amount !== null && values.amount > 0 && (what === "spend" || values.program !== ""));
  const submit = (): void =>
    act.mutate(undefined, {
      onError: (error) => {
        key.current = crypto.randomUUID();
        takeErrors(form, error);
      },
    });
  return (
    <form onSubmit={(event) => (event.preventDefault(), submit())}>
      <Stack gap="sm">
        <SegmentedControl
          fullWidth
          aria-label={t("What to do")}
          value={what}
          onChange={(next) => change(next as What)}
          data={[
            { value: "grant", label: t("Grant") },
            { value: "spend", label: t("Take") },
            { value: "reverse", label: t("Take back") },
          ]}
        />
        {what === "reverse" ? (
          <TextInput
            label={t("Reward")}
            description={t("Its id, from the reward's page. All of it is taken back.")}
            required
            placeholder="rwd_…"
            {...form.getInputProps("reward")}
          />
        ) : (
          <Given what={what} form={form} unit={unit} />
        )}
        <Textarea
          label={t("Why")}
          description={t("Kept in the audit log. Names are taken out.")}
          required
          maxLength={500}
          {...form.getInputProps("reason")}
        />
        <Text size="sm" c={above ? "amber" : "dimmed"} role="status">
          {above
            ? t("Above {limit} a second operator has to approve it: it waits until then.", { limit: money(limit, unit) })
            : what === "reverse"
              ? t("It is taken back at once, unless it is above the limit of one operator.")
              : t("It is done at once: it is within the {limit} that one operator may do.", { limit: money(limit, unit) })}
        </Text>
        <SaveBar error={act.error} pending={act.isPending} dirty={ready} label={above ? t("Propose") : t("Do it")} />
      </Stack>
    </form>
  );
}

/** To whom, in which program, what and how much. */
function Given({ what, form, unit }: { what: What; form: UseFormReturnType<Values>; unit: string }) {
  const { values } = form;
  const kinds = what === "grant" ? GRANTED : SPENT;
  return (
    <>
      <PickPerson
        label={t("Person")}
        required
        value={values.person}
        onChange={(next) => form.setFieldValue("person", next)}
        error={form.errors["person"]}
      />
      {what === "grant" && (
        <PickProgram required value={values.program || undefined} onChange={(next) => form.setFieldValue("program", next ?? "")} />
      )}
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <Select
          label={t("What")}
          data={kinds.map((each) => ({ value: each, label: kindLabel(each) }))}
          value={values.kind}
          onChange={(next) => next !== null && form.setFieldValue("kind", next)}
          allowDeselect={false}
        />
        {isMoney(values.kind) && (
          <TextInput
            label={t("Currency")}
            maxLength={3}
            value={values.unit}
            onChange={(event) => form.setFieldValue("unit", event.currentTarget.value.toUpperCase())}
          />
        )}
        <MoneyInput
          label={t("Amount")}
          required
          unit={unit}
          value={values.amount}
          onChange={(next) => form.setFieldValue("amount", next)}
          error={form.errors["value.amount"] ?? form.errors["value.currency"]}
        />
      </SimpleGrid>
    </>
  );
}
