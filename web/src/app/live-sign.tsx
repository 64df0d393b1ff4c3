/** Says that what is shown may be old, while no news arrive. Nothing while they do. */
import { Group, Text, Tooltip } from "@mantine/core";
import { CloudOff } from "lucide-react";
import { useLiveState } from "../api/live.ts";
import { t } from "../words/say.ts";

export function LiveSign() {
  const cut = useLiveState() === "cut";
  return (
    <div role="status">
      {cut && (
        <Tooltip label={t("News do not arrive at the moment. What you see may be old; it is asked again as soon as the line is back.")}>
          <Group gap={4} wrap="nowrap" c="amber">
            <CloudOff size={16} aria-hidden />
            <Text size="xs" style={{ whiteSpace: "nowrap" }}>
              {t("Not live")}
            </Text>
          </Group>
        </Tooltip>
      )}
    </div>
  );
}
