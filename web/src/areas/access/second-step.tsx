/** After the password: the code that an authenticator shows, or one of the recovery codes. */
import { Anchor, Button, PinInput, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { t } from "../../words/say.ts";
import { enter, useStep } from "./auth.ts";
import { AccessFrame, Wrong } from "./frame.tsx";

export function SecondStep() {
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState("");
  const totp = useStep<{ code: string }>("two-factor/verify-totp", enter);
  const backup = useStep<{ code: string }>("two-factor/verify-backup-code", enter);
  const act = recovery ? backup : totp;
  const go = (value: string): void => void (value.trim() !== "" && act.mutate({ code: value.trim() }));
  return (
    <AccessFrame
      title={t("Your one-time code")}
      text={
        recovery
          ? t("Type one of the recovery codes that you kept. Each works once.")
          : t("Open your authenticator and type the six digits.")
      }
    >
      <form onSubmit={(event) => (event.preventDefault(), go(code))}>
        <Stack gap="sm">
          <Wrong error={act.error} />
          {recovery ? (
            <TextInput
              label={t("Recovery code")}
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
              autoFocus
              autoComplete="off"
            />
          ) : (
            <PinInput
              length={6}
              type="number"
              size="md"
              oneTimeCode
              autoFocus
              aria-label={t("One-time code")}
              value={code}
              onChange={setCode}
              onComplete={go}
            />
          )}
          <Button type="submit" size="md" loading={act.isPending}>
            {t("Go on")}
          </Button>
          <Text size="sm">
            <Anchor component="button" type="button" onClick={() => (setRecovery(!recovery), setCode(""))}>
              {recovery ? t("Use the authenticator") : t("I do not have my authenticator")}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </AccessFrame>
  );
}
