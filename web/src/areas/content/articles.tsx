/** Help that is read in the portal under Learn, language by language. */
import { Badge, Button, Drawer, Group, NativeSelect, Stack, Switch, Text, TextInput, Textarea, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import { ActionIcon } from "@mantine/core";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { SaveBar, takeErrors, useKeptForm } from "../../kit/form.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { ContentPage, nameOf, usePrograms } from "./frame.tsx";
import { isRightToLeft, type Language, languageOf, languageOptions } from "./languages.ts";
import { Movable } from "./movable.tsx";
import { useSetSearch } from "./use-search.ts";

const route = getRouteApi("/content/help");
type Article = Answer<"/v1/articles">["data"][number];
const CHANGES = ["/v1/articles"];

export function Articles() {
  const search = route.useSearch();
  const set = useSetSearch();
  const may = useMay();
  const language = languageOf(search.language);
  const all = useQuery(read("/v1/articles", { query: {} }));
  const open = all.data?.data.find((each) => each.id === search.article);
  const count = (tag: string): number => all.data?.data.filter((each) => each.language === tag).length ?? 0;
  return (
    <ContentPage
      title={t("Help articles")}
      text={t("Shown in the portal under Learn, in the reader's language, or in English where there is none in hers.")}
      acts={may("programs:write") && <Button onClick={() => set({ article: "new" })}>{t("Write an article")}</Button>}
    >
      <NativeSelect
        label={t("Language")}
        maw={320}
        value={language}
        data={languageOptions.map(({ value, label }) => ({
          value,
          label: count(value) === 0 ? label : t("{name} ({n})", { name: label, n: count(value) }),
        }))}
        onChange={(event) => set({ language: event.currentTarget.value })}
      />
      <Shown of={all}>{({ data }) => <Ordered articles={data.filter((each) => each.language === language)} />}</Shown>
      <Drawer
        opened={open !== undefined || search.article === "new"}
        onClose={() => set({ article: undefined })}
        position="right"
        size="lg"
        title={open === undefined ? t("A new article") : t("Change the article")}
      >
        {(open !== undefined || search.article === "new") && (
          <Form
            key={open?.id ?? "new"}
            article={open}
            language={language}
            position={count(language)}
            close={() => set({ article: undefined })}
          />
        )}
      </Drawer>
    </ContentPage>
  );
}

function Ordered({ articles }: { articles: readonly Article[] }) {
  const set = useSetSearch();
  const may = useMay();
  const order = useAct<Article[]>({
    run: (next) =>
      Promise.all(
        next.flatMap((each, position) =>
          each.position === position
            ? []
            : [unwrap(api.PATCH("/v1/articles/{article}", { params: { path: { article: each.id } }, body: { position } }))],
        ),
      ),
    changes: CHANGES,
  });
  const remove = useAct<Article>({
    run: ({ id }) => unwrap(api.DELETE("/v1/articles/{article}", { params: { path: { article: id } } })),
    changes: CHANGES,
    done: (_, { title }) => t("“{title}” is removed.", { title }),
    undo: (_, { id: _id, changed_at: _at, ...rest }) => unwrap(api.POST("/v1/articles", { body: rest })),
  });
  const publish = useAct<Article>({
    run: ({ id, published }) =>
      unwrap(api.PATCH("/v1/articles/{article}", { params: { path: { article: id } }, body: { published: !published } })),
    changes: CHANGES,
    done: (_, { published }) => (published ? t("Nobody sees it any more.") : t("It is in the portal now.")),
    undo: (_, { id, published }) =>
      unwrap(api.PATCH("/v1/articles/{article}", { params: { path: { article: id } }, body: { published } })),
  });
  if (articles.length === 0)
    return (
      <EmptyState
        title={t("No articles in this language")}
        text={t("Write down what people ask about most: how to tell a friend, when money comes, what counts.")}
        act={may("programs:write") && <Button onClick={() => set({ article: "new" })}>{t("Write the first")}</Button>}
      />
    );
  return (
    <Movable<Article>
      of={articles}
      label={t("Articles")}
      keyOf={({ id }) => id}
      nameOf={({ title }) => title}
      disabled={!may("programs:write") || order.isPending}
      change={(next) => order.mutate(next)}
      head={(each) => (
        <UnstyledButton w="100%" mih={40} onClick={() => set({ article: each.id })}>
          <Text fw={600} size="sm" dir="auto" truncate>
            {each.title}
          </Text>
          <Text size="xs" c="dimmed" dir="auto" truncate>
            {each.program === null ? "" : `${each.program} · `}
            {each.text.slice(0, 120)}
          </Text>
        </UnstyledButton>
      )}
      acts={(each) => (
        <>
          {!each.published && (
            <Badge variant="light" color="gray" tt="none" visibleFrom="xs">
              {t("not shown")}
            </Badge>
          )}
          <Switch
            aria-label={t("Show “{title}”", { title: each.title })}
            checked={each.published}
            disabled={!may("programs:write")}
            onChange={() => publish.mutate(each)}
          />
          {may("programs:write") && (
            <ActionIcon
              variant="transparent"
              color="gray"
              size={36}
              aria-label={t("Remove “{title}”", { title: each.title })}
              onClick={() => remove.mutate(each)}
            >
              <Trash2 size={16} />
            </ActionIcon>
          )}
        </>
      )}
    />
  );
}

type FormProps = { article: Article | undefined; language: Language; position: number; close: () => void };

function Form({ article, language, position, close }: FormProps) {
  const may = useMay();
  const { rows: programs } = usePrograms();
  const initial = {
    title: article?.title ?? "",
    text: article?.text ?? "",
    language: article?.language ?? language,
    program: article?.program ?? "",
    published: article?.published ?? true,
  };
  const form = useKeptForm(`article:${article?.id ?? "new"}`, initial);
  const save = useAct<typeof initial>({
    run: ({ program, ...rest }) => {
      const body = { ...rest, program: program === "" ? null : program };
      return article === undefined
        ? unwrap(api.POST("/v1/articles", { body: { ...body, position } }))
        : unwrap(api.PATCH("/v1/articles/{article}", { params: { path: { article: article.id } }, body }));
    },
    changes: CHANGES,
    done: (_, { published }) => (published ? t("Saved. It is in the portal.") : t("Saved. Nobody sees it yet.")),
  });
  const dirty = JSON.stringify(form.values) !== JSON.stringify(initial);
  const dir = isRightToLeft(form.values.language) ? "rtl" : "auto";
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        save.mutate(values, { onSuccess: () => (form.forget(), close()), onError: (error) => takeErrors(form, error) }),
      )}
    >
      <Stack gap="sm">
        <TextInput label={t("Title")} required dir={dir} {...form.getInputProps("title")} data-autofocus />
        <Textarea
          label={t("Text")}
          required
          minRows={10}
          dir={dir}
          description={t("Plain text. An empty line parts paragraphs.")}
          {...form.getInputProps("text")}
        />
        <Group grow align="flex-start">
          <NativeSelect label={t("Language")} data={languageOptions} {...form.getInputProps("language")} />
          <NativeSelect
            label={t("Program")}
            data={[
              { value: "", label: t("Every program") },
              ...(programs ?? []).map((each) => ({ value: each.key, label: nameOf(each) })),
            ]}
            {...form.getInputProps("program")}
          />
        </Group>
        <Switch label={t("Show it in the portal")} {...form.getInputProps("published", { type: "checkbox" })} />
        {may("programs:write") && <SaveBar error={save.error} pending={save.isPending} dirty={dirty} />}
      </Stack>
    </form>
  );
}
