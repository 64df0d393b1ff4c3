/** One thing that waits, with all that is needed to decide it, and the decision beside it. */
import { Card, Checkbox, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Status, When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import type { InboxItem, InboxSort } from "./inbox-types.ts";

type Props = {
  item: InboxItem;
  sort: InboxSort;
  program: string;
  writes: boolean;
  marked: boolean;
  /** Null: there is nothing to choose. */
  chosen: boolean | null;
  choose: (on: boolean) => void;
};

export function InboxRow({ item, sort, program, writes, marked, chosen, choose }: Props) {
  return (
    <Card
      component="article"
      data-item={item.id}
      style={marked ? { outline: "2px solid var(--mantine-primary-color-filled)" } : undefined}
    >
      <Group justify="space-between" align="flex-start" gap="sm">
        <Group gap="sm" align="flex-start" wrap="nowrap" style={{ minWidth: 0, flex: "1 1 320px" }}>
          {writes && item.decided === null && chosen !== null && (
            <Checkbox aria-label={t("Choose this")} checked={chosen} onChange={(event) => choose(event.currentTarget.checked)} mt={2} />
          )}
          <Stack gap={4} style={{ minWidth: 0 }}>
            <Group gap={8}>
              <Text fw={600} size="sm" component="div" style={{ overflowWrap: "anywhere" }}>
                {item.title}
              </Text>
              {item.decided !== null && <Status {...item.decided} />}
            </Group>
            {item.decided?.why !== undefined && <Text size="sm">{item.decided.why}</Text>}
            {item.lines}
            <Text size="xs" c="dimmed">
              <When at={item.at} />
            </Text>
          </Stack>
        </Group>
        {writes && item.decided === null && <Decide item={item} sort={sort} program={program} />}
      </Group>
    </Card>
  );
}

export const INBOX_CHANGES = [
  "/v1/claims",
  "/v1/deliverables",
  "/v1/testimonials",
  "/v1/programs",
  "/v1/advocates",
  "/v1/referrals",
  "/v1/rewards",
  "/v1/people",
];

function Decide({ item, sort, program }: { item: InboxItem; sort: InboxSort; program: string }) {
  const [words, setWords] = useState("");
  const yes = useAct({
    run: () => sort.approve!.run(item.id, program),
    changes: INBOX_CHANGES,
    done: (answer) =>
      (answer as { status?: string } | undefined)?.status === "refused"
        ? t("It turned out to be somebody else's: it is refused, and its reason stands beside it.")
        : t("Approved. She is told."),
  });
  const { unrefuse } = sort;
  const no = useAct({
    run: () => sort.refuse!.run(item.id, program, words.trim()),
    changes: INBOX_CHANGES,
    done: () => t("Refused. She is told."),
    ...(unrefuse === undefined ? {} : { undo: () => unrefuse(item.id, program) }),
  });
  return (
    <Group gap="xs">
      <AskAct label={t("Approve")} act={yes} button={{ variant: "filled", size: "xs" }} consequence={sort.approve!.consequence} />
      <AskAct
        label={t("Refuse")}
        act={no}
        button={{ size: "xs" }}
        consequence={sort.refuse!.consequence}
        ready={sort.refuse!.words === "optional" || words.trim() !== ""}
      >
        <Textarea
          label={t("Your words")}
          required={sort.refuse!.words === "required"}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </AskAct>
    </Group>
  );
}
