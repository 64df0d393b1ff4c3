/** Where I am signed in. */
import { Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";

export function Sessions() {
  const sessions = useQuery(read("/v1/sessions"));
  const end = useAct({
    run: (session: string) => unwrap(api.DELETE("/v1/sessions/{session}", { params: { path: { session } } })),
    changes: ["/v1/sessions"],
    done: () => t("The session has ended."),
  });
  const endOthers = useAct({
    run: () => unwrap(api.DELETE("/v1/sessions/{session}", { params: { path: { session: "others" } } })),
    changes: ["/v1/sessions"],
    done: ({ ended }) =>
      t("{n, plural, =0 {There was no other session} one {One session has ended} other {# sessions have ended}}.", { n: ended }),
  });
  return (
    <Section
      title={t("Where I am signed in")}
      text={t("A session ends after a day without use, and after a week in any case.")}
      acts={
        <AskAct
          label={t("Sign out everywhere else")}
          consequence={t("Every session of yours but this one ends at once.")}
          act={{ ...endOthers, mutateAsync: () => endOthers.mutateAsync() }}
        />
      }
    >
      <Shown of={sessions}>
        {({ data }) => (
          <Stack gap="sm">
            {data.map((each) => (
              <Group key={each.id} justify="space-between" wrap="nowrap" gap="sm">
                <div style={{ minWidth: 0 }}>
                  <Text size="sm" fw={500}>
                    {deviceOf(each.device)}
                  </Text>
                  <Text size="xs" c="dimmed">
                    {each.address} · <When at={each.last_seen_at} />
                  </Text>
                </div>
                {each.current ? (
                  <Status tone="leaf" word={t("This one")} />
                ) : (
                  <Button
                    size="xs"
                    variant="default"
                    loading={end.isPending && end.variables === each.id}
                    onClick={() => end.mutate(each.id)}
                  >
                    {t("End")}
                  </Button>
                )}
              </Group>
            ))}
          </Stack>
        )}
      </Shown>
    </Section>
  );
}

/** "Firefox on Windows" of what a browser calls itself; what is not known stays as it is, shortened. */
function deviceOf(agent: string | null): string {
  if (agent === null) return t("An unknown device");
  const browser = [/Edg\//, /OPR\//, /Firefox\//, /Chrome\//, /Safari\//].findIndex((each) => each.test(agent));
  const system = [/iPhone|iPad/, /Android/, /Windows/, /Mac OS X/, /Linux/].findIndex((each) => each.test(agent));
  if (browser === -1 || system === -1) return agent.slice(0, 60);
  const values = {
    browser: ["Edge", "Opera", "Firefox", "Chrome", "Safari"][browser]!,
    system: ["iOS", "Android", "Windows", "macOS", "Linux"][system]!,
  };
  return t("{browser} on {system}", values);
}
