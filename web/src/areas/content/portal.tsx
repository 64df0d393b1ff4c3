/** The portal of a program: which rooms it has, in which order, and the words, with the real one beside. */
import { GrapevineError, createClient } from "@grapevine/sdk";
import { Alert, Button, Group, NativeSelect, Stack, Switch, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { api, currentSlug, unwrap } from "../../api/client.ts";
import { useMay } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { ErrorState, Lines } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { type Draft, partOf, withPart } from "./draft.ts";
import { DraftBar, WithDraft } from "./draft-bar.tsx";
import { ContentPage, ForProgram } from "./frame.tsx";
import { languageOf } from "./languages.ts";
import { Movable } from "./movable.tsx";
import { type Home, PortalFrame } from "./portal-frame.tsx";
import { ALWAYS, roomWords, roomsOf } from "./portal-rooms.ts";
import { PreviewBar, deviceOf, schemeOf } from "./preview.tsx";
import { SideBySide } from "./side-by-side.tsx";
import { useSetSearch } from "./use-search.ts";

const route = getRouteApi("/content/portal");
type Rooms = { order?: string[]; hidden?: string[] };

export function Portal() {
  const { program } = route.useSearch();
  return (
    <ContentPage
      title={t("Portal")}
      text={t("Where people who recommend share, and see what came of it. Its rooms follow from the program's rules.")}
    >
      <ForProgram asked={program}>
        {(chosen, pick) => (
          <WithDraft key={chosen.key} program={chosen.key}>
            {(draft) => (
              <>
                <DraftBar draft={draft} pick={pick} />
                <Editor draft={draft} />
              </>
            )}
          </WithDraft>
        )}
      </ForProgram>
    </ContentPage>
  );
}

function Editor({ draft }: { draft: Draft }) {
  const may = useMay();
  const language = languageOf(route.useSearch().language);
  const viewer = useViewer(draft.program.key, language);
  const { order = [], hidden = [] } = partOf<Rooms>(draft.doc, ["pages", "portal"]) ?? {};
  const write = (next: Rooms): void => draft.change(withPart(draft.doc, ["pages", "portal"], { order, hidden, ...next }));
  const rooms = viewer.home === undefined ? [] : roomsOf(viewer.home.program.features, order);
  const readOnly = !may("programs:write");
  const home = useMemo(
    () => viewer.home && { ...viewer.home, program: { ...viewer.home.program, rooms: { order, hidden } } },
    [viewer.home, order.join(), hidden.join()],
  );
  if (viewer.error)
    return draft.program.definition === null ? (
      <Alert color="sky" title={t("This program has no portal yet")}>
        {t("It gets one when it is published.")}
      </Alert>
    ) : (
      <ErrorState error={viewer.error} retry={viewer.again} />
    );
  return (
    <SideBySide
      left={
        <Stack gap="md">
          <Section title={t("Rooms")} text={t("In the order of the menu. On a phone the first four stand in the bar.")}>
            {home === undefined ? (
              <Lines n={6} height={40} />
            ) : (
              <Movable
                of={rooms}
                label={t("Rooms of the portal")}
                keyOf={(each) => each}
                nameOf={(each) => roomWords(each, home.words)}
                disabled={readOnly}
                change={(next) => write({ order: next })}
                head={(each) => (
                  <>
                    <Text size="sm" fw={600} td={hidden.includes(each) ? "line-through" : undefined}>
                      {roomWords(each, home.words)}
                    </Text>
                    {ALWAYS.has(each) && (
                      <Text size="xs" c="dimmed">
                        {t("Always there: people need it.")}
                      </Text>
                    )}
                  </>
                )}
                acts={(each) =>
                  !ALWAYS.has(each) && (
                    <Switch
                      aria-label={t("Show {name}", { name: roomWords(each, home.words) })}
                      checked={!hidden.includes(each)}
                      disabled={readOnly}
                      onChange={(event) =>
                        write({ hidden: event.currentTarget.checked ? hidden.filter((one) => one !== each) : [...hidden, each] })
                      }
                    />
                  )
                }
              />
            )}
          </Section>
          <Section title={t("Words")} text={t("Every word of the portal can be yours, in each language.")}>
            <Group>
              <LinkButton to="/content/texts" search={{ section: "portal", language }} label={t("Change the words")} />
              <LinkButton to="/content/brand" search={{ show: "portal" }} label={t("Change colours and logo")} />
              <LinkButton to="/content/help" search={{ language }} label={t("Help articles")} />
            </Group>
          </Section>
        </Stack>
      }
      right={<Seen home={home} token={viewer.token} people={viewer.people} noKey={viewer.noKey} />}
    />
  );
}

function LinkButton({ to, search, label }: { to: string; search: object; label: string }) {
  const link = { component: Link, to, search } as object;
  return (
    <Button {...link} variant="default">
      {label}
    </Button>
  );
}

type SeenProps = { home: Home | undefined; token: string | null; people: { id: string; name: string }[]; noKey: boolean };

function Seen({ home, token, people, noKey }: SeenProps) {
  const search = route.useSearch();
  const set = useSetSearch();
  const language = languageOf(search.language);
  const [device, scheme] = [deviceOf(search.device), schemeOf(search.scheme)];
  return (
    <Section title={t("As people have it")} acts={<PreviewBar {...{ device, scheme, language, set }} />}>
      <Stack gap="sm">
        <NativeSelect
          label={t("Who looks")}
          value={search.person ?? ""}
          data={[{ value: "", label: t("Somebody who is not signed in") }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
          description={
            people.length === 0 ? t("Nobody takes part with an account of yours yet, so there is no member to look as.") : undefined
          }
          onChange={(event) => set({ person: event.currentTarget.value || undefined })}
        />
        {noKey && <NoKey />}
        {home === undefined ? (
          <Lines n={8} height={36} />
        ) : (
          <PortalFrame home={home} token={token} language={language} device={device} scheme={scheme} />
        )}
      </Stack>
    </Section>
  );
}

/** Looking as a member needs a token, and a token a key to sign it with. */
function NoKey() {
  const make = useAct({
    run: () => unwrap(api.POST("/v1/portal-keys", { body: { name: t("Preview in the console") } })),
    changes: ["/v1/portal", "/v1/portal-keys"],
    done: () => t("There is a portal key now. Developers can see and revoke it."),
  });
  return (
    <Alert color="sky" title={t("A key is needed to look as a member")}>
      <Text size="sm" mb="xs">
        {t("It signs what lets her in. Your server may use it too; it can be revoked at any time.")}
      </Text>
      <Button size="xs" variant="default" loading={make.isPending} onClick={() => make.mutate()}>
        {t("Make a portal key")}
      </Button>
    </Alert>
  );
}

const SECONDS = 900;

/** The portal's first answer for whoever is chosen: nobody in particular, or a member with a token of a few minutes. */
function useViewer(program: string, language: string) {
  const may = useMay();
  const person = route.useSearch().person;
  const people = useQuery({
    queryKey: ["/v1/advocates", program, "viewers"],
    enabled: may("portal:write"),
    queryFn: () => readPeople(program),
    staleTime: 60_000,
  });
  const chosen = people.data?.find((each) => each.id === person);
  const token = useQuery({
    queryKey: ["/v1/portal/tokens", chosen?.userId, program],
    enabled: chosen !== undefined,
    retry: false,
    staleTime: (SECONDS - 120) * 1000,
    queryFn: () => unwrap(api.POST("/v1/portal/tokens", { body: { user_id: chosen!.userId, program, seconds: SECONDS } })),
  });
  const hers = chosen === undefined ? null : (token.data?.token ?? null);
  const home = useQuery({
    queryKey: ["/v1/portal", { program, language, person: chosen?.id ?? null }, hers],
    enabled: (person === undefined || people.data !== undefined) && (chosen === undefined || hers !== null || token.isError),
    queryFn: () => {
      const asker = hers === null ? { api, unwrap } : createClient({ url: location.origin, key: hers });
      const query = { program, locale: language, ...(hers === null && currentSlug !== null ? { workspace: currentSlug } : {}) };
      return asker.unwrap(asker.api.GET("/v1/portal", { params: { query } }));
    },
    retry: false,
  });
  return {
    home: home.data,
    token: hers,
    error: home.error,
    noKey: token.error instanceof GrapevineError && token.error.status === 409,
    again: () => void home.refetch(),
    people: people.data ?? [],
  };
}

async function readPeople(program: string): Promise<{ id: string; name: string; userId: string }[]> {
  const { data } = await unwrap(api.GET("/v1/advocates", { params: { query: { program, status: "active", limit: 20 } } }));
  if (data.length === 0) return [];
  const names = await unwrap(api.POST("/v1/people/names", { body: { ids: data.map((each) => each.person) } }));
  return names.data.flatMap(({ id, name, email, user_id }) =>
    user_id === null ? [] : [{ id, name: name ?? email ?? user_id, userId: user_id }],
  );
}
