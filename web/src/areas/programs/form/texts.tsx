/** Texts by language: disclosure and terms. */
import { Button, Group, Menu, Stack, Tabs, Text } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState } from "react";
import { language, t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { isTree } from "../draft/path.ts";
import { TextAt } from "./fields.tsx";

const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "tr", "ar", "ja"];

const nameOf = (tag: string): string => new Intl.DisplayNames([language()], { type: "language" }).of(tag) ?? tag;

export function Texts() {
  const { document, set, readOnly } = useDraft();
  const known = ["disclosure", "terms"].flatMap((field) => (isTree(document[field]) ? Object.keys(document[field]) : []));
  const tags = [...new Set(known.length === 0 ? ["en"] : known)];
  const [shown, show] = useState<string | null>(tags[0] ?? "en");
  const free = LANGUAGES.filter((tag) => !tags.includes(tag));
  return (
    <Tabs value={tags.includes(shown ?? "") ? shown : tags[0]} onChange={show} keepMounted={false}>
      <Group justify="space-between" mb="xs" gap="xs">
        <Tabs.List aria-label={t("Languages")}>
          {tags.map((tag) => (
            <Tabs.Tab key={tag} value={tag}>
              {nameOf(tag)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {!readOnly && (
          <Menu withinPortal>
            <Menu.Target>
              <Button size="compact-sm" variant="subtle" leftSection={<Plus size={14} />}>
                {t("Language")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {free.map((tag) => (
                <Menu.Item key={tag} onClick={() => (set(["disclosure", tag], " "), show(tag))}>
                  {nameOf(tag)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {tags.map((tag) => (
        <Tabs.Panel key={tag} value={tag} lang={tag}>
          <Stack gap="sm">
            <TextAt
              at={["disclosure", tag]}
              label={t("Disclosure")}
              help={t("What an advocate says beside her link, as she would say it.")}
              area
            />
            <TextAt
              at={["terms", tag]}
              label={t("Terms")}
              help={t("What people agree to. New words make a new version that they accept.")}
              area
            />
          </Stack>
        </Tabs.Panel>
      ))}
      <Text size="xs" c="dimmed" mt="xs">
        {t("Share texts, mails and pages are in Content.")}
      </Text>
    </Tabs>
  );
}
