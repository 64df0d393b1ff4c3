/** What operators wrote down about somebody. */
import { ActionIcon, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { type Row, pages } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { ShortList } from "./short-list.tsx";

type Note = Row<"/v1/people/{person}/notes">;
const CHANGES = ["/v1/people/{person}/notes"];

export function NotesSection({ person }: { person: string }) {
  const may = useMay();
  const notes = useInfiniteQuery(pages("/v1/people/{person}/notes", { path: { person }, query: { limit: 10 } }));
  const add = (text: string) => unwrap(api.POST("/v1/people/{person}/notes", { params: { path: { person } }, body: { text } }));
  const remove = useAct({
    run: (note: Note) =>
      unwrap(api.DELETE("/v1/people/{person}/notes/{note}", { params: { path: { person, note: note.id } } })).then(() => note),
    changes: CHANGES,
    done: () => t("The note is gone."),
    undo: (_, note) => add(note.text),
  });
  return (
    <Section title={t("Notes")}>
      <Stack gap="sm">
        {may("people:write") && <NewNote person={person} add={add} />}
        {remove.error && <ErrorState error={remove.error} />}
        <ShortList<Note>
          of={notes}
          keyOf={(row) => row.id}
          empty={t("No note yet. Only operators see them.")}
          row={(row) => (
            <Group wrap="nowrap" align="flex-start" justify="space-between">
              <div style={{ minWidth: 0 }}>
                <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                  {row.text}
                </Text>
                <Text size="xs" c="dimmed">
                  <Who id={row.author} link={false} />, <When at={row.at} />
                </Text>
              </div>
              {may("people:write") && (
                <ActionIcon size={32} variant="subtle" color="gray" aria-label={t("Delete this note")} onClick={() => remove.mutate(row)}>
                  <Trash2 size={16} />
                </ActionIcon>
              )}
            </Group>
          )}
        />
      </Stack>
    </Section>
  );
}

function NewNote({ person, add }: { person: string; add: (text: string) => Promise<unknown> }) {
  const kept = `gv-note:${person}`;
  const [text, setText] = useState(sessionStorage.getItem(kept) ?? "");
  const type = (next: string): void => {
    setText(next);
    sessionStorage.setItem(kept, next);
  };
  const act = useAct({ run: () => add(text.trim()), changes: CHANGES, after: () => type("") });
  return (
    <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
      <Stack gap="xs">
        <Textarea label={t("New note")} minRows={2} maxLength={4000} value={text} onChange={(event) => type(event.currentTarget.value)} />
        {act.error && <ErrorState error={act.error} />}
        <Group justify="flex-end">
          <Button type="submit" size="xs" variant="default" loading={act.isPending} disabled={text.trim() === ""}>
            {t("Keep note")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
