/** How it looks: in each language, for somebody of whom nothing is known, or for one person. */
import { Group, SegmentedControl, Select, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { Data } from "../../kit/json.tsx";
import { Section } from "../../kit/page.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { Shown } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
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
        {(data) => (
          <>
            <Text size="sm" mb="xs">
              <Text span c="dimmed" size="sm">
                {t("Subject")}{" "}
              </Text>
              <strong dir="auto">{data.subject}</strong>
            </Text>
            {as === "html" ? <MailFrame html={data.html} title={data.subject} /> : <Data value={data.text} label={t("As text")} />}
          </>
        )}
      </Shown>
    </Section>
  );
}
