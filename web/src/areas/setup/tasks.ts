/** The seven steps of improving: what is known of each, and the one thing to do. */
import type { Answer } from "../../api/query.ts";
import { instant, list, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { Task } from "./state.ts";

export type Known = { home: Answer<"/v1/home">; document: Record<string, unknown> | null };
export type TaskWords = { key: string; title: string; why: string; known: string; act: { label: string; to: string } };

/** In the order in which they help most. */
export function tasksOf({ home, document }: Known): TaskWords[] {
  const share = (document?.["share"] ?? {}) as { channels?: string[]; messages?: Record<string, unknown> };
  const goal = home.goals[0];
  const friends = home.referrals.month;
  return [
    {
      key: "words",
      title: t("Words that people like to send"),
      why: t("A message that sounds like its sender is sent; one that sounds like an advert is not."),
      known: t(
        "{n, plural, =0 {No message is written yet.} one {A message in one language.} other {Messages in # languages.}}",
        { n: Object.keys(share.messages ?? {}).length },
      ),
      act: { label: t("Read and change the words"), to: "/content/share" },
    },
    {
      key: "goal",
      title: t("A goal with a date"),
      why: t("Without one, nobody can tell whether it goes well."),
      known:
        goal === undefined
          ? t("There is no goal yet.")
          : t("{done} of {target} by {date}.", {
              done: number(goal.done),
              target: number(goal.target),
              date: instant(goal.until, "date"),
            }),
      act: { label: goal === undefined ? t("Set a goal") : t("See how it stands"), to: "/" },
    },
    {
      key: "today",
      title: t("How recommendations come today"),
      why: t("Most businesses are recommended before they ask. How often is what you start from."),
      known: t(
        "In the last 28 days {n, plural, =0 {nobody} one {one friend} other {# friends}} came by a link.",
        { n: friends },
      ),
      act: { label: t("Ask how customers heard of you"), to: "/people/sources" },
    },
    {
      key: "fit",
      title: t("A customer who fits"),
      why: t("Say who fits, and people think of somebody."),
      known: t("Write it down below in a sentence: whom should people think of?"),
      act: { label: t("Make a segment of those who fit"), to: "/people/segments" },
    },
    {
      key: "sources",
      title: t("Where recommendations may come from"),
      why: t("Customers are one source; partners, colleagues and communities are others."),
      known: t(
        "In the last 28 days {n, plural, =0 {nobody} one {one person} other {# people}} joined.",
        { n: home.advocates.month },
      ),
      act: { label: t("List the possible sources"), to: "/people/sources" },
    },
    {
      key: "channels",
      title: t("The ways in which people share"),
      why: t("Some send a message, some show a code at the table, some post."),
      known:
        share.channels === undefined
          ? t("All ways are on.")
          : t("On now: {channels}.", { channels: list(share.channels) }),
      act: { label: t("Choose the ways"), to: "/content/share" },
    },
    {
      key: "outreach",
      title: t("A plan for asking"),
      why: t("People recommend when they are asked, by somebody, at a good moment. Twenty a week is a good start."),
      known: t(
        "In the last 28 days there {n, plural, =0 {was no click} one {was one click} other {were # clicks}}.",
        { n: home.clicks.month },
      ),
      act: { label: t("Plan who is asked when"), to: "/people/sources" },
    },
  ];
}

/** A week after the other, from the day on which improving began. */
export function dueOf(index: number, task: Task | undefined, from: string): string {
  return task?.due ?? new Date(Date.parse(from) + (index + 1) * 7 * 86_400_000).toISOString().slice(0, 10);
}
