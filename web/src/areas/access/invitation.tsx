/** An invitation to work in a workspace: what it is, and accepting it. */
import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Lines } from "../../kit/states.tsx";
import { roleDoes, roleWord } from "../settings/role-words.ts";
import { t } from "../../words/say.ts";
import { step, useStep } from "./auth.ts";
import { AccessFrame, Wrong } from "./frame.tsx";

type Shown = { workspace: string; email: string; role: string; has_account: boolean; signed_in: boolean };
type Link = { slug: string; token: string };

export function Invitation({ link }: { link: Link }) {
  const shown = useQuery({
    queryKey: ["invitation", link.slug, link.token],
    queryFn: () => step<Shown>("invitation", link),
    retry: false,
  });
  if (shown.error)
    return (
      <AccessFrame
        title={t("This invitation is over")}
        text={t("It was used, withdrawn, or its week has passed. Ask whoever invited you for a new one.")}
      >
        <Button component="a" href="/app/sign-in" variant="default">
          {t("Sign in")}
        </Button>
      </AccessFrame>
    );
  if (shown.data === undefined)
    return (
      <AccessFrame title={t("An invitation")}>
        <Lines n={3} />
      </AccessFrame>
    );
  return <Accept shown={shown.data} link={link} />;
}

function Accept({ shown, link }: { shown: Shown; link: Link }) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const open = (): void => location.assign(`/app/${encodeURIComponent(link.slug)}`);
  const signIn = useStep<{ email: string; password: string }>("sign-in/email", open);
  const accept = useStep<Link & { account: { name: string; password: string } | null }>("invitation/accept", () =>
    shown.has_account ? open() : signIn.mutate({ email: shown.email, password }),
  );
  const needsSignIn = shown.has_account && !shown.signed_in;
  return (
    <AccessFrame
      title={t("Work with {workspace}", { workspace: shown.workspace })}
      text={
        <>
          <Text size="sm">{t("{email} is invited as: {role}.", { email: shown.email, role: roleWord(shown.role) })}</Text>
          <Text size="sm">{roleDoes(shown.role)}</Text>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          accept.mutate({ ...link, account: shown.has_account ? null : { name, password } });
        }}
      >
        <Stack gap="sm">
          <Wrong error={accept.error ?? signIn.error} />
          {!shown.has_account && (
            <>
              <TextInput
                label={t("Your name")}
                autoComplete="name"
                required
                size="md"
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <PasswordInput
                label={t("Choose a password")}
                description={t("At least 10 characters. A sentence is good.")}
                autoComplete="new-password"
                required
                minLength={10}
                size="md"
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
              />
            </>
          )}
          {needsSignIn ? (
            <>
              <Text size="sm">
                {t("This address has an account. Sign in with it in another tab, then come back and load this page again.")}
              </Text>
              <Button component="a" href="/app/sign-in?back=close" target="_blank" size="md">
                {t("Sign in")}
              </Button>
            </>
          ) : (
            <Button type="submit" size="md" loading={accept.isPending || signIn.isPending}>
              {t("Accept")}
            </Button>
          )}
        </Stack>
      </form>
    </AccessFrame>
  );
}
