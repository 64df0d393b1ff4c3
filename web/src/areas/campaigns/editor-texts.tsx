/** The words of an announcement, language by language. */
import { Alert, Button, Group, Menu, Stack, Tabs, Text, TextInput, Textarea } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { useKeptForm } from "../../kit/form.tsx";
import { Section } from "../../kit/page.tsx";
import { t } from "../../words/say.ts";
import { type Values, emptyText } from "./form.ts";
import { languageName } from "./words.ts";

/** Those that the product itself speaks. */
const LANGUAGES = ["en", "de", "fr", "es", "it", "pt-BR", "nl", "pl", "ar", "he", "ja", "zh-Hans"] as const;

export function TextsFields({ form }: { form: ReturnType<typeof useKeptForm<Values>> }) {
  const { texts } = form.values;
  const languages = Object.keys(texts);
  const [open, setOpen] = useState(languages[0] ?? "en");
  const shown = languages.includes(open) ? open : languages[0]!;
  const add = (language: string): void => {
    form.setFieldValue("texts", { ...texts, [language]: emptyText() });
    setOpen(language);
  };
  const remove = (): void => {
    const { [shown]: _, ...rest } = texts;
    form.setFieldValue("texts", rest);
  };
  return (
    <Section
      title={t("What it says")}
      text={t("Each reader gets her own language; where you have not written it, the first one.")}
      acts={
        <Menu>
          <Menu.Target>
            <Button size="xs" variant="default" leftSection={<Plus size={14} />}>
              {t("Another language")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {LANGUAGES.filter((each) => !languages.includes(each)).map((each) => (
              <Menu.Item key={each} lang={each} onClick={() => add(each)}>
                {languageName(each)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    >
      <Tabs value={shown} onChange={(chosen) => chosen !== null && setOpen(chosen)}>
        <Tabs.List mb="sm">
          {languages.map((each) => (
            <Tabs.Tab key={each} value={each} lang={each}>
              {languageName(each)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {languages.map((each) => (
          <Tabs.Panel key={each} value={each}>
            {form.errors[`texts.${each}`] !== undefined && (
              <Alert color="rust" variant="light" mb="sm">
                {form.errors[`texts.${each}`]}
              </Alert>
            )}
            <LanguageFields form={form} language={each} />
          </Tabs.Panel>
        ))}
      </Tabs>
      <Group justify="space-between" mt="sm">
        <Text size="xs" c="dimmed" className="gv-text">
          {t("Places: {places}. Behind a bar stands what is said where it is not known: {example}.", {
            places: "{name} {full_name} {product} {program} {business}",
            example: "{name|there}",
          })}
        </Text>
        {languages.length > 1 && (
          <Button size="compact-sm" variant="subtle" color="rust" onClick={remove}>
            {t("Remove {language}", { language: languageName(shown) })}
          </Button>
        )}
      </Group>
    </Section>
  );
}

function LanguageFields({ form, language }: { form: ReturnType<typeof useKeptForm<Values>>; language: string }) {
  const of = (field: string) => form.getInputProps(`texts.${language}.${field}`);
  return (
    <Stack gap="sm" lang={language}>
      <TextInput label={t("Subject")} required maxLength={200} dir="auto" {...of("subject")} />
      <TextInput label={t("Heading")} description={t("Empty: the subject again.")} maxLength={200} dir="auto" {...of("title")} />
      <Textarea
        label={t("Text")}
        description={t("An empty line begins a paragraph.")}
        required
        maxLength={5000}
        minRows={6}
        dir="auto"
        {...of("text")}
      />
      <TextInput
        label={t("Words on the button")}
        description={t("Empty: ours, in her language.")}
        maxLength={60}
        dir="auto"
        {...of("action")}
      />
    </Stack>
  );
}
