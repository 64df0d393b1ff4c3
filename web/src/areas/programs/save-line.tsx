/** Whether what is typed is on the server, in words. */
import { Button, Group, Text } from "@mantine/core";
import { Undo2 } from "lucide-react";
import { t } from "../../words/say.ts";
import { useDraft } from "./draft/draft.tsx";

export function SaveLine() {
  const { state, error, retry, revision, undo } = useDraft();
  const words = {
    saved: t("All changes are saved as a draft"),
    waiting: t("Not saved yet"),
    saving: t("Saving"),
    refused: t("Kept in this tab. Saved as soon as what is marked is mended: {why}", { why: error?.message ?? "" }),
    failed: t("Kept in this tab. The server did not take it; it is tried again. {why}", { why: error?.message ?? "" }),
    clash: t("Kept in this tab until you choose below"),
    text: t("Kept in this tab. Saved as soon as the text is complete"),
  }[state];
  return (
    <Group gap="xs" style={{ minWidth: 0, flex: "0 1 auto" }}>
      <Text
        size="sm"
        c={state === "refused" || state === "failed" || state === "clash" ? "rust" : "dimmed"}
        role="status"
        data-save={state}
        data-revision={revision}
      >
        {words}
      </Text>
      {undo !== null && (
        <Button size="compact-sm" variant="subtle" leftSection={<Undo2 size={14} />} onClick={undo}>
          {t("Step back")}
        </Button>
      )}
      {state === "failed" && (
        <Button size="compact-sm" variant="default" onClick={retry}>
          {t("Try again")}
        </Button>
      )}
    </Group>
  );
}
