/** What is owed and what was paid, in each unit. */
import { Anchor, Box, SimpleGrid, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Section } from "../../kit/page.tsx";
import { ago, money } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { HomeData } from "./data.ts";

type Sums = NonNullable<HomeData["money"]>["owed"];

export function Money({ of }: { of: HomeData }) {
  if (of.money === null) return null;
  const { waiting, owed, in_payout: inPayout, paid, at } = of.money;
  const isOld = Date.parse(of.at) - Date.parse(at) > 120_000;
  return (
    <Section
      title={t("Money")}
      text={isOld ? t("Counted {ago}.", { ago: ago(at, Date.parse(of.at)) }) : undefined}
      acts={
        <Anchor size="sm" {...({ component: Link, to: "/rewards/owed" } as object)}>
          {t("What is owed, by age")}
        </Anchor>
      }
    >
      <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="md">
        <Sum label={t("Waiting")} hint={t("Until its time has come")} of={waiting} />
        <Sum label={t("Available")} hint={t("Owed, and not paid yet")} of={owed} />
        <Sum label={t("In a payout")} hint={t("Until the bank has said so")} of={inPayout} />
        <Sum label={t("Paid")} hint={t("Since the beginning")} of={paid} />
      </SimpleGrid>
    </Section>
  );
}

/** Of many units the largest few; the ledger has them all. */
const FEW = 4;

function Sum({ label, hint, of }: { label: string; hint: string; of: Sums }) {
  return (
    <Box style={{ minWidth: 0 }}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {of.length === 0 && (
        <Text fw={600} size="lg">
          {t("nothing")}
        </Text>
      )}
      {of.slice(0, FEW).map(({ amount, currency }) => (
        <Text key={currency} fw={600} size={of.length === 1 ? "lg" : "sm"} className="gv-number" style={{ overflowWrap: "anywhere" }}>
          {money(amount, currency)}
        </Text>
      ))}
      {of.length > FEW && (
        <Text size="xs" c="dimmed">
          {t("and {n} more units", { n: of.length - FEW })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {hint}
      </Text>
    </Box>
  );
}
