/** A condition as rows: field, operator, value. Groups of "any" and "not" are for the document view; they are shown and kept. */
import { ActionIcon, Button, Code, Group, NativeSelect, NumberInput, Stack, TagsInput, Text, TextInput } from "@mantine/core";
import { Plus, X } from "lucide-react";
import { t } from "../../../words/say.ts";
import { type Json, type Path, isTree, pointerOf } from "../draft/path.ts";
import { type Option, useAt } from "./fields.tsx";
import { MoneyInput } from "./money-field.tsx";
import { ToDocument } from "./to-document.tsx";

type Type = "money" | "number" | "text" | "yes";
type Row = { field: string; op: string; value: unknown };

/** What a condition may read, with its type. The last three take a name of one's own. */
export function fields(): (Option & { type: Type })[] {
  return [
    { value: "order.total", label: t("Order: total"), type: "money" },
    { value: "order.net", label: t("Order: without tax and shipping"), type: "money" },
    { value: "order.subtotal", label: t("Order: subtotal"), type: "money" },
    { value: "order.tax", label: t("Order: tax"), type: "money" },
    { value: "order.shipping", label: t("Order: shipping"), type: "money" },
    { value: "order.discount", label: t("Order: discount"), type: "money" },
    { value: "order.currency", label: t("Order: currency"), type: "text" },
    { value: "order.item_count", label: t("Order: number of items"), type: "number" },
    { value: "order.coupon", label: t("Order: coupon"), type: "text" },
    { value: "order.item.sku", label: t("Item: SKU"), type: "text" },
    { value: "order.item.category", label: t("Item: category"), type: "text" },
    { value: "order.item.sale", label: t("Item: on sale"), type: "yes" },
    { value: "event.type", label: t("Event: type"), type: "text" },
    { value: "event.name", label: t("Event: name"), type: "text" },
    { value: "event.stage", label: t("Event: stage"), type: "text" },
    { value: "event.subject", label: t("Event: what it is about"), type: "text" },
    { value: "event.channel", label: t("Event: channel"), type: "text" },
    { value: "event.value", label: t("Event: value"), type: "money" },
    { value: "person.country", label: t("Person: country"), type: "text" },
    { value: "person.language", label: t("Person: language"), type: "text" },
    { value: "person.company", label: t("Person: company"), type: "text" },
    { value: "event.properties.", label: t("Event: a property of your own"), type: "text" },
    { value: "person.attributes.", label: t("Person: an attribute of your own"), type: "text" },
    { value: "advocate.attributes.", label: t("Advocate: an attribute of your own"), type: "text" },
  ];
}

const OPEN = ["event.properties.", "person.attributes.", "advocate.attributes."];
const openOf = (field: string): string | undefined => OPEN.find((each) => field.startsWith(each));

function operators(type: Type): Option[] {
  const equal = [
    { value: "eq", label: t("is") },
    { value: "ne", label: t("is not") },
  ];
  const order = [
    { value: "gte", label: t("is at least") },
    { value: "gt", label: t("is above") },
    { value: "lte", label: t("is at most") },
    { value: "lt", label: t("is below") },
  ];
  const known = [{ value: "exists", label: t("is known") }];
  const texts = [
    { value: "in", label: t("is one of") },
    { value: "not_in", label: t("is none of") },
    { value: "contains", label: t("contains") },
  ];
  if (type === "yes") return [...equal, ...known];
  if (type === "money" || type === "number") return [...order, ...equal, ...known];
  return [...equal, ...texts, ...order, ...known];
}

/** The rows of a condition, or null where it is more than rows. */
export function rowsOf(condition: unknown): Row[] | null {
  if (condition === undefined) return [];
  if (!isTree(condition)) return null;
  const rows: Row[] = [];
  for (const [field, part] of Object.entries(condition)) {
    if (field === "all" || field === "any" || field === "not") return null;
    if (isTree(part)) for (const [op, value] of Object.entries(part)) rows.push({ field, op, value });
    else rows.push({ field, op: "eq", value: part });
  }
  return rows;
}

function conditionOf(rows: readonly Row[]): Json | undefined {
  if (rows.length === 0) return undefined;
  const out: Record<string, Json> = {};
  for (const { field, op, value } of rows) out[field] = { ...out[field], [op]: value };
  return out;
}

