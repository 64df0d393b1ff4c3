/** How likely somebody is to recommend: a number, its parts, and why in words. */
import { Badge, Box, Group, Progress, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type Answer, read } from "../../api/query.ts";
import { Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { money } from "../../words/format.ts";
import { t } from "../../words/say.ts";

type Score = Answer<"/v1/people/{person}/score">;
type Part = Score["parts"][number];

/** A word and a number; the colour only helps. */
export function ScoreBadge({ score }: { score: number | null }) {
  if (score === null) return <>{t("soon")}</>;
  return (
    <Badge variant="light" color={score >= 60 ? "leaf" : score >= 30 ? "sky" : "gray"} tt="none" fw={600} className="gv-number">
      {String(score)}
    </Badge>
  );
}

export function ScoreSection({ person }: { person: string }) {
  const score = useQuery(read("/v1/people/{person}/score", { path: { person } }));
  return (
    <Section
      title={t("Advocacy score")}
      text={t("How likely it is that this person recommends you. Seven parts make 100; each says what it is made of.")}
    >
      <Shown of={score}>{(data) => <Parts of={data} />}</Shown>
    </Section>
  );
}

function Parts({ of }: { of: Score }) {
  return (
    <Stack gap="sm">
      <Group gap="xs" align="baseline">
        <Text fz={32} fw={600} lh={1} className="gv-number">
          {of.score}
        </Text>
        <Text c="dimmed">{of.score >= 60 ? t("of 100: high") : of.score >= 30 ? t("of 100: middling") : t("of 100: low")}</Text>
      </Group>
      {of.parts.map((part) => (
        <Box key={part.key}>
          <Group justify="space-between" gap="xs" wrap="nowrap">
            <Text size="sm">{reasonOf(part, of.currency)}</Text>
            <Text size="sm" c="dimmed" className="gv-number" style={{ whiteSpace: "nowrap" }}>
              {t("{points} of {weight}", { points: part.points, weight: part.weight })}
            </Text>
          </Group>
          <Progress
            value={(100 * part.points) / part.weight}
            size={6}
            mt={2}
            aria-label={t("{points} of {weight}", { points: part.points, weight: part.weight })}
          />
        </Box>
      ))}
    </Stack>
  );
}

/** One part in words. */
export function reasonOf({ key, measure }: Part, currency: string | null): string {
  const n = measure ?? 0;
  switch (key) {
    case "recency":
      return measure === null
        ? t("Has not ordered yet")
        : t("Last order {n, plural, =0 {today} one {# day ago} other {# days ago}}", { n });
    case "frequency":
      return t("{n, plural, =0 {No order} one {# order} other {# orders}}", { n });
    case "value":
      return n === 0 || currency === null
        ? t("Nothing ordered for money yet")
        : t("Ordered for {amount}", { amount: money(n, currency) });
    case "tenure":
      return t("Known for {n, plural, =0 {less than a month} one {# month} other {# months}}", { n });
    case "engagement":
      return t("{n, plural, =0 {No visit, share or answer} one {# visit, share or answer} other {# visits, shares and answers}}", { n });
    case "survey":
      return measure === null ? t("Was never asked: would you recommend us?") : t("Would recommend you: {n} of 10", { n });
    case "referring":
      return t("{n, plural, =0 {Has brought nobody yet} one {Has brought # friend} other {Has brought # friends}}", { n });
  }
}
