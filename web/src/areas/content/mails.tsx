/** Every kind of mail: what it says, when it is sent, to whom. */
import { NativeSelect, Group, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Answer, read } from "../../api/query.ts";
import { Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Status } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { ContentPage } from "./frame.tsx";
import { useSetSearch } from "./use-search.ts";

const route = getRouteApi("/content/mails");
export type MailKind = Answer<"/v1/mail/kinds">["data"][number];

/** "reward_available" -> "Reward available". */
export const titleOf = (kind: string): string => (kind.charAt(0).toUpperCase() + kind.slice(1)).replaceAll("_", " ");

export function audiences(): Record<MailKind["to"], string> {
  return {
    advocate: t("Who recommends"),
    person: t("Whoever it is about"),
    friend: t("A friend who is invited"),
    operators: t("You, who run the program"),
  };
}

export function Mails() {
  const search = route.useSearch();
  const set = useSetSearch();
  const kinds = useQuery(read("/v1/mail/kinds"));
  const [typed, setTyped] = useState(search.q ?? "");
  const searchFor = useDebouncedCallback((q: string) => set({ q: q === "" ? undefined : q }), 200);
  return (
    <ContentPage
      title={t("Mails")}
      text={t("What is written to people, and when. Each can be seen in every language, changed, and sent to yourself.")}
    >
      <Group className="gv-filters" gap="sm" align="flex-end">
        <NativeSelect
          label={t("To")}
          value={search.to ?? ""}
          data={[{ value: "", label: t("Everybody") }, ...Object.entries(audiences()).map(([value, label]) => ({ value, label }))]}
          onChange={(event) => set({ to: event.currentTarget.value || undefined })}
        />
        <TextInput
          label={t("Search")}
          value={typed}
          onChange={(event) => (setTyped(event.currentTarget.value), searchFor(event.currentTarget.value))}
        />
      </Group>
      <Shown of={kinds}>
        {({ data }) => {
          const wanted = (search.q ?? "").toLowerCase();
          const found = data.filter(
            (each) =>
              (search.to === undefined || each.to === search.to) &&
              (wanted === "" || `${titleOf(each.kind)} ${each.what} ${each.why}`.toLowerCase().includes(wanted)),
          );
          if (found.length === 0) return <EmptyState title={t("Nothing found")} text={t("Try other words, or everybody.")} />;
          return (
            <Stack gap="md">
              {(Object.keys(audiences()) as MailKind["to"][])
                .filter((to) => found.some((each) => each.to === to))
                .map((to) => (
                  <Section key={to} title={audiences()[to]}>
                    <Stack component="ul" gap={0} m={0} p={0} style={{ listStyle: "none" }}>
                      {found
                        .filter((each) => each.to === to)
                        .map((each) => (
                          <OneKind key={each.kind} of={each} />
                        ))}
                    </Stack>
                  </Section>
                ))}
            </Stack>
          );
        }}
      </Shown>
    </ContentPage>
  );
}

function OneKind({ of }: { of: MailKind }) {
  return (
    <li style={{ borderTop: "1px solid var(--mantine-color-default-border)" }}>
      <Link
        to="/content/mails/$kind"
        params={{ kind: of.kind }}
        style={{ display: "block", padding: "10px 0", color: "inherit", textDecoration: "none" }}
      >
        <Group justify="space-between" gap="xs">
          <Text fw={600} size="sm">
            {of.what}
          </Text>
          {of.essential ? (
            <Status
              tone="gray"
              word={t("always sent")}
              why={t("It is about what somebody did or is owed, so it goes out whatever she chose.")}
            />
          ) : (
            <Status tone="sky" word={t("can be switched off")} why={t("Whoever wants no such mails does not get it.")} />
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {t("Brought about by: {why}", { why: of.why })}
        </Text>
      </Link>
    </li>
  );
}
