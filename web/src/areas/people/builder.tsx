/** A filter built by hand: groups of all or any, and in them a field, a comparison and a value. */
import {
  ActionIcon,
  Box,
  Button,
  Group as Row,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  TagsInput,
  Text,
  TextInput,
} from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { FolderPlus, Plus, Trash2 } from "lucide-react";
import { read } from "../../api/query.ts";
import { useOwnCurrency } from "../../kit/currencies.ts";
import { t } from "../../words/say.ts";
import { ATTRIBUTE, fieldOf, fields, firstValue, opsOf, opWord } from "./fields.ts";
import { type Group, type Node, type Op, type Rule, type Value, emptyGroup, nextKey, withPart } from "./filter.ts";
import { programName } from "./program-name.ts";

type Props = { tree: Group; onChange: (tree: Group) => void };

export function Builder({ tree, onChange }: Props) {
  const change = (key: number, how: (part: Node) => Node | null): void =>
    onChange(key === tree.key ? ((how(tree) as Group | null) ?? emptyGroup()) : withPart(tree, key, how));
  return <GroupBox group={tree} change={change} depth={0} />;
}

type Change = (key: number, how: (part: Node) => Node | null) => void;

function GroupBox({ group, change, depth }: { group: Group; change: Change; depth: number }) {
  const add = (part: Node): void => change(group.key, (now) => ({ ...(now as Group), parts: [...(now as Group).parts, part] }));
  const newRule = (): Rule => ({ kind: "rule", key: nextKey(), field: "person.orders", op: "gte", value: 1 });
  return (
    <Box
      role="group"
      aria-label={group.by === "all" ? t("All of these") : t("Any of these")}
      p={depth === 0 ? 0 : "sm"}
      style={depth === 0 ? undefined : { border: "1px solid var(--mantine-color-default-border)", borderRadius: 8 }}
    >
      <Stack gap="sm">
        <Row gap="xs" justify="space-between">
          <SegmentedControl
            size="xs"
            aria-label={t("How the conditions are joined")}
            value={group.not ? "none" : group.by}
            onChange={(by) => change(group.key, (now) => ({ ...(now as Group), by: by === "all" ? "all" : "any", not: by === "none" }))}
            data={[
              { value: "all", label: t("All of these") },
              { value: "any", label: t("Any of these") },
              { value: "none", label: t("None of these") },
            ]}
          />
          {depth > 0 && (
            <ActionIcon
              size={36}
              variant="subtle"
              color="gray"
              aria-label={t("Remove this group")}
              onClick={() => change(group.key, () => null)}
            >
              <Trash2 size={16} />
            </ActionIcon>
          )}
        </Row>
        {group.parts.map((part) =>
          part.kind === "rule" ? (
            <RuleLine key={part.key} rule={part} change={change} />
          ) : (
            <GroupBox key={part.key} group={part} change={change} depth={depth + 1} />
          ),
        )}
        {group.parts.length === 0 && (
          <Text size="sm" c="dimmed">
            {t("No condition yet: everybody is in.")}
          </Text>
        )}
        <Row gap="xs">
          <Button size="xs" variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={() => add(newRule())}>
            {t("Add a condition")}
          </Button>
          {depth < 4 && (
            <Button
              size="xs"
              variant="subtle"
              leftSection={<FolderPlus size={14} aria-hidden />}
              onClick={() => add({ ...emptyGroup(group.by === "all" ? "any" : "all"), parts: [newRule()] })}
            >
              {t("Add a group")}
            </Button>
          )}
        </Row>
      </Stack>
    </Box>
  );
}

