/** What happened lately, in words; new things appear as they happen. */
import { Anchor, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Section } from "../../kit/page.tsx";
import { When, type Tone } from "../../kit/values.tsx";
import { instant, money } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { HomeData } from "./data.ts";

type Happening = HomeData["feed"][number];
type Said = { text: string; tone: Tone; to?: string };

export function Feed({ of }: { of: HomeData }) {
  return (
    <Section title={t("What happens")}>
      {of.feed.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("Nothing in the last days. New things appear here by themselves.")}
        </Text>
      ) : (
        <Stack gap="xs" component="ol" m={0} p={0} style={{ listStyle: "none" }} aria-label={t("What happens")}>
          {of.feed.slice(0, 15).map((each, i) => (
            <OneHappening key={`${each.type}-${each.id}-${each.at}-${i}`} of={each} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

function OneHappening({ of }: { of: Happening }) {
  const { text, tone, to } = sayHappening(of);
  return (
    <Group component="li" gap="xs" wrap="nowrap" align="flex-start">
      <span
        aria-hidden
        style={{ width: 8, height: 8, borderRadius: 4, marginTop: 7, flexShrink: 0, background: `var(--mantine-color-${tone}-filled)` }}
      />
      <Text size="sm" style={{ flex: 1, overflowWrap: "anywhere" }}>
        {to === undefined ? (
          text
        ) : (
          <Anchor inherit c="inherit" {...({ component: Link, to } as object)}>
            {text}
          </Anchor>
        )}
      </Text>
      <Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
        <When at={of.at} />
      </Text>
    </Group>
  );
}

/** A happening in a sentence. Who has no name here is "somebody". */
export function sayHappening(of: Happening): Said {
  const who = of.person?.name ?? t("Somebody");
  const friend = of.friend?.name ?? t("somebody");
  const value = of.value === null ? "" : money(of.value.amount, of.value.currency);
  const program = of.program_name ?? of.program ?? "";
  const key = of.program ?? "";
  const reward = `/rewards/${of.id}`;
  const referral = `/referrals/${of.id}`;
  switch (of.type) {
    case "referral.created":
      return { text: t("{friend} came through {who}", { friend, who }), tone: "sky", to: referral };
    case "referral.qualified":
      return { text: t("{friend}, who came through {who}, counts", { friend, who }), tone: "leaf", to: referral };
    case "referral.rejected":
      return { text: t("{who} does not count as having brought {friend}", { friend, who }), tone: "rust", to: referral };
    case "referral.reassigned":
      return { text: t("{friend} now counts for {who}", { friend, who }), tone: "sky", to: referral };
    case "reward.granted":
      return of.available_at === null
        ? { text: t("{who} is rewarded: {value}", { who, value }), tone: "leaf", to: reward }
        : {
            text: t("{who} is rewarded: {value}, waiting until {date}", { who, value, date: instant(of.available_at, "date") }),
            tone: "amber",
            to: reward,
          };
    case "reward.available":
      return { text: t("{value} of {who} are available", { who, value }), tone: "leaf", to: reward };
    case "reward.reversed":
      return { text: t("A reward of {who} is taken back", { who }), tone: "rust", to: reward };
    case "reward.denied":
      return { text: t("A reward of {who} is refused", { who }), tone: "rust", to: reward };
    case "reward.expired":
      return { text: t("A reward of {who} has expired", { who }), tone: "rust", to: reward };
    case "reward.fulfilled":
      return { text: t("{who} has received {value}", { who, value }), tone: "leaf", to: reward };
    case "payout.created":
      return { text: t("{value} are on their way to {who}", { who, value }), tone: "sky" };
    case "payout.settled":
      return { text: t("{value} are paid to {who}", { who, value }), tone: "leaf" };
    case "payout.failed":
      return { text: t("A payout of {value} to {who} failed", { who, value }), tone: "rust" };
    default:
      return sayMore(of, { who, program, key });
  }
}

function sayMore(of: Happening, { who, program, key }: { who: string; program: string; key: string }): Said {
  const person = of.person === null ? {} : { to: `/people/${of.person.id}` };
  switch (of.type) {
    case "advocate.joined":
      return { text: t("{who} joined {program}", { who, program }), tone: "sky", ...person };
    case "advocate.levelled_up":
      return { text: t("{who} has reached a new level in {program}", { who, program }), tone: "leaf", ...person };
    case "lead.submitted":
      return { text: t("A lead was handed on"), tone: "sky" };
    case "contest.drawn":
      return { text: t("The winners of {program} are drawn", { program }), tone: "leaf", to: "/campaigns" };
    case "program.published":
      return { text: t("{program} was published", { program }), tone: "sky", to: `/programs/${key}` };
    case "program.paused":
      return { text: t("{program} was paused", { program }), tone: "amber", to: `/programs/${key}` };
    case "budget.low":
      return { text: t("A budget or a pool of codes of {program} runs low", { program }), tone: "amber", to: "/rewards/budgets" };
    case "fraud.review_needed":
      return { text: t("A recommendation of {program} is to be looked at", { program }), tone: "amber", to: "/risk" };
    case "claim.decided":
      return { text: t("A claim of {program} is decided", { program }), tone: "sky", to: "/referrals/inbox" };
    case "application.decided":
      return { text: t("An application for {program} is decided", { program }), tone: "sky", ...person };
    case "ticket.created":
      return { text: t("Somebody has a question"), tone: "amber", to: "/support" };
    case "person.erased":
      return { text: t("Somebody was erased"), tone: "gray" };
    default:
      return { text: of.type, tone: "gray" };
  }
}
