/** The answer: written, or begun from a kept one. What was typed survives a reload and a session that ends. */
import { Button, Group, Select, Stack, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, read } from "../../api/query.ts";
import { useMay, useMe } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { When } from "../../kit/values.tsx";
import { useName } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { nameOf, usePrograms } from "../referrals/programs.ts";
import { Filled, fill } from "./placeholders.tsx";

type Help = Answer<"/v1/help/{help}">;

/** One way to answer, for questions and for feedback that was done. */
export function AnswerForm({ ticket }: { ticket: Help }) {
  const may = useMay();
  const kept = `gv-answer:${ticket.id}`;
  const [text, setText] = useState(() => sessionStorage.getItem(kept) ?? "");
  const [again, setAgain] = useState(false);
  const type = (next: string): void => {
    setText(next);
    sessionStorage.setItem(kept, next);
  };
  const act = useAct({
    run: () => unwrap(api.POST("/v1/help/{help}/answer", { params: { path: { help: ticket.id } }, body: { text: text.trim() } })),
    changes: ["/v1/help", "/v1/mail"],
    done: () => t("Answered. A mail tells her."),
    after: () => {
      sessionStorage.removeItem(kept);
      setText("");
      setAgain(false);
    },
  });
  const values = useValues(ticket);
  const open = ticket.answer === null || again;
  return (
    <Section title={ticket.answer === null ? t("Your answer") : t("The answer")}>
      {ticket.answer !== null && (
        <Stack gap={4} mb={open ? "md" : undefined}>
          <Text size="sm" className="gv-text" dir="auto" style={{ whiteSpace: "pre-wrap" }}>
            {ticket.answer}
          </Text>
          <Text size="xs" c="dimmed">
            <When at={ticket.answered_at} exact />
          </Text>
        </Stack>
      )}
      {!open && may("people:write") && (
        <Button mt="sm" size="xs" variant="default" onClick={() => setAgain(true)}>
          {t("Answer once more")}
        </Button>
      )}
      {open && may("people:write") && (
        <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
          <Stack gap="sm">
            <KeptAnswers insert={(answer) => type(text.trim() === "" ? fill(answer, values) : `${text}\n\n${fill(answer, values)}`)} />
            <Textarea
              label={t("Answer")}
              description={
                again
                  ? t("It takes the place of the first, and she is told by mail again.")
                  : t("A mail tells her that it is there; she reads it where she asked.")
              }
              required
              minRows={5}
              maxLength={5000}
              value={text}
              onChange={(event) => type(event.currentTarget.value)}
            />
            <Filled text={text} />
            {act.error && <ErrorState error={act.error} />}
            <Group justify="flex-end">
              <Button type="submit" loading={act.isPending} disabled={text.trim() === ""}>
                {t("Send the answer")}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Section>
  );
}

function useValues(ticket: Help): Record<string, string> {
  const me = useMe();
  const name = useName(ticket.person)?.name ?? "";
  const programs = usePrograms().data?.data ?? [];
  const program = programs.find((each) => each.key === ticket.program);
  return {
    name: name.includes("@") ? "" : (name.split(" ")[0] ?? ""),
    program: program === undefined ? "" : nameOf(program),
    workspace: me.workspace.name,
    operator: me.operator?.name ?? "",
  };
}

function KeptAnswers({ insert }: { insert: (text: string) => void }) {
  const kept = useQuery(read("/v1/canned-answers", { query: { limit: 200 } }));
  const all = kept.data?.data ?? [];
  if (all.length === 0) return null;
  return (
    <Select
      label={t("Begin from a kept answer")}
      placeholder={t("Choose one")}
      searchable
      value={null}
      data={all.map((each) => ({ value: each.id, label: each.language === null ? each.name : `${each.name} (${each.language})` }))}
      onChange={(id) => {
        const found = all.find((each) => each.id === id);
        if (found !== undefined) insert(found.text);
      }}
    />
  );
}
