/** Of how many days up to yesterday a study is. */
import { Group, Select } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { t } from "../../words/say.ts";

const DAYS: Readonly<Record<number, () => string>> = {
  30: () => t("Last 30 days"),
  60: () => t("Last 60 days"),
  90: () => t("Last 90 days"),
  180: () => t("Last 180 days"),
  365: () => t("Last 365 days"),
};

export function PickAgo({ label, days, usual }: { label: string; days: number; usual: number }) {
  const navigate = useNavigate();
  const go = (next: number): void =>
    void navigate({ to: ".", search: (old: object) => ({ ...old, days: next === usual ? undefined : next }), replace: true } as never);
  return (
    <Group>
      <Select
        label={label}
        w={190}
        data={Object.entries(DAYS).map(([value, name]) => ({ value, label: name() }))}
        value={String(days)}
        onChange={(next) => next !== null && go(Number(next))}
        allowDeselect={false}
      />
    </Group>
  );
}
