/** One segment, or a new one: its conditions, and beside them how many people they find and who. */
import { Anchor, Button, Group, Stack, Text, TextInput, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { SaveBar, takeErrors, useKeptForm } from "../../kit/form.tsx";
import { Section } from "../../kit/page.tsx";
import { EmptyState, ErrorState, Lines } from "../../kit/states.tsx";
import { Detail } from "../../kit/timeline.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Builder } from "./builder.tsx";
import { filterWords } from "./fields.ts";
import { type Document, type Group as Tree, documentOf, emptyGroup, treeOf } from "./filter.ts";
import { OnePage, PeoplePage } from "./nav.tsx";

const route = getRouteApi("/people/segments/$segment");

export function SegmentPage() {
  const { segment } = route.useParams();
  const isNew = segment === "new";
  const found = useQuery({ ...read("/v1/segments/{segment}", { path: { segment } }), enabled: !isNew });
  if (isNew) return <Editor key="new" id={null} name="" description="" filter={{}} />;
  return (
    <OnePage of={found} title={t("Segment")} under={{ label: t("Segments"), to: "/people/segments" }}>
      {(data) => <Editor key={data.id} id={data.id} name={data.name} description={data.description} filter={data.filter as Document} />}
    </OnePage>
  );
}

type Kept = { id: string | null; name: string; description: string; filter: Document };
type Values = { name: string; description: string; tree: Tree };

function Editor({ id, name, description, filter }: Kept) {
  const may = useMay();
  const navigate = useNavigate();
  const tree = useMemo(() => treeOf(filter) ?? emptyGroup(), [filter]);
  const form = useKeptForm<Values>(`segment:${id ?? "new"}`, { name, description, tree });
  const values = form.getValues();
  const document = documentOf(values.tree);
  const isByHand = treeOf(filter) === null;
  const dirty = values.name !== name || values.description !== description || JSON.stringify(document) !== JSON.stringify(filter);
  const save = useAct({
    run: () => {
      const body = { name: values.name.trim(), description: values.description.trim(), filter: document as never };
      return id === null
        ? unwrap(api.POST("/v1/segments", { body }))
        : unwrap(api.PATCH("/v1/segments/{segment}", { params: { path: { segment: id } }, body }));
    },
    changes: ["/v1/segments"],
    done: () => t("Saved."),
    after: (made) => {
      form.forget();
      if (id === null) void navigate({ to: "/people/segments/$segment", params: { segment: made.id } });
    },
  });
  return (
    <PeoplePage
      title={id === null ? t("New segment") : name}
      under={{ label: t("Segments"), to: "/people/segments" }}
      acts={id !== null && may("people:write") && <Remove id={id} name={name} forget={form.forget} />}
    >
      <Detail aside={<Preview filter={document} />}>
        <Section title={t("Who is in it")}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              save.mutate(undefined, { onError: (error) => takeErrors(form, error) });
            }}
          >
            <Stack gap="md">
              <TextInput label={t("Name")} required maxLength={200} {...form.getInputProps("name")} />
              <Textarea label={t("What it is for")} minRows={1} maxLength={2000} {...form.getInputProps("description")} />
              {isByHand ? (
                <Text size="sm">{t("This filter was written by hand and cannot be shown here. What you build replaces it.")}</Text>
              ) : null}
              <Builder tree={values.tree} onChange={(next) => form.setFieldValue("tree", next as never)} />
              <Text size="sm" className="gv-text">
                {t("In words: {words}", { words: filterWords(document) })}
              </Text>
              {may("people:write") && <SaveBar error={save.error} pending={save.isPending} dirty={dirty && values.name.trim() !== ""} />}
            </Stack>
          </form>
        </Section>
      </Detail>
    </PeoplePage>
  );
}

function Preview({ filter }: { filter: Document }) {
  const [asked] = useDebouncedValue(JSON.stringify(filter), 350);
  const found = useQuery({
    queryKey: ["/v1/segments/preview", asked],
    queryFn: () => unwrap(api.POST("/v1/segments/preview", { body: { filter: JSON.parse(asked) as never, sample: 8 } })),
    placeholderData: keepPreviousData,
  });
  return (
    <Section title={t("Right now")} text={t("Counted as you build. The people shown are the newest of them.")}>
      {found.error ? (
        <ErrorState error={found.error} retry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <Lines n={6} />
      ) : (
        <Stack gap="sm" style={{ opacity: found.isPlaceholderData ? 0.6 : 1 }}>
          <Text fz={32} fw={600} lh={1.2} className="gv-number" role="status">
            {found.data.exact
              ? t("{n, plural, one {# person} other {# people}}", { n: found.data.count })
              : found.data.count === 0
                ? t("few people, if any")
                : t("about {n} people", { n: number(found.data.count) })}
          </Text>
          {found.data.count === 0 && found.data.exact && (
            <EmptyState title={t("Nobody yet")} text={t("Loosen a condition, or wait: the answer is always today's.")} />
          )}
          {found.data.sample.map((person) => (
            <Sample key={person.id} id={person.id} name={person.name ?? person.email ?? person.user_id} email={person.email} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

function Sample({ id, name, email }: { id: string; name: string | null; email: string | null }) {
  const to = { component: Link, to: "/people/$person", params: { person: id } } as object;
  return (
    <div>
      <Anchor {...to} size="sm" style={{ overflowWrap: "anywhere" }}>
        {name ?? t("Somebody without a name")}
      </Anchor>
      {email !== null && email !== name && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {email}
        </Text>
      )}
    </div>
  );
}

function Remove({ id, name, forget }: { id: string; name: string; forget: () => void }) {
  const navigate = useNavigate();
  const act = useAct<{ reason: string }>({
    run: () => unwrap(api.DELETE("/v1/segments/{segment}", { params: { path: { segment: id } } })),
    changes: [],
    done: () => t("{name} is deleted. The people stay as they are.", { name }),
    after: () => (forget(), void navigate({ to: "/people/segments" })),
  });
  const people = { component: Link, to: "/people", search: { segment: id } } as object;
  return (
    <Group gap="xs">
      <Button {...people} variant="default">
        {t("See the people")}
      </Button>
      <AskAct
        label={t("Delete")}
        consequence={t("The people stay as they are. What uses this segment finds nobody by it from now on.")}
        act={act}
        button={{ color: "rust", variant: "subtle" }}
      />
    </Group>
  );
}
