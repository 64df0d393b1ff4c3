/** The workspace's own settings: what it is called, whose clock it keeps, whom it writes to and where its links may lead. */
import { Select, SimpleGrid, Stack, TagsInput, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, read } from "../../api/query.ts";
import { useMay, useMe } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { CURRENCIES } from "../../kit/currencies.ts";
import { SaveBar, takeErrors, useKeptForm } from "../../kit/form.tsx";
import { Facts, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Copyable, When } from "../../kit/values.tsx";
import { language, t } from "../../words/say.ts";
import { SettingsFrame } from "./frame.tsx";
import { CloseWorkspace } from "./close.tsx";
import { FurtherWorkspace } from "./further-workspace.tsx";

type Settings = Answer<"/v1/settings">;
/** Languages that mails and pages are written in. */
const LOCALES = ["en", "de", "fr", "es", "it", "pt-BR", "nl", "pl", "ja", "zh-Hans", "ar", "he"];

export function WorkspacePage() {
  const settings = useQuery(read("/v1/settings"));
  return (
    <SettingsFrame title={t("Workspace")} text={t("Your business as everybody meets it: name, time zone, language, addresses.")}>
      <Shown of={settings}>{(data) => <Form key={data.slug} settings={data} />}</Shown>
      <FurtherWorkspace />
      <CloseWorkspace />
    </SettingsFrame>
  );
}

function Form({ settings }: { settings: Settings }) {
  const may = useMay()("settings:write");
  const { workspace } = useMe();
  const own = settings.settings as { currency?: string; locale?: string; allowed_origins?: string[]; operator_email?: string | null };
  const initial: Values = {
    name: settings.name,
    zone: settings.zone,
    currency: own.currency ?? workspace.currency,
    locale: own.locale ?? "en",
    operator_email: own.operator_email ?? "",
    allowed_origins: own.allowed_origins ?? [],
  };
  const form = useKeptForm<Values>("workspace", initial);
  const act = useAct({
    run: () => {
      const { name, zone, currency, locale, operator_email, allowed_origins } = form.values;
      return unwrap(
        api.PATCH("/v1/settings", {
          body: {
            name,
            zone,
            settings: { currency, locale, operator_email: operator_email === "" ? null : operator_email, allowed_origins },
          },
        }),
      );
    },
    changes: ["/v1/settings", "/v1/me"],
    done: () => t("The settings are saved."),
    after: () => (form.forget(), form.resetDirty()),
  });
  const save = (): void =>
    act.mutate(undefined, { onError: (error) => takeErrors({ setErrors: (found) => form.setErrors(flat(found)) }, error) });
  return (
    <>
      <Section title={t("What it is")}>
        <form onSubmit={(event) => (event.preventDefault(), save())}>
          <Stack gap="md">
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <TextInput
                label={t("Name")}
                description={t("Stands in mails and on pages.")}
                required
                disabled={!may}
                {...form.getInputProps("name")}
              />
              <ZoneAndCurrency form={form} was={initial} />
              <Select
                label={t("Language")}
                description={t("Who says no other is written to in this one.")}
                allowDeselect={false}
                disabled={!may}
                data={LOCALES.map((tag) => ({ value: tag, label: languageName(tag) }))}
                {...form.getInputProps("locale")}
              />
              <TextInput
                label={t("Where you are written to")}
                description={t("Questions, warnings and the week's figures go to this address.")}
                type="email"
                disabled={!may}
                {...form.getInputProps("operator_email")}
              />
            </SimpleGrid>
            <TagsInput
              label={t("Sites that links may lead to")}
              description={t("Besides each program's own page. Whole origins: https://shop.example")}
              disabled={!may}
              {...form.getInputProps("allowed_origins")}
            />
            {may && <SaveBar error={act.error} pending={act.isPending} dirty={form.isDirty()} />}
          </Stack>
        </form>
      </Section>
      <Section title={t("What does not change")}>
        <Facts
          of={[
            [t("Part of every link"), <Copyable key="slug" value={workspace.slug} />],
            [t("Since"), <When key="since" at={settings.created_at} exact />],
            [t("Sandbox"), workspace.sandbox ? t("Yes: nothing here is real") : t("No")],
          ]}
        />
      </Section>
    </>
  );
}

type Values = { name: string; zone: string; currency: string; locale: string; operator_email: string; allowed_origins: string[] };

/** What changing either means stands below it as soon as another one is chosen. */
function ZoneAndCurrency({ form, was }: { form: ReturnType<typeof useKeptForm<Values>>; was: Values }) {
  const may = useMay()("settings:write");
  return (
    <>
      <Select
        label={t("Time zone")}
        description={
          form.values.zone === was.zone
            ? t("Months, days and quiet hours are those of this zone.")
            : t("From now on days end at another hour. Reports are counted anew in the new zone; what was granted stays.")
        }
        searchable
        allowDeselect={false}
        disabled={!may}
        data={zones(was.zone)}
        {...form.getInputProps("zone")}
      />
      <Select
        label={t("Currency")}
        description={
          form.values.currency === was.currency
            ? t("What new amounts begin with: programs, goals, adjustments.")
            : t("Holds for what is made from now on. What was promised, granted or paid keeps its own currency.")
        }
        searchable
        allowDeselect={false}
        disabled={!may}
        data={currencies(was.currency)}
        {...form.getInputProps("currency")}
      />
    </>
  );
}

/** The API names `settings.locale`; the form's field is `locale`. */
function flat(found: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(found).map(([name, message]) => [name.replace(/^settings\./, "").replace(/\.\d+$/, ""), message]),
  );
}

function zones(own: string): string[] {
  const all = Intl.supportedValuesOf("timeZone");
  return [...new Set([own, "UTC", ...all])];
}

/** With its name, so that it is found by either. */
function currencies(own: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames([language()], { type: "currency" });
  return [...new Set([own, ...CURRENCIES])].map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }));
}

function languageName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
}
