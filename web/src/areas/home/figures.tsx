/** This week against last, and the way from a click to a reward. */
import { Box, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { ArrowDown, ArrowRight, ArrowUp } from "lucide-react";
import { Section } from "../../kit/page.tsx";
import { ago, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { HomeData } from "./data.ts";

type Flow = HomeData["clicks"];

/** Of a large workspace they may be those of a while ago; new ones are on their way. */
const OLD_MS = 120_000;

export function Figures({ of }: { of: HomeData }) {
  const isOld = Date.parse(of.at) - Date.parse(of.counted_at) > OLD_MS;
  const week: [string, Flow][] = [
    [t("Clicks"), of.clicks],
    [t("Friends"), of.referrals],
    [t("Customers"), of.customers],
    [t("Joined"), of.advocates],
  ];
  return (
    <>
      <Section title={t("This week")} text={t("Since Monday, against the same days of last week.")}>
        <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="md">
          {week.map(([label, flow]) => (
            <Against key={label} label={label} of={flow} />
          ))}
        </SimpleGrid>
        {isOld && (
          <Text size="sm" c="dimmed" mt="xs">
            {t("Counted {ago}.", { ago: ago(of.counted_at, Date.parse(of.at)) })}
          </Text>
        )}
      </Section>
      <Funnel of={of} />
    </>
  );
}

function Against({ label, of }: { label: string; of: Flow }) {
  const up = of.week - of.last_so_far;
  const Icon = up > 0 ? ArrowUp : up < 0 ? ArrowDown : ArrowRight;
  const compared =
    up === 0
      ? t("as last week")
      : up > 0
        ? t("{n} more than last week", { n: number(up) })
        : t("{n} fewer than last week", { n: number(-up) });
  return (
    <Box>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={600} className="gv-number">
        {number(of.week)}
      </Text>
      <Group gap={4} wrap="nowrap" align="flex-start">
        <Icon
          size={14}
          aria-hidden
          style={{ flexShrink: 0, marginTop: 2 }}
          color={`var(--mantine-color-${up > 0 ? "leaf" : up < 0 ? "amber" : "gray"}-filled)`}
        />
        <Text size="xs" c="dimmed">
          {compared}
        </Text>
      </Group>
    </Box>
  );
}

/** Bars begin at zero, and each says what part of the one before it is. */
function Funnel({ of }: { of: HomeData }) {
  const steps: [string, string, number][] = [
    [t("Clicked"), t("Clicks of links and codes, without robots."), of.clicks.month],
    [t("Came"), t("Friends known by a sign-up, a lead or an order, also without a click."), of.referrals.month],
    [t("Bought"), t("Friends who did what the program counts."), of.customers.month],
    [t("Rewarded"), t("Rewards given, to either side."), of.rewards.month],
  ];
  const most = Math.max(1, ...steps.map(([, , n]) => n));
  const empty = steps.every(([, , n]) => n === 0);
  return (
    <Section title={t("From a click to a reward")} text={t("The last 28 days.")}>
      {empty ? (
        <Text size="sm" c="dimmed">
          {t("Nothing yet. The first click of a link shows here.")}
        </Text>
      ) : (
        <Stack gap="sm" component="ol" m={0} p={0} style={{ listStyle: "none" }}>
          {steps.map(([label, hint, n], i) => {
            const before = i === 0 ? 0 : steps[i - 1]![2];
            return (
              <Box component="li" key={label}>
                <Group justify="space-between" gap="xs" wrap="nowrap">
                  <Text size="sm" fw={600}>
                    {label}
                  </Text>
                  <Text size="sm" className="gv-number">
                    {number(n)}
                    {i > 0 && i < 3 && before >= n && before > 0 && (
                      <Text span size="xs" c="dimmed" ms={6}>
                        {t("{share} of those before", { share: percent(n / before) })}
                      </Text>
                    )}
                  </Text>
                </Group>
                <Box h={8} my={2} style={{ borderRadius: 4, background: "var(--mantine-color-default-border)" }} aria-hidden>
                  <Box
                    h={8}
                    w={`${(100 * n) / most}%`}
                    miw={n > 0 ? 4 : 0}
                    bg="var(--mantine-primary-color-filled)"
                    style={{ borderRadius: 4 }}
                  />
                </Box>
                <Text size="xs" c="dimmed">
                  {hint}
                </Text>
              </Box>
            );
          })}
        </Stack>
      )}
    </Section>
  );
}
