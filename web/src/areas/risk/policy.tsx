/** A program's risk policy, and what it would have made of the past month before it is saved. */
import { Alert, Button, Group, NumberInput, Select, SimpleGrid, Stack, TagsInput, Text } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { takeErrors, useKeptForm } from "../../kit/form.tsx";
import { Page, Section } from "../../kit/page.tsx";
import { EmptyState, ErrorState, Shown } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { PickProgram, usePrograms, useProgramsRead } from "../rewards/filters.tsx";
import { PolicyEffect } from "./policy-effect.tsx";
import { Weights } from "./weights.tsx";
import { RiskNav } from "./words.tsx";

const route = getRouteApi("/risk/policy");
type Program = Answer<"/v1/programs/{program}">;

export type PolicyValues = {
  hold_at: number;
  refuse_at: number | null;
  review_days: number;
  unreviewed: "refuse" | "pay";
  weights: Record<string, number>;
  velocity_count: number;
  velocity_within: string;
  quickest_seconds: number;
  coupon_sites: string[];
};
type Risk = Record<string, unknown> & { velocity?: { count?: number; within?: string } };

/** What the form shows of a definition; the schema's own defaults where it says nothing. */
function valuesOf(risk: Risk | undefined): PolicyValues {
  return {
    hold_at: (risk?.["hold_at"] as number | undefined) ?? 50,
    refuse_at: (risk?.["refuse_at"] as number | undefined) ?? null,
    review_days: Number.parseInt(String(risk?.["review_within"] ?? "14d"), 10),
    unreviewed: (risk?.["unreviewed"] as "refuse" | undefined) ?? "refuse",
    weights: (risk?.["weights"] as Record<string, number> | undefined) ?? {},
    velocity_count: risk?.velocity?.count ?? 10,
    velocity_within: risk?.velocity?.within ?? "1d",
    quickest_seconds: (risk?.["quickest_seconds"] as number | undefined) ?? 10,
    coupon_sites: (risk?.["coupon_sites"] as string[] | undefined) ?? [],
  };
}

function riskOf(v: PolicyValues) {
  return {
    hold_at: v.hold_at,
    ...(v.refuse_at === null ? {} : { refuse_at: v.refuse_at }),
    review_within: `${v.review_days}d`,
    unreviewed: v.unreviewed,
    weights: v.weights,
    velocity: { count: v.velocity_count, within: v.velocity_within },
    quickest_seconds: v.quickest_seconds,
    coupon_sites: v.coupon_sites,
  };
}

export function Policy() {
  const { program } = route.useSearch();
  const navigate = useNavigate();
  const programs = usePrograms();
  const asked = useProgramsRead();
  const chosen = program ?? programs[0]?.value;
  return (
    <Page
      title={t("Risk policy")}
      text={t("From which doubt on a referral waits for you, and from which it is refused. Try it on the past month before you save it.")}
    >
      <RiskNav />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        <PickProgram
          required
          value={chosen}
          onChange={(next) => void navigate({ to: "/risk/policy", search: { program: next }, replace: true })}
        />
      </SimpleGrid>
      {chosen === undefined ? (
        <Shown of={asked}>
          {() => <EmptyState title={t("No program yet")} text={t("A policy belongs to a program: define one first.")} />}
        </Shown>
      ) : (
        <OfProgram key={chosen} program={chosen} />
      )}
    </Page>
  );
}

function OfProgram({ program }: { program: string }) {
  const found = useQuery(read("/v1/programs/{program}", { path: { program } }));
  return <Shown of={found}>{(data) => <Form key={`${data.version}`} of={data} />}</Shown>;
}

