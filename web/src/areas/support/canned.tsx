/** Answers that are given often. */
import { Button, Group, Modal, Stack, Text, TextInput, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { type Row, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { SaveBar, takeErrors, useKeptForm } from "../../kit/form.tsx";
import { Page, Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { PLACEHOLDERS } from "./placeholders.tsx";
import { SupportNav } from "./words.tsx";

type Kept = Row<"/v1/canned-answers">;
const CHANGES = ["/v1/canned-answers"];

export function Canned() {
  const may = useMay();
  const kept = useQuery(read("/v1/canned-answers", { query: { limit: 200 } }));
  const [editing, setEditing] = useState<Kept | "new" | null>(null);
  const add = may("people:write") ? <Button onClick={() => setEditing("new")}>{t("New answer")}</Button> : undefined;
  return (
    <Page
      title={t("Kept answers")}
      text={t("Written once, used often. Each is only a beginning: you read it before it goes out.")}
      acts={add}
    >
      <SupportNav />
      <Shown of={kept}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState
              title={t("No answer is kept yet")}
              text={t("Keep the ones that you give every week: when a reward comes, why one waits.")}
              act={add}
            />
          ) : (
            <Stack gap="sm">
              {data.map((each) => (
                <One key={each.id} kept={each} edit={() => setEditing(each)} />
              ))}
            </Stack>
          )
        }
      </Shown>
      {editing !== null && <Edit kept={editing === "new" ? null : editing} close={() => setEditing(null)} />}
    </Page>
  );
}

function One({ kept, edit }: { kept: Kept; edit: () => void }) {
  const may = useMay();
  const again = { name: kept.name, text: kept.text, language: kept.language };
  const remove = useAct({
    run: () => unwrap(api.DELETE("/v1/canned-answers/{canned_answer}", { params: { path: { canned_answer: kept.id } } })),
    changes: CHANGES,
    done: () => t("It is no longer kept."),
    undo: () => unwrap(api.POST("/v1/canned-answers", { body: again })),
  });
  return (
    <Section
      title={kept.language === null ? kept.name : `${kept.name} (${kept.language})`}
      acts={
        may("people:write") ? (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={edit}>
              {t("Change")}
            </Button>
            <Button size="xs" variant="subtle" color="rust" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t("Remove")}
            </Button>
          </Group>
        ) : undefined
      }
    >
      <Text size="sm" className="gv-text" dir="auto" style={{ whiteSpace: "pre-wrap" }}>
        {kept.text}
      </Text>
    </Section>
  );
}

function Edit({ kept, close }: { kept: Kept | null; close: () => void }) {
  const form = useKeptForm(`canned:${kept?.id ?? "new"}`, {
    name: kept?.name ?? "",
    text: kept?.text ?? "",
    language: kept?.language ?? "",
  });
  const act = useAct({
    run: () => {
      const { name, text, language } = form.values;
      const body = { name: name.trim(), text, language: language.trim() === "" ? null : language.trim() };
      return kept === null
        ? unwrap(api.POST("/v1/canned-answers", { body }))
        : unwrap(api.PATCH("/v1/canned-answers/{canned_answer}", { params: { path: { canned_answer: kept.id } }, body }));
    },
    changes: CHANGES,
    done: () => t("Kept."),
    after: () => (form.forget(), close()),
  });
  const save = (): void => act.mutate(undefined, { onError: (error) => takeErrors(form, error) });
  const places = PLACEHOLDERS.map((each) => `{${each}}`).join(" ");
  return (
    <Modal opened onClose={close} size="lg" title={kept === null ? t("New answer") : t("Change an answer")}>
      <form onSubmit={(event) => (event.preventDefault(), save())}>
        <Stack gap="sm">
          <TextInput label={t("Name")} description={t("What you find it by.")} required maxLength={100} {...form.getInputProps("name")} />
          <Textarea
            label={t("Text")}
            description={t("These are filled in: {places}", { places })}
            required
            minRows={6}
            maxLength={5000}
            {...form.getInputProps("text")}
          />
          <TextInput
            label={t("Language")}
            description={t("Such as de, where it is for people of one language.")}
            w={160}
            {...form.getInputProps("language")}
          />
          <SaveBar error={act.error} pending={act.isPending} dirty={form.values.name.trim() !== "" && form.values.text.trim() !== ""} />
        </Stack>
      </form>
    </Modal>
  );
}
