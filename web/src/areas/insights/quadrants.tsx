/** Who is worth much by buying, and who by referring: four fields, and in each those worth most. */
import { Box, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { Section } from "../../kit/page.tsx";
import { Who } from "../../kit/who.tsx";
import { money } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { Study } from "./estimate.tsx";

type Cell = NonNullable<Study["quadrants"]>["cells"][number];

const FIELDS: Record<Cell["quadrant"], { name: () => string; text: () => string }> = {
  advocates: { name: () => t("Refer much, buy little"), text: () => t("Thank them: what they bring is worth more than what they buy.") },
  champions: { name: () => t("Refer much, buy much"), text: () => t("Keep them close.") },
  misers: { name: () => t("Refer little, buy little"), text: () => t("Leave them in peace, or ask them once.") },
  affluents: { name: () => t("Refer little, buy much"), text: () => t("Ask them: they like what you make.") },
};
/** As one reads a map: referring upwards, buying to the end. */
const ORDER = ["advocates", "champions", "misers", "affluents"] as const;

export function Quadrants({ of, unit }: { of: Study; unit: string }) {
  const title = t("Worth by buying and by referring");
  if (of.quadrants === null)
    return (
      <Section title={title}>
        <Text size="sm">{of.quadrants_reason?.message ?? t("not known")}</Text>
      </Section>
    );
  const { cells, value_line: value, referring_line: referring } = of.quadrants;
  const say = (amount: number): string => money(Math.round(amount), unit);
  return (
    <Section
      title={title}
      text={t("The lines between much and little are the medians: {value} bought, {referring} by referring, rewards taken off.", {
        value: say(value),
        referring: say(referring),
      })}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {ORDER.map((key) => {
          const cell = cells.find((each) => each.quadrant === key);
          return cell === undefined ? null : <Field key={key} of={cell} say={say} />;
        })}
      </SimpleGrid>
    </Section>
  );
}

function Field({ of, say }: { of: Cell; say: (amount: number) => string }) {
  const { name, text } = FIELDS[of.quadrant];
  return (
    <Box p="sm" style={{ border: "1px solid var(--mantine-color-default-border)", borderRadius: 8 }}>
      <Title order={3} size="h5">
        {name()}
      </Title>
      <Text size="sm" c="dimmed">
        {t("{n, plural, one {# person} other {# people}}", { n: of.people })} · {text()}
      </Text>
      <Text size="sm" my={4}>
        {t("Bought for {value}, brought {referring}.", { value: say(of.value), referring: say(of.referring) })}
      </Text>
      <Stack gap={2} component="ul" m={0} p={0} style={{ listStyle: "none" }}>
        {of.top.slice(0, 5).map((each) => (
          <Text key={each.person} component="li" size="sm">
            <Who id={each.person} />{" "}
            <Text span size="xs" c="dimmed">
              <bdi>{say(each.value)}</bdi> + <bdi>{say(each.referring)}</bdi> ·{" "}
              <bdi>{t("{n, plural, one {# friend} other {# friends}}", { n: each.friends })}</bdi>
            </Text>
          </Text>
        ))}
      </Stack>
    </Box>
  );
}
