/** What somebody was written about, and sending one of them again. */
import { Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { mailState, useMailWord } from "../../kit/mail-words.ts";
import { Section } from "../../kit/page.tsx";
import { Lines } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";

export function Mails({ person }: { person: string }) {
  const may = useMay();
  const word = useMailWord();
  const found = useQuery({ ...read("/v1/mail", { query: { person, limit: 5 } }), enabled: may("messages:read") });
  const again = useAct({
    run: (mail: string) => unwrap(api.POST("/v1/mail/{mail}/resend", { params: { path: { mail } } })),
    changes: ["/v1/mail"],
    done: () => t("It is sent again."),
  });
  if (!may("messages:read")) return null;
  return (
    <Section title={t("What the recipient was told")} text={t("The latest mails.")}>
      {found.data === undefined ? (
        <Lines n={2} />
      ) : found.data.data.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("No mail has been sent.")}
        </Text>
      ) : (
        <Stack gap="xs">
          {found.data.data.map((mail) => (
            <Group key={mail.id} justify="space-between" wrap="nowrap">
              <Group gap={6} style={{ minWidth: 0 }}>
                <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                  {mail.subject ?? word(mail.kind)}
                </Text>
                <Status {...mailState(mail)} />
              </Group>
              <Group gap="xs" wrap="nowrap">
                <Text size="xs" c="dimmed">
                  <When at={mail.sent_at ?? mail.due_at} />
                </Text>
                {may("messages:write") && mail.status === "delivered" && (
                  <Button size="compact-sm" variant="default" loading={again.isPending} onClick={() => again.mutate(mail.id)}>
                    {t("Send again")}
                  </Button>
                )}
              </Group>
            </Group>
          ))}
        </Stack>
      )}
    </Section>
  );
}
