/** What the document has and the form has no fields for: named, kept, and one press away in the document view. */
import { Stack, Text } from "@mantine/core";
import { Section } from "../../../kit/page.tsx";
import { t } from "../../../words/say.ts";
import { useDraft } from "../draft/draft.tsx";
import { placeWords } from "../place-words.ts";
import { ToDocument } from "./to-document.tsx";

/** Parts that have fields in the form. */
export const IN_FORM: ReadonlySet<string> = new Set([
  "$schema",
  "key",
  "kind",
  "name",
  "description",
  "advocates",
  "friends",
  "stages",
  "qualifies_at",
  "destination",
  "attribution",
  "rewards",
  "tiers",
  "bonuses",
  "budget",
  "eligibility",
  "terms",
  "disclosure",
  "law",
  "margin_percent",
  "enabled",
  "levels",
  "contest",
  "leaderboard",
  "claims",
  "risk",
  "share",
  "pages",
]);

export function Elsewhere() {
  const { document } = useDraft();
  const others = Object.keys(document).filter((key) => !IN_FORM.has(key));
  if (others.length === 0) return null;
  return (
    <Section
      title={t("Also in this program")}
      text={t("The form has no fields for these. They stay as they are; the document view changes them.")}
    >
      <Stack gap={4}>
        {others.map((key) => (
          <Text key={key} size="sm">
            {placeWords([key], document)} <ToDocument at={`/${key}`} />
          </Text>
        ))}
      </Stack>
    </Section>
  );
}
