/** Every text that people read, in one language, beside English; a business's own takes its place. */
import { GrapevineError } from "@grapevine/sdk";
import {
  Badge,
  Box,
  Button,
  Group,
  NativeSelect,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  Textarea,
  UnstyledButton,
} from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { direction, t } from "../../words/say.ts";
import { ContentPage } from "./frame.tsx";
import { isRightToLeft, type Language, LANGUAGES, languageOf, languageOptions } from "./languages.ts";
import { useSetSearch } from "./use-search.ts";

const route = getRouteApi("/content/texts");
type Line = Answer<"/v1/texts">["data"][number];
const SECTIONS = ["portal", "page", "mail", "rules", "status"] as const;

export function Texts() {
  const search = route.useSearch();
  const language = languageOf(search.language);
  const section = SECTIONS.find((each) => each === search.section);
  const all = useQuery(read("/v1/texts", { query: { language, ...(section === undefined ? {} : { section }) } }));
  return (
    <ContentPage
      title={t("Texts")}
      text={t("Everything that people read on pages, in the portal and in mails. Your own words can take the place of any.")}
    >
      <Filters language={language} section={section} />
      <Shown of={all}>{(data) => <Table lines={data.data} language={language} />}</Shown>
    </ContentPage>
  );
}

function Filters({ language, section }: { language: Language; section: string | undefined }) {
  const search = route.useSearch();
  const set = useSetSearch();
  const sections: Record<string, string> = {
    portal: t("Portal and elements"),
    page: t("Landing pages, sign-in, till"),
    mail: t("Mails"),
    rules: t("How a program works"),
    status: t("States and reasons"),
  };
  const [typed, setTyped] = useState(search.q ?? "");
  const searchFor = useDebouncedCallback((q: string) => set({ q: q === "" ? undefined : q }), 200);
  return (
    <Group className="gv-filters" gap="sm" align="flex-end">
      <NativeSelect
        label={t("Language")}
        value={language}
        data={languageOptions}
        onChange={(event) => set({ language: event.currentTarget.value })}
      />
      <NativeSelect
        label={t("Where")}
        value={section ?? ""}
        data={[{ value: "", label: t("Everywhere") }, ...SECTIONS.map((each) => ({ value: each, label: sections[each]! }))]}
        onChange={(event) => set({ section: event.currentTarget.value || undefined })}
      />
      <TextInput
        label={t("Search")}
        value={typed}
        placeholder={t("Words, or a key")}
        onChange={(event) => (setTyped(event.currentTarget.value), searchFor(event.currentTarget.value))}
      />
      <SegmentedControl
        aria-label={t("Which texts")}
        value={search.only ?? "all"}
        data={[
          { value: "all", label: t("All") },
          { value: "own", label: t("Your own") },
          { value: "missing", label: t("Missing") },
        ]}
        onChange={(value) => set({ only: value === "all" ? undefined : value })}
      />
    </Group>
  );
}

/** All lines begin where the page begins, whichever way their own language runs. */
const SIDE = direction() === "rtl" ? "right" : "left";

const isOwn = (line: Line): boolean => line.own !== null || line.own_everywhere !== null;
const shownText = (line: Line): string => line.own ?? line.own_everywhere ?? line.text ?? line.english;

