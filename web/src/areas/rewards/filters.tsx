/** What lists are narrowed by: a program, a person, a day. */
import { Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { read } from "../../api/query.ts";
import { t } from "../../words/say.ts";

type Definition = { name?: unknown } | null;

/** Programs of the workspace by key, with their names. */
const ALL_PROGRAMS = { ...read("/v1/programs", { query: { limit: 200 } }), staleTime: 60_000 };
/** The same read, for a page that can do nothing without it: whether it is on its way, or failed. */
export const useProgramsRead = () => useQuery(ALL_PROGRAMS);

export function usePrograms(): { value: string; label: string }[] {
  const { data } = useProgramsRead();
  return (data?.data ?? []).map(({ key, definition, draft }) => {
    const name = (definition as Definition)?.name ?? (draft as Definition)?.name;
    return { value: key, label: typeof name === "string" ? name : key };
  });
}

type PickProps = { value: string | undefined; onChange: (value: string | undefined) => void; label?: string; required?: boolean };

export function PickProgram({ value, onChange, label, required }: PickProps) {
  return (
    <Select
      label={label ?? t("Program")}
      data={usePrograms()}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
      placeholder={required === true ? t("Choose one") : t("Any")}
      clearable={required !== true}
      required={required}
      searchable
    />
  );
}

export function PickDay({ value, onChange, label }: PickProps & { label: string }) {
  return (
    <TextInput type="date" label={label} value={value ?? ""} onChange={(event) => onChange(event.currentTarget.value || undefined)} />
  );
}

/** A day of the address as the API takes an instant. */
export const instantOfDay = (day: string | undefined): string | undefined =>
  day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day) ? undefined : `${day}T00:00:00.000Z`;
