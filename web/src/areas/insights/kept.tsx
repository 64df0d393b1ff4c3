/** Kept views: each with the links that show it to others and the mails that bring it; and which of them one gets oneself. */
import { Button, Stack } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { flushSync } from "react-dom";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { pages, read } from "../../api/query.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { TableTools } from "../../kit/wide.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { keepView } from "./keep.tsx";
import { Links } from "./kept-links.tsx";
import { Sending } from "./kept-mail.tsx";
import { OwnMail } from "./own-mail.tsx";
import { CUT_NAMES } from "./names.ts";
import { InsightsPage } from "./nav.tsx";
import type { Cut, ReportKey } from "./search.ts";
import { type KeptQuery, type KeptView, addressOf } from "./views.ts";

const REPORTS: Record<ReportKey, () => string> = {
  funnel: () => t("Funnel"),
  money: () => t("Money"),
  incentives: () => t("Incentives"),
  sources: () => t("Sources"),
};

export function KeptViews() {
  const views = useInfiniteQuery(pages("/v1/report-views", { query: { limit: 50 } }));
  const schedules = useQuery(read("/v1/report-schedules"));
  const go = { component: Link, to: "/insights" } as object;
  return (
    <InsightsPage
      title={t("Kept views")}
      text={t(
        "Questions that are asked again: open one, show it by a link, or have it sent by mail. What goes out are figures; nobody is named.",
      )}
    >
      <OwnMail />
      <Shown of={views}>
        {(data) => {
          const all = data.pages.flatMap((page) => page.data);
          if (all.length === 0)
            return (
              <Section>
                <EmptyState
                  title={t("Nothing is kept yet")}
                  text={t("Set up a report as you need it, then press “Keep this view”.")}
                  act={<Button {...go}>{t("Open the funnel")}</Button>}
                />
              </Section>
            );
          return (
            // Links are no report: nobody takes their table along.
            <TableTools value={null}>
              <Stack gap="md">
                {all.map((view) => (
                  <One key={view.id} of={view} schedules={(schedules.data?.data ?? []).filter((each) => each.view === view.id)} />
                ))}
                {views.hasNextPage && (
                  <Button variant="default" loading={views.isFetchingNextPage} onClick={() => void views.fetchNextPage()}>
                    {t("More")}
                  </Button>
                )}
              </Stack>
            </TableTools>
          );
        }}
      </Shown>
    </InsightsPage>
  );
}

/** What a view asks, in a line. */
function askedBy({ report, query }: KeptView): string {
  const { days, from, to, program, by } = query;
  const parts = [
    REPORTS[report](),
    days !== undefined
      ? t("the last {n} days", { n: number(Number(days)) })
      : from === undefined
        ? t("the last {n} days", { n: number(30) })
        : t("{low} to {high}", { low: from, high: to ?? t("today") }),
    ...(program === undefined ? [] : [program]),
    ...(by === undefined ? [] : [t("By {what}", { what: CUT_NAMES[by as Cut]() })]),
  ];
  return parts.join(" · ");
}

type OneProps = { of: KeptView; schedules: Parameters<typeof Sending>[0]["schedules"] };

function One({ of, schedules }: OneProps) {
  const may = useMay();
  const address = addressOf(of) as object;
  const [isGone, setGone] = useState(false);
  const drop = useAct({
    run: async () => await unwrap(api.DELETE("/v1/report-views/{view}", { params: { path: { view: of.id } } })),
    changes: ["/v1/report-views", "/v1/report-schedules", "/v1/me/mail"],
    done: () => t("“{name}” is gone, with its links and its mails.", { name: of.name }),
    // It asks for its links no more: they ended with it.
    after: () => flushSync(() => setGone(true)),
    undo: async () => await keepView({ name: of.name, report: of.report, query: of.query as KeptQuery }),
  });
  const open = { component: Link, ...address } as object;
  if (isGone) return null;
  return (
    <Section
      title={of.name}
      text={askedBy(of)}
      acts={
        <>
          <Button variant="default" {...open}>
            {t("Open the view")}
          </Button>
          {may("reports:write") && (
            <AskAct
              label={t("Delete the view")}
              consequence={t(
                "Its links show nothing any more, and it is sent to nobody. Undo brings the view back, not its links and mails.",
              )}
              act={drop}
              button={{ color: "rust", variant: "subtle" }}
            />
          )}
        </>
      }
    >
      <Stack gap="md">
        <Links view={of} />
        <Sending view={of} schedules={schedules} />
      </Stack>
    </Section>
  );
}
