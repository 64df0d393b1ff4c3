/** A link that was mailed. Nothing is used up by opening it: the button does. */
import { Anchor, Button, Stack } from "@mantine/core";
import { useState } from "react";
import { t } from "../../words/say.ts";
import { enter, useStep } from "./auth.ts";
import { AccessFrame, Wrong } from "./frame.tsx";
import { SecondStep } from "./second-step.tsx";

export function MailedLink({ token }: { token: string }) {
  const [second, setSecond] = useState(false);
  const redeem = useStep<{ token: string }>("link", (answer) => (answer.twoFactorRedirect ? setSecond(true) : enter()));
  if (second) return <SecondStep />;
  return (
    <AccessFrame title={t("Sign in by your link")} text={t("The link works once, in the browser in which you asked for it.")}>
      <Stack gap="sm">
        <Wrong error={redeem.error} />
        {redeem.error === null ? (
          <Button size="md" loading={redeem.isPending} onClick={() => redeem.mutate({ token })}>
            {t("Sign in")}
          </Button>
        ) : (
          <Anchor href="/app/sign-in">{t("Sign in another way")}</Anchor>
        )}
      </Stack>
    </AccessFrame>
  );
}
