/** Mails to somebody, newest first, each to be sent again: a reward's mail brings its coupon along. */
import { Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "../../api/client.ts";
import { type Row, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Shown } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { mailState, useMailWord } from "../../kit/mail-words.ts";
import { t } from "../../words/say.ts";

type Mail = Row<"/v1/mail">;

export function Mails({ person }: { person: string }) {
  const mails = useQuery(read("/v1/mail", { query: { person, limit: 10 } }));
  return (
    <Shown of={mails}>
      {({ data }) =>
        data.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t("No mail was sent to her in the last 30 days.")}
          </Text>
        ) : (
          <Stack gap="sm">
            {data.map((each) => (
              <OneMail key={each.id} mail={each} />
            ))}
          </Stack>
        )
      }
    </Shown>
  );
}

function OneMail({ mail }: { mail: Mail }) {
  const word = useMailWord();
  const may = useMay();
  const act = useAct({
    run: () => unwrap(api.POST("/v1/mail/{mail}/resend", { params: { path: { mail: mail.id } } })),
    changes: ["/v1/mail", "/v1/messages"],
    done: () => t("It is on its way again."),
  });
  return (
    <Group justify="space-between" gap="xs">
      <div style={{ minWidth: 0, flex: "1 1 180px" }}>
        <Group gap={6}>
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            {mail.subject ?? word(mail.kind)}
          </Text>
          <Status {...mailState(mail)} />
        </Group>
        <Text size="xs" c="dimmed">
          <When at={mail.sent_at ?? mail.due_at} exact />
        </Text>
      </div>
      {mail.status !== "due" && may("messages:write") && (
        <AskAct
          label={t("Send again")}
          act={act}
          button={{ size: "xs" }}
          consequence={t("She gets it once more, with what is true now, at the address that is hers now.")}
        />
      )}
    </Group>
  );
}
