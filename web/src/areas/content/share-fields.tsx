/** What a share text is for, what each network takes, and what it must have in it. */
import { Button, Group, Text } from "@mantine/core";
import { t } from "../../words/say.ts";

type ShareField = { name: string; label: string; most: number; help?: string; short?: boolean };

/** The texts of a document by name, and what each network takes. */
export function shareFields(): ShareField[] {
  return [
    { name: "message", label: t("For every channel"), most: 5000, help: t("Said where a channel has no text of its own.") },
    { name: "whatsapp", label: t("WhatsApp"), most: 5000 },
    { name: "email_subject", label: t("E-mail: subject"), most: 200, short: true },
    { name: "email", label: t("E-mail: text"), most: 5000 },
    { name: "sms", label: t("SMS"), most: 5000, help: t("160 characters are one message, longer ones are paid as several.") },
    { name: "x", label: t("X"), most: 280 },
    { name: "linkedin_post", label: t("LinkedIn: post"), most: 3000 },
    { name: "linkedin_message", label: t("LinkedIn: message"), most: 5000 },
    { name: "linkedin_note", label: t("LinkedIn: note beside an invitation"), most: 300 },
    { name: "telegram", label: t("Telegram"), most: 5000 },
    { name: "line", label: t("LINE"), most: 5000 },
  ];
}

const KNOWN = new Set(["link", "code", "disclosure"]);

/** What is wrong with a text, said before it is saved. */
export function problemOf(text: string, most: number): string | undefined {
  const unknown = [...text.matchAll(/\{(\w*)\}/g)].map(([, name]) => name!).find((name) => !KNOWN.has(name));
  if (unknown !== undefined)
    return t("{name} is not filled in here. Known: {known}.", { name: `{${unknown}}`, known: "{link} {code} {disclosure}" });
  return [...text].length > most ? t("At most {n} characters.", { n: most }) : undefined;
}

/** What a text must have before it can be published, put in by one press. */
export function Lacks({ text, write }: { text: string; write: (next: string) => void }) {
  const lacking = ["{link}", "{disclosure}"].filter((each) => !text.includes(each));
  if (text === "" || lacking.length === 0) return null;
  return (
    <Group gap="xs" mt={4}>
      <Text size="xs" c="amber">
        {lacking.includes("{disclosure}")
          ? t("Without the disclosure in it, it cannot be published.")
          : t("Without the link in it, friends have nowhere to go.")}
      </Text>
      <Button size="compact-xs" variant="light" onClick={() => write(`${text} ${lacking.join(" ")}`)}>
        {t("Add {what}", { what: lacking.join(" ") })}
      </Button>
    </Group>
  );
}
