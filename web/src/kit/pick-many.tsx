/** Above a list: all that are shown picked at once, how many are, and what is done with them. */
import { Checkbox, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { t } from "../words/say.ts";

type Props = {
  shown: readonly { id: string }[];
  /** The endpoint takes as many at once. */
  most: number;
  picked: ReadonlySet<string>;
  set: (next: ReadonlySet<string>) => void;
  /** The buttons. */
  children: ReactNode;
};

export function PickMany({ shown, most, picked, set, children }: Props) {
  const all = Math.min(most, shown.length);
  return (
    <Group gap="sm" role="group" aria-label={t("Decide many")}>
      <Checkbox
        label={t("All {n} shown", { n: all })}
        checked={picked.size > 0 && picked.size === all}
        indeterminate={picked.size > 0 && picked.size < all}
        onChange={() => set(picked.size > 0 ? new Set() : new Set(shown.slice(0, most).map((each) => each.id)))}
      />
      {children}
      <Text size="sm" c="dimmed" role="status">
        {picked.size > 0 ? t("{n, plural, one {# picked} other {# picked}}", { n: picked.size }) : ""}
      </Text>
    </Group>
  );
}
