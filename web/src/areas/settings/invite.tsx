/** Inviting somebody to work here, by mail. */
import { Button, Modal, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { useAct } from "../../kit/act.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { withdrawInvitation } from "./invitations.ts";
import { ROLES, type Role, roleDoes, roleWord } from "./role-words.ts";

export function Invite({ changes }: { changes: readonly string[] }) {
  const [opened, { open, close }] = useDisclosure();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("support");
  const act = useAct({
    run: () => unwrap(api.POST("/v1/operator-invitations", { body: { email: email.trim(), role } })),
    changes,
    done: () => t("{email} gets a mail with a link that is good for a week.", { email: email.trim() }),
    undo: ({ id }) => withdrawInvitation(id),
    after: () => (close(), setEmail("")),
  });
  return (
    <>
      <Button onClick={open}>{t("Invite somebody")}</Button>
      <Modal opened={opened} onClose={close} title={t("Invite somebody")}>
        <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
          <Stack gap="sm">
            {act.error && <ErrorState error={act.error} />}
            <TextInput
              label={t("E-mail address")}
              type="email"
              required
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
              data-autofocus
            />
            <Radio.Group label={t("Role")} value={role} onChange={(value) => setRole(value as Role)}>
              <Stack gap="xs" mt="xs">
                {ROLES.map((each) => (
                  <Radio key={each} value={each} label={roleWord(each)} description={roleDoes(each)} />
                ))}
              </Stack>
            </Radio.Group>
            <Text size="sm" c="dimmed">
              {t("The link works once and for a week. An earlier invitation of the same address is over.")}
            </Text>
            <Button type="submit" loading={act.isPending}>
              {t("Send the invitation")}
            </Button>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
