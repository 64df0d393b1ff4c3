/** The terms of a program: which are in force, in which languages, who accepted them, and the next version. */
import { Alert, Badge, Group, Stack, Tabs, Text, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type Answer, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { list, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { type Draft, partOf, withPart } from "./draft.ts";
import { DraftBar, WithDraft } from "./draft-bar.tsx";
import { ContentPage, ForProgram } from "./frame.tsx";
import { isRightToLeft, LANGUAGES, type Language, languageOf } from "./languages.ts";
import { SideBySide } from "./side-by-side.tsx";
import { useSetSearch } from "./use-search.ts";

const route = getRouteApi("/content/terms");
type Texts = Record<string, string>;
type Accepted = Answer<"/v1/programs/{program}/terms/accepted">["data"][number];

export function Terms() {
  const { program } = route.useSearch();
  return (
    <ContentPage
      title={t("Terms")}
      text={t("What people accept when they take part. They are numbered: a new number is made only where the words change.")}
    >
      <ForProgram asked={program}>
        {(chosen, pick) => (
          <WithDraft key={chosen.key} program={chosen.key}>
            {(draft) => (
              <>
                <DraftBar draft={draft} pick={pick} />
                <Both draft={draft} />
              </>
            )}
          </WithDraft>
        )}
      </ForProgram>
    </ContentPage>
  );
}

function Both({ draft }: { draft: Draft }) {
  const path = { path: { program: draft.program.key } };
  const all = useQuery(read("/v1/programs/{program}/terms", path));
  const accepted = useQuery(read("/v1/programs/{program}/terms/accepted", path));
  const language = languageOf(route.useSearch().language);
  const current = all.data?.data.find((each) => each.terms === all.data.current);
  const now = accepted.data?.data.find((each) => each.terms === all.data?.current);
  return (
    <SideBySide
      left={
        <Writing
          draft={draft}
          language={language}
          live={current?.texts ?? {}}
          next={(all.data?.data[0]?.terms ?? 0) + 1}
          accepted={now}
        />
      }
      right={
        <Section title={t("Versions")}>
          <Shown of={all}>
            {({ data, current: inForce }) =>
              data.length === 0 ? (
                <EmptyState
                  title={t("No terms yet")}
                  text={t("Write them at the left; they are in force when the program is published.")}
                />
              ) : (
                <Stack gap="md" component="ul" m={0} p={0} style={{ listStyle: "none" }}>
                  {data.map((each) => (
                    <OneVersion
                      key={each.terms}
                      of={each}
                      inForce={each.terms === inForce}
                      language={language}
                      accepted={accepted.data?.data.find(({ terms }) => terms === each.terms)}
                    />
                  ))}
                </Stack>
              )
            }
          </Shown>
        </Section>
      }
    />
  );
}

const countOf = ({ people, more }: Accepted): string => (more ? t("more than {n}", { n: number(people) }) : number(people));

type VersionProps = {
  of: Answer<"/v1/programs/{program}/terms">["data"][number];
  inForce: boolean;
  language: Language;
  accepted: Accepted | undefined;
};

function OneVersion({ of, inForce, language, accepted }: VersionProps) {
  const set = useSetSearch();
  const isOpen = route.useSearch().version === String(of.terms);
  const text = of.texts[language] ?? Object.values(of.texts)[0] ?? "";
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <Text fw={600} size="sm">
          {t("Terms {n}", { n: of.terms })}
        </Text>
        {inForce ? (
          <Status tone="leaf" word={t("in force")} why={t("Who joins now accepts these.")} />
        ) : (
          <Status tone="gray" word={t("earlier")} why={t("Kept because people accepted them.")} />
        )}
      </Group>
      <Text size="xs" c="dimmed">
        {Date.parse(of.effective_from) < 1000 ? (
          t("Since version {n} of the program, from its beginning", { n: of.version })
        ) : (
          <>
            {t("Since version {n} of the program,", { n: of.version })} <When at={of.effective_from} exact />
          </>
        )}
      </Text>
      <Text size="sm">
        {accepted === undefined ? "…" : t("Accepted by: {n}", { n: countOf(accepted) })}
        {accepted?.last_at != null && (
          <Text span size="xs" c="dimmed">
            {" "}
            {t("last")} <When at={accepted.last_at} />
          </Text>
        )}
      </Text>
      <Group gap={4} my={4}>
        {Object.keys(of.texts).map((tag) => (
          <Badge key={tag} variant="light" color="gray" tt="none" lang={tag}>
            {tag in LANGUAGES ? LANGUAGES[tag as Language] : tag}
          </Badge>
        ))}
      </Group>
      <details
        open={isOpen}
        onToggle={(event) =>
          event.currentTarget.open !== isOpen && set({ version: event.currentTarget.open ? String(of.terms) : undefined })
        }
      >
        <summary style={{ cursor: "pointer", fontSize: 14 }}>{t("Read them")}</summary>
        <Text size="sm" mt="xs" dir="auto" className="gv-text" style={{ whiteSpace: "pre-wrap" }}>
          {text}
        </Text>
      </details>
    </li>
  );
}

type WritingProps = { draft: Draft; language: Language; live: Texts; next: number; accepted: Accepted | undefined };

function Writing({ draft, language, live, next, accepted }: WritingProps) {
  const may = useMay();
  const set = useSetSearch();
  const texts = partOf<Texts>(draft.doc, ["terms"]) ?? {};
  const changed = Object.keys(LANGUAGES).filter((tag) => (texts[tag] ?? "") !== (live[tag] ?? ""));
  const missing = Object.keys(live).filter((tag) => (texts[tag] ?? "").trim() === "");
  return (
    <Section title={t("The next version")} text={t("By language. It is in force from the moment the program is published.")}>
      <Stack gap="sm">
        <Tabs value={language} onChange={(tag) => set({ language: tag ?? undefined })}>
          <Tabs.List style={{ flexWrap: "nowrap", overflowX: "auto" }} aria-label={t("Language")}>
            {Object.entries(LANGUAGES).map(([tag, name]) => (
              <Tabs.Tab key={tag} value={tag} lang={tag}>
                {name} {(texts[tag] ?? "") === "" ? "" : "•"}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
        <Textarea
          label={t("Terms in {language}", { language: LANGUAGES[language] })}
          minRows={14}
          maxRows={30}
          value={texts[language] ?? ""}
          readOnly={!may("programs:write")}
          dir={isRightToLeft(language) ? "rtl" : "auto"}
          error={[...(texts[language] ?? "")].length > 100_000 ? t("At most {n} characters.", { n: number(100_000) }) : undefined}
          onChange={(event) => draft.change(withPart(draft.doc, ["terms", language], event.currentTarget.value || undefined))}
        />
        {missing.length > 0 && (
          <Alert color="amber" title={t("A language is missing")}>
            {t("The terms in force are written in {languages} too. People who accept in that language would find none.", {
              languages: list(missing.map((tag) => LANGUAGES[tag as Language] ?? tag)),
            })}
          </Alert>
        )}
        {changed.length > 0 ? (
          <Alert color="sky" title={t("What happens when you publish")}>
            <Text size="sm">
              {t("These become terms {n}, changed in {languages}.", {
                n: next,
                languages: list(changed.map((tag) => LANGUAGES[tag as Language])),
              })}
            </Text>
            <Text size="sm">
              {accepted === undefined || accepted.people === 0
                ? t("Nobody has accepted earlier ones, so nobody is written to.")
                : t("Who accepted earlier ones ({n}) and still takes part gets one mail that asks to accept these.", {
                    n: countOf(accepted),
                  })}
            </Text>
            <Text size="sm" mt={4}>
              <Link to="/content/mails/$kind" params={{ kind: "terms_changed" }}>
                {t("See that mail")}
              </Link>
            </Text>
          </Alert>
        ) : (
          <Text size="sm" c="dimmed">
            {t("The same words as those in force: publishing asks nobody to accept anything again.")}
          </Text>
        )}
      </Stack>
    </Section>
  );
}