function Table({ lines, language }: { lines: readonly Line[]; language: Language }) {
  const search = route.useSearch();
  const set = useSetSearch();
  const wanted = (search.q ?? "").toLowerCase();
  const rows = useMemo(
    () =>
      lines.filter(
        (each) =>
          (search.only !== "own" || isOwn(each)) &&
          (search.only !== "missing" || (each.text === null && !isOwn(each))) &&
          (wanted === "" || [each.key, each.english, shownText(each)].some((text) => text.toLowerCase().includes(wanted))),
      ),
    [lines, search.only, wanted],
  );
  const box = useRef<HTMLDivElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => 76,
    overscan: 10,
    scrollMargin: box.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]!.key,
  });
  if (rows.length === 0)
    return search.only === "missing" && wanted === "" ? (
      <EmptyState title={t("Nothing is missing")} text={t("Every text is written in {language}.", { language: LANGUAGES[language] })} />
    ) : (
      <EmptyState
        title={t("Nothing found")}
        text={search.only === "own" ? t("You have none of your own here yet.") : t("Try other words, or another language.")}
        act={
          <Button variant="default" onClick={() => set({ q: undefined, only: undefined, section: undefined })}>
            {t("Show all")}
          </Button>
        }
      />
    );
  return (
    <Box>
      <Text size="xs" c="dimmed" mb={4} role="status">
        {t("{n, plural, one {# text} other {# texts}}", { n: rows.length })}
      </Text>
      <Box ref={box} role="list" aria-label={t("Texts")} style={{ position: "relative", height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => (
          <Box
            key={item.key}
            ref={virtual.measureElement}
            data-index={item.index}
            role="listitem"
            style={{
              position: "absolute",
              insetInline: 0,
              top: 0,
              transform: `translateY(${item.start - virtual.options.scrollMargin}px)`,
              borderBottom: "1px solid var(--mantine-color-default-border)",
            }}
          >
            <OneText line={rows[item.index]!} language={language} open={search.key === rows[item.index]!.key} />
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function OneText({ line, language, open }: { line: Line; language: Language; open: boolean }) {
  const set = useSetSearch();
  const dir = isRightToLeft(language) ? "rtl" : "ltr";
  return (
    <Box py="xs">
      <UnstyledButton w="100%" aria-expanded={open} mih={44} onClick={() => set({ key: open ? undefined : line.key })}>
        <Group gap="xs" wrap="nowrap" justify="space-between">
          <Text size="xs" c="dimmed" ff="monospace" dir="ltr" style={{ overflowWrap: "anywhere" }}>
            {line.key}
          </Text>
          {isOwn(line) && (
            <Badge size="sm" variant="light" color="vine" tt="none">
              {line.own === null ? t("Yours, every language") : t("Yours")}
            </Badge>
          )}
          {line.text === null && !isOwn(line) && (
            <Badge size="sm" variant="light" color="amber" tt="none">
              {t("Missing")}
            </Badge>
          )}
        </Group>
        <Text size="sm" dir={dir} lang={language} lineClamp={open ? undefined : 2} style={{ overflowWrap: "anywhere", textAlign: SIDE }}>
          {shownText(line)}
        </Text>
        {language !== "en" && (
          <Text
            size="xs"
            c="dimmed"
            lineClamp={open ? undefined : 1}
            dir="ltr"
            lang="en"
            style={{ overflowWrap: "anywhere", textAlign: SIDE }}
          >
            {line.english}
          </Text>
        )}
      </UnstyledButton>
      {open && <EditText line={line} language={language} />}
    </Box>
  );
}

type Wish = { text: string | null; language: Language | null };

/** Saves one text, or goes back to ours; both can be undone. */
export function useOwnText(key: string) {
  const put = ({ text, language }: Wish) =>
    text === null
      ? unwrap(api.DELETE("/v1/texts/{key}", { params: { path: { key }, query: language === null ? {} : { language } } }))
      : unwrap(api.PUT("/v1/texts/{key}", { params: { path: { key } }, body: { text, language } }));
  return useAct<Wish & { before: string | null }, unknown>({
    run: put,
    changes: ["/v1/texts", "/v1/mail/preview", "/v1/settings"],
    done: (_, { text }) => (text === null ? t("Our text is said again.") : t("Saved. It is said from now on.")),
    undo: (_, { language, before }) => put({ text: before, language }),
  });
}

function EditText({ line, language }: { line: Line; language: Language }) {
  const may = useMay();
  const everywhere = line.own === null && line.own_everywhere !== null;
  const [where, setWhere] = useState<"one" | "all">(everywhere ? "all" : "one");
  const before = where === "one" ? line.own : line.own_everywhere;
  const [text, setText] = useState(shownText(line));
  const act = useOwnText(line.key);
  const wish = { language: where === "one" ? language : null, before };
  const values = [...new Set([...line.english.matchAll(/\{(\w+)/g)].map(([, name]) => `{${name}}`))];
  const error = act.error instanceof GrapevineError ? (act.error.problem.errors?.[0]?.message ?? act.error.message) : act.error?.message;
  if (!may("settings:write")) return null;
  return (
    <form onSubmit={(event) => (event.preventDefault(), act.mutate({ ...wish, text }))}>
      <Stack gap="xs" mt="xs">
        <Textarea
          label={t("Your own text")}
          value={text}
          dir={where === "one" && isRightToLeft(language) ? "rtl" : "auto"}
          error={error}
          description={
            values.length === 0
              ? t("It has no values to fill in.")
              : t("Values that are filled in: {values}. Keep those that you want said.", { values: values.join(" ") })
          }
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group gap="sm" justify="space-between">
          <SegmentedControl
            size="xs"
            aria-label={t("Said where")}
            value={where}
            data={[
              { value: "one", label: t("In {language}", { language: LANGUAGES[language] }) },
              { value: "all", label: t("In every language") },
            ]}
            onChange={(value) => setWhere(value as "one" | "all")}
          />
          <Group gap="xs">
            {before !== null && (
              <Button variant="default" size="xs" loading={act.isPending} onClick={() => act.mutate({ ...wish, text: null })}>
                {t("Back to our text")}
              </Button>
            )}
            <Button type="submit" size="xs" loading={act.isPending} disabled={text.trim() === "" || text === before}>
              {t("Save")}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
