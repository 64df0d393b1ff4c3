/** Values as they are shown everywhere: an instant with its full form behind it, a status word with its colour, a code to copy. */
import { ActionIcon, Badge, Code, CopyButton, Group, Text, Tooltip } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { ago, instant, money } from "../words/format.ts";
import { language, t } from "../words/say.ts";

/** "3 minutes ago"; the whole instant, with its zone, when pointed at. */
export function When({ at, exact = false }: { at: string | null | undefined; exact?: boolean }) {
  if (at == null)
    return (
      <Text span c="dimmed">
        {t("never")}
      </Text>
    );
  return (
    <Tooltip label={instant(at, "full")}>
      <time dateTime={at} style={{ whiteSpace: "nowrap" }}>
        {exact ? instant(at) : ago(at)}
      </time>
    </Tooltip>
  );
}

/** Money of the API (`{ amount, currency }`) or a count of another unit (`{ amount, unit }`). */
export function Money({ of }: { of: { amount: number; currency?: string; unit?: string } | null | undefined }) {
  if (of == null)
    return (
      <Text span c="dimmed">
        {t("none")}
      </Text>
    );
  return <span className="gv-number">{money(of.amount, of.currency ?? of.unit ?? "")}</span>;
}

export type Tone = "leaf" | "amber" | "rust" | "sky" | "gray" | "vine";

/** A status: one word, one colour, and why in a sentence. Colour never stands alone. */
export function Status({ tone, word, why }: { tone: Tone; word: string; why?: string }) {
  const badge = (
    <Badge color={tone} variant="light" tt="none" fw={600} style={{ overflow: "visible", minWidth: "max-content" }}>
      {word.charAt(0).toLocaleUpperCase(language()) + word.slice(1)}
    </Badge>
  );
  return why === undefined ? badge : <Tooltip label={why}>{badge}</Tooltip>;
}

/** A code, an id, an address: in one click on the clipboard. */
export function Copyable({ value, shown }: { value: string; shown?: string }) {
  return (
    <Group gap={4} wrap="nowrap" style={{ minWidth: 0 }}>
      <Code style={{ overflowWrap: "anywhere" }}>{shown ?? value}</Code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <ActionIcon
            size={28}
            variant="subtle"
            color={copied ? "leaf" : "gray"}
            onClick={copy}
            aria-label={copied ? t("Copied") : t("Copy")}
          >
            {copied ? <Check size={14} /> : <Copy size={14} />}
          </ActionIcon>
        )}
      </CopyButton>
    </Group>
  );
}
