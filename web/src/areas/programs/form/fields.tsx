/** Fields of the form view: each reads and writes one place of the document, and shows what the linter says of that place. */
import { Checkbox, Group, NativeSelect, NumberInput, Stack, TagsInput, Text, TextInput, Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { decimalsOf } from "../../../words/format.ts";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { type Path, getIn, pointerOf } from "../draft/path.ts";
import { usePreview } from "../draft/preview.ts";
import { readDuration } from "../words.ts";

export type FieldProps = { at: Path; label: string; help?: ReactNode; required?: boolean };

/** The value at a place, how to change it, and the error that stands there. */
export function useAt(at: Path) {
  const { document, set, readOnly } = useDraft();
  const { data } = usePreview();
  const pointer = pointerOf(at);
  const finding = data?.findings.find((each) => each.severity === "error" && each.pointer === pointer);
  return { value: getIn(document, at), set: (value: unknown) => set(at, value), error: finding?.message, readOnly };
}

/** Label above, help below. */
const ORDER = ["label", "input", "error", "description"] as ("label" | "input" | "error" | "description")[];
const emptyIsNone = (text: string): string | undefined => (text === "" ? undefined : text);

export function TextAt({ at, label, help, required, area = false }: FieldProps & { area?: boolean }) {
  const { value, set, error, readOnly } = useAt(at);
  const props = {
    label,
    description: help,
    required,
    error,
    readOnly,
    value: typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value),
    onChange: (event: { currentTarget: { value: string } }) =>
      set(required === true ? event.currentTarget.value : emptyIsNone(event.currentTarget.value)),
  };
  return area ? <Textarea {...props} maxRows={16} /> : <TextInput {...props} />;
}

export function NumberAt({ at, label, help, required, min = 1, suffix }: FieldProps & { min?: number; suffix?: string }) {
  const { value, set, error, readOnly } = useAt(at);
  return (
    <NumberInput
      label={label}
      description={help}
      required={required}
      error={error}
      readOnly={readOnly}
      min={min}
      suffix={suffix}
      hideControls
      value={typeof value === "number" ? value : ""}
      onChange={(next) => set(typeof next === "number" ? next : next === "" ? undefined : Number(next))}
    />
  );
}

export type Option = { value: string; label: string };

/** A choice of texts. `none` stands for a place that is left out; `unset` is the value that leaving out means. */
export function SelectAt({ at, label, help, options, none, unset }: FieldProps & { options: Option[]; none?: string; unset?: string }) {
  const { value, set, error, readOnly } = useAt(at);
  const shown = value === undefined ? (unset ?? "") : String(value);
  const known = options.some((each) => each.value === shown) || shown === "";
  const data = [
    ...(none === undefined ? [] : [{ value: "", label: none }]),
    ...options,
    ...(known ? [] : [{ value: shown, label: shown }]),
  ];
  return (
    <NativeSelect
      label={label}
      inputWrapperOrder={ORDER}
      description={help}
      error={error}
      disabled={readOnly}
      data={data}
      value={shown}
      onChange={(event) => set(emptyIsNone(event.currentTarget.value))}
    />
  );
}

export function CheckAt({ at, label, help, unset = false }: FieldProps & { unset?: boolean }) {
  const { value, set, readOnly } = useAt(at);
  return (
    <Checkbox
      label={label}
      description={help}
      disabled={readOnly}
      checked={value === undefined ? unset : value === true}
      onChange={(event) => set(event.currentTarget.checked === unset ? undefined : event.currentTarget.checked)}
    />
  );
}

export function TagsAt({ at, label, help }: FieldProps) {
  const { value, set, error, readOnly } = useAt(at);
  const list = Array.isArray(value) ? (value as unknown[]).map(String) : [];
  return (
    <TagsInput
      label={label}
      inputWrapperOrder={ORDER}
      description={help}
      error={error}
      readOnly={readOnly}
      value={list}
      onChange={(next) => set(next.length === 0 ? undefined : next)}
    />
  );
}

export const CURRENCIES = [
  "USD",
  "EUR",
  "GBP",
  "CHF",
  "CAD",
  "AUD",
  "JPY",
  "SEK",
  "NOK",
  "DKK",
  "PLN",
  "CZK",
  "INR",
  "BRL",
  "MXN",
  "KWD",
];

/** The currency that a document speaks, for amounts that are not there yet. */
export function useCurrency(): string {
  const { document } = useDraft();
  return /"\d+(?:\.\d+)? ([A-Z]{3})"/.exec(JSON.stringify([document["rewards"], document["budget"]]))?.[1] ?? "USD";
}

