/** Which mails about this workspace somebody gets herself: the week, and the reports that are sent to her. */
import { Stack, Switch, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMe } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";

type Mail = Answer<"/v1/me/mail">;
type Change = { weekly?: boolean; alerts?: boolean; reports?: { schedule: string; on: boolean }[] };

export function OwnMail() {
  const { operator, workspace } = useMe();
  // Whoever came by the printed link is nobody by name; a sandbox writes to nobody.
  return operator === null || workspace.sandbox ? null : <Hers email={operator.email} />;
}

function Hers({ email }: { email: string }) {
  const mail = useQuery(read("/v1/me/mail"));
  return (
    <Section title={t("Your mail")} text={t("What comes to {email} about this workspace, in the language you work in.", { email })}>
      <Shown of={mail}>{(data) => <Choices of={data} />}</Shown>
    </Section>
  );
}

function Choices({ of }: { of: Mail }) {
  const choose = useAct({
    run: async (body: Change) => await unwrap(api.PATCH("/v1/me/mail", { body })),
    changes: ["/v1/me/mail", "/v1/report-schedules"],
    done: () => t("Your mail is as you chose."),
  });
  return (
    <Stack gap="sm">
      <Switch
        label={t("The week, on Monday morning")}
        description={t("What moved, money, and what waits, in a few sentences and figures.")}
        checked={of.weekly}
        disabled={choose.isPending}
        onChange={(event) => choose.mutate({ weekly: event.currentTarget.checked })}
      />
      <Switch
        label={t("When what arrives needs a look")}
        description={t("A door that fell silent, much less than usual, or events that failed: each of it once a week at most.")}
        checked={of.alerts}
        disabled={choose.isPending}
        onChange={(event) => choose.mutate({ alerts: event.currentTarget.checked })}
      />
      {of.reports.map(({ schedule, name, on }) => (
        <Switch
          key={schedule}
          label={name}
          checked={on}
          disabled={choose.isPending}
          onChange={(event) => choose.mutate({ reports: [{ schedule, on: event.currentTarget.checked }] })}
        />
      ))}
      {of.reports.length === 0 && (
        <Text size="xs" c="dimmed">
          {t("No report is sent to you.")}
        </Text>
      )}
    </Stack>
  );
}
