/** The last seven days in a few sentences, made from figures by rules: what moved, money, where most are lost, what waits. */
import { Anchor, List, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Answer, read } from "../../api/query.ts";
import { Section } from "../../kit/page.tsx";
import { Lines, Shown } from "../../kit/states.tsx";
import { dayName } from "../../words/format.ts";
import { t } from "../../words/say.ts";

type Week = Answer<"/v1/reports/week">;
type Told = Week["told"][number];

/** Where each can be looked at. */
const NEEDS: Record<string, string> = {
  failed_events: "/developers/events",
  reviews: "/risk",
  claims: "/referrals/claims",
  applications: "/referrals/applications",
  tickets: "/support",
  deliveries: "/developers/webhooks",
  refused_by_budget: "/rewards",
};
const MOVED: Record<string, string> = { visits: "/insights/sources", rewards_granted: "/insights/incentives" };

function placeOf({ code, about }: Told): string | null {
  if (code === "needs") return NEEDS[about ?? ""] ?? null;
  if (code === "lost") return "/insights/participation";
  if (code === "money") return "/insights/money";
  return code === "moved" ? (MOVED[about ?? ""] ?? null) : null;
}

export function WeekTold() {
  const week = useQuery(read("/v1/reports/week"));
  return (
    <Section
      title={t("The week in words")}
      text={
        week.data === undefined
          ? undefined
          : t("{from} to {to}. What is usual comes from the eight weeks before.", {
              from: dayName(week.data.period.from),
              to: dayName(week.data.period.to),
            })
      }
    >
      <Shown of={week} skeleton={<Lines n={4} />}>
        {(data) => (
          <List spacing={4} size="sm">
            {data.told.map((each) => (
              <List.Item key={each.text}>
                <One of={each} />
              </List.Item>
            ))}
          </List>
        )}
      </Shown>
    </Section>
  );
}

function One({ of }: { of: Told }) {
  const to = placeOf(of);
  const go = { component: Link, to } as object;
  return (
    <Text size="sm" fw={of.code === "moved" ? 600 : undefined}>
      {of.text}{" "}
      {to !== null && (
        <Anchor size="sm" fw={400} {...go} className="gv-no-print">
          {t("Look closer")}
        </Anchor>
      )}
    </Text>
  );
}