function Form({ of }: { of: Program }) {
  const may = useMay();
  const base = (of.draft ?? of.definition ?? {}) as Record<string, unknown> & { risk?: Risk };
  const hasOther = of.draft !== null && of.definition !== null && JSON.stringify(of.draft) !== JSON.stringify(of.definition);
  const live = valuesOf((of.definition as typeof base | null)?.risk);
  const form = useKeptForm<PolicyValues>(`policy-${of.key}`, live);
  const { values } = form;
  const risk = riskOf(values);
  const isSame = JSON.stringify(values) === JSON.stringify(live) && (of.definition as typeof base | null)?.risk !== undefined;
  const publishes = may("programs:publish") && !hasOther;
  const isNone = (of.definition as typeof base | null)?.risk === undefined;
  const act = useAct({
    run: async () => {
      const definition = { ...base, risk } as never;
      const path = { program: of.key };
      const { revision } = await unwrap(
        api.PUT("/v1/programs/{program}", { params: { path, query: { revision: of.revision } }, body: definition }),
      );
      if (!publishes) return "draft";
      await unwrap(api.POST("/v1/programs/{program}/publish", { params: { path }, body: { applies_to: "open_referrals", revision } }));
      return "live";
    },
    changes: ["/v1/programs", "/v1/reviews"],
    done: (state) => (state === "live" ? t("In force from now on.") : t("Kept in the program's draft: publish it under Programs.")),
    after: () => form.forget(),
  });
  return (
    <form onSubmit={(event) => (event.preventDefault(), act.mutate(undefined, { onError: (error) => takeErrors(form, error) }))}>
      <Stack gap="md">
        {isNone && (
          <Alert color="sky" variant="light" title={t("This program judges nobody yet")}>
            {t("What it grants becomes available without a look at the risk. Save a policy, and referrals are scored from then on.")}
          </Alert>
        )}
        <Stops form={form} />
        <Doubts form={form} program={of.key} />
        <Effect program={of.key} risk={risk} />
        {act.error && <ErrorState error={act.error} />}
        {hasOther && (
          <Text size="sm" c="amber">
            {t(
              "The program has a draft with other changes: the policy is kept in it, and is in force once you publish that under Programs.",
            )}
          </Text>
        )}
        <Group justify="flex-end">
          <Text size="sm" c="dimmed" role="status">
            {act.isPending ? t("Saving") : isSame ? "" : t("Not saved yet")}
          </Text>
          {!isSame && (
            <Button variant="default" onClick={() => (form.setValues(live), form.forget())}>
              {t("Leave it")}
            </Button>
          )}
          <Button type="submit" loading={act.isPending} disabled={isSame || !may("programs:write")}>
            {publishes ? t("Put in force") : t("Keep in the draft")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type PolicyForm = UseFormReturnType<PolicyValues>;
type Counted = "hold_at" | "review_days" | "velocity_count" | "quickest_seconds";

/** A whole number of the form, between two bounds. */
const ofNumber = (form: PolicyForm, field: Counted, [from, to]: readonly [number, number]) => ({
  value: form.values[field],
  onChange: (next: number | string) => next !== "" && form.setFieldValue(field, Number(next)),
  min: from,
  max: to,
  clampBehavior: "strict" as const,
  allowDecimal: false,
  error: form.errors[`risk.${field}`],
});

function Stops({ form }: { form: PolicyForm }) {
  const { values } = form;
  return (
    <Section title={t("When to stop")}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        <NumberInput
          label={t("Wait for a review from")}
          description={t("Doubt from 0 to 100.")}
          {...ofNumber(form, "hold_at", [1, 100])}
        />
        <NumberInput
          label={t("Refuse at once from")}
          description={t("Empty: nothing is refused unseen.")}
          min={values.hold_at}
          max={100}
          value={values.refuse_at ?? ""}
          onChange={(next) => form.setFieldValue("refuse_at", next === "" ? null : Number(next))}
          error={form.errors["risk.refuse_at"]}
        />
        <NumberInput
          label={t("Days to review")}
          description={t("After them the policy decides.")}
          {...ofNumber(form, "review_days", [1, 365])}
        />
        <Select
          label={t("What nobody reviewed")}
          allowDeselect={false}
          data={[
            { value: "refuse", label: t("Is refused") },
            { value: "pay", label: t("Is paid") },
          ]}
          value={values.unreviewed}
          onChange={(next) => next !== null && form.setFieldValue("unreviewed", next as "pay")}
        />
      </SimpleGrid>
    </Section>
  );
}

function Doubts({ form, program }: { form: PolicyForm; program: string }) {
  const { values } = form;
  return (
    <Section title={t("What counts as doubtful")}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        <NumberInput
          label={t("Referrals of one advocate")}
          description={t("More in the time beside it count.")}
          {...ofNumber(form, "velocity_count", [1, 100_000])}
        />
        <Select
          label={t("In")}
          allowDeselect={false}
          data={[
            { value: "1h", label: t("an hour") },
            { value: "1d", label: t("a day") },
            { value: "7d", label: t("a week") },
            { value: "30d", label: t("30 days") },
            ...(["1h", "1d", "7d", "30d"].includes(values.velocity_within)
              ? []
              : [{ value: values.velocity_within, label: values.velocity_within }]),
          ]}
          value={values.velocity_within}
          onChange={(next) => next !== null && form.setFieldValue("velocity_within", next)}
        />
        <NumberInput
          label={t("Sooner than (seconds)")}
          description={t("From the touch to the conversion.")}
          {...ofNumber(form, "quickest_seconds", [1, 86_400])}
        />
        <TagsInput
          inputWrapperOrder={["label", "input", "error", "description"]}
          label={t("Coupon sites of your own")}
          description={t("Besides the known ones.")}
          value={values.coupon_sites}
          onChange={(next) => form.setFieldValue("coupon_sites", next)}
        />
      </SimpleGrid>
      <Weights program={program} value={values.weights} onChange={(next) => form.setFieldValue("weights", next)} />
    </Section>
  );
}

function Effect({ program, risk }: { program: string; risk: ReturnType<typeof riskOf> }) {
  const [asked] = useDebouncedValue(JSON.stringify(risk), 400);
  const effect = useQuery({
    queryKey: ["/v1/reviews/policy-preview", program, asked],
    queryFn: () =>
      unwrap(api.POST("/v1/reviews/policy-preview", { body: { program, days: 30, risk: JSON.parse(asked) as typeof risk } as never })),
    placeholderData: (before) => before,
  });
  return (
    <Section
      title={t("Effect on the past month")}
      text={t(
        "What was scored in the last 30 days, judged again from what was known then, but for the time of the count and coupon sites.",
      )}
    >
      <Shown of={effect}>{(data) => <PolicyEffect of={data} />}</Shown>
    </Section>
  );
}
