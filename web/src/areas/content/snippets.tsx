/** Pieces of code to copy, with the workspace's own key, name and program in them, each with what it looks like and how it is counted. */
import { Box, NavLink, Select, Stack, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { currentSlug } from "../../api/client.ts";
import { pages, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { Section } from "../../kit/page.tsx";
import { Data } from "../../kit/json.tsx";
import { Copyable } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { ContentPage, ForProgram, nameOf, type ProgramLine } from "./frame.tsx";
import { Preview } from "./preview.tsx";
import { type Filled, type Snippet, snippets } from "./snippet-list.ts";
import { TryOut } from "./try-out.tsx";
import { useSetSearch } from "./use-search.ts";

const route = getRouteApi("/content/snippets");

export function Snippets() {
  const { program } = route.useSearch();
  return (
    <ContentPage
      title={t("Snippets")}
      text={t("Copy them into your pages and mails. What comes from each is counted as a channel of its own.")}
    >
      <ForProgram asked={program}>
        {(chosen, pick) => (
          <>
            {pick}
            <Chosen program={chosen} />
          </>
        )}
      </ForProgram>
    </ContentPage>
  );
}

function Chosen({ program }: { program: ProgramLine }) {
  const may = useMay();
  const set = useSetSearch();
  const { snippet } = route.useSearch();
  const keys = useInfiniteQuery({ ...pages("/v1/keys", { query: { limit: 50 } }), enabled: may("keys:read") });
  const settings = useQuery(read("/v1/settings"));
  const known = keys.data?.pages.flatMap((page) => page.data).find((each) => each.kind === "publishable" && each.revoked_at === null);
  const brand = (settings.data?.settings["brand"] ?? {}) as { name?: string; primary?: string };
  const filled: Filled = {
    server: location.origin,
    workspace: currentSlug ?? "",
    program: program.key,
    key: (known as { key?: string | null } | undefined)?.key ?? "gv_pub_...",
    business: brand.name ?? settings.data?.name ?? "",
    colour: brand.primary ?? "#5b2a6e",
    disclosure: firstOf((program.draft ?? program.definition)?.["disclosure"]) || t("I get something if you order through my link."),
  };
  const all = snippets(filled);
  const open = all.find((each) => each.id === snippet) ?? all[0]!;
  return (
    <Box
      style={{ display: "grid", gap: 16, gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 220px), 1fr))", alignItems: "start" }}
    >
      <Box component="nav" aria-label={t("Snippets")} visibleFrom="sm" style={{ maxWidth: 280 }}>
        {all.map(({ id, name, where }) => (
          <NavLink
            key={id}
            component="button"
            label={name}
            description={where}
            active={id === open.id}
            aria-current={id === open.id ? "true" : undefined}
            onClick={() => set({ snippet: id })}
            style={{ borderRadius: 8 }}
          />
        ))}
      </Box>
      <Select
        hiddenFrom="sm"
        label={t("Snippet")}
        allowDeselect={false}
        value={open.id}
        data={all.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => set({ snippet: id ?? undefined })}
      />
      <Box style={{ gridColumn: "span 2", minWidth: 0 }} className="gv-snippet">
        <One of={open} hasKey={filled.key !== "gv_pub_..."} filled={filled} name={nameOf(program)} live={program.status === "live"} />
      </Box>
    </Box>
  );
}

function firstOf(texts: unknown): string {
  const all = (texts ?? {}) as Record<string, string>;
  return all["en"] ?? Object.values(all)[0] ?? "";
}

type OneProps = { of: Snippet; hasKey: boolean; filled: Filled; name: string; live: boolean };

function One({ of, hasKey, filled, live }: OneProps) {
  return (
    <Stack gap="md">
      <Section title={of.name} text={of.what}>
        <Stack gap="sm">
          {of.needsKey && !hasKey && (
            <Text size="sm" c="amber">
              {t("Put your publishable key in the place of gv_pub_... You find it under Settings, Keys.")}
            </Text>
          )}
          <Data value={of.code} label={of.name} />
          {of.channel !== null && (
            <Text size="sm">
              {t("Counted as:")} <Copyable value={of.channel} />
            </Text>
          )}
          {of.notes.map((each) => (
            <Text key={each} size="sm" c="dimmed" className="gv-text">
              {each}
            </Text>
          ))}
        </Stack>
      </Section>
      <Section
        title={t("Try it out")}
        text={of.element === null ? undefined : t("The real piece, on an empty page, for somebody who is not signed in.")}
      >
        {of.element !== null && live && <TryOut element={of.element} filled={filled} />}
        {of.element !== null && !live && (
          <Text size="sm" c="dimmed">
            {t("It shows nothing before the program is live.")}
          </Text>
        )}
        {of.html !== null && <Preview html={of.html} title={of.name} device="desktop" scheme="light" />}
        {of.element === null && of.html === null && (
          <Text size="sm" c="dimmed">
            {t("There is nothing to see: it works in the background. Developers, Events shows what it tells.")}
          </Text>
        )}
      </Section>
    </Stack>
  );
}
