/** How it looks: in each language, for somebody of whom nothing is known, or for one person. */
import { Alert, Group, SegmentedControl, Select, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Info } from "lucide-react";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { Data } from "../../kit/json.tsx";
import { Section } from "../../kit/page.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { Shown } from "../../kit/states.tsx";
import { language, t } from "../../words/say.ts";
import { MailFrame } from "../developers/mail.tsx";
import { type Announcement, languageName } from "./words.ts";

export function Preview({ of }: { of: Announcement }) {
  const { language } = useSearch({ strict: false }) as { language?: string };
  const navigate = useNavigate({ from: "/campaigns/announcements/$announcement" });
  const [person, setPerson] = useState<string | null>(null);
  const [as, setAs] = useState("html");
  const languages = Object.keys(of.texts);
  const locale = language ?? languages[0] ?? "en";
  const body = { locale, ...(person === null ? {} : { person }) };
  const seen = useQuery({
    queryKey: ["/v1/announcements/preview", of.id, body, of.texts, of.settings],
    queryFn: () => unwrap(api.POST("/v1/announcements/{announcement}/preview", { params: { path: { announcement: of.id } }, body })),
  });
  return (
    <Section
      title={t("How it looks")}
      acts={
        <SegmentedControl
          size="xs"
          value={as}
          onChange={setAs}
          data={[
            { value: "html", label: t("As shown") },
            { value: "text", label: t("As text") },
            ...(of.settings.notice ? [{ value: "side", label: t("In the portal") }] : []),
          ]}
        />
      }
    >
      <Group mb="sm" align="flex-end">
        <Select
          label={t("Language")}
          data={languages.map((each) => ({ value: each, label: languageName(each) }))}
          value={locale}
          onChange={(chosen) => void navigate({ search: (old) => ({ ...old, language: chosen ?? undefined }), replace: true })}
          allowDeselect={false}
          w={{ base: "100%", xs: 180 }}
        />
        <PickPerson label={t("As somebody")} placeholder={t("Nobody in particular")} value={person} onChange={setPerson} />
      </Group>
      <Shown of={seen}>
        {(data) =>
          as === "side" ? (
            <OnHerSide of={data} leads={of.settings.url !== null} locale={locale} />
          ) : (
            <>
              <Text size="sm" mb="xs">
                <Text span c="dimmed" size="sm">
                  {t("Subject")}{" "}
                </Text>
                <strong dir="auto">{data.subject}</strong>
              </Text>
              {as === "html" ? <MailFrame html={data.html} title={data.subject} /> : <Data value={data.text} label={t("As text")} />}
            </>
          )
        }
      </Shown>
    </Section>
  );
}

type Seen = { title: string; paragraphs: string[]; action: string | null };

/** As the portal shows it, on its first screen. Without an address of its own there is no button: she is where it would lead. */
function OnHerSide({ of, leads, locale }: { of: Seen; leads: boolean; locale: string }) {
  return (
    <Alert variant="light" color="sky" icon={<Info size={20} aria-hidden />} title={of.title} lang={locale} dir="auto" maw={560}>
      {of.paragraphs.map((text) => (
        <Text key={text} size="sm" mb={4} dir="auto" style={{ whiteSpace: "pre-line", overflowWrap: "anywhere" }}>
          {text}
        </Text>
      ))}
      {leads && of.action !== null && (
        <Text size="sm" fw={600} td="underline" dir="auto">
          {of.action}
        </Text>
      )}
      <Text size="xs" c="dimmed" mt="xs" lang={language()}>
        {t("With a button to put it away.")}
      </Text>
    </Alert>
  );
}
