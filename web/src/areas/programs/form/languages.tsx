/** One tab for each language in which something is written, and a way to add one. */
import { Button, Group, Menu, Tabs } from "@mantine/core";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { language, t } from "../../../words/say.ts";
import { LANGUAGES } from "../../content/languages.ts";
import { useDraft } from "../draft/draft.tsx";
import { pathOf } from "../draft/path.ts";
import { usePlace } from "./jump.ts";

export const languageName = (tag: string): string => new Intl.DisplayNames([language()], { type: "language" }).of(tag) ?? tag;

/** `written`: the languages that the document has. A finding's place that names one of them shows it. */
export function LanguageTabs({ written, children }: { written: readonly string[]; children: (tag: string) => ReactNode }) {
  const { readOnly } = useDraft();
  const [added, add] = useState<string[]>([]);
  const tags = [...new Set([...written, ...added])];
  if (tags.length === 0) tags.push("en");
  const named = pathOf(usePlace() ?? "").find((part) => tags.includes(part));
  const [chosen, choose] = useState<{ tag: string | null; at: string | undefined }>({ tag: null, at: named });
  const shown = (chosen.at === named ? chosen.tag : null) ?? named ?? tags[0]!;
  const show = (tag: string | null): void => choose({ tag, at: named });
  const free = Object.keys(LANGUAGES).filter((tag) => !tags.includes(tag));
  return (
    <Tabs value={tags.includes(shown) ? shown : tags[0]!} onChange={show} keepMounted={false}>
      <Group justify="space-between" mb="xs" gap="xs">
        <Tabs.List aria-label={t("Languages")}>
          {tags.map((tag) => (
            <Tabs.Tab key={tag} value={tag}>
              {languageName(tag)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {!readOnly && free.length > 0 && (
          <Menu withinPortal>
            <Menu.Target>
              <Button size="compact-sm" variant="subtle" leftSection={<Plus size={14} />}>
                {t("Language")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {free.map((tag) => (
                <Menu.Item key={tag} onClick={() => (add([...added, tag]), show(tag))}>
                  {languageName(tag)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
      {tags.map((tag) => (
        <Tabs.Panel key={tag} value={tag} lang={tag}>
          {children(tag)}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
