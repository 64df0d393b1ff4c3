/** One delivery: the body as it is sent, and every try. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, read } from "../../api/query.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Data } from "../../kit/json.tsx";
import { Facts, Page, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Detail, Timeline } from "../../kit/timeline.tsx";
import { Copyable, Status, When } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { deliveryStatus } from "./words.ts";

type Delivery = Answer<"/v1/webhooks/deliveries/{delivery}">;

const route = getRouteApi("/developers/deliveries/$delivery");

export function DeliveryPage() {
  const { delivery } = route.useParams();
  const found = useQuery({ ...read("/v1/webhooks/deliveries/{delivery}", { path: { delivery } }), refetchInterval: 5_000 });
  const may = useMay();
  return (
    <Shown of={found}>
      {(data) => (
        <Page
          title={data.type}
          text={deliveryStatus(data.status).why}
          under={{ label: t("The endpoint"), to: `/developers/webhooks/${data.webhook}` }}
          acts={may("webhooks:write") ? <Resend of={data} /> : undefined}
        >
          <Detail
            aside={
              <Section title={t("Every try")}>
                <Timeline of={data.attempts.map((each, i) => tryOf(each, i)).toReversed()} />
              </Section>
            }
          >
            <Section>
              <Facts
                of={[
                  [t("Status"), <Status key="s" {...deliveryStatus(data.status)} />],
                  [t("Tries"), number(data.tries)],
                  [t("Next try"), data.next_try_at === null ? t("none") : <When key="n" at={data.next_try_at} exact />],
                  [t("Happened"), <When key="c" at={data.created_at} exact />],
                  ["webhook-id", <Copyable key="w" value={data.webhook_id} />],
                ]}
              />
            </Section>
            <Section title={t("What is sent")}>
              <Data value={pretty(data.body)} label={t("What is sent")} />
            </Section>
          </Detail>
        </Page>
      )}
    </Shown>
  );
}

function tryOf(attempt: Delivery["attempts"][number], i: number) {
  const isTaken = attempt.error === null;
  const took = t("{ms} ms", { ms: number(attempt.ms) });
  return {
    key: String(i),
    at: attempt.at,
    tone: isTaken ? ("leaf" as const) : ("rust" as const),
    title: attempt.http_status === null ? t("No answer") : t("Answered {status}", { status: String(attempt.http_status) }),
    why: attempt.error === null ? took : t("{why}, after {took}", { why: attempt.error, took }),
  };
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function Resend({ of }: { of: Delivery }) {
  const act = useAct({
    run: async () => await unwrap(api.POST("/v1/webhooks/deliveries/{delivery}/resend", { params: { path: { delivery: of.id } } })),
    changes: ["/v1/webhooks"],
    done: () => t("It is sent again"),
  });
  return (
    <AskAct
      label={t("Send it again")}
      consequence={t("The same body goes to the same address under the same webhook-id, with a new signature.")}
      act={act}
    />
  );
}
