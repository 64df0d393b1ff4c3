/** What advocates can send: per channel and language, with the disclosure always in it. */
import { Badge, Box, Group, NativeSelect, Stack, Tabs, Text, TextInput, Textarea } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { api, unwrap } from "../../api/client.ts";
import { useMay } from "../../app/me.ts";
import { Section } from "../../kit/page.tsx";
import { ErrorState, Lines } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { type Draft, partOf, withPart } from "./draft.ts";
import { DraftBar, WithDraft } from "./draft-bar.tsx";
import { ContentPage, ForProgram } from "./frame.tsx";
import { isRightToLeft, LANGUAGES, type Language, languageOf } from "./languages.ts";
import { Lacks, problemOf, shareFields } from "./share-fields.tsx";
import { useDrawn } from "./shown.ts";
import { SideBySide } from "./side-by-side.tsx";
import { useSetSearch } from "./use-search.ts";

const route = getRouteApi("/content/share");
type Texts = Record<string, string>;

export function Share() {
  const { program } = route.useSearch();
  return (
    <ContentPage
      title={t("Share texts")}
      text={t("What somebody can send with one tap. Her link and what she gets for it are always in it; she may change the rest.")}
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
  const set = useSetSearch();
  const language = languageOf(route.useSearch().language);
  const messages = partOf<Record<string, Texts>>(draft.doc, ["share", "messages"]) ?? {};
  const disclosures = partOf<Texts>(draft.doc, ["disclosure"]) ?? {};
  const texts = messages[language] ?? {};
  const readOnly = !may("programs:write");
  const write = (name: string, text: string): void => {
    const { [name]: _old, ...rest } = texts;
    const next = text === "" ? rest : { ...rest, [name]: text };
    draft.change(withPart(draft.doc, ["share", "messages", language], Object.keys(next).length === 0 ? undefined : next));
  };
  const disclosure = disclosures[language] ?? "";
  return (
    <SideBySide
      left={
        <Stack gap="md">
          <Tabs value={language} onChange={(tag) => set({ language: tag ?? undefined })}>
            <Tabs.List style={{ flexWrap: "nowrap", overflowX: "auto" }} aria-label={t("Language")}>
              {Object.entries(LANGUAGES).map(([tag, name]) => (
                <Tabs.Tab key={tag} value={tag} lang={tag}>
                  {name} {messages[tag] === undefined ? "" : "•"}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </Tabs>
          <Section title={t("Disclosure")}>
            <Textarea
              label={t("What the advocate gets, said by herself")}
              description={t(
                "Stands in every text, whatever else is in it. As a person says it: “I get 10 USD if you order through my link.”",
              )}
              value={disclosure}
              readOnly={readOnly}
              dir={isRightToLeft(language) ? "rtl" : "auto"}
              minRows={2}
              error={[...disclosure].length > 500 ? t("At most {n} characters.", { n: 500 }) : undefined}
              onChange={(event) => draft.change(withPart(draft.doc, ["disclosure", language], event.currentTarget.value || undefined))}
            />
            {disclosure.trim() === "" && (
              <Text size="sm" c="amber" mt={4}>
                {t("Not written in this language: readers get another one that is.")}
              </Text>
            )}
          </Section>
          <Section
            title={t("Texts")}
            text={t("{link} {code} and {disclosure} are filled in.", { link: "{link}", code: "{code}", disclosure: "{disclosure}" })}
          >
            <Stack gap="sm">
              {shareFields().map(({ name, label, most, help, short }) => {
                const text = texts[name] ?? "";
                const Input = short ? TextInput : Textarea;
                return (
                  <div key={name}>
                    <Input
                      label={label}
                      value={text}
                      readOnly={readOnly}
                      dir={isRightToLeft(language) ? "rtl" : "auto"}
                      description={help}
                      error={problemOf(text, most)}
                      onChange={(event) => write(name, event.currentTarget.value)}
                    />
                    {!short && !readOnly && <Lacks text={text} write={(next) => write(name, next)} />}
                  </div>
                );
              })}
            </Stack>
          </Section>
        </Stack>
      }
      right={<Drawn draft={draft} language={language} />}
    />
  );
}

function Drawn({ draft, language }: { draft: Draft; language: Language }) {
  const set = useSetSearch();
  const region = route.useSearch().region ?? "";
  const drawn = useDrawn(
    "/v1/programs/{program}/share/preview",
    { program: draft.program.key, definition: draft.doc, locale: language, region: region || null },
    ({ program, ...body }) =>
      unwrap(api.POST("/v1/programs/{program}/share/preview", { params: { path: { program } }, body: body as never })),
  );
  return (
    <Section
      title={t("As it is sent")}
      acts={
        <NativeSelect
          size="xs"
          aria-label={t("Where she lives")}
          value={region}
          data={[
            { value: "", label: t("Anywhere") },
            { value: "JP", label: t("Japan") },
            { value: "KR", label: t("South Korea") },
            { value: "TW", label: t("Taiwan") },
            { value: "TH", label: t("Thailand") },
          ]}
          onChange={(event) => set({ region: event.currentTarget.value || undefined })}
        />
      }
    >
      {drawn.error && <ErrorState error={drawn.error} />}
      {drawn.data === undefined ? (
        !drawn.error && <Lines n={6} />
      ) : (
        <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: "none" }} opacity={drawn.isPlaceholderData ? 0.6 : 1}>
          {drawn.data.channels
            .filter((each) => each.kind !== "qr")
            .map((each) => (
              <Box key={each.channel} component="li" data-channel={each.channel}>
                <Group justify="space-between" gap="xs">
                  <Text size="sm" fw={600}>
                    {each.label}
                  </Text>
                  <Length text={each.text} max={each.max} isSms={each.channel === "sms"} />
                </Group>
                {each.subject !== null && (
                  <Text size="sm" fw={500} dir="auto">
                    {each.subject}
                  </Text>
                )}
                <Text size="sm" dir="auto" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                  {each.text}
                </Text>
              </Box>
            ))}
        </Stack>
      )}
    </Section>
  );
}

/** What it is long, against what the network takes. */
function Length({ text, max, isSms }: { text: string; max: number | null; isSms: boolean }) {
  const n = [...text].length;
  if (isSms) {
    const parts = n <= 160 ? 1 : Math.ceil(n / 153);
    return (
      <Badge variant="light" color={parts > 1 ? "amber" : "gray"} tt="none">
        {t("{n} characters, {parts, plural, one {# message} other {# messages}}", { n, parts })}
      </Badge>
    );
  }
  return (
    <Badge variant="light" color={max !== null && n > max ? "rust" : "gray"} tt="none">
      {max === null ? t("{n, plural, one {# character} other {# characters}}", { n }) : t("{n} of {most}", { n, most: max })}
    </Badge>
  );
}
