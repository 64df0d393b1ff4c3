/** Keys with which your server signs tokens that let people into their own side, inside your own site. */
import { Alert, Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { ErrorState, Shown } from "../../kit/states.tsx";
import { Copyable, Status, When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";

export function PortalKeys() {
  const may = useMay()("portal:write");
  const keys = useQuery(read("/v1/portal-keys", { query: { limit: 50 } }));
  const revoke = useAct({
    run: (portal_key: string) => unwrap(api.DELETE("/v1/portal-keys/{portal_key}", { params: { path: { portal_key } } })),
    changes: ["/v1/portal-keys"],
    done: () => t("Tokens that it signed let nobody in any more."),
  });
  return (
    <Section
      title={t("Portal keys")}
      text={t("Your server signs with them who is signed in on your site, so that people see their rewards there.")}
      acts={may && <Make />}
    >
      <Shown of={keys}>
        {({ data }) =>
          data.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t("None yet. You need one only where the portal stands inside your own site.")}
            </Text>
          ) : (
            <Stack gap="sm">
              {data.map((each) => (
                <Group key={each.id} justify="space-between" gap="sm">
                  <div style={{ minWidth: 0 }}>
                    <Text size="sm" fw={500}>
                      {each.name}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {each.id} · <When at={each.created_at} />
                    </Text>
                  </div>
                  {each.revoked_at !== null ? (
                    <Status tone="rust" word={t("Revoked")} />
                  ) : (
                    may && (
                      <AskAct
                        label={t("Revoke")}
                        consequence={t("Whoever came in with a token of “{name}” is out at once.", { name: each.name })}
                        act={{ ...revoke, mutateAsync: () => revoke.mutateAsync(each.id) }}
                        button={{ size: "xs", color: "rust" }}
                      />
                    )
                  )}
                </Group>
              ))}
            </Stack>
          )
        }
      </Shown>
    </Section>
  );
}

function Make() {
  const [opened, { open, close }] = useDisclosure();
  const [name, setName] = useState("");
  const [made, setMade] = useState<{ id: string; secret: string } | null>(null);
  const act = useAct({
    run: () => unwrap(api.POST("/v1/portal-keys", { body: { name: name.trim() } })),
    changes: ["/v1/portal-keys"],
    after: setMade,
  });
  const shut = (): void => (close(), setMade(null), setName(""));
  return (
    <>
      <Button variant="default" onClick={open}>
        {t("Make a portal key")}
      </Button>
      <Modal opened={opened} onClose={shut} title={t("Make a portal key")} closeOnClickOutside={made === null}>
        {made === null ? (
          <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
            <Stack gap="sm">
              {act.error && <ErrorState error={act.error} />}
              <TextInput
                label={t("What it is for")}
                required
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
                data-autofocus
              />
              <Button type="submit" loading={act.isPending}>
                {t("Make a portal key")}
              </Button>
            </Stack>
          </form>
        ) : (
          <Stack gap="sm">
            <Alert color="amber" variant="light">
              {t("The secret is shown this once.")}
            </Alert>
            <Text size="sm">{t("Issuer of its tokens")}</Text>
            <Copyable value={made.id} />
            <Text size="sm">{t("Secret")}</Text>
            <Copyable value={made.secret} />
            <Button onClick={shut}>{t("I have copied it")}</Button>
          </Stack>
        )}
      </Modal>
    </>
  );
}
