/** A secret that is shown this once: it is copied now, or made anew later. */
import { Alert, Button, Stack, Text } from "@mantine/core";
import { KeyRound } from "lucide-react";
import { Copyable } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";

export function SecretOnce({ secret, what, close }: { secret: string; what: string; close: () => void }) {
  return (
    <Stack>
      <Alert color="amber" icon={<KeyRound size={18} />} title={t("Copy {what} now", { what })}>
        <Text size="sm">{t("It is shown this once and kept sealed here. Lost it? Rotate it, and you get another one.")}</Text>
      </Alert>
      <Copyable value={secret} />
      <Button onClick={close}>{t("I have copied it")}</Button>
    </Stack>
  );
}
