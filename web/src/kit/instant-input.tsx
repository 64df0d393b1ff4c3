/** A day and time on the workspace's clocks, as an instant. */
import { DateTimePicker } from "@mantine/dates";
import "@mantine/dates/styles.css";
import type { ReactNode } from "react";
import { instant, zone } from "../words/format.ts";
import { t } from "../words/say.ts";
import { instantOf, typedOf } from "./zoned.ts";

type Props = {
  label: string;
  /** RFC 3339; null: none yet. */
  value: string | null;
  onChange: (value: string | null) => void;
  min?: string;
  required?: boolean;
  error?: ReactNode;
  width?: number;
};

/** Below it stands the zone, and what was chosen in full. */
export function InstantInput({ label, value, onChange, min, required, error, width }: Props) {
  return (
    <DateTimePicker
      label={label}
      description={value === null ? t("On the clocks of {zone}.", { zone: zone() }) : instant(value, "full")}
      required={required}
      error={error}
      value={value === null ? null : typedOf(value)}
      onChange={(typed) => onChange(typed === null ? null : instantOf(typed))}
      minDate={min === undefined ? undefined : typedOf(min)}
      valueFormat="YYYY-MM-DD HH:mm"
      inputWrapperOrder={["label", "input", "error", "description"]}
      submitButtonProps={{ "aria-label": t("Take this time") }}
      ariaLabels={{
        nextMonth: t("Next month"),
        previousMonth: t("Previous month"),
        nextYear: t("Next year"),
        previousYear: t("Previous year"),
        monthLevelControl: t("Choose a month"),
        yearLevelControl: t("Choose a year"),
      }}
      w={width}
    />
  );
}
