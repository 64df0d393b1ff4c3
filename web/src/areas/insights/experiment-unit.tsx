/** Whether each advocate is dealt by herself, or those who talk to each other together. */
import { Radio, type RadioGroupProps, Stack } from "@mantine/core";
import { t } from "../../words/say.ts";
import { UNITS } from "./experiment-words.ts";

export function WhatIsDealt(props: Omit<RadioGroupProps, "children">) {
  return (
    <Radio.Group
      label={t("What is dealt as one?")}
      description={t("Settled when it starts: a tie that comes later moves nobody, and who joins later is dealt by herself.")}
      {...props}
    >
      <Stack gap={6} mt={6}>
        {Object.entries(UNITS).map(([value, { name, what }]) => (
          <Radio key={value} value={value} label={name()} description={what()} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