/** An amount with its currency ("20.00 USD"): knows how many decimals there are. */
export function MoneyInput(
  props: Omit<FieldProps, "at"> & {
    value: unknown;
    set: (value: string | undefined) => void;
    error?: string;
    readOnly?: boolean;
    bare?: boolean;
  },
) {
  const { label, help, required, value, set, error, readOnly, bare = false } = props;
  const usual = useCurrency();
  const found = typeof value === "string" ? /^([\d.]*) ?([A-Z]{3})$/.exec(value) : null;
  const [stored, currency] = [found?.[1] ?? (typeof value === "string" ? value : ""), found?.[2] ?? usual];
  // What is typed stays as it is typed; the document gets it with the currency's decimals.
  const [typed, type] = useState<string | null>(null);
  const write = (amount: string, unit: string): void => set(amount === "" ? undefined : `${exact(amount, unit)} ${unit}`);
  const change = (text: string): void => {
    const plain = text.replace(",", ".").replaceAll(/[^\d.]/g, "");
    type(plain);
    write(plain, currency);
  };
  const units = CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES];
  return (
    <Stack gap={4}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label={bare ? undefined : label}
          aria-label={bare ? label : undefined}
          required={required}
          error={error !== undefined}
          readOnly={readOnly}
          inputMode="decimal"
          value={typed ?? stored}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={() => type(null)}
          style={{ flex: "1 1 80px" }}
        />
        <NativeSelect
          aria-label={t("Currency of {what}", { what: label })}
          disabled={readOnly}
          data={units}
          value={currency}
          onChange={(event) => write(typed ?? stored, event.currentTarget.value)}
          style={{ flex: "0 0 84px" }}
        />
      </Group>
      <Below error={error} help={help} />
    </Stack>
  );
}

/** "20" as "20.00", where the currency has two decimals. What is finer than that is left for the linter to say. */
function exact(amount: string, currency: string): string {
  const decimals = decimalsOf(currency);
  const [whole = "", part = ""] = amount.split(".");
  if (!/^\d+(\.\d*)?$/.test(amount) || Number(part) !== Number(part.slice(0, decimals).padEnd(part.length, "0"))) return amount;
  return decimals === 0 ? whole : `${whole}.${part.slice(0, decimals).padEnd(decimals, "0")}`;
}

function Below({ error, help }: { error?: string | undefined; help?: ReactNode }) {
  return (
    <>
      {error !== undefined && (
        <Text size="xs" c="rust" role="alert">
          {error}
        </Text>
      )}
      {help !== undefined && (
        <Text size="xs" c="dimmed">
          {help}
        </Text>
      )}
    </>
  );
}

export function MoneyAt({ at, ...props }: FieldProps) {
  const place = useAt(at);
  return <MoneyInput {...props} {...place} />;
}

/** So many days, weeks, months. */
export function DurationAt({ at, label, help }: FieldProps) {
  const { value, set, error, readOnly } = useAt(at);
  const read = readDuration(value);
  const [unit, choose] = useState(read?.unit ?? "d");
  const shown = read?.unit ?? unit;
  const write = (n: number | string, of: string): void => set(n === "" ? undefined : of === "months" ? `${n} months` : `${n}${of}`);
  const units = [
    { value: "m", label: t("minutes") },
    { value: "h", label: t("hours") },
    { value: "d", label: t("days") },
    { value: "w", label: t("weeks") },
    { value: "months", label: t("months") },
    { value: "y", label: t("years") },
  ];
  return (
    <Stack gap={4}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <NumberInput
          label={label}
          error={error !== undefined}
          readOnly={readOnly}
          min={0}
          hideControls
          value={read?.n ?? ""}
          onChange={(n) => write(n, shown)}
          style={{ flex: "1 1 80px" }}
        />
        <NativeSelect
          aria-label={t("Unit of {what}", { what: label })}
          disabled={readOnly}
          data={units}
          value={shown}
          onChange={(event) => {
            choose(event.currentTarget.value);
            if (read !== null) write(read.n, event.currentTarget.value);
          }}
        />
      </Group>
      <Below error={error} help={help} />
    </Stack>
  );
}

/** Fields beside each other where there is room. */
export function Row({ children, min = 200 }: { children: ReactNode; min?: number }) {
  return (
    <div
      style={{ display: "grid", gap: 12, gridTemplateColumns: `repeat(auto-fit, minmax(min(100%, ${min}px), 1fr))`, alignItems: "start" }}
    >
      {children}
    </div>
  );
}
