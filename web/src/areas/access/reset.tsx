/** Choosing a new password by a link that was mailed. */
import { Anchor, Button, PasswordInput, Stack } from "@mantine/core";
import { useState } from "react";
import { t } from "../../words/say.ts";
import { useStep } from "./auth.ts";
import { AccessFrame, Wrong } from "./frame.tsx";

export function Reset({ token }: { token: string }) {
  const [password, setPassword] = useState("");
  const [done, setDone] = useState(false);
  const choose = useStep<{ token: string; newPassword: string }>("reset-password", () => setDone(true));
  if (done)
    return (
      <AccessFrame title={t("Your password is changed")} text={t("Every session of yours has ended. Sign in with the new password.")}>
        <Button component="a" href="/app/sign-in" size="md">
          {t("Sign in")}
        </Button>
      </AccessFrame>
    );
  return (
    <AccessFrame title={t("Choose a new password")} text={t("You are then signed out everywhere else.")}>
      <form onSubmit={(event) => (event.preventDefault(), choose.mutate({ token, newPassword: password }))}>
        <Stack gap="sm">
          <Wrong error={choose.error} />
          <PasswordInput
            label={t("New password")}
            description={t("At least 10 characters. A sentence is good.")}
            autoComplete="new-password"
            required
            minLength={10}
            size="md"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" size="md" loading={choose.isPending}>
            {t("Change the password")}
          </Button>
          {choose.error !== null && <Anchor href="/app/sign-in">{t("Ask for a new link")}</Anchor>}
        </Stack>
      </form>
    </AccessFrame>
  );
}
