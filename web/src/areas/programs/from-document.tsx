/** A program from its document: pasted, checked by the server, saved as a draft. */
import { GrapevineError } from "@grapevine/sdk";
import { Button, Group, List, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../kit/page.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { isTaken, useCreate } from "./create.ts";
import type { Json } from "./draft/path.ts";

const KEPT = "gv-form:programs:document";

export function FromDocument() {
  const [text, setText] = useState(() => sessionStorage.getItem(KEPT) ?? "");
  const [unread, setUnread] = useState<string | null>(null);
  const create = useCreate(() => sessionStorage.removeItem(KEPT));
  const write = (next: string): void => {
    sessionStorage.setItem(KEPT, next);
    setText(next);
    setUnread(null);
  };
  const go = (): void => {
    try {
      create.mutate(JSON.parse(text) as Json);
    } catch (error) {
      setUnread(error instanceof Error ? error.message : String(error));
    }
  };
  const fields = create.error instanceof GrapevineError ? (create.error.problem.errors ?? []) : [];
  return (
    <Section title={t("The document")} text={t("JSON, as the document view and the command line write it. It is saved as a draft.")}>
      <form onSubmit={(event) => (event.preventDefault(), go())}>
        <Stack gap="sm">
          <Textarea
            label={t("Document")}
            required
            minRows={12}
            maxRows={24}
            value={text}
            error={unread === null ? undefined : t("This is no JSON: {why}", { why: unread })}
            onChange={(event) => write(event.currentTarget.value)}
            styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 13 } }}
          />
          {create.error && (
            <ErrorState
              error={
                isTaken(create.error)
                  ? new Error(t("There is a program with this key already. Change the key in the document."))
                  : create.error
              }
            />
          )}
          {fields.length > 0 && (
            <List size="sm">
              {fields.map((each) => (
                <List.Item key={each.pointer}>
                  <Text span fw={600}>
                    {each.pointer}
                  </Text>{" "}
                  {each.message}
                </List.Item>
              ))}
            </List>
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={create.isPending} disabled={text.trim() === ""}>
              {t("Save as a draft")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
