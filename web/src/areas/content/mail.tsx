/** One kind of mail: as it looks, in which words, and a sample to oneself. */
import { GrapevineError } from "@grapevine/sdk";
import { Box, Button, Code, Group, SegmentedControl, Stack, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Facts, Section } from "../../kit/page.tsx";
import { ErrorState, Lines, Shown } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { ContentPage } from "./frame.tsx";
import { isRightToLeft, type Language, LANGUAGES, languageOf } from "./languages.ts";
import { audiences, titleOf } from "./mails.tsx";
import { Preview, PreviewBar, schemeOf } from "./preview.tsx";
import { useDrawn } from "./shown.ts";
import { SideBySide } from "./side-by-side.tsx";
import { useOwnText } from "./texts.tsx";
import { useSetSearch } from "./use-search.ts";

const route = getRouteApi("/content/mails/$kind");
type Line = Answer<"/v1/texts">["data"][number];
const PARTS = ["subject", "title", "text", "action"] as const;

export function Mail() {
  const { kind } = route.useParams();
  const search = route.useSearch();
  const language = languageOf(search.language);
  const kinds = useQuery(read("/v1/mail/kinds"));
  const texts = useQuery(read("/v1/texts", { query: { language, section: "mail" } }));
  const [typed, setTyped] = useState<Record<string, string>>({});
  const of = kinds.data?.data.find((each) => each.kind === kind);
  return (
    <ContentPage
      title={of?.what ?? titleOf(kind)}
      under={{ label: t("Mails"), to: "/content/mails" }}
      acts={<SendSample kind={kind} language={language} />}
    >
      {of !== undefined && (
        <Facts
          of={[
            [t("To"), audiences()[of.to]],
            [t("Brought about by"), of.why],
            [t("Can she switch it off"), of.essential ? t("No: it is about what she did or is owed") : t("Yes")],
            [t("Once a week instead"), of.urgent ? t("No: it cannot wait") : t("Yes, if she chose that")],
          ]}
        />
      )}
      <SideBySide
        left={
          <Section title={t("Words")} text={t("Your own words take the place of ours in {language}.", { language: LANGUAGES[language] })}>
            <Shown of={texts}>
              {({ data }) => (
                <Stack gap="md">
                  {PARTS.flatMap((part) => data.find((each) => each.key === `mail.${kind}.${part}`) ?? []).map((line) => (
                    <Words
                      key={`${line.key}:${language}`}
                      line={line}
                      language={language}
                      typed={typed[line.key]}
                      type={(text) =>
                        setTyped(({ [line.key]: _old, ...rest }) => (text === undefined ? rest : { ...rest, [line.key]: text }))
                      }
                    />
                  ))}
                </Stack>
              )}
            </Shown>
          </Section>
        }
        right={<Picture kind={kind} language={language} typed={typed} />}
      />
    </ContentPage>
  );
}

function Words({
  line,
  language,
  typed,
  type,
}: {
  line: Line;
  language: Language;
  typed: string | undefined;
  type: (text: string | undefined) => void;
}) {
  const may = useMay();
  const act = useOwnText(line.key);
  const labels: Record<string, string> = { subject: t("Subject"), title: t("Heading"), text: t("Text"), action: t("Button") };
  const saved = line.own ?? line.own_everywhere ?? line.text ?? line.english;
  const text = typed ?? saved;
  const values = [...new Set([...line.english.matchAll(/\{(\w+)/g)].map(([, name]) => `{${name}}`))];
  const error = act.error instanceof GrapevineError ? (act.error.problem.errors?.[0]?.message ?? act.error.message) : act.error?.message;
  const save = (next: string | null): void =>
    act.mutate({ text: next, language, before: line.own }, { onSuccess: () => type(undefined) });
  return (
    <form onSubmit={(event) => (event.preventDefault(), save(text))}>
      <Textarea
        label={labels[line.key.split(".").at(-1)!]}
        minRows={1}
        value={text}
        readOnly={!may("settings:write")}
        dir={isRightToLeft(language) ? "rtl" : "auto"}
        error={error}
        description={values.length === 0 ? undefined : t("Values: {values}", { values: values.join(" ") })}
        onChange={(event) => type(event.currentTarget.value === saved ? undefined : event.currentTarget.value)}
      />
      <Group gap="xs" mt={4} justify="flex-end">
        {line.own !== null && (
          <Button size="compact-sm" variant="subtle" loading={act.isPending} onClick={() => save(null)}>
            {t("Back to our text")}
          </Button>
        )}
        {typed !== undefined && (
          <Button size="compact-sm" type="submit" loading={act.isPending} disabled={text.trim() === ""}>
            {t("Save")}
          </Button>
        )}
      </Group>
    </form>
  );
}

function Picture({ kind, language, typed }: { kind: string; language: Language; typed: Record<string, string> }) {
  const search = route.useSearch();
  const set = useSetSearch();
  const scheme = schemeOf(search.scheme);
  const words = Object.fromEntries(
    Object.entries(typed)
      .filter(([, text]) => text.trim() !== "")
      .map(([key, text]) => [`${language}:${key}`, text]),
  );
  const drawn = useDrawn("/v1/mail/preview", { kind, locale: language, words }, (body) =>
    unwrap(api.POST("/v1/mail/preview", { body: body as never })),
  );
  const part = search.part === "text" ? "text" : "html";
  return (
    <Section title={t("As it is read")} acts={<PreviewBar scheme={scheme} language={language} set={set} />}>
      <Stack gap="sm">
        <SegmentedControl
          size="xs"
          aria-label={t("Part of the mail")}
          style={{ alignSelf: "flex-start" }}
          value={part}
          data={[
            { value: "html", label: t("As most see it") },
            { value: "text", label: t("Plain text") },
          ]}
          onChange={(value) => set({ part: value === "html" ? undefined : value })}
        />
        {drawn.error && <ErrorState error={drawn.error} />}
        {drawn.data === undefined ? (
          !drawn.error && <Lines n={8} height={32} />
        ) : (
          <Box opacity={drawn.isPlaceholderData || drawn.error ? 0.6 : 1}>
            <Text size="sm" mb="xs" dir="auto">
              <Text span c="dimmed" size="sm">
                {t("Subject:")}{" "}
              </Text>
              <strong>{drawn.data.subject}</strong>
            </Text>
            {part === "text" ? (
              <Code block dir="auto" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                {drawn.data.text}
              </Code>
            ) : (
              <Preview html={drawn.data.html} title={t("Preview of the mail")} device="phone" scheme={scheme} />
            )}
          </Box>
        )}
      </Stack>
    </Section>
  );
}

function SendSample({ kind, language }: { kind: string; language: Language }) {
  const may = useMay();
  const act = useAct<{ reason: string }, { id: string; to: string }>({
    run: () => unwrap(api.POST("/v1/mail/test", { body: { kind, locale: language } as never })) as Promise<{ id: string; to: string }>,
    changes: ["/v1/mail"],
    done: ({ to }) => t("On its way to {to}. Developers, Mailbox says what became of it.", { to }),
  });
  if (!may("messages:write")) return null;
  return (
    <AskAct
      label={t("Send it to me")}
      act={act}
      consequence={t("A sample in {language} with made-up values goes to your own address, marked as a test. Nobody else gets it.", {
        language: LANGUAGES[language],
      })}
    />
  );
}