export function ConditionAt({ at, label, help, only }: { at: Path; label: string; help?: string; only?: string }) {
  const { value, set, error, readOnly, mark } = useAt(at);
  const rows = rowsOf(value);
  const all = fields().filter((each) => only === undefined || each.value.startsWith(only));
  const add = (): void => {
    const free = all.find((each) => !rows?.some((row) => row.field === each.value)) ?? all[0]!;
    set(conditionOf([...(rows ?? []), { field: free.value, op: operators(free.type)[0]!.value, value: startOf(free.type) }]));
  };
  return (
    <Stack gap="xs" role="group" aria-label={label} {...mark} tabIndex={-1}>
      <Text size="sm" fw={600}>
        {label}
      </Text>
      {rows === null ? (
        <Stack gap={4}>
          <Code block style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {JSON.stringify(value)}
          </Code>
          <Text size="sm" c="dimmed">
            {t("This condition is more than rows can show. It stays as it is.")} <ToDocument at={pointerOf(at)} />
          </Text>
        </Stack>
      ) : (
        rows.map((row, i) => (
          <ConditionRow
            key={`${row.field}|${row.op}|${i}`}
            row={row}
            options={all}
            readOnly={readOnly}
            change={(next) => set(conditionOf(rows.map((each, n) => (n === i ? next : each))))}
            remove={() => set(conditionOf(rows.filter((_, n) => n !== i)))}
          />
        ))
      )}
      {error !== undefined && (
        <Text size="xs" c="rust">
          {error}
        </Text>
      )}
      {help !== undefined && (
        <Text size="xs" c="dimmed">
          {help}
        </Text>
      )}
      {rows !== null && !readOnly && (
        <Group>
          <Button size="compact-sm" variant="subtle" leftSection={<Plus size={14} />} onClick={add}>
            {rows.length === 0 ? t("Add a condition") : t("And")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

const startOf = (type: Type): unknown => (type === "yes" ? true : type === "number" ? 1 : type === "money" ? "50.00 USD" : "");

type RowProps = { row: Row; options: (Option & { type: Type })[]; readOnly: boolean; change: (row: Row) => void; remove: () => void };

function ConditionRow({ row, options, readOnly, change, remove }: RowProps) {
  const open = openOf(row.field);
  const type = options.find((each) => each.value === (open ?? row.field))?.type ?? "text";
  const ops = operators(type);
  const choose = (field: string): void => {
    const next = options.find((each) => each.value === field)?.type ?? "text";
    const keeps = operators(next).some((each) => each.value === row.op) && next === type;
    change({
      field: openOf(field) === undefined ? field : `${field}name`,
      op: keeps ? row.op : operators(next)[0]!.value,
      value: keeps ? row.value : startOf(next),
    });
  };
  return (
    <Group gap="xs" wrap="wrap" align="flex-start">
      <NativeSelect
        aria-label={t("What is asked")}
        disabled={readOnly}
        data={options.map(({ value, label }) => ({ value, label }))}
        value={open ?? row.field}
        onChange={(event) => choose(event.currentTarget.value)}
        style={{ flex: "1 1 170px" }}
      />
      {open !== undefined && (
        <TextInput
          aria-label={t("Name of the property")}
          readOnly={readOnly}
          value={row.field.slice(open.length)}
          onChange={(event) => change({ ...row, field: `${open}${event.currentTarget.value.replaceAll(/\W/g, "")}` })}
          style={{ flex: "1 1 110px" }}
        />
      )}
      <NativeSelect
        aria-label={t("How it compares")}
        disabled={readOnly}
        data={ops.some((each) => each.value === row.op) ? ops : [...ops, { value: row.op, label: row.op }]}
        value={row.op}
        onChange={(event) =>
          change({ ...row, op: event.currentTarget.value, value: valueFor(event.currentTarget.value, row.value, type) })
        }
        style={{ flex: "0 1 130px" }}
      />
      <div style={{ flex: "1 1 150px" }}>
        <ValueInput row={row} type={type} readOnly={readOnly} set={(value) => change({ ...row, value })} />
      </div>
      {!readOnly && (
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={t("Remove this condition")} onClick={remove}>
          <X size={16} />
        </ActionIcon>
      )}
    </Group>
  );
}

/** A value of the shape that an operator wants. */
function valueFor(op: string, value: unknown, type: Type): unknown {
  if (op === "exists") return true;
  const isList = op === "in" || op === "not_in";
  if (isList) return Array.isArray(value) ? value : value === "" || typeof value === "boolean" ? [] : [value];
  if (Array.isArray(value)) return value[0] ?? startOf(type);
  return typeof value === "boolean" && type !== "yes" ? startOf(type) : value;
}

function ValueInput({ row, type, readOnly, set }: { row: Row; type: Type; readOnly: boolean; set: (value: unknown) => void }) {
  const label = t("Compared with");
  if (row.op === "exists" || type === "yes")
    return (
      <NativeSelect
        aria-label={label}
        disabled={readOnly}
        data={[
          { value: "true", label: t("yes") },
          { value: "false", label: t("no") },
        ]}
        value={String(row.value)}
        onChange={(event) => set(event.currentTarget.value === "true")}
      />
    );
  if (Array.isArray(row.value))
    return <TagsInput aria-label={label} readOnly={readOnly} value={row.value.map(String)} onChange={(next) => set(next)} />;
  if (type === "money" && typeof row.value === "string")
    return <MoneyInput bare label={t("Amount")} value={row.value} readOnly={readOnly} set={(value) => set(value ?? "")} />;
  if (typeof row.value === "number")
    return <NumberInput aria-label={label} readOnly={readOnly} hideControls value={row.value} onChange={(next) => set(Number(next))} />;
  return (
    <TextInput aria-label={label} readOnly={readOnly} value={String(row.value)} onChange={(event) => set(event.currentTarget.value)} />
  );
}
