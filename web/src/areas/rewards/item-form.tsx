/** One item of the catalogue: what it is, what it costs, how many there are. */
import { NumberInput, Select, SimpleGrid, Stack, Switch, TextInput, Textarea } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { api, unwrap } from "../../api/client.ts";
import type { Answer } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { SaveBar, takeErrors, useKeptForm } from "../../kit/form.tsx";
import { MoneyInput } from "../../kit/money-input.tsx";
import { useOwnCurrency } from "../../kit/currencies.ts";
import { t } from "../../words/say.ts";
import { PickProgram } from "./filters.tsx";
import { kindLabel } from "./words.tsx";

type Item = Answer<"/v1/catalogue/{item}">;
type Values = {
  key: string;
  name: string;
  description: string;
  kind: string;
  unit: string;
  price: number | null;
  stock: number | null;
  per_person: number | null;
  program: string | null;
  active: boolean;
};

const SPENT = ["points", "credit", "gift_card", "entries", "leads", "free_time"] as const;

/** What a name becomes in addresses: "A mug, blue" is a-mug-blue. */
const keyOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, 48);

export function ItemForm({ item, done }: { item: Item | null; done: () => void }) {
  const form = useKeptForm<Values>(`item-${item?.key ?? "new"}`, {
    key: item?.key ?? "",
    name: item?.name ?? "",
    description: item?.description ?? "",
    kind: item?.kind ?? "points",
    unit: item?.price.currency ?? "points",
    price: item?.price.amount ?? null,
    stock: item?.stock ?? null,
    per_person: item?.per_person ?? null,
    program: item?.program ?? null,
    active: item?.active ?? true,
  });
  const { values } = form;
  const key = item?.key ?? (values.key === "" ? keyOf(values.name) : values.key);
  const act = useAct({
    run: () => {
      const { key: _, price, kind, stock, ...rest } = values;
      const body = { ...rest, name: values.name.trim(), kind: kind as "points", price: price ?? 0, stock, level: item?.level ?? null };
      return unwrap(api.PUT("/v1/catalogue/{item}", { params: { path: { item: key } }, body }));
    },
    changes: ["/v1/catalogue"],
    done: ({ name }) => t("Saved: {name}", { name }),
    after: () => (form.forget(), done()),
  });
  return (
    <form onSubmit={(event) => (event.preventDefault(), act.mutate(undefined, { onError: (error) => takeErrors(form, error) }))}>
      <Stack gap="sm">
        <TextInput label={t("Name")} required maxLength={200} {...form.getInputProps("name")} data-autofocus />
        {item === null && (
          <TextInput
            label={t("Key")}
            description={t("How your systems name it; made from the name unless you write one.")}
            placeholder={key}
            {...form.getInputProps("key")}
          />
        )}
        <Textarea label={t("Description")} maxLength={2000} {...form.getInputProps("description")} />
        <Priced form={form} />
        <Switch
          label={t("On offer")}
          description={t("Hidden items keep what was taken of them.")}
          {...form.getInputProps("active", { type: "checkbox" })}
        />
        <SaveBar error={act.error} pending={act.isPending} dirty={values.name.trim() !== "" && key !== "" && (values.price ?? 0) > 0} />
      </Stack>
    </form>
  );
}

type Form = UseFormReturnType<Values>;

/** What it is paid with, what it costs, and how many there are. */
function Priced({ form }: { form: Form }) {
  const own = useOwnCurrency();
  const { values } = form;
  const ofNumber = (field: "stock" | "per_person") => ({
    value: values[field] ?? "",
    onChange: (next: number | string) => form.setFieldValue(field, next === "" ? null : Number(next)),
    min: field === "stock" ? 0 : 1,
    allowDecimal: false,
    error: form.errors[field],
  });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Select
        label={t("Paid with")}
        data={SPENT.map((each) => ({ value: each, label: kindLabel(each) }))}
        allowDeselect={false}
        value={values.kind}
        onChange={(next) => {
          if (next === null) return;
          form.setFieldValue("kind", next);
          form.setFieldValue("unit", next === "credit" || next === "gift_card" ? own : next);
        }}
      />
      {/^[A-Z]{0,3}$/.test(values.unit) && (
        <TextInput
          label={t("Currency")}
          maxLength={3}
          value={values.unit}
          onChange={(event) => form.setFieldValue("unit", event.currentTarget.value.toUpperCase())}
        />
      )}
      <MoneyInput
        label={t("Price")}
        required
        unit={values.unit}
        value={values.price}
        onChange={(next) => form.setFieldValue("price", next)}
        error={form.errors["price"]}
      />
      <NumberInput label={t("How many there are")} description={t("Empty: without end.")} {...ofNumber("stock")} />
      <NumberInput label={t("At most for one person")} description={t("Empty: as many as they can pay.")} {...ofNumber("per_person")} />
      <PickProgram
        label={t("Only for members of")}
        value={values.program ?? undefined}
        onChange={(next) => form.setFieldValue("program", next ?? null)}
      />
    </SimpleGrid>
  );
}
