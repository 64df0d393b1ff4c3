/** What waits for somebody, each with where it is looked after. */
import { Group, Stack, Text, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Check, ChevronRight } from "lucide-react";
import { Section } from "../../kit/page.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { HomeData } from "./data.ts";

type Kind = HomeData["needs"][number]["kind"];
type Words = { say: (n: number) => string; to: string; search?: object; urgent?: boolean };

/** The most urgent first: what is broken, then what somebody waits for. */
const WORDS = (): Record<Kind, Words> => ({
  failed_events: {
    say: (n) => t("{n, plural, one {event that failed} other {events that failed}}", { n }),
    to: "/developers/events",
    search: { status: "failed" },
    urgent: true,
  },
  webhooks: {
    say: (n) => t("{n, plural, one {webhook that was switched off} other {webhooks that were switched off}}", { n }),
    to: "/developers/webhooks",
    urgent: true,
  },
  deliveries: {
    say: (n) => t("{n, plural, one {webhook delivery that never arrived} other {webhook deliveries that never arrived}}", { n }),
    to: "/developers/webhooks",
    urgent: true,
  },
  tracking: {
    say: (n) => t("{n, plural, one {door where less comes in, or other things} other {doors where less comes in, or other things}}", { n }),
    to: "/insights/tracking",
    urgent: true,
  },
  refused_by_budget: {
    say: (n) => t("{n, plural, one {reward refused because a budget is spent} other {rewards refused because a budget is spent}}", { n }),
    to: "/rewards/budgets",
    urgent: true,
  },
  low_pools: {
    say: (n) => t("{n, plural, one {pool of coupon codes runs out} other {pools of coupon codes run out}}", { n }),
    to: "/rewards/coupons",
    urgent: true,
  },
  tickets: { say: (n) => t("{n, plural, one {question of somebody} other {questions of people}}", { n }), to: "/support" },
  reviews: { say: (n) => t("{n, plural, one {recommendation to look at} other {recommendations to look at}}", { n }), to: "/risk" },
  approvals: { say: (n) => t("{n, plural, one {reward to approve} other {rewards to approve}}", { n }), to: "/rewards" },
  claims: { say: (n) => t("{n, plural, one {claim to decide} other {claims to decide}}", { n }), to: "/referrals/inbox" },
  applications: {
    say: (n) => t("{n, plural, one {application to decide} other {applications to decide}}", { n }),
    to: "/referrals/inbox",
  },
  deliverables: { say: (n) => t("{n, plural, one {post to approve} other {posts to approve}}", { n }), to: "/campaigns" },
  testimonials: {
    say: (n) => t("{n, plural, one {testimonial to approve} other {testimonials to approve}}", { n }),
    to: "/content/testimonials",
  },
  parked_events: {
    say: (n) => t("{n, plural, one {return without its order} other {returns without their orders}}", { n }),
    to: "/developers/events",
    search: { status: "parked" },
  },
});

export function Needs({ of }: { of: HomeData }) {
  const words = WORDS();
  const order = Object.keys(words);
  const needs = of.needs.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return (
    <Section title={t("What needs you")}>
      {needs.length === 0 ? (
        <Group gap="xs">
          <Check size={18} color="var(--mantine-color-leaf-filled)" aria-hidden />
          <Text size="sm">{t("Nothing waits for you.")}</Text>
        </Group>
      ) : (
        <Stack gap={0} component="ul" m={0} p={0} style={{ listStyle: "none" }}>
          {needs.map(({ kind, count, more }) => {
            const { say, to, search, urgent } = words[kind];
            return (
              <li key={kind}>
                <UnstyledButton className="gv-need" {...({ component: Link, to, search: search ?? {} } as object)}>
                  <Text span fw={600} className="gv-number" c={urgent === true ? "rust" : undefined} miw={36}>
                    {more ? t("{n}+", { n: number(count) }) : number(count)}
                  </Text>
                  <Text span size="sm" style={{ flex: 1 }}>
                    {say(count)}
                  </Text>
                  <ChevronRight size={16} aria-hidden className="gv-points" />
                </UnstyledButton>
              </li>
            );
          })}
        </Stack>
      )}
    </Section>
  );
}
