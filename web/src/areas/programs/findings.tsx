/** What the linter says, where it says it: errors keep from publishing, warnings advise; a certain remedy is one press away. */
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { CircleX, TriangleAlert } from "lucide-react";
import { tell } from "../../kit/act.tsx";
import { t } from "../../words/say.ts";
import { useDraft } from "./draft/draft.tsx";
import type { Finding } from "./draft/preview.ts";
import { pathOf } from "./draft/path.ts";
import { useGoTo } from "./form/jump.ts";
import { isInForm } from "./form/parts.ts";
import { placeWords } from "./place-words.ts";

export function Findings({ of, go = false }: { of: readonly Finding[]; go?: boolean }) {
  if (of.length === 0) return null;
  return (
    <Stack gap="xs">
      {of.map((finding) => (
        <OneFinding key={`${finding.code}${finding.pointer}`} finding={finding} go={go} />
      ))}
    </Stack>
  );
}

function OneFinding({ finding, go }: { finding: Finding; go: boolean }) {
  const draft = useDraft();
  const isError = finding.severity === "error";
  const mend = (): void => {
    const before = draft.document;
    draft.apply(finding.remedy?.patch ?? []);
    tell(t("Done: {what}.", { what: finding.remedy?.title ?? "" }), async () => draft.replace(before));
  };
  return (
    <Alert
      color={isError ? "rust" : "amber"}
      variant="light"
      p="xs"
      icon={isError ? <CircleX size={16} /> : <TriangleAlert size={16} />}
      title={`${isError ? t("Keeps it from being published") : t("Worth a look")}: ${placeWords(finding.pointer, draft.document)}`}
    >
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        {finding.message}
      </Text>
      <Group gap="xs" mt={4}>
        {finding.remedy !== undefined && !draft.readOnly && (
          <Button size="sm" variant="default" onClick={mend}>
            {finding.remedy.title}
          </Button>
        )}
        {go && <GoThere pointer={finding.pointer} />}
      </Group>
    </Alert>
  );
}

/** To the field of the form; to the place in the document where that is open, or where the form has no field. */
function GoThere({ pointer }: { pointer: string }) {
  const { document } = useDraft();
  const navigate = useNavigate();
  const goTo = useGoTo();
  const { view } = useSearch({ strict: false }) as { view?: string };
  if (view !== "document" && isInForm(pathOf(pointer)[0] ?? ""))
    return (
      <Button size="compact-sm" variant="subtle" onClick={() => goTo(pointer, document)}>
        {t("Show the field")}
      </Button>
    );
  const to = (): void => void navigate({ to: ".", search: (now: object) => ({ ...now, view: "document", at: pointer }) as never });
  return (
    <Button size="compact-sm" variant="subtle" onClick={to}>
      {t("Show in the document")}
    </Button>
  );
}
