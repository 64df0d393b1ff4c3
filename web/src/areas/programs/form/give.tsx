/** What a reward gives: one kind with its amount, or a choice of two to four of them. */
import { Button, Card, Checkbox, Group, NativeSelect, Stack } from "@mantine/core";
import { Plus, Trash2 } from "lucide-react";
import { t } from "../../../words/say.ts";
import { type Path, getIn, isTree } from "../draft/path.ts";
import { useDraft } from "../draft/draft.tsx";
import { formWords } from "../words.ts";
import { ConditionAt } from "./condition.tsx";
import { CheckAt, DurationAt, NumberAt, Row, SelectAt, TagsAt, TextAt, useAt } from "./fields.tsx";
import { MoneyAt, useCurrency } from "./money-field.tsx";

const FORMS = ["cash", "credit", "points", "coupon", "gift_card", "free_time", "perk", "badge", "entries", "leads", "custom"];
/** Where money is a part of something. */
const BASED = ["cash", "credit"];
const COUNTED = ["points", "entries", "leads"];

function startOf(form: string, currency: string): unknown {
  if (form === "choice") return [{ cash: `10.00 ${currency}` }, { points: 100 }];
  if (BASED.includes(form) || form === "gift_card") return `10.00 ${currency}`;
  if (COUNTED.includes(form)) return form === "points" ? 100 : 1;
  if (form === "coupon") return { percent: 10, valid: "30d" };
  if (form === "free_time") return { months: 1 };
  return { name: "" };
}

export function GiveAt({ at, choice = true }: { at: Path; choice?: boolean }) {
  const { value, set, readOnly } = useAt(at);
  const currency = useCurrency();
  const form = isTree(value) ? (Object.keys(value)[0] ?? "cash") : "cash";
  const forms = choice ? [...FORMS, "choice"] : FORMS;
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t("What is given")}
        disabled={readOnly}
        data={forms.map((each) => ({ value: each, label: formWords(each) }))}
        value={form}
        onChange={(event) => set({ [event.currentTarget.value]: startOf(event.currentTarget.value, currency) })}
      />
      <Worth at={[...at, form]} form={form} />
    </Stack>
  );
}

function Worth({ at, form }: { at: Path; form: string }) {
  if (form === "choice") return <Choice at={at} />;
  if (BASED.includes(form)) return <MoneyWorth at={at} />;
  if (COUNTED.includes(form)) return <CountWorth at={at} />;
  if (form === "gift_card") return <MoneyAt at={at} label={t("Amount")} required />;
  if (form === "coupon") return <Coupon at={at} />;
  if (form === "free_time") return <FreeTime at={at} />;
  return <TextAt at={[...at, "name"]} label={t("What it is called")} help={t("As people read it.")} required />;
}

function MoneyWorth({ at }: { at: Path }) {
  const { value, set, readOnly } = useAt(at);
  const currency = useCurrency();
  const mode = isTree(value) ? ("per_unit" in value ? "per_unit" : "percent") : "fixed";
  const choose = (next: string): void =>
    set(
      next === "fixed" ? `10.00 ${currency}` : next === "percent" ? { percent: 10, of: "order.net" } : { per_unit: `1.00 ${currency}` },
    );
  const bases = [
    { value: "order.net", label: t("the order without tax and shipping") },
    { value: "order.subtotal", label: t("the order's subtotal") },
    { value: "order.total", label: t("the order's total") },
    { value: "event.value", label: t("the value that is reported") },
    { value: "downline_rewards", label: t("what her recruits earn") },
  ];
  return (
    <Stack gap="sm">
      <Row>
        <NativeSelect
          label={t("How much")}
          disabled={readOnly}
          data={[
            { value: "fixed", label: t("A fixed amount") },
            { value: "percent", label: t("A percentage") },
            { value: "per_unit", label: t("So much for each unit") },
          ]}
          value={mode}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {mode === "fixed" && <MoneyAt at={at} label={t("Amount")} required />}
        {mode === "per_unit" && <MoneyAt at={[...at, "per_unit"]} label={t("Amount for each unit")} required />}
        {mode === "percent" && <NumberAt at={[...at, "percent"]} label={t("Percent")} suffix=" %" min={0} required />}
        {mode === "percent" && <SelectAt at={[...at, "of"]} label={t("Of what")} options={bases} unset="order.net" />}
        {mode === "percent" && (
          <MoneyAt at={[...at, "max"]} label={t("At most")} help={t("The most that one occurrence may give. Empty: no limit.")} />
        )}
      </Row>
      {mode === "percent" && (
        <ConditionAt at={[...at, "items"]} only="order.item." label={t("Only these items count towards the base")} />
      )}
    </Stack>
  );
}

