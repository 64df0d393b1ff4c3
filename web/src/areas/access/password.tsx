/** Signing in: with a password, by a link that is mailed, or by the installation's provider. */
import { Alert, Anchor, Button, Divider, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { t } from "../../words/say.ts";
import { enter, useAuthOptions, useStep } from "./auth.ts";
import { AccessFrame, Wrong } from "./frame.tsx";
import { SecondStep } from "./second-step.tsx";

type Sent = "link" | "reset" | null;

export function PasswordPage() {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [second, setSecond] = useState(false);
  const [sent, setSent] = useState<Sent>(null);
  const signIn = useStep<{ email: string; password: string }>("sign-in/email", (answer) =>
    answer.twoFactorRedirect ? setSecond(true) : enter(),
  );
  const mailLink = useStep<{ email: string }>("sign-in/magic-link", () => setSent("link"));
  const mailReset = useStep<{ email: string }>("request-password-reset", () => setSent("reset"));
  if (second) return <SecondStep />;
  if (sent !== null) return <MailSent sent={sent} email={email} again={() => setSent(null)} />;
  const needsEmail = !/\S@\S/.test(email);
  return (
    <AccessFrame title={t("Sign in")}>
      <Failed />
      <form onSubmit={(event) => (event.preventDefault(), signIn.mutate({ email: email.trim(), password }))}>
        <Stack gap="sm">
          <Wrong error={signIn.error ?? mailLink.error ?? mailReset.error} />
          <TextInput
            label={t("E-mail address")}
            type="email"
            name="email"
            autoComplete="username"
            required
            size="md"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t("Password")}
            name="password"
            autoComplete="current-password"
            required
            size="md"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" size="md" loading={signIn.isPending}>
            {t("Sign in")}
          </Button>
        </Stack>
      </form>
      <Divider label={t("or")} />
      <Stack gap="xs">
        <Provider />
        <Button
          variant="default"
          size="md"
          disabled={needsEmail}
          loading={mailLink.isPending}
          onClick={() => mailLink.mutate({ email: email.trim() })}
        >
          {t("Mail me a link")}
        </Button>
        <Text size="sm" c="dimmed">
          {needsEmail ? (
            t("Type your e-mail address first. Forgot your password? We mail you a link for that too.")
          ) : (
            <Anchor component="button" type="button" onClick={() => mailReset.mutate({ email: email.trim() })}>
              {t("I forgot my password")}
            </Anchor>
          )}
        </Text>
      </Stack>
      <Text size="xs" c="dimmed">
        {t("No account yet? Ask an owner for an invitation. Whoever runs the server finds a sign-in link where it was started.")}
      </Text>
    </AccessFrame>
  );
}

function Provider() {
  const options = useAuthOptions();
  const provider = options.data?.provider ?? null;
  const back = new URLSearchParams(location.search).get("back");
  const leave = useStep<{ back: string | null }>("sign-in/social", (answer) => {
    if (answer.url !== undefined) location.assign(answer.url);
  });
  if (provider === null) return null;
  return (
    <>
      <Wrong error={leave.error} />
      <Button variant="default" size="md" loading={leave.isPending} onClick={() => leave.mutate({ back })}>
        {t("Sign in with {name}", { name: provider.name })}
      </Button>
    </>
  );
}

/** The provider sent her back without a yes. */
function Failed() {
  const search = new URLSearchParams(location.search);
  if (search.get("failed") === null) return null;
  return (
    <Alert color="rust" variant="light" role="alert" title={t("That did not work")}>
      {t("The provider did not say yes, or nobody of that verified e-mail address works here. Ask an owner for an invitation first.")}
    </Alert>
  );
}

function MailSent({ sent, email, again }: { sent: "link" | "reset"; email: string; again: () => void }) {
  return (
    <AccessFrame
      title={t("Look at your mail")}
      text={
        sent === "link"
          ? t("If {email} has an account, a link is on its way. Open it in this browser within 10 minutes.", { email })
          : t("If {email} has an account, a link to choose a new password is on its way. It is good for an hour.", { email })
      }
    >
      <Button variant="default" onClick={again}>
        {t("Back")}
      </Button>
    </AccessFrame>
  );
}
