/** Plain questions, one below the other; each answer shows the next. What comes of them is shown beside. */
import { Button, Group, NumberInput, Radio, Select, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { takeErrors, useKeptForm } from "../../kit/form.tsx";
import { Section } from "../../kit/page.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { Detail } from "../../kit/timeline.tsx";
import { CURRENCIES, useOwnCurrency } from "../../kit/currencies.ts";
import { t } from "../../words/say.ts";
import { addressOf, buildDocument, inDays, keyFor, type Document } from "./build.ts";
import { type Answers, type Choice, type Goal, chosenGoal, goalsOf, who } from "./questions.ts";
import { Preview } from "./preview.tsx";
import { useSetup } from "./state.ts";

const today = (): string => new Date().toISOString().slice(0, 10);
const EMPTY: Answers = { who: "", goal: "", amount: "", friend: "", currency: "", landing: "", name: "", target: 50, until: "" };

function answersFrom(kept: Record<string, string> | undefined, currency: string): Answers {
  const number = (text: string | undefined): number | "" => (text === undefined || text === "" ? "" : Number(text));
  const known = { ...EMPTY, currency, ...kept, until: kept?.["until"] ?? inDays(today(), 90) };
  return { ...known, amount: number(kept?.["amount"]), friend: number(kept?.["friend"]), target: number(kept?.["target"] ?? "50") };
}

/** A goal brings its own usual amounts and address; the name is hers. */
const usual = (goal: Goal | undefined): Partial<Answers> => ({
  goal: goal?.value ?? "",
  amount: goal?.amount?.value ?? "",
  friend: goal?.friend?.value ?? "",
  landing: goal?.landing ?? "",
  name: "",
});

export function Define({ onDone }: { onDone: () => void }) {
  const { state, save } = useSetup();
  const may = useMay();
  const own = useOwnCurrency();
  const form = useKeptForm<Answers>("setup-define", answersFrom(state.answers, own));
  const { values } = form;
  const goal = chosenGoal(values);
  const preset = useQuery({ ...read("/v1/presets/{preset}", { path: { preset: goal?.preset ?? "" } }), enabled: goal !== undefined });
  const programs = useQuery(read("/v1/programs", { query: { limit: 200 } }));
  const taken = (programs.data?.data ?? []).map((each) => each.key).filter((key) => key !== state.program);
  const document = goal === undefined || preset.data === undefined ? null : make(preset.data as Document);

  function make(from: Document): Document {
    const key = state.program ?? keyFor(values.name || from.name, taken);
    return buildDocument(from, { goal: goal!, answers: values, key, today: today() });
  }
  const act = useAct({
    run: async () => {
      const made = document!;
      await unwrap(api.PUT("/v1/programs/{program}", { params: { path: { program: made.key } }, body: made as never }));
      if (values.target !== "" && may("programs:write"))
        await unwrap(
          api.PUT("/v1/goals", {
            body: { metric: "customers", target: values.target, until: `${values.until}T00:00:00.000Z`, program: null },
          }),
        );
      const answers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
      await save.mutateAsync({ step: "launch", dismissed: false, program: made.key, answers: { ...state.answers, ...answers } });
    },
    changes: ["/v1/programs", "/v1/goals", "/v1/home"],
    after: () => (form.forget(), onDone()),
  });
  useEffect(() => takeErrors(form, act.error), [act.error]);
  /** What was answered for the one before stays with it; the key of her website is hers whatever the program. */
  const another = (): void => {
    const { site_key: key } = state.answers ?? {};
    save.mutate({ step: "define", program: undefined, answers: key === undefined ? {} : { site_key: key } });
    form.setValues(answersFrom({}, own));
  };
  return (
    <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
      <Detail aside={<Preview document={document} waiting={goal !== undefined && preset.isFetching} />} follows>
        <Section>
          <Stack gap="lg">
            {state.program !== undefined && (
              <Group justify="space-between">
                <Text size="sm" c="dimmed">
                  {t("These are your answers for {name}.", { name: document?.name ?? state.program })}
                </Text>
                <Button variant="default" size="xs" onClick={another} loading={save.isPending}>
                  {t("Another program")}
                </Button>
              </Group>
            )}
            <Cards
              label={t("Who recommends you?")}
              value={values.who}
              of={who()}
              onChange={(value) => {
                const goals = goalsOf(value);
                form.setValues({ who: value, ...usual(goals.length === 1 ? goals[0] : undefined) });
              }}
            />
            {values.who !== "" && (
              <Cards
                label={t("What counts as success?")}
                value={values.goal}
                of={goalsOf(values.who)}
                onChange={(value) => form.setValues(usual(goalsOf(values.who).find((each) => each.value === value)))}
              />
            )}
            {goal !== undefined && document !== null && <Details form={form} goal={goal} name={document.name} />}
            {act.error && <ErrorState error={act.error} />}
            <Group justify="flex-end">
              <Button type="submit" disabled={document === null} loading={act.isPending}>
                {t("Save and go on")}
              </Button>
            </Group>
          </Stack>
        </Section>
      </Detail>
    </form>
  );
}

function Cards({ label, value, of, onChange }: { label: string; value: string; of: Choice[]; onChange: (value: string) => void }) {
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={onChange}
      styles={{ label: { fontSize: "1rem", fontWeight: 600, marginBottom: 8 } }}
    >
      <Stack gap="xs">
        {of.map((each) => (
          <Radio.Card key={each.value} value={each.value} p="sm" radius={8} className="gv-choice">
            <Group wrap="nowrap" align="flex-start">
              <Radio.Indicator mt={2} />
              <div>
                <Text size="sm" fw={600}>
                  {each.label}
                </Text>
                <Text size="sm" c="dimmed">
                  {each.text}
                </Text>
              </div>
            </Group>
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  );
}

type DetailsProps = { form: ReturnType<typeof useKeptForm<Answers>>; goal: NonNullable<ReturnType<typeof chosenGoal>>; name: string };

function Details({ form, goal, name }: DetailsProps) {
  const { currency } = form.values;
  return (
    <Stack gap="md">
      <Text fw={600}>
        {goal.amount === undefined && goal.friend === undefined ? t("In which currency, and where?") : t("How much, and where?")}
      </Text>
      <Group align="flex-start" grow preventGrowOverflow={false}>
        {goal.amount !== undefined && (
          <NumberInput
            label={goal.amount.label}
            min={0.5}
            max={goal.amount.unit === "percent" ? 90 : 100_000}
            decimalScale={goal.amount.unit === "percent" ? 1 : 2}
            suffix={goal.amount.unit === "percent" ? " %" : ` ${currency}`}
            required
            {...form.getInputProps("amount")}
          />
        )}
        {goal.friend !== undefined && (
          <NumberInput label={goal.friend.label} min={1} max={90} suffix=" %" required {...form.getInputProps("friend")} />
        )}
        <Select
          label={t("Currency")}
          data={[...new Set([form.values.currency, ...CURRENCIES])]}
          allowDeselect={false}
          searchable
          {...form.getInputProps("currency")}
        />
      </Group>
      <TextInput
        label={t("Where does a friend land?")}
        description={t("The page of yours that a recommendation leads to.")}
        type="url"
        required
        {...form.getInputProps("landing")}
        onBlur={() => form.setFieldValue("landing", addressOf(form.values.landing))}
      />
      <TextInput
        label={t("What is it called?")}
        description={t("People see it. You can change it later.")}
        placeholder={name}
        {...form.getInputProps("name")}
      />
      <Text fw={600}>{t("What would be a success?")}</Text>
      <Group align="flex-start" grow preventGrowOverflow={false}>
        <NumberInput label={t("So many new ones through recommendations")} min={1} max={1_000_000} {...form.getInputProps("target")} />
        <TextInput label={t("By when")} type="date" min={inDays(today(), 1)} required {...form.getInputProps("until")} />
      </Group>
    </Stack>
  );
}
