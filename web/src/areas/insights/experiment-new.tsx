/** An experiment from plain questions. It is kept as a draft, and its plan says what it needs before anything begins. */
import { Button, Card, Collapse, Group, NumberInput, Radio, Select, Stack, Text, TextInput, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { SaveBar, takeErrors, useKeptForm } from "../../kit/form.tsx";
import { Section } from "../../kit/page.tsx";
import { Lines, Shown } from "../../kit/states.tsx";
import { percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { PickProgram } from "../rewards/filters.tsx";
import { ArmFields } from "./experiment-arm.tsx";
import { type Answers, type Arm, answersOf, currencyOf, fresh, freshArm, missingIn, needsCurrency, wishOf } from "./experiment-form.ts";
import type { NewSearch } from "./experiment-search.ts";
import { CORRECTIONS, type Experiment, METRICS, type Metric } from "./experiment-words.ts";
import { WhatIsDealt } from "./experiment-unit.tsx";
import { listAnew } from "./experiments.tsx";
import { InsightsPage } from "./nav.tsx";

export function NewExperiment() {
  const { from, program, planned } = useSearch({ strict: false }) as NewSearch;
  const old = useQuery({ ...read("/v1/experiments/{experiment}", { path: { experiment: from ?? "" } }), enabled: from !== undefined });
  const isDraft = old.data?.status === "draft";
  return (
    <InsightsPage
      title={isDraft ? t("Change an experiment") : t("Plan an experiment")}
      text={t("It is kept as a draft. You see what it needs before it begins, and nobody is dealt into it before you say so.")}
      under={{ label: t("Experiments"), to: "/insights/experiments" }}
    >
      {from === undefined ? (
        <Form name="new" initial={fresh(program ?? null)} draft={null} />
      ) : (
        <Shown of={old} skeleton={<Lines n={6} height={32} />}>
          {(found) => <Form name={found.id} initial={answersOf(found, planned)} draft={isDraft ? found.id : null} />}
        </Shown>
      )}
    </InsightsPage>
  );
}

/** `draft`: the one that is said anew; null: another one is made. */
function Form({ name, initial, draft }: { name: string; initial: Answers; draft: string | null }) {
  const form = useKeptForm<Answers>(`experiment:${name}`, initial);
  const { values } = form;
  const navigate = useNavigate();
  const program = useQuery({
    ...read("/v1/programs/{program}", { path: { program: values.program ?? "" } }),
    enabled: values.program !== null,
  });
  const definition = program.data?.definition ?? null;
  const save = useAct<Answers, Experiment>({
    run: async (answers) => {
      const body = wishOf(answers, definition);
      if (draft === null) return await unwrap(api.POST("/v1/experiments", { body }));
      return await unwrap(api.PATCH("/v1/experiments/{experiment}", { params: { path: { experiment: draft } }, body }));
    },
    changes: draft === null ? [] : ["/v1/experiments"],
    done: () => (draft === null ? t("Kept as a draft. Nothing has begun.") : t("Changed. Nothing has begun.")),
    after: ({ id }) => {
      form.forget();
      void listAnew();
      void navigate({ to: "/insights/experiments/$experiment", params: { experiment: id } });
    },
  });
  const send = (): void => {
    const currency = values.currency === "" && needsCurrency(values) ? currencyOf(definition) : values.currency;
    const answers = { ...values, currency };
    const missing = missingIn(answers, definition);
    form.setErrors(missing);
    if (Object.keys(missing).length > 0) return;
    save.mutate(answers, { onError: (error) => takeErrors(form, error) });
  };
  const notLive = program.data !== undefined && definition === null;
  return (
    <form onSubmit={(event) => (event.preventDefault(), send())} noValidate>
      <Stack gap="md">
        <About form={form} notLive={notLive} />
        <Section
          title={t("What differs?")}
          text={t("Chance deals each advocate into one arm, for good. Her friends come under the same arm.")}
          acts={
            <Button
              variant="default"
              leftSection={<Plus size={16} aria-hidden />}
              disabled={values.arms.length >= 8}
              onClick={() => form.insertListItem("arms", freshArm(t("Another offer")))}
            >
              {t("Another arm")}
            </Button>
          }
        >
          {values.program === null ? (
            <Text size="sm" c="dimmed">
              {t("Choose the program first.")}
            </Text>
          ) : (
            <Stack gap="sm">
              {values.arms.map((arm, i) => (
                <ArmFields
                  key={i}
                  of={arm}
                  nth={i}
                  share={shareOf(values.arms, arm)}
                  definition={definition}
                  errors={form.errors}
                  change={(change) => form.setFieldValue(`arms.${i}`, { ...arm, ...change })}
                  remove={i > 1 ? () => form.removeListItem("arms", i) : null}
                />
              ))}
            </Stack>
          )}
        </Section>
        <Measured form={form} />
        <More form={form} />
        {Object.keys(form.errors).length > 0 && (
          <Text size="sm" c="rust" role="alert">
            {t(
              "{n, plural, one {# answer is missing or wrong. It is marked above.} " +
                "other {# answers are missing or wrong. They are marked above.}}",
              { n: Object.keys(form.errors).length },
            )}
          </Text>
        )}
        <SaveBar error={save.error} pending={save.isPending} dirty label={t("Keep it and see the plan")} />
      </Stack>
    </form>
  );
}

function shareOf(arms: readonly Arm[], arm: Arm): string {
  const all = arms.reduce((sum, each) => sum + (Number(each.weight) || 0), 0);
  return percent(all === 0 ? 0 : (Number(arm.weight) || 0) / all);
}

type Of = { form: ReturnType<typeof useKeptForm<Answers>> };

function About({ form, notLive }: Of & { notLive: boolean }) {
  return (
    <Section title={t("What do you want to know?")}>
      <Stack gap="sm" maw={640}>
        <PickProgram required value={form.values.program ?? undefined} onChange={(next) => form.setFieldValue("program", next ?? null)} />
        {form.errors["program"] !== undefined && (
          <Text size="sm" c="rust" role="alert">
            {form.errors["program"]}
          </Text>
        )}
        {notLive && (
          <Text size="sm" c="rust" role="alert">
            {t("This program is not published yet. Publish it first: an experiment changes what is live.")}
          </Text>
        )}
        <TextInput label={t("Name")} required maxLength={120} {...form.getInputProps("name")} />
        <Textarea
          label={t("What do you expect?")}
          description={t("A sentence, before you have seen a figure: “30 brings more friends than 20.”")}
          autosize
          minRows={2}
          {...form.getInputProps("hypothesis")}
        />
      </Stack>
    </Section>
  );
}

const METRIC_CHOICE = (): { value: string; label: string }[] =>
  Object.entries(METRICS).map(([value, { name }]) => ({ value, label: name() }));

function Measured({ form }: Of) {
  const { values } = form;
  return (
    <Section
      title={t("What decides?")}
      text={t("One figure decides; it is chosen before, so that nobody looks for a winner among many.")}
    >
      <Stack gap="sm" maw={640}>
        <Select label={t("The figure that decides")} data={METRIC_CHOICE()} allowDeselect={false} {...form.getInputProps("metric")} />
        <NumberInput
          hideControls
          label={t("The smallest change worth having")}
          description={t("Against the program as it is. The smaller it is, the more advocates are needed.")}
          suffix=" %"
          min={0.1}
          max={1000}
          decimalScale={1}
          {...form.getInputProps("worth")}
        />
        {needsCurrency(values) && (
          <TextInput label={t("Currency")} placeholder="USD" maxLength={3} w={120} {...form.getInputProps("currency")} />
        )}
        <Text fw={500} size="sm">
          {t("What must not get worse")}
        </Text>
        {values.guardrails.map((_, i) => (
          <Card withBorder key={i} padding="sm">
            <Group align="flex-end" gap="sm">
              <Select
                label={t("Figure")}
                data={METRIC_CHOICE()}
                allowDeselect={false}
                flex="1 1 220px"
                {...form.getInputProps(`guardrails.${i}.metric`)}
              />
              <NumberInput
                hideControls
                label={t("Worse by at most")}
                suffix=" %"
                min={0}
                max={1000}
                w={150}
                {...form.getInputProps(`guardrails.${i}.accepted`)}
              />
              <Button
                variant="subtle"
                color="gray"
                leftSection={<Trash2 size={16} aria-hidden />}
                onClick={() => form.removeListItem("guardrails", i)}
              >
                {t("Take it away")}
              </Button>
            </Group>
          </Card>
        ))}
        <Group>
          <Button
            variant="default"
            leftSection={<Plus size={16} aria-hidden />}
            disabled={values.guardrails.length >= 6}
            onClick={() => form.insertListItem("guardrails", { metric: "rejected_rate" satisfies Metric, accepted: 20 })}
          >
            {t("Guard a figure")}
          </Button>
        </Group>
        <Radio.Group
          label={t("The other figures")}
          description={t("Among many figures some differ by chance alone. So they are held to account together.")}
          {...form.getInputProps("correction")}
        >
          <Stack gap={6} mt={6}>
            {Object.entries(CORRECTIONS).map(([value, { name, what }]) => (
              <Radio key={value} value={value} label={name()} description={what()} />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
    </Section>
  );
}

function More({ form }: Of) {
  const [open, setOpen] = useState(false);
  return (
    <Section>
      <Button variant="subtle" onClick={() => setOpen(!open)} aria-expanded={open}>
        {open ? t("Less") : t("Who takes part, and how long")}
      </Button>
      <Collapse expanded={open}>
        <Stack gap="sm" maw={640} mt="sm">
          <WhatIsDealt {...form.getInputProps("unit")} />
          <NumberInput
            hideControls
            label={t("Of your advocates, those who take part")}
            suffix=" %"
            min={1}
            max={100}
            {...form.getInputProps("share")}
          />
          <NumberInput
            hideControls
            label={t("Nothing is decided below so many advocates")}
            min={4}
            max={10_000_000}
            {...form.getInputProps("minimum")}
          />
          <NumberInput
            hideControls
            label={t("Advocates it is planned for")}
            description={t("The plan says how many. When all of them take part and nothing is shown, it ends without a winner.")}
            min={4}
            {...form.getInputProps("planned")}
          />
          <TextInput
            label={t("Layer")}
            description={t("Experiments of one layer exclude each other; those of different layers cross.")}
            {...form.getInputProps("layer")}
          />
        </Stack>
      </Collapse>
    </Section>
  );
}