function CountWorth({ at }: { at: Path }) {
  const { value, set, readOnly } = useAt(at);
  const each = isTree(value);
  return (
    <Row>
      <NumberAt at={each ? [...at, "per_unit"] : at} label={each ? t("How many for each unit") : t("How many")} required />
      <Checkbox
        mt={30}
        label={t("For each unit that the event reports")}
        disabled={readOnly}
        checked={each}
        onChange={(event) =>
          set(event.currentTarget.checked ? { per_unit: Number(value) || 1 } : Number(getIn(value, ["per_unit"])) || 1)
        }
      />
    </Row>
  );
}

function Coupon({ at }: { at: Path }) {
  const { value, set, readOnly } = useAt(at);
  const currency = useCurrency();
  const worth = isTree(value) ? value : {};
  const mode = "amount" in worth ? "amount" : "percent" in worth ? "percent" : "none";
  const choose = (next: string): void => {
    const { percent: _percent, amount: _amount, ...rest } = worth;
    set(next === "percent" ? { percent: 10, ...rest } : next === "amount" ? { amount: `10.00 ${currency}`, ...rest } : rest);
  };
  return (
    <Stack gap="sm">
      <Row>
        <NativeSelect
          label={t("What it takes off")}
          disabled={readOnly}
          data={[
            { value: "percent", label: t("A percentage") },
            { value: "amount", label: t("An amount") },
            { value: "none", label: t("As the shop knows it") },
          ]}
          value={mode}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        {mode === "percent" && <NumberAt at={[...at, "percent"]} label={t("Percent")} suffix=" %" min={0} required />}
        {mode === "amount" && <MoneyAt at={[...at, "amount"]} label={t("Amount")} required />}
        <DurationAt at={[...at, "valid"]} label={t("Valid for")} help={t("Empty: without an end.")} />
        <MoneyAt at={[...at, "minimum_order"]} label={t("Minimum order")} />
      </Row>
      <Row>
        <SelectAt
          at={[...at, "codes"]}
          label={t("Where codes come from")}
          unset="generated"
          options={[
            { value: "generated", label: t("made by us") },
            { value: "pool", label: t("from those uploaded") },
          ]}
        />
        <NumberAt at={[...at, "uses"]} label={t("Uses of one code")} help={t("Empty: once.")} />
        <CombinableAt at={[...at, "combinable"]} />
      </Row>
      <Row>
        <TagsAt at={[...at, "excluded", "categories"]} label={t("Excluded categories")} />
        <TagsAt at={[...at, "excluded", "skus"]} label={t("Excluded products (SKU)")} />
        <CheckAt at={[...at, "excluded", "sale_items"]} label={t("Not on sale items")} />
      </Row>
    </Stack>
  );
}

function CombinableAt({ at }: { at: Path }) {
  return <CheckAt at={at} unset label={t("May be combined with other coupons")} />;
}

function FreeTime({ at }: { at: Path }) {
  const { value, set, readOnly } = useAt(at);
  const unit = isTree(value) && "days" in value ? "days" : "months";
  return (
    <Row>
      <NumberAt at={[...at, unit]} label={t("How long")} required />
      <NativeSelect
        label={t("Unit")}
        disabled={readOnly}
        data={[
          { value: "days", label: t("days") },
          { value: "months", label: t("months") },
        ]}
        value={unit}
        onChange={(event) => set({ [event.currentTarget.value]: getIn(value, [unit]) ?? 1 })}
      />
    </Row>
  );
}

function Choice({ at }: { at: Path }) {
  const { set, document, readOnly } = useDraft();
  const options = (getIn(document, at) as unknown[] | undefined) ?? [];
  return (
    <Stack gap="sm">
      {options.map((_, i) => (
        <Card key={i} padding="sm" role="group" aria-label={t("Option {n}", { n: i + 1 })}>
          <GiveAt at={[...at, i]} choice={false} />
          {options.length > 2 && !readOnly && (
            <Group justify="flex-end" mt="xs">
              <Button
                size="compact-sm"
                variant="subtle"
                color="gray"
                leftSection={<Trash2 size={14} />}
                onClick={() => set([...at, i], undefined)}
              >
                {t("Remove this option")}
              </Button>
            </Group>
          )}
        </Card>
      ))}
      {options.length < 4 && !readOnly && (
        <Group>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<Plus size={14} />}
            onClick={() => set([...at, options.length], { points: 100 })}
          >
            {t("Add an option")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
