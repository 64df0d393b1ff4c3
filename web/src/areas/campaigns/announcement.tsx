/** One announcement or ask: how it looks, when it goes, and what came of it. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Facts, Page, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Preview } from "./preview.tsx";
import { MeantPeople, Report } from "./report.tsx";
import { Schedule } from "./schedule.tsx";
import { TestSend } from "./test-send.tsx";
import { type Announcement, momentWords, stateOf } from "./words.ts";

const route = getRouteApi("/campaigns/announcements/$announcement");

export function AnnouncementPage() {
  const { announcement } = route.useParams();
  const may = useMay();
  const found = useQuery({ ...read("/v1/announcements/{announcement}", { path: { announcement } }), refetchInterval: 5_000 });
  return (
    <Shown of={found}>
      {(data) => (
        <Page
          title={data.name}
          text={stateOf(data).why}
          under={data.moment === null ? { label: t("Announcements"), to: "/campaigns" } : { label: t("Asks"), to: "/campaigns/asks" }}
          acts={may("messages:write") ? <Acts of={data} /> : undefined}
        >
          <Section>
            <AboutIt of={data} />
          </Section>
          {data.status !== "draft" && <Report announcement={announcement} isAsk={data.moment !== null} />}
          <Preview of={data} />
          {data.status !== "draft" && <MeantPeople announcement={announcement} />}
        </Page>
      )}
    </Shown>
  );
}

function AboutIt({ of }: { of: Announcement }) {
  const segment = useQuery({
    ...read("/v1/segments/{segment}", { path: { segment: of.audience.segment ?? "" } }),
    enabled: of.audience.segment !== undefined,
  });
  const { settings, audience, moment } = of;
  const everybody = moment === null ? t("everybody of it") : t("everybody who has the moment");
  return (
    <Facts
      of={[
        [t("Status"), <Status key="s" {...stateOf(of)} />],
        ...(moment === null ? [] : [[t("When"), momentWords(moment)] as const]),
        [t("Program"), audience.program ?? t("any")],
        [t("Segment"), audience.segment === undefined ? everybody : (segment.data?.name ?? audience.segment)],
        [t("Begins"), <When key="b" at={of.started_at ?? of.scheduled_at} exact />],
        [t("Ended"), <When key="e" at={of.ended_at} exact />],
        [
          t("Mailed to"),
          settings.purpose === "marketing" ? t("those who agreed to marketing") : t("all of them: it is about the program"),
        ],
        [t("At most an hour"), settings.an_hour === null ? t("no limit") : number(settings.an_hour)],
        [t("Quiet hours"), settings.quiet === null ? t("none") : t("{from} to {to}, where the reader is", settings.quiet)],
        [t("Leaves alone whoever was asked in the last"), t("{n, plural, one {# day} other {# days}}", { n: settings.cap_days })],
      ]}
    />
  );
}

function Acts({ of }: { of: Announcement }) {
  const isOpen = of.status === "draft" || of.status === "scheduled" || (of.moment !== null && of.status === "running");
  const edit = { component: Link, to: `/campaigns/announcements/${of.id}/edit` } as object;
  const stop = useAct({
    run: async () => await unwrap(api.POST("/v1/announcements/{announcement}/cancel", { params: { path: { announcement: of.id } } })),
    changes: ["/v1/announcements"],
    done: () => t("Stopped. Nobody else is asked."),
  });
  const canStop = of.status === "scheduled" || of.status === "running";
  return (
    <>
      {isOpen && (
        <Button variant="default" {...edit}>
          {t("Change")}
        </Button>
      )}
      <TestSend of={of} />
      {(of.status === "draft" || of.status === "scheduled") && <Schedule of={of} />}
      {canStop && (
        <AskAct
          label={t("Stop")}
          button={{ color: "rust" }}
          consequence={t(
            "Nobody else is asked, and mails that still wait are not sent. What went out stays out. It cannot be started again.",
          )}
          act={stop}
        />
      )}
    </>
  );
}
