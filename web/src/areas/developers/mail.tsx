/** One mail as it was sent, in a frame that may do nothing, and every try. */
import { Box, SegmentedControl, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { type Answer, read } from "../../api/query.ts";
import { Data } from "../../kit/json.tsx";
import { Facts, Page, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Detail, Timeline } from "../../kit/timeline.tsx";
import { Copyable, Status, When } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { mailStatus } from "./words.ts";

type Mail = Answer<"/v1/mail/{mail}">;

const route = getRouteApi("/developers/mail/$mail");

export function MailPage() {
  const { mail } = route.useParams();
  const found = useQuery(read("/v1/mail/{mail}", { path: { mail } }));
  return (
    <Shown of={found}>
      {(data) => (
        <Page
          title={data.subject ?? data.kind}
          text={mailStatus(data.status).why}
          under={{ label: t("Mailbox"), to: "/developers/mail" }}
        >
          <Detail
            aside={
              <>
                <Section>
                  <Facts
                    of={[
                      [t("Status"), <Status key="s" {...mailStatus(data.status)} />],
                      [t("Why not"), data.reason],
                      [t("Kind"), data.kind],
                      [t("To"), data.recipient],
                      [t("Due"), <When key="d" at={data.due_at} exact />],
                      [t("Sent"), <When key="t" at={data.sent_at} exact />],
                      [t("Id"), <Copyable key="i" value={data.id} />],
                    ]}
                  />
                </Section>
                <Section title={t("Every try")}>
                  <Timeline of={data.attempts.map((each, i) => tryOf(each, i)).toReversed()} />
                </Section>
              </>
            }
          >
            <Content mail={data} />
          </Detail>
        </Page>
      )}
    </Shown>
  );
}

function Content({ mail }: { mail: Mail }) {
  const [as, setAs] = useState("html");
  if (mail.html === null)
    return (
      <Section>
        <Text size="sm">
          {mail.status === "delivered"
            ? t("Its content is not kept: it holds a link that lets somebody in, or was sent more than 30 days ago.")
            : t("It is written when it is sent.")}
        </Text>
      </Section>
    );
  return (
    <Section
      title={t("What was sent")}
      acts={
        <SegmentedControl
          size="xs"
          value={as}
          onChange={setAs}
          data={[
            { value: "html", label: t("As shown") },
            { value: "text", label: t("As text") },
          ]}
        />
      }
    >
      {as === "html" ? (
        <MailFrame html={mail.html} title={mail.subject ?? mail.kind} />
      ) : (
        <Data value={mail.text ?? ""} label={t("As text")} />
      )}
    </Section>
  );
}

/** A mail's content. The frame runs nothing, submits nothing and is of no origin. */
export function MailFrame({ html, title, height = 640 }: { html: string; title: string; height?: number }) {
  return (
    <Box
      component="iframe"
      sandbox=""
      srcDoc={html}
      title={title}
      w="100%"
      h={height}
      style={{ border: "1px solid var(--mantine-color-default-border)", borderRadius: 8, background: "#fff" }}
    />
  );
}

function tryOf(attempt: Mail["attempts"][number], i: number) {
  const took = t("{ms} ms", { ms: number(attempt.ms) });
  return {
    key: String(i),
    at: attempt.at,
    tone: attempt.error === null ? ("leaf" as const) : ("rust" as const),
    title: attempt.code === null ? t("No answer") : t("Answered {status}", { status: String(attempt.code) }),
    why: attempt.error === null ? took : t("{why}, after {took}", { why: attempt.error, took }),
  };
}