function RuleLine({ rule, change }: { rule: Rule; change: Change }) {
  const { kind } = fieldOf(rule.field);
  const isAttribute = rule.field.startsWith(ATTRIBUTE);
  const set = (more: Partial<Rule>): void => change(rule.key, (now) => ({ ...(now as Rule), ...more }));
  const choose = (field: string): void => {
    const next = fieldOf(field);
    const op = opsOf(next.kind)[0]!;
    set({ field, op, value: firstValue(next.kind, op) });
  };
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const each of fields()) groups.set(each.group, [...(groups.get(each.group) ?? []), { value: each.field, label: each.label }]);
  groups.set(t("Your own attributes"), [{ value: ATTRIBUTE, label: t("An attribute") }]);
  return (
    <Row gap="xs" align="flex-end" wrap="wrap">
      <Select
        flex="2 1 180px"
        aria-label={t("Field")}
        allowDeselect={false}
        searchable
        data={[...groups].map(([group, items]) => ({ group, items }))}
        value={isAttribute ? ATTRIBUTE : rule.field}
        onChange={(field) => field !== null && choose(field)}
      />
      {isAttribute && (
        <TextInput
          flex="1 1 120px"
          aria-label={t("Name of the attribute")}
          placeholder={t("plan")}
          value={rule.field.slice(ATTRIBUTE.length)}
          onChange={(event) => set({ field: ATTRIBUTE + event.currentTarget.value.replace(/[^A-Za-z0-9_]/g, "") })}
        />
      )}
      {kind !== "boolean" && (
        <Select
          flex="1 1 130px"
          aria-label={t("Comparison")}
          allowDeselect={false}
          data={opsOf(kind).map((op) => ({ value: op, label: opWord(op) }))}
          value={rule.op}
          onChange={(op) => op !== null && set({ op: op as Op, value: keptValue(rule, op as Op) })}
        />
      )}
      <Box flex="2 1 160px">
        <ValueInput rule={rule} set={(value) => set({ value })} />
      </Box>
      <ActionIcon
        size={36}
        variant="subtle"
        color="gray"
        aria-label={t("Remove this condition")}
        onClick={() => change(rule.key, () => null)}
      >
        <Trash2 size={16} />
      </ActionIcon>
    </Row>
  );
}

/** What was typed stays where the new comparison takes it. */
function keptValue(rule: Rule, op: Op): Value {
  const { kind } = fieldOf(rule.field);
  const next = firstValue(kind, op);
  if (Array.isArray(next))
    return Array.isArray(rule.value) ? rule.value : typeof rule.value === "string" && rule.value !== "" ? [rule.value] : [];
  if (Array.isArray(rule.value)) return rule.value[0] ?? next;
  return typeof rule.value === typeof next ? rule.value : next;
}

function ValueInput({ rule, set }: { rule: Rule; set: (value: Value) => void }) {
  const { kind } = fieldOf(rule.field);
  const label = t("Value");
  if (kind === "boolean" || rule.op === "exists")
    return (
      <Select
        aria-label={label}
        allowDeselect={false}
        data={[
          { value: "yes", label: t("yes") },
          { value: "no", label: t("no") },
        ]}
        value={rule.value === true ? "yes" : "no"}
        onChange={(value) => set(value === "yes")}
      />
    );
  if (kind === "program") return <Programs value={rule.value} set={set} />;
  if (Array.isArray(rule.value))
    return (
      <TagsInput
        aria-label={label}
        placeholder={t("Type and press Enter")}
        value={rule.value}
        onChange={set}
        splitChars={[",", ";"]}
        acceptValueOnBlur
      />
    );
  if (kind === "number")
    return (
      <NumberInput
        aria-label={label}
        value={typeof rule.value === "number" && !Number.isNaN(rule.value) ? rule.value : ""}
        onChange={(value) => set(value === "" ? Number.NaN : Number(value))}
      />
    );
  if (kind === "money") return <MoneyValue value={String(rule.value)} set={set} />;
  return <TextInput aria-label={label} value={String(rule.value)} onChange={(event) => set(event.currentTarget.value)} />;
}

function Programs({ value, set }: { value: Value; set: (value: Value) => void }) {
  const programs = useQuery(read("/v1/programs", { query: { limit: 100 } }));
  const data = (programs.data?.data ?? []).map((each) => ({ value: each.key, label: programName(each) }));
  return (
    <Select
      aria-label={t("Value")}
      placeholder={t("Choose a program")}
      data={data}
      value={Array.isArray(value) ? (value[0] ?? null) : null}
      onChange={(key) => set(key === null ? [] : [key])}
    />
  );
}

/** "50.00 USD": the amount and its currency beside each other. */
function MoneyValue({ value, set }: { value: string; set: (value: string) => void }) {
  const own = useOwnCurrency();
  const [amount = "", currency = own] = value.trim().split(/\s+/);
  const digits = /^[\d.]*$/.test(amount) ? amount : "";
  const code = /^[A-Z]{0,3}$/.test(currency) ? currency : own;
  return (
    <Row gap={4} wrap="nowrap">
      <NumberInput
        flex="2 1 80px"
        aria-label={t("Value")}
        min={0}
        decimalScale={2}
        value={digits === "" ? "" : Number(digits)}
        onChange={(next) => set(next === "" ? `${code}` : `${Number(next).toFixed(2)} ${code}`)}
      />
      <TextInput
        w={76}
        aria-label={t("Currency")}
        value={code}
        maxLength={3}
        onChange={(event) => set(`${digits} ${event.currentTarget.value.toUpperCase()}`)}
      />
    </Row>
  );
}
