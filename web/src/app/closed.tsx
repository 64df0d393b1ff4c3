/** Above every page of a workspace that was closed: until when it can be brought back. */
import { Alert, Button, Group, Text } from "@mantine/core";
import { api, unwrap } from "../api/client.ts";
import { queries } from "../api/query.ts";
import { complain, tell } from "../kit/act.tsx";
import { instant } from "../words/format.ts";
import { t } from "../words/say.ts";
import { useMay, useMe } from "./me.ts";

export default function Closed() {
  const may = useMay()("workspaces:write");
  const { closing } = useMe().workspace;
  if (closing === null) return null;
  const open = (): void =>
    void unwrap(api.POST("/v1/workspaces/reopen", {})).then(
      async () => (tell(t("It is open again, as it was.")), await queries.invalidateQueries()),
      complain,
    );
  return (
    <Alert color="rust" variant="light" mb="md" py="xs">
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {t("This workspace is closed, and is erased on {date}. Until then you can read everything; nothing can be changed.", {
            date: instant(closing.erase_at, "date"),
          })}
        </Text>
        {may && (
          <Button size="xs" variant="default" onClick={open}>
            {t("Bring it back")}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
