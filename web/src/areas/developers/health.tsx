/** Whether the server is well, and what waits in it. */
import { SimpleGrid } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type Answer, read } from "../../api/query.ts";
import { Facts, Figure, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Status } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { DeveloperPage } from "./nav.tsx";

type Health = Answer<"/v1/status">;

export function Health() {
  const status = useQuery({ ...read("/v1/status"), refetchInterval: 5_000 });
  return (
    <DeveloperPage
      title={t("Health")}
      text={t("Whether the server is well, and what waits in this workspace. Asked again every five seconds.")}
    >
      <Shown of={status}>
        {(data) => (
          <>
            <Section
              title={t("Server")}
              acts={
                <Status
                  tone={data.ready ? "leaf" : "rust"}
                  word={data.ready ? t("Ready") : t("Not ready")}
                  why={data.ready ? t("It takes requests.") : t("It refuses requests until this is mended.")}
                />
              }
            >
              <Facts of={Object.entries(data.checks).map(([name, state]) => [name, state] as const)} />
            </Section>
            <Section title={t("What waits")} text={t("Each is counted up to a thousand.")}>
              <SimpleGrid cols={{ base: 2, sm: 3, md: 4 }}>
                <Waiting of={data} />
              </SimpleGrid>
            </Section>
            <Section
              title={t("How far behind")}
              text={t("Seconds between what happened and those who follow it: webhooks, mails, coupons.")}
            >
              <Facts of={data.followers.map(({ name, behind_seconds }) => [name, behindWords(behind_seconds)] as const)} />
            </Section>
          </>
        )}
      </Shown>
    </DeveloperPage>
  );
}

function behindWords(seconds: number): string {
  return seconds < 1 ? t("up to date") : t("{n, plural, one {# second} other {# seconds}}", { n: Math.round(seconds) });
}

function Waiting({ of }: { of: Health }) {
  const about = (n: number): string => (n >= 1000 ? t("{n} or more", { n: number(1000) }) : number(n));
  const { failed_events, parked_events, mails_due, webhooks_waiting, webhooks_dead, imports_open } = of.waiting;
  return (
    <>
      <Figure label={t("Failed events")} value={about(failed_events)} />
      <Figure label={t("Parked events")} value={about(parked_events)} hint={t("Wait for their order")} />
      <Figure label={t("Mails due")} value={about(mails_due)} />
      <Figure label={t("Webhooks waiting")} value={about(webhooks_waiting)} />
      <Figure label={t("Webhooks given up")} value={about(webhooks_dead)} />
      <Figure label={t("Open imports")} value={about(imports_open)} hint={t("Nothing matures meanwhile")} />
    </>
  );
}
