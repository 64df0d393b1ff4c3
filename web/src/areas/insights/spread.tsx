/** Friends an advocate within the same days of each, and what that is made of: those who have only just come are left out. */
import { SimpleGrid, Stack, Text } from "@mantine/core";
import type { Answer } from "../../api/query.ts";
import { Section } from "../../kit/page.tsx";
import { dayName, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { type Estimate, Estimated } from "./estimate.tsx";

type Report = Answer<"/v1/reports/growth">;

const plain = (value: number | null): Estimate => ({ value, low: null, high: null, reason: null });
const two = (value: number): string => number(value, { maximumFractionDigits: 2 });
const days = (value: number): string => t("{n} days", { n: number(value, { maximumFractionDigits: 1 }) });

export function Parts({ of: { full_window: of } }: { of: Report }) {
  const parts: [string, Estimate, (value: number) => string][] = [
    [t("Friends an advocate (K)"), of.spread, two],
    [t("Advocates who invite"), plain(of.share_inviting), percent],
    [t("Visits of one who invites"), of.invitations_each, two],
    [t("Friends a visit"), of.conversion, percent],
    [t("From joining to a friend"), plain(of.cycle_days), days],
    [t("Doubles in"), of.doubling_days, days],
    [t("One brings in all, with herself"), of.cascade, two],
    [t("Dispersion (k): small means few bring most"), of.dispersion, two],
  ];
  return (
    <Section
      title={t("What it is made of")}
      text={t("Of {n} advocates who joined from {from} to {to}, {window} days of each. {young} joined later and are left out.", {
        n: number(of.advocates),
        from: dayName(of.joined_from),
        to: dayName(of.joined_to),
        window: number(of.window),
        young: number(of.young),
      })}
    >
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="lg">
        {parts.map(([label, estimate, say]) => (
          <Stack key={label} gap={0}>
            <Text size="sm" c="dimmed">
              {label}
            </Text>
            <Text component="div" size={estimate.value === null ? "sm" : "lg"} fw={estimate.value === null ? 400 : 600}>
              <Estimated of={estimate} say={say} />
            </Text>
          </Stack>
        ))}
      </SimpleGrid>
    </Section>
  );
}
