/** Fields of the form view: each reads and writes one place of the document, and shows what the linter says of that place. */
import { Checkbox, Chip, Group, Input, NativeSelect, NumberInput, TagsInput, Text, TextInput, Textarea } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { type Path, getIn, pointerOf } from "../draft/path.ts";
import { usePreview } from "../draft/preview.ts";
import { readDuration } from "../words.ts";
import { type Option, useSchemaAt } from "./schema-at.ts";

export type { Option } from "./schema-at.ts";

export type FieldProps = { at: Path; label: string; help?: ReactNode; required?: boolean };

/** The value at a place, how to change it, and the error that stands there. `mark` is how a finding gets to it (jump.ts). */
export function useAt(at: Path) {
  const { document, set, readOnly } = useDraft();
  const { data } = usePreview();
  const pointer = pointerOf(at);
  const finding = data?.findings.find((each) => each.severity === "error" && each.pointer === pointer);
  return {
    value: getIn(document, at),
    set: (value: unknown) => set(at, value),
    error: finding?.message,
    readOnly,
    mark: { "data-at": pointer },
  };
}

const emptyIsNone = (text: string): string | undefined => (text === "" ? undefined : text);

export function TextAt({ at, label, help, required, area = false }: FieldProps & { area?: boolean }) {
  const { value, set, error, readOnly, mark } = useAt(at);
  const props = {
    ...mark,
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

export function NumberAt({ at, label, help, required, min, suffix }: FieldProps & { min?: number; suffix?: string }) {
  const { value, set, error, readOnly, mark } = useAt(at);
  const schema = useSchemaAt(at);
  return (
    <NumberInput
      {...mark}
      label={label}
      description={help}
      required={required}
      error={error}
      readOnly={readOnly}
      min={min ?? schema.min ?? 1}
      max={schema.max}
      suffix={suffix}
      hideControls
      placeholder={typeof schema.unset === "number" ? `${schema.unset}${suffix ?? ""}` : undefined}
      value={typeof value === "number" ? value : ""}
      onChange={(next) => set(typeof next === "number" ? next : next === "" ? undefined : Number(next))}
    />
  );
}

type SelectProps = FieldProps & {
  options: Option[];
  none?: string;
  unset?: string;
  /** In place of writing it: where another field has to follow. */
  write?: (next: string | undefined) => void;
};

/** A choice of texts. `none` stands for a place that is left out and means nothing; elsewhere the schema says what leaving out means. */
export function SelectAt({ at, label, help, options, none, unset, write }: SelectProps) {
  const { value, set, error, readOnly, mark } = useAt(at);
  const schema = useSchemaAt(at);
  const usual = unset ?? (none === undefined && typeof schema.unset === "string" ? schema.unset : "");
  const shown = value === undefined ? usual : String(value);
  const known = options.some((each) => each.value === shown) || shown === "";
  const data = [
    ...(none === undefined ? [] : [{ value: "", label: none }]),
    ...options,
    ...(known ? [] : [{ value: shown, label: shown }]),
  ];
  return (
    <NativeSelect
      {...mark}
      label={label}
      description={help}
      error={error}
      disabled={readOnly}
      data={data}
      value={shown}
      onChange={(event) => (write ?? set)(emptyIsNone(event.currentTarget.value))}
    />
  );
}

export function CheckAt({ at, label, help, unset = false }: FieldProps & { unset?: boolean }) {
  const { value, set, readOnly, mark } = useAt(at);
  return (
    <Checkbox
      {...mark}
      label={label}
      description={help}
      disabled={readOnly}
      checked={value === undefined ? unset : value === true}
      onChange={(event) => set(event.currentTarget.checked === unset ? undefined : event.currentTarget.checked)}
    />
  );
}

export function TagsAt({ at, label, help }: FieldProps) {
  const { value, set, error, readOnly, mark } = useAt(at);
  const list = Array.isArray(value) ? (value as unknown[]).map(String) : [];
  return (
    <TagsInput
      {...mark}
      label={label}
      description={help}
      error={error}
      readOnly={readOnly}
      value={list}
      onChange={(next) => set(next.length === 0 ? undefined : next)}
    />
  );
}

export function Below({ error, help }: { error?: string | undefined; help?: ReactNode }) {
  return (
    <>
      {error !== undefined && (
        <Text size="xs" c="rust" role="alert" mt={4}>
          {error}
        </Text>
      )}
      {help !== undefined && (
        <Text size="xs" c="dimmed" mt={4}>
          {help}
        </Text>
      )}
    </>
  );
}

/** So many days, weeks, months. */
export function DurationAt({ at, label, help }: FieldProps) {
  const { value, set, error, readOnly, mark } = useAt(at);
  const id = useId();
  const usual = readDuration(useSchemaAt(at).unset);
  const read = readDuration(value);
  const [unit, choose] = useState<string | null>(read?.unit ?? null);
  const shown = read?.unit ?? unit ?? usual?.unit ?? "d";
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
    <Input.Wrapper id={id} label={label}>
      <Group gap="xs" wrap="nowrap">
        <NumberInput
          {...mark}
          id={id}
          error={error !== undefined}
          readOnly={readOnly}
          placeholder={usual === null || usual.unit !== shown ? undefined : String(usual.n)}
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
    </Input.Wrapper>
  );
}

/** A day, or an instant that somebody wrote with its time. */
export function DayAt({ at, label, help, required }: FieldProps) {
  const { value, set, error, readOnly, mark } = useAt(at);
  const text = typeof value === "string" ? value : "";
  return (
    <TextInput
      {...mark}
      type={text === "" || /^\d{4}-\d{2}-\d{2}$/.test(text) ? "date" : "text"}
      label={label}
      description={help}
      required={required}
      error={error}
      readOnly={readOnly}
      value={text}
      onChange={(event) => set(required === true ? event.currentTarget.value : emptyIsNone(event.currentTarget.value))}
    />
  );
}

type ChipsProps = FieldProps & { options: Option[]; all?: boolean; least?: boolean };

/** Some of a few choices, as chips. `all`: leaving it out means every one of them; `least`: one has to stay. */
export function ChipsAt({ at, label, help, options, all = false, least = false }: ChipsProps) {
  const { value, set, error, readOnly, mark } = useAt(at);
  const chosen = Array.isArray(value) ? (value as string[]) : all ? options.map((each) => each.value) : [];
  const change = (next: string[]): void => {
    if ((all || least) && next.length === 0) return;
    set(next.length === (all ? options.length : 0) ? undefined : next);
  };
  return (
    <div role="group" aria-label={label} {...mark} tabIndex={-1}>
      <Text size="sm" fw={600} mb={4}>
        {label}
      </Text>
      <Chip.Group multiple value={chosen} onChange={change}>
        <Group gap="xs">
          {options.map((each) => (
            <Chip key={each.value} value={each.value} disabled={readOnly}>
              {each.label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <Below error={error} help={help} />
    </div>
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
