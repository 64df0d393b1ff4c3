/** What people say could be better: tagged, planned, done; and whoever asked is told. */
import { Badge, Button, Drawer, Group, SegmentedControl, Select, Stack, TagsInput, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, type Row, pages, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { List } from "../../kit/list.tsx";
import { Facts, Page } from "../../kit/page.tsx";
import { EmptyState, ErrorState, Shown } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { AnswerForm } from "./answer-form.tsx";
import { ScoresByMonth } from "./scores.tsx";
import { FEEDBACK_STATES, type FeedbackSearch } from "./search.ts";
import { SupportNav, changeWords, stateWord } from "./words.tsx";

type Item = Row<"/v1/help">;
const route = getRouteApi("/support/feedback");

export function Feedback() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: FeedbackSearch): void => void navigate({ search: { ...search, ...change }, replace: true });
  const { state, tag, item } = search;
  const query = {
    kind: "feedback" as const,
    limit: 50,
    ...(state === undefined ? {} : { state }),
    ...(tag === undefined ? {} : { tag }),
  };
  const list = useInfiniteQuery(pages("/v1/help", { query }));
  const filtered = state !== undefined || tag !== undefined;
  return (
    <Page title={t("Feedback")} text={t("What people say could be better. Say that it is done, and whoever asked for it is told.")}>
      <SupportNav />
      <ScoresByMonth />
      <Group gap="md">
        <SegmentedControl
          aria-label={t("State")}
          value={state ?? "all"}
          onChange={(value) => set({ state: FEEDBACK_STATES.find((each) => each === value) })}
          data={["all", ...FEEDBACK_STATES].map((value) => ({ value, label: value === "all" ? t("all") : stateWord(value).word }))}
        />
        {tag !== undefined && (
          <Button size="xs" variant="light" onClick={() => set({ tag: undefined })}>
            {t("Tag {tag}: take it away", { tag })}
          </Button>
        )}
      </Group>
      <List<Item>
        of={list}
        label={t("Feedback")}
        keyOf={(row) => row.id}
        open={(row) => set({ item: row.id })}
        columns={[
          { key: "text", label: t("What"), cell: (row) => <What item={row} pick={(chosen) => set({ tag: chosen })} /> },
          {
            key: "score",
            label: t("How easy"),
            cell: (row) => (row.score === null ? "" : t("{n} of 5", { n: row.score })),
            wide: true,
            width: 90,
          },
          { key: "state", label: t("State"), cell: (row) => <Status {...stateWord(row.state)} />, width: 110 },
          { key: "who", label: t("Who"), cell: (row) => <Who id={row.person} link={false} />, wide: true },
          { key: "at", label: t("When"), cell: (row) => <When at={row.at} />, wide: true },
        ]}
        empty={
          filtered ? (
            <EmptyState title={t("Nothing is like this")} />
          ) : (
            <EmptyState
              title={t("No feedback yet")}
              text={t("It comes from the portal. A question that is really a wish can be made feedback on its own page.")}
            />
          )
        }
      />
      <Drawer
        opened={item !== undefined}
        onClose={() => set({ item: undefined })}
        position="right"
        size="lg"
        title={t("Feedback")}
        closeButtonProps={{ "aria-label": t("Close") }}
      >
        {item !== undefined && <One id={item} />}
      </Drawer>
    </Page>
  );
}

function What({ item, pick }: { item: Item; pick: (tag: string) => void }) {
  return (
    <>
      <Text size="sm" lineClamp={2} style={{ overflowWrap: "anywhere" }}>
        {item.text === "" ? <i>{t("Without words")}</i> : item.text}
      </Text>
      <Group gap={4}>
        {item.tags.map((tag) => (
          <Badge
            key={tag}
            component="button"
            variant="default"
            size="sm"
            tt="none"
            style={{ cursor: "pointer" }}
            onClick={(event) => (event.stopPropagation(), pick(tag))}
          >
            {tag}
          </Badge>
        ))}
      </Group>
    </>
  );
}

function One({ id }: { id: string }) {
  const found = useQuery(read("/v1/help/{help}", { path: { help: id } }));
  return <Shown of={found}>{(data) => <Known item={data} />}</Shown>;
}

function Known({ item }: { item: Answer<"/v1/help/{help}"> }) {
  const may = useMay();
  type Change = { state?: "new" | "planned"; tags?: string[]; kind?: "ticket" | "feedback" };
  const send = (body: Change) => unwrap(api.PATCH("/v1/help/{help}", { params: { path: { help: item.id } }, body }));
  const act = useAct({
    run: (change: Change) => send(change),
    changes: ["/v1/help"],
    done: (_, change) => changeWords(change, ""),
    undo: (_, change) =>
      send({
        ...(change.state === undefined ? {} : { state: item.state as "new" }),
        ...(change.tags === undefined ? {} : { tags: item.tags }),
        ...(change.kind === undefined ? {} : { kind: item.kind }),
      }),
  });
  const can = may("people:write");
  return (
    <Stack gap="md">
      <Text className="gv-text" dir="auto" style={{ whiteSpace: "pre-wrap" }}>
        {item.text === "" ? <i>{t("Without words")}</i> : item.text}
      </Text>
      <Facts
        of={[
          [t("Who"), <Who key="w" id={item.person} />],
          [t("When"), <When key="a" at={item.at} exact />],
          [t("Where she was"), item.page],
          [t("How easy it was"), item.score === null ? t("not said") : t("{n} of 5", { n: item.score })],
        ]}
      />
      {item.state !== "done" && (
        <Select
          label={t("State")}
          description={t("Done is said below, with words for her.")}
          disabled={!can}
          data={(["new", "planned"] as const).map((value) => ({ value, label: stateWord(value).word }))}
          value={item.state}
          onChange={(value) => value !== null && act.mutate({ state: value as "new" | "planned" })}
          allowDeselect={false}
        />
      )}
      <TagsInput label={t("Tags")} disabled={!can} maxTags={20} value={item.tags} onChange={(tags) => act.mutate({ tags })} />
      {act.error && <ErrorState error={act.error} />}
      <AnswerForm ticket={item} />
    </Stack>
  );
}
