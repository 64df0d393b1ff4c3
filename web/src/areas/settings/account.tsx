/** My account: who I am here, my password, my second factor, where I am signed in. */
import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { useMe } from "../../app/me.ts";
import { complain, tell, useAct } from "../../kit/act.tsx";
import { Facts, Section } from "../../kit/page.tsx";
import { EmptyState, ErrorState } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { step, useStep } from "../access/auth.ts";
import { Wrong } from "../access/frame.tsx";
import { SettingsFrame } from "./frame.tsx";
import { roleDoes, roleWord } from "./role-words.ts";
import { SecondFactor } from "./second-factor.tsx";
import { Sessions } from "./sessions.tsx";

export function AccountPage() {
  const { operator, role, workspace } = useMe();
  if (operator === null)
    return (
      <SettingsFrame
        title={t("My account")}
        text={t("You came by the link that the start printed. Make an account, and you sign in without it.")}
      >
        {workspace.sandbox ? (
          <EmptyState
            title={t("Accounts are made in the workspace itself")}
            text={t("Choose it at the top; whoever works there may use this sandbox.")}
          />
        ) : (
          <MakeAccount />
        )}
      </SettingsFrame>
    );
  return (
    <SettingsFrame title={t("My account")} text={t("Who you are here, and how you sign in.")}>
      <Section title={t("Who I am")}>
        <Facts
          of={[
            [t("Name"), operator.name],
            [t("E-mail address"), operator.email],
            [t("Role"), roleWord(role)],
            [t("What it may"), roleDoes(role)],
          ]}
        />
      </Section>
      <Password />
      <SecondFactor on={operator.two_factor} />
      <Sessions />
    </SettingsFrame>
  );
}

/** The first account becomes the owner's; then she is signed in with it. */
function MakeAccount() {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const act = useAct({
    run: () => unwrap(api.POST("/v1/operators", { body: { name: name.trim(), email: email.trim(), password, role: "owner" } })),
    changes: [],
    after: () => void step("sign-in/email", { email: email.trim(), password }).then(() => location.reload(), complain),
  });
  return (
    <Section
      title={t("Make an account")}
      text={t("It becomes the owner of this workspace. Colleagues you invite afterwards, each with a role.")}
    >
      <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
        <Stack gap="sm" maw={420}>
          {act.error && <ErrorState error={act.error} />}
          <TextInput
            label={t("Your name")}
            autoComplete="name"
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t("E-mail address")}
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t("Choose a password")}
            description={t("At least 10 characters. A sentence is good.")}
            autoComplete="new-password"
            required
            minLength={10}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={act.isPending} style={{ alignSelf: "start" }}>
            {t("Make the account")}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}

function Password() {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useStep<{ currentPassword: string; newPassword: string }>("change-password", () => {
    setCurrent("");
    setNext("");
    tell(t("Your password is changed, and you are signed out everywhere else."));
  });
  return (
    <Section title={t("Password")} text={t("A new one ends every other session of yours.")}>
      <form onSubmit={(event) => (event.preventDefault(), change.mutate({ currentPassword: current, newPassword: next }))}>
        <Stack gap="sm" maw={420}>
          <Wrong error={change.error} />
          <PasswordInput
            label={t("Password until now")}
            autoComplete="current-password"
            required
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            label={t("New password")}
            description={t("At least 10 characters. A sentence is good.")}
            autoComplete="new-password"
            required
            minLength={10}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={change.isPending} style={{ alignSelf: "start" }}>
            {t("Change the password")}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
