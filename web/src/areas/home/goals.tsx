/** How the goal stands: done, expected, and what it takes a week. */
import { Box, Button, Group, Progress, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMay } from "../../app/me.ts";
import { Section } from "../../kit/page.tsx";
import { Status, type Tone } from "../../kit/values.tsx";
import { instant, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { HomeData } from "./data.ts";

type Goal = HomeData["goals"][number];

export const metricWord = (metric: Goal["metric"]): string =>
  ({ customers: t("new customers"), referrals: t("friends who came"), advocates: t("people who recommend") })[metric];

const stateWord = (state: Goal["state"]): { tone: Tone; word: string } =>
  (
    ({
      reached: { tone: "leaf", word: t("Reached") },
      ahead: { tone: "leaf", word: t("On pace") },
      behind: { tone: "amber", word: t("Behind") },
      missed: { tone: "rust", word: t("Missed") },
    }) as const
  )[state];

export function Goals({ of }: { of: HomeData }) {
  const may = useMay();
  const edit = may("programs:write") && (
    <Button variant="subtle" size="compact-sm" {...({ component: Link, to: "/", search: { goal: "edit" } } as object)}>
      {of.goals.some((each) => each.program === null) ? t("Change") : t("Set a goal")}
    </Button>
  );
  return (
    <Section title={t("Goal")} acts={edit || undefined}>
      {of.goals.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("There is no goal yet. With one, this page says each day how it stands and what it takes.")}
        </Text>
      ) : (
        <Stack gap="lg">
          {of.goals.map((each) => (
            <OneGoal key={each.program ?? ""} of={each} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

function OneGoal({ of }: { of: Goal }) {
  const { tone, word } = stateWord(of.state);
  const share = Math.min(100, (100 * of.done) / of.target);
  const even = Math.min(100, (100 * of.expected) / of.target);
  const values = { done: number(of.done), target: number(of.target), what: metricWord(of.metric), date: instant(of.until, "date") };
  return (
    <Box>
      <Group justify="space-between" align="baseline" gap="xs">
        <Text fw={600} className="gv-number">
          <Text span size="xl" fw={600}>
            {values.done}
          </Text>{" "}
          {t("of {target} {what} by {date}", values)}
        </Text>
        <Status tone={tone} word={word} why={t("At an even pace it would be {n} by now.", { n: number(of.expected) })} />
      </Group>
      {of.program !== null && (
        <Text size="sm" c="dimmed">
          {of.program}
        </Text>
      )}
      <Box pos="relative" my={8}>
        <Progress value={share} color={tone} size="lg" aria-label={t("{done} of {target} {what}", values)} />
        <Box
          aria-hidden
          pos="absolute"
          top={-3}
          bottom={-3}
          w={2}
          bg="var(--mantine-color-text)"
          style={{ insetInlineStart: `${even}%`, opacity: even === 0 ? 0 : 0.6 }}
        />
      </Box>
      <Text size="sm" c="dimmed">
        {paceWords(of)}
      </Text>
    </Box>
  );
}

function paceWords({ state, weekly, needed }: Goal): string {
  if (state === "reached") return t("{weekly} a week so far.", { weekly: number(weekly) });
  if (needed === null) return t("The date has passed: {weekly} a week it was.", { weekly: number(weekly) });
  return t("{weekly} a week so far; {needed} a week are needed from now on.", { weekly: number(weekly), needed: number(needed) });
}
