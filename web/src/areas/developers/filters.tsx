/** Filters of a list, kept in the address: what is chosen there is what a link to this page shows. */
import { Button, Group, Select } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../../words/say.ts";

type ChoiceProps = {
  label: string;
  value: string | undefined;
  of: readonly { value: string; label: string }[];
  set: (value: string | undefined) => void;
  all?: string;
};

/** One of a closed list, or all. */
export function Choice({ label, value, of, set, all }: ChoiceProps) {
  return (
    <Select
      label={label}
      placeholder={all ?? t("All")}
      data={[...of]}
      value={value ?? null}
      onChange={(chosen) => set(chosen ?? undefined)}
      clearable
      searchable={of.length > 8}
      w={{ base: "calc(50% - 6px)", xs: 190 }}
    />
  );
}

/** The row they stand in, with the way back to everything. */
export function Filters({ children, clear }: { children: ReactNode; clear?: (() => void) | undefined }) {
  return (
    <Group className="gv-filters" gap="sm" align="flex-end" role="search">
      {children}
      {clear !== undefined && (
        <Button variant="subtle" onClick={clear}>
          {t("Show all")}
        </Button>
      )}
    </Group>
  );
}
