/** The chain of evidence as a timeline, and the words that can be sent. */
import { Badge, Button, CopyButton, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Check, Copy } from "lucide-react";
import type { ReactNode } from "react";
import type { Answer } from "../../api/query.ts";
import { type Happening, Timeline } from "../../kit/timeline.tsx";
import { Money, Status, type Tone } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { actWord, eventWord, evidenceWord, rewardWord } from "./words.ts";

type Story = Answer<"/v1/referrals/{referral}/story">;
type Item = Story["timeline"][number];
type Told = Story["tell"][number];

/** A sentence of the server, with names where it has ids. */
export function Sentence({ text }: { text: string }) {
  const parts = text.split(/(per_[0-9a-f]{32})/);
  return <>{parts.map((part, i) => (i % 2 === 1 ? <Who key={i} id={part} /> : part))}</>;
}

export function StoryTimeline({ of }: { of: readonly Item[] }) {
  return <Timeline of={of.map(lineOf)} />;
}

function lineOf(item: Item, index: number): Happening {
  const { title, tone } = titleOf(item);
  const lines: ReactNode[] = item.words.map((text) => <Sentence key={text} text={text} />);
  if (item.act?.reason != null) lines.push(<span key="reason">{t("Reason: {reason}", { reason: item.act.reason })}</span>);
  if (item.kind === "reward" && item.words.length === 0) lines.push(<span key="why">{rewardWord(item.reward!).why}</span>);
  const why = lines.map((line, i) => (
    <Text size="sm" key={i}>
      {line}
    </Text>
  ));
  return { key: `${item.kind}:${item.at}:${index}`, at: item.at, title, tone, why: lines.length === 0 ? undefined : why };
}

function titleOf(item: Item): { title: ReactNode; tone: Tone } {
  const { kind, event, reward, review, evidence, act } = item;
  if (kind === "event" && event !== null) {
    const to = { component: Link, to: "/developers/events/$event", params: { event: event.id } } as object;
    const tone = event.status === "settled" ? (event.decisions.some((each) => each.outcome === "rewarded") ? "leaf" : "gray") : "rust";
    return {
      tone,
      title: (
        <Text {...to} fw={600} size="sm" c="inherit">
          {eventWord(event.type, event.order)}
        </Text>
      ),
    };
  }
  if (kind === "reward" && reward !== null) return { title: <RewardTitle reward={reward} />, tone: rewardWord(reward).tone };
  if (kind === "available" && reward !== null)
    return {
      tone: "sky",
      title: (
        <Group gap={6}>
          <Money of={reward.value} />
          <span>{t("could be used from here on")}</span>
        </Group>
      ),
    };
  if (kind === "review" && review !== null)
    return {
      tone: review.verdict === "allow" ? "gray" : "amber",
      title:
        review.verdict === "allow"
          ? t("Checked for risk: {score} of 100, let through", { score: review.score })
          : t("Checked for risk: {score} of 100, held", { score: review.score }),
    };
  if (kind === "review_decided" && review !== null)
    return review.state === "refused"
      ? { tone: "rust", title: t("The review refused it") }
      : { tone: "leaf", title: t("The review let it through") };
  if (kind === "evidence" && evidence !== null)
    return { tone: "sky", title: t("Evidence: {what}", { what: evidenceWord(evidence.kind, evidence.code) }) };
  if (kind === "act" && act !== null) return { tone: "vine", title: actWord(act.action) };
  return { tone: "sky", title: t("The friend became this advocate's referral") };
}

function RewardTitle({ reward }: { reward: NonNullable<Item["reward"]> }) {
  const { tone, word, why } = rewardWord(reward);
  return (
    <Group gap={6}>
      <Money of={reward.value} />
      <span>{t("for")}</span>
      <Who id={reward.person} />
      <Status tone={tone} word={word} why={why} />
      <Badge variant="default" tt="none" fw={400}>
        {reward.rule}
      </Badge>
    </Group>
  );
}

/** What each may be told, in her own language, ready to be sent. */
export function Tellings({ of }: { of: readonly Told[] }) {
  if (of.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("There is nothing to tell yet: no referral, no reward, and no reason why not.")}
      </Text>
    );
  return (
    <Stack gap="md">
      {of.map((each, i) => (
        <Stack gap={6} key={i}>
          <Group justify="space-between" gap="xs">
            <Text size="sm" fw={600} component="div">
              {each.as === "friend" ? t("To the friend") : t("To the advocate")}: <Who id={each.person} />
            </Text>
            <CopyButton value={each.text}>
              {({ copied, copy }) => (
                <Button
                  size="xs"
                  variant="default"
                  onClick={copy}
                  leftSection={copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
                >
                  {copied ? t("Copied") : t("Copy these words")}
                </Button>
              )}
            </CopyButton>
          </Group>
          <Text size="sm" lang={each.language} dir="auto" className="gv-text" style={{ whiteSpace: "pre-wrap" }} data-told={each.as}>
            {each.text}
          </Text>
        </Stack>
      ))}
    </Stack>
  );
}
