/** The landing page of a program: its blocks, or HTML of one's own, with the page as the server draws it beside. */
import { GrapevineError } from "@grapevine/sdk";
import { Box, Button, Group, NativeSelect, SegmentedControl, Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useMay } from "../../app/me.ts";
import { Section } from "../../kit/page.tsx";
import { ErrorState, Lines } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { BlockList } from "./block-list.tsx";
import { type Body, type LandingPage, USUAL } from "./blocks.ts";
import { type Draft, partOf, withPart } from "./draft.ts";
import { DraftBar, WithDraft } from "./draft-bar.tsx";
import { ContentPage, ForProgram } from "./frame.tsx";
import { PageSettings } from "./landing-settings.tsx";
import { Template } from "./landing-template.tsx";
import { languageOf } from "./languages.ts";
import { Preview, PreviewBar, deviceOf, schemeOf } from "./preview.tsx";
import { drawLanding, useDrawn } from "./shown.ts";
import { SideBySide } from "./side-by-side.tsx";
import { useSetSearch } from "./use-search.ts";

const route = getRouteApi("/content/landing");
const LANDING = ["pages", "landing"] as const;

export function Landing() {
  const { program } = route.useSearch();
  return (
    <ContentPage
      title={t("Landing page")}
      text={t("What a friend sees who follows a link: who recommends, what she gets, and one thing to do.")}
    >
      <ForProgram asked={program}>
        {(chosen, pick) => (
          <WithDraft key={chosen.key} program={chosen.key}>
            {(draft) => <Editor draft={draft} pick={pick} />}
          </WithDraft>
        )}
      </ForProgram>
    </ContentPage>
  );
}

function Editor({ draft, pick }: { draft: Draft; pick: React.ReactNode }) {
  const search = route.useSearch();
  const set = useSetSearch();
  const may = useMay();
  const language = languageOf(search.language);
  const [device, scheme] = [deviceOf(search.device), schemeOf(search.scheme)];
  const landing = partOf<LandingPage>(draft.doc, LANDING) ?? {};
  const variants = landing.variants ?? [];
  const at = variants.findIndex((each) => each.key === search.version);
  const body: Body = variants[at] ?? landing;
  const write = (next: Body): void => {
    const page = at < 0 ? next : { ...landing, variants: variants.map((each, i) => (i === at ? next : each)) };
    draft.change(withPart(draft.doc, LANDING, page));
  };
  const drawn = useDrawn(
    "/v1/programs/{program}/landing/preview",
    { program: draft.program.key, definition: draft.doc, locale: language, variant: variants[at]?.key ?? "" },
    drawLanding,
  );
  const own = body.template !== undefined;
  const errors = fieldErrors(drawn.error ?? draft.error, at);
  const frozen = !may("programs:write");
  return (
    <>
      <DraftBar draft={draft} pick={pick} />
      <SideBySide
        left={
          <fieldset disabled={frozen} style={{ border: 0, padding: 0, margin: 0, minWidth: 0 }}>
            <Stack gap="md">
              <Group gap="sm" align="flex-end">
                <Versions draft={draft} landing={landing} chosen={variants[at]?.key} />
                <SegmentedControl
                  aria-label={t("How the page is made")}
                  value={own ? "own" : "blocks"}
                  data={[
                    { value: "blocks", label: t("Blocks") },
                    { value: "own", label: t("Own HTML") },
                  ]}
                  onChange={(mode) => write(switched(body, mode))}
                />
              </Group>
              {own ? (
                <Template body={body} change={write} error={drawn.error} />
              ) : (
                <BlockList
                  blocks={body.blocks ?? USUAL}
                  language={language}
                  errors={errors}
                  change={(blocks) => write({ ...body, blocks })}
                  disabled={frozen}
                />
              )}
              {at < 0 && (
                <PageSettings
                  page={landing}
                  language={language}
                  errors={errors}
                  change={(page) => draft.change(withPart(draft.doc, LANDING, page))}
                />
              )}
            </Stack>
          </fieldset>
        }
        right={
          <Section title={t("As a friend sees it")} acts={<PreviewBar {...{ device, scheme, language, set }} />}>
            {drawn.error && !own && Object.keys(errors).length === 0 && <ErrorState error={drawn.error} />}
            {drawn.data === undefined ? (
              !drawn.error && <Lines n={8} height={40} />
            ) : (
              <Box opacity={drawn.isPlaceholderData || drawn.error ? 0.6 : 1}>
                <Preview html={drawn.data.html} title={t("Preview of the landing page")} device={device} scheme={scheme} />
              </Box>
            )}
          </Section>
        }
      />
    </>
  );
}

/** To blocks or to HTML of one's own. Blocks stay in the document while a template stands before them. */
function switched(body: Body, mode: string): Body {
  const { template: _template, css: _css, ...rest } = body;
  return mode === "own" ? { ...rest, template: BEGIN, css: "" } : rest;
}
const BEGIN = `<h1>{{ title }}</h1>
<p>{{ business.name }}</p>
{% for each in offer.friend %}
  <p><strong>{{ each.text }}</strong> {{ each.detail }}</p>
{% endfor %}
{{ action }}
`;

/** By path below the page's body: "blocks/0/title". The server's pointers name the whole document. */
function fieldErrors(error: Error | null, variant: number): Record<string, string> {
  if (!(error instanceof GrapevineError)) return {};
  const from = variant < 0 ? /^(?:\/definition)?\/pages\/landing\// : new RegExp(`^(?:/definition)?/pages/landing/variants/${variant}/`);
  return Object.fromEntries(
    (error.problem.errors ?? [])
      .filter(({ pointer }) => from.test(pointer))
      .map(({ pointer, message }) => [pointer.replace(from, ""), message]),
  );
}

function Versions({ draft, landing, chosen }: { draft: Draft; landing: LandingPage; chosen: string | undefined }) {
  const set = useSetSearch();
  const variants = landing.variants ?? [];
  const write = (next: LandingPage["variants"]): void => draft.change(withPart(draft.doc, LANDING, { ...landing, variants: next }));
  const add = (): void => {
    const key = ["b", "c", "d", "e", "f"].find((each) => !variants.some((one) => one.key === each)) ?? "x";
    write([...variants, { key, blocks: structuredClone(landing.blocks ?? USUAL) }]);
    set({ version: key });
  };
  return (
    <Group gap={6} align="flex-end">
      <NativeSelect
        label={t("Version")}
        description={variants.length > 0 ? t("Each link always shows the same one.") : undefined}
        value={chosen ?? ""}
        data={[{ value: "", label: t("The page") }, ...variants.map(({ key }) => ({ value: key, label: t("Version {key}", { key }) }))]}
        onChange={(event) => set({ version: event.currentTarget.value || undefined })}
      />
      {variants.length < 5 && (
        <Button variant="subtle" size="xs" mb={4} onClick={add}>
          {t("Try another version")}
        </Button>
      )}
      {chosen !== undefined && (
        <Button
          variant="subtle"
          color="rust"
          size="xs"
          mb={4}
          onClick={() => (write(variants.filter(({ key }) => key !== chosen)), set({ version: undefined }))}
        >
          {t("Remove this version")}
        </Button>
      )}
    </Group>
  );
}
