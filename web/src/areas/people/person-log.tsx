/** What came in about somebody and what went out to her. */
import { Anchor, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Row, pages } from "../../api/query.ts";
import { Status, type Tone, When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { eventWord } from "../referrals/words.ts";
import { Line, ShortList } from "./short-list.tsx";

type Event = Row<"/v1/events">;
type Message = Row<"/v1/messages">;
type Ticket = Row<"/v1/help">;

export function Events({ person }: { person: string }) {
  const list = useInfiniteQuery(pages("/v1/events", { query: { person, limit: 10 } }));
  return (
    <ShortList<Event>
      of={list}
      keyOf={(row) => row.id}
      empty={t("No event yet.")}
      row={(row) => {
        const { tone, word, why } = eventState(row);
        const to = { component: Link, to: "/developers/events/$event", params: { event: row.id } } as object;
        return (
          <Line end={<Status tone={tone} word={word} why={why} />}>
            <Anchor {...to} size="sm">
              {eventWord(row.type, row.order)}
            </Anchor>
            <Text size="xs" c="dimmed">
              <When at={row.occurred_at} />
            </Text>
          </Line>
        );
      }}
    />
  );
}

/** What became of an event: the best of its decisions. */
function eventState(row: Event): { tone: Tone; word: string; why?: string } {
  if (row.status === "failed") return { tone: "rust", word: t("failed"), why: row.error?.detail };
  if (row.status === "rejected") return { tone: "rust", word: t("refused"), why: row.error?.detail };
  if (row.status === "withdrawn")
    return { tone: "gray", word: t("taken back"), why: t("Somebody told it by hand and took it back: it counts no more.") };
  if (row.status === "parked") return { tone: "amber", word: t("waiting"), why: t("It waits for the order it belongs to.") };
  const { decisions } = row;
  if (decisions.some((each) => each.outcome === "rewarded")) return { tone: "leaf", word: t("rewarded") };
  if (decisions.some((each) => each.outcome === "adjusted")) return { tone: "rust", word: t("adjusted") };
  const reason = decisions.find((each) => each.reason !== null)?.reason ?? undefined;
  if (decisions.some((each) => each.outcome === "advanced")) return { tone: "sky", word: t("moved on") };
  return { tone: "gray", word: t("recorded"), why: reason === undefined ? undefined : reason.replaceAll("_", " ") };
}

export function Messages({ person }: { person: string }) {
  const list = useInfiniteQuery(pages("/v1/messages", { query: { person, limit: 10 } }));
  const states = (row: Message): { tone: Tone; word: string } =>
    row.status === "delivered"
      ? { tone: "leaf", word: t("sent") }
      : row.status === "due"
        ? { tone: "amber", word: t("waiting") }
        : { tone: "gray", word: t("not sent") };
  return (
    <ShortList<Message>
      of={list}
      keyOf={(row) => row.id}
      empty={t("Nothing was sent to this person yet.")}
      row={(row) => (
        <Line end={<Status {...states(row)} why={row.reason?.replaceAll("_", " ")} />}>
          <Text size="sm">{row.what}</Text>
          <Text size="xs" c="dimmed">
            {t("Because {why}", { why: row.why })}, <When at={row.due_at} />
          </Text>
        </Line>
      )}
    />
  );
}

export function Tickets({ person }: { person: string }) {
  const list = useInfiniteQuery(pages("/v1/help", { query: { person, limit: 10 } }));
  const done = (row: Ticket): boolean => ["answered", "closed", "done"].includes(row.state);
  const words: Record<string, string> = {
    open: t("open"),
    waiting: t("waiting"),
    answered: t("answered"),
    closed: t("closed"),
    new: t("new"),
    planned: t("planned"),
    done: t("done"),
  };
  return (
    <ShortList<Ticket>
      of={list}
      keyOf={(row) => row.id}
      empty={t("No question and no feedback yet.")}
      row={(row) => (
        <Line end={<Status tone={done(row) ? "leaf" : "amber"} word={words[row.state] ?? row.state} />}>
          <Text size="sm" lineClamp={3}>
            {row.text}
          </Text>
          <Text size="xs" c="dimmed">
            {row.topic}, <When at={row.at} />
          </Text>
        </Line>
      )}
    />
  );
}
