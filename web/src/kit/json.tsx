/** Data as it is: indented, in a box that scrolls, with a button that copies it. */
import { ActionIcon, Box, CopyButton, ScrollArea } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { t } from "../words/say.ts";

/** Text of a fixed width with what it is called. `value` that is no text is written as JSON. */
export function Data({ value, label, max = 420 }: { value: unknown; label: string; max?: number }) {
  const text = typeof value === "string" ? value : JSON.stringify(value, null, 2);
  return (
    <Box pos="relative" className="gv-data" dir="ltr">
      <ScrollArea.Autosize mah={max} viewportProps={{ tabIndex: 0, role: "region", "aria-label": label }}>
        <pre>{text}</pre>
      </ScrollArea.Autosize>
      <CopyButton value={text}>
        {({ copied, copy }) => (
          <ActionIcon
            className="gv-data-copy"
            variant="default"
            size={32}
            onClick={copy}
            aria-label={copied ? t("Copied") : t("Copy {what}", { what: label })}
          >
            {copied ? <Check size={16} /> : <Copy size={16} />}
          </ActionIcon>
        )}
      </CopyButton>
    </Box>
  );
}
