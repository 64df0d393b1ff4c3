/** Every text with its ground: whether it can be read, and what was moved so that it can. */
import { Box, Group, Stack, Text } from "@mantine/core";
import { Status } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";

export type Pair = {
  scheme: "light" | "dark";
  text: string;
  on: string;
  colour: string;
  ground: string;
  given: string | null;
  contrast: number;
  given_contrast: number | null;
};

function names(): Record<string, string> {
  return {
    "--gv-ink": t("Text"),
    "--gv-muted": t("Small text"),
    "--gv-primary": t("Links"),
    "--gv-on-primary": t("Button"),
    "--gv-on-brand": t("Filled area"),
    "--gv-leaf": t("Good news"),
    "--gv-amber": t("Waiting"),
    "--gv-rust": t("Refused"),
    "--gv-sky": t("Information"),
  };
}

export function Pairs({ of }: { of: readonly Pair[] }) {
  return (
    <Stack gap="xs">
      {(["light", "dark"] as const).map((scheme) => (
        <Box key={scheme}>
          <Text size="sm" fw={600}>
            {scheme === "light" ? t("Light") : t("Dark")}
          </Text>
          <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: "none" }}>
            {of
              .filter((each) => each.scheme === scheme)
              .map((each) => (
                <OnePair key={each.text} of={each} />
              ))}
          </Stack>
        </Box>
      ))}
    </Stack>
  );
}

function OnePair({ of }: { of: Pair }) {
  const { colour, ground, contrast, given, given_contrast } = of;
  const ratio = (n: number): string => t("{n} to 1", { n: number(n, { maximumFractionDigits: 1 }) });
  return (
    <Group component="li" gap="sm" justify="space-between">
      <Box
        px="sm"
        py={4}
        style={{
          background: ground,
          color: colour,
          border: "1px solid var(--mantine-color-default-border)",
          borderRadius: 8,
          minWidth: 130,
        }}
      >
        <Text size="sm">{names()[of.text] ?? of.text}</Text>
      </Box>
      {given === null ? (
        <Status tone="leaf" word={ratio(contrast)} why={t("As you chose it.")} />
      ) : (
        <Group gap={6}>
          <Text size="xs" c="dimmed">
            {t("yours, {given}, had {had}", { given, had: ratio(given_contrast ?? 1) })}
          </Text>
          <Status
            tone="amber"
            word={t("moved to {n}", { n: ratio(contrast) })}
            why={t("It could not be read, so {colour} is shown.", { colour })}
          />
        </Group>
      )}
    </Group>
  );
}
