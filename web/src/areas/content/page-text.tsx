/** A text that is one for all languages, or one for each. */
import { Button, Group, Text, TextInput, Textarea } from "@mantine/core";
import { t } from "../../words/say.ts";
import { LANGUAGES, isRightToLeft, type Language } from "./languages.ts";

export type PageText = string | Record<string, string>;

type Props = {
  label: string;
  value: PageText | undefined;
  language: Language;
  most: number;
  long?: boolean;
  required?: boolean;
  /** What is said when nothing is written. */
  help?: string;
  error?: string | undefined;
  change: (next: PageText | undefined) => void;
};

/** Written for every language until somebody says "per language"; then for the one that is looked at. */
export function PageTextField({ label, value, language, most, long = false, required = false, help, error, change }: Props) {
  const each = typeof value === "object";
  const text = each ? (value[language] ?? "") : (value ?? "");
  const others = each ? Object.keys(value).filter((tag) => tag !== language && value[tag] !== "") : [];
  const write = (next: string): void => {
    if (!each) return change(next === "" && !required ? undefined : next);
    const rest = Object.fromEntries(Object.entries(value).filter(([tag]) => tag !== language));
    const all = next === "" ? rest : { ...rest, [language]: next };
    change(Object.keys(all).length === 0 && !required ? undefined : all);
  };
  const Input = long ? Textarea : TextInput;
  const tooLong = [...text].length > most;
  return (
    <div>
      <Input
        label={each ? t("{label} ({language})", { label, language: LANGUAGES[language] }) : label}
        value={text}
        dir={each && isRightToLeft(language) ? "rtl" : "auto"}
        lang={each ? language : undefined}
        required={required}
        withAsterisk={required}
        description={each && text === "" && others.length > 0 ? t("Not written in this language: readers get another that is.") : help}
        error={tooLong ? t("At most {n} characters.", { n: most }) : error}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <Group gap="xs" mt={2} justify="space-between">
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={() => change(each ? text || Object.values(value)[0] || (required ? "" : undefined) : { [language]: text })}
        >
          {each ? t("The same in every language") : t("Write it per language")}
        </Button>
        <Text size="xs" c={tooLong ? "rust" : "dimmed"} className="gv-number">
          {t("{n} of {most}", { n: [...text].length, most })}
        </Text>
      </Group>
    </div>
  );
}
