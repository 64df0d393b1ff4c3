/** Claims: who may say "this one is mine", for how long that keeps others out, and who decides. */
import { NativeSelect, Stack, Text } from "@mantine/core";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { type Json, isTree } from "../draft/path.ts";
import { Entry } from "./entry.tsx";
import { CheckAt, ChipsAt, DurationAt, NumberAt, Row, SelectAt, TextAt, useAt } from "./fields.tsx";
import { Add, Fold } from "./fold.tsx";
import { MoneyAt, useCurrency } from "./money-field.tsx";
import { type PartOf, optionsOf } from "./schema-at.ts";
import { stageOptions } from "./when.tsx";

type Terms = PartOf<"claims">;

const subjects = (): Record<Terms["subject"], string> => ({
  candidate: t("a candidate for a vacancy"),
  deal: t("a deal"),
  company: t("a company"),
  order: t("an order that named nobody"),
});

export function Claims() {
  const { document } = useDraft();
  const { value } = useAt(["claims", "subject"]);
  const subject = String(value) as Terms["subject"];
  return (
    <Fold
      at={["claims"]}
      title={t("Claims")}
      text={t(
        "Partners, colleagues and friends say “this one is mine”. An approved claim counts like a link, and keeps others out for a time.",
      )}
      summary={subjects()[subject]}
      add={t("Allow claims")}
      start={() => ({ subject: "deal" })}
    >
      <Row>
        <SelectAt at={["claims", "subject"]} label={t("What is claimed")} options={optionsOf(subjects())} />
        {subject !== "order" && (
          <SelectAt
            at={["claims", "stage"]}
            label={t("An approved claim reaches")}
            none={t("the first stage")}
            options={stageOptions(document)}
          />
        )}
        {subject === "order" ? (
          <DurationAt at={["claims", "within"]} label={t("How long after the order")} />
        ) : (
          <DurationAt
            at={["claims", "exclusivity"]}
            label={t("Keeps others out for")}
            help={t("Each move to another stage begins it anew.")}
          />
        )}
        <DurationAt
          at={["claims", "blocks"]}
          label={t("Whatever becomes of it, for")}
          help={t("From the day of the claim, unless it was refused, withdrawn or lost.")}
        />
      </Row>
      <Decide />
      <Row>
        <SelectAt
          at={["claims", "evidence"]}
          label={t("Words or papers that prove it")}
          options={optionsOf<NonNullable<Terms["evidence"]>>({ optional: t("may be given"), required: t("must be given") })}
        />
        <NumberAt
          at={["claims", "people"]}
          label={t("How many may claim together")}
          help={t("They share what it earns, each by her own share.")}
        />
      </Row>
      <CheckAt at={["claims", "agreement"]} label={t("Only who has accepted the present terms may claim")} />
      <ChipsAt
        at={["claims", "excluded"]}
        label={t("Who may not claim")}
        options={optionsOf<NonNullable<Terms["excluded"]>[number]>({
          manager: t("the vacancy's manager"),
          recruiter: t("its recruiter"),
          own_department: t("people of its department"),
        })}
      />
      <ChipsAt
        at={["claims", "lost"]}
        label={t("Stages that end a claim")}
        help={t("What was claimed is free for others then.")}
        options={stageOptions(document)}
      />
      {subject === "candidate" && <VacancyBonuses />}
    </Fold>
  );
}

/** At once, by an operator, or by an operator until a rule decides in her place. */
function Decide() {
  const at = ["claims", "decide"];
  const { value, set, error, readOnly, mark } = useAt(at);
  const mode = isTree(value) ? "rule" : (value ?? "operator");
  return (
    <Row>
      <NativeSelect
        {...mark}
        label={t("Who decides")}
        error={error}
        disabled={readOnly}
        data={[
          { value: "operator", label: t("you, each one") },
          { value: "at_once", label: t("nobody: it holds at once") },
          { value: "rule", label: t("you; if you have not, a rule") },
        ]}
        value={String(mode)}
        onChange={(event) => {
          const next = event.currentTarget.value;
          set(next === "rule" ? { after: "5d" } : next === "operator" ? undefined : next);
        }}
      />
      {mode === "rule" && <DurationAt at={[...at, "after"]} label={t("The rule decides after")} />}
      {mode === "rule" && (
        <SelectAt
          at={[...at, "answer"]}
          label={t("It says")}
          options={optionsOf<NonNullable<Extract<Terms["decide"], object>["answer"]>>({ approve: t("yes"), refuse: t("no") })}
        />
      )}
    </Row>
  );
}

/** What a hire earns where the vacancy has no bonus of its own. */
function VacancyBonuses() {
  const { value } = useAt(["claims", "bonuses"]);
  const { set } = useDraft();
  const usual = useCurrency();
  const lines = Array.isArray(value) ? (value as Json[]) : [];
  return (
    <Stack gap="xs" role="group" aria-label={t("Bonus by grade and country")}>
      <Text size="sm" fw={600}>
        {t("Bonus by grade and country")}
      </Text>
      <Text size="xs" c="dimmed">
        {t("For vacancies without a bonus of their own. The first line that fits holds; an empty field fits all.")}
      </Text>
      {lines.map((_, i) => (
        <Entry
          key={i}
          label={t("Remove line {n}", { n: i + 1 })}
          remove={() => set(lines.length === 1 ? ["claims", "bonuses"] : ["claims", "bonuses", i], undefined)}
        >
          <Row min={190}>
            <TextAt at={["claims", "bonuses", i, "grade"]} label={t("Grade")} />
            <TextAt at={["claims", "bonuses", i, "country"]} label={t("Country")} help={t("Two letters: DE")} />
            <MoneyAt at={["claims", "bonuses", i, "bonus"]} label={t("Bonus")} required />
          </Row>
        </Entry>
      ))}
      <Add words={t("Add a line")} go={() => set(["claims", "bonuses", lines.length], { bonus: `1000.00 ${usual}` })} />
    </Stack>
  );
}
