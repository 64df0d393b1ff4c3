/** One entry of a list, with the button that removes it. */
import { ActionIcon, Box, Group } from "@mantine/core";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useDraft } from "../draft/draft.tsx";

export function Entry({ remove, label, children }: { remove: () => void; label: string; children: ReactNode }) {
  const { readOnly } = useDraft();
  return (
    <Group align="flex-start" gap="xs" wrap="nowrap">
      <Box style={{ flex: 1, minWidth: 0 }}>{children}</Box>
      {!readOnly && (
        <ActionIcon mt={22} variant="subtle" color="gray" size={36} aria-label={label} onClick={remove}>
          <X size={16} />
        </ActionIcon>
      )}
    </Group>
  );
}
