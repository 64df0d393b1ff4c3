/** The business's looks: name, logo, colours with what the guard makes of them, font, corners; seen before they are saved. */
import { Box, SegmentedControl, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { api, currentSlug, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useMay, useMe } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { SaveBar, takeErrors, useKeptForm } from "../../kit/form.tsx";
import { Section } from "../../kit/page.tsx";
import { ErrorState, Lines, Shown } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { BrandFields, type BrandValues, brandOf, valuesOf } from "./brand-fields.tsx";
import { Pairs } from "./brand-pairs.tsx";
import { ContentPage, nameOf, usePrograms } from "./frame.tsx";
import { PortalFrame } from "./portal-frame.tsx";
import { Preview, PreviewBar, deviceOf, schemeOf } from "./preview.tsx";
import { drawLanding, useDrawn } from "./shown.ts";
import { SideBySide } from "./side-by-side.tsx";
import { useSetSearch } from "./use-search.ts";

const route = getRouteApi("/content/brand");

export function Brand() {
  const settings = useQuery(read("/v1/settings"));
  return (
    <ContentPage
      title={t("Brand")}
      text={t("Pages, mails and the portal wear your looks. Colours that could not be read are moved until they can.")}
    >
      <Shown of={settings}>{(data) => <Editor saved={(data.settings["brand"] ?? {}) as object} />}</Shown>
    </ContentPage>
  );
}

function Editor({ saved }: { saved: object }) {
  const may = useMay();
  const initial = valuesOf(saved);
  const form = useKeptForm<BrandValues>("brand", initial);
  const put = (brand: object) => unwrap(api.PATCH("/v1/settings", { body: { settings: { brand: brand as never } } }));
  const save = useAct<BrandValues>({
    run: (values) => put(brandOf(values)),
    changes: ["/v1/settings", "/v1/portal", "/v1/mail/preview", "/v1/programs/{program}/landing/preview"],
    done: () => t("Saved. Pages, portal and mails look like this from now on."),
    undo: async () => (await put(saved), form.setValues(initial)),
  });
  const dirty = JSON.stringify(brandOf(form.values)) !== JSON.stringify(brandOf(initial));
  const brand = brandOf(form.values);
  const tokens = useDrawn("/v1/brand/preview", brand, (body) => unwrap(api.POST("/v1/brand/preview", { body: body as never })));
  return (
    <form
      onSubmit={form.onSubmit((values) =>
        save.mutate(values, {
          onSuccess: form.forget,
          onError: (error) => takeErrors({ setErrors: (errors) => form.setErrors(withoutPrefix(errors)) }, error),
        }),
      )}
    >
      <SideBySide
        left={
          <Stack gap="md">
            <BrandFields form={form} readOnly={!may("settings:write")} />
            <Section title={t("Can it be read")} text={t("Every text with its ground, as people see it. 4.5 to 1 and more can be read.")}>
              {tokens.data === undefined ? (
                tokens.error ? (
                  <ErrorState error={tokens.error} />
                ) : (
                  <Lines n={4} />
                )
              ) : (
                <Pairs of={tokens.data.pairs} />
              )}
            </Section>
            {may("settings:write") && <SaveBar error={save.error} pending={save.isPending} dirty={dirty} />}
          </Stack>
        }
        right={<Seen brand={brand} tokens={tokens.data} />}
      />
    </form>
  );
}

/** `settings.brand.primary` -> `primary`. */
const withoutPrefix = (errors: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).map(([path, message]) => [path.replace(/^settings\.brand\./, ""), message]));

type Tokens = { light: Record<string, string>; dark: Record<string, string> };

function Seen({ brand, tokens }: { brand: object; tokens: Tokens | undefined }) {
  const search = route.useSearch();
  const set = useSetSearch();
  const { rows } = usePrograms();
  const [device, scheme] = [deviceOf(search.device), schemeOf(search.scheme)];
  const show = search.show === "portal" || search.show === "mail" ? search.show : "page";
  const program = rows?.find((each) => each.key === search.program) ?? rows?.find((each) => each.status === "live") ?? rows?.[0];
  return (
    <Section title={t("As people see it")} acts={<PreviewBar {...{ device, scheme, set }} />}>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t("What is shown")}
          value={show}
          data={[
            { value: "page", label: t("Landing page") },
            { value: "portal", label: t("Portal") },
            { value: "mail", label: t("Mail") },
          ]}
          onChange={(value) => set({ show: value === "page" ? undefined : value })}
        />
        {show === "mail" && <InMail brand={brand} device={device} scheme={scheme} />}
        {show !== "mail" && rows !== undefined && program === undefined && (
          <Text size="sm" c="dimmed">
            {t("There is no program yet whose pages could be shown. Look at a mail.")}
          </Text>
        )}
        {show === "page" && program !== undefined && (
          <OnPage brand={brand} program={program.key} document={(program.draft ?? program.definition)!} device={device} scheme={scheme} />
        )}
        {show === "portal" && program !== undefined && (
          <InPortal name={nameOf(program)} program={program.key} tokens={tokens} brand={brand} device={device} scheme={scheme} />
        )}
      </Stack>
    </Section>
  );
}

type Looks = { brand: object; device: "phone" | "desktop"; scheme: "light" | "dark" };

function OnPage({ brand, program, document, device, scheme }: Looks & { program: string; document: object }) {
  const drawn = useDrawn(
    "/v1/programs/{program}/landing/preview",
    { program, definition: document, locale: "en", variant: "", brand },
    drawLanding,
  );
  if (drawn.data === undefined) return drawn.error ? <ErrorState error={drawn.error} /> : <Lines n={8} height={36} />;
  return (
    <Box opacity={drawn.isPlaceholderData || drawn.error ? 0.6 : 1}>
      <Preview html={drawn.data.html} title={t("Preview of the landing page")} device={device} scheme={scheme} />
    </Box>
  );
}

function InMail({ brand, device, scheme }: Looks) {
  const drawn = useDrawn("/v1/mail/preview", { kind: "reward_available", locale: "en", brand }, (body) =>
    unwrap(api.POST("/v1/mail/preview", { body: body as never })),
  );
  if (drawn.data === undefined) return drawn.error ? <ErrorState error={drawn.error} /> : <Lines n={8} height={36} />;
  return <Preview html={drawn.data.html} title={t("Preview of the mail")} device={device} scheme={scheme} />;
}

function InPortal({ program, tokens, brand, device, scheme }: Looks & { program: string; name: string; tokens: Tokens | undefined }) {
  const me = useMe();
  const query = { program, ...(currentSlug === null ? {} : { workspace: currentSlug }) };
  const home = useQuery({ ...read("/v1/portal", { query }), retry: false });
  if (home.data === undefined || tokens === undefined)
    return home.error ? (
      <Text size="sm" c="dimmed">
        {t("This program has no portal before it is published.")}
      </Text>
    ) : (
      <Lines n={8} height={36} />
    );
  const { name, logo_url } = brand as { name?: string; logo_url?: string };
  const looks = {
    ...home.data.brand,
    tokens: { light: tokens.light, dark: tokens.dark },
    name: name ?? me.workspace.name,
    logo_url: logo_url ?? null,
  };
  return <PortalFrame home={{ ...home.data, brand: looks }} token={null} language="en" device={device} scheme={scheme} />;
}
