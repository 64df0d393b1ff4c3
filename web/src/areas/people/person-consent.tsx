/** What somebody agreed to, with the proof, and what keeps her from being written to. */
import { Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { Line } from "./short-list.tsx";

type Contact = Answer<"/v1/people/{person}/contact">;

export function ConsentSection({ person }: { person: string }) {
  const may = useMay();
  const contact = useQuery(read("/v1/people/{person}/contact", { path: { person } }));
  return (
    <Section
      title={t("Consent")}
      text={t("The newest word on each purpose, with the words and the door it came through. Nothing is ever changed, only added.")}
      acts={may("people:write") && <RecordConsent person={person} />}
    >
      <Shown of={contact}>{(data) => <Consents of={data} />}</Shown>
    </Section>
  );
}

function Consents({ of }: { of: Contact }) {
  if (of.consents.length + of.suppressions.length + of.terms.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("Nothing was asked and nothing agreed to yet.")}
      </Text>
    );
  return (
    <Stack gap="xs">
      {of.suppressions.map((each) => (
        <Line key={each.id} end={<Status tone="rust" word={t("not to be contacted")} />}>
          <Text size="sm">{t("{channel}: {reason}", { channel: channelWord(each.channel), reason: reasonWord(each.reason) })}</Text>
          <Text size="xs" c="dimmed">
            {each.source}, <When at={each.at} exact />
          </Text>
        </Line>
      ))}
      {of.consents.map((each) => (
        <Line
          key={each.id}
          end={each.granted ? <Status tone="leaf" word={t("agreed")} /> : <Status tone="rust" word={t("taken back")} />}
        >
          <Text size="sm">{t("{purpose}, {channel}", { purpose: each.purpose, channel: channelWord(each.channel) })}</Text>
          <Text size="xs" c="dimmed">
            {t("Words: {wording}. Door: {source}. Recorded by {who}", {
              wording: each.wording,
              source: each.source,
              who: each.recorded_by,
            })}
            , <When at={each.at} exact />
          </Text>
        </Line>
      ))}
      {of.terms
        .filter((each) => each.state !== "no_terms")
        .map((each) => (
          <Line
            key={each.program}
            end={
              each.state === "accepted" ? (
                <Status tone="leaf" word={t("accepted")} />
              ) : (
                <Status tone="amber" word={each.state === "terms_outdated" ? t("older version accepted") : t("not accepted")} />
              )
            }
          >
            <Text size="sm">{t("Terms of {program}", { program: each.program })}</Text>
            {each.at !== null && (
              <Text size="xs" c="dimmed">
                <When at={each.at} exact />
              </Text>
            )}
          </Line>
        ))}
    </Stack>
  );
}

const CHANNELS = ["email", "sms", "phone", "post", "push", "whatsapp", "all"] as const;
type Channel = (typeof CHANNELS)[number];

function channelWord(channel: string): string {
  const words: Record<string, string> = {
    email: t("e-mail"),
    sms: t("text message"),
    phone: t("phone"),
    post: t("post"),
    push: t("push message"),
    whatsapp: t("WhatsApp"),
    all: t("every way"),
  };
  return words[channel] ?? channel;
}

function reasonWord(reason: string): string {
  const words: Record<string, string> = {
    asked: t("asked not to be"),
    unsubscribed: t("unsubscribed"),
    bounced: t("mail came back"),
    complained: t("called it spam"),
    legal: t("for legal reasons"),
    operator: t("an operator said so"),
  };
  return words[reason] ?? reason;
}

function RecordConsent({ person }: { person: string }) {
  const [purpose, setPurpose] = useState("marketing");
  const [channel, setChannel] = useState<Channel>("email");
  const [granted, setGranted] = useState("yes");
  const [proof, setProof] = useState("");
  const act = useAct({
    run: ({ reason }: { reason: string }) =>
      unwrap(
        api.POST("/v1/people/{person}/consents", {
          params: { path: { person } },
          body: { purpose: purpose.trim(), channel, granted: granted === "yes", wording: reason, source: proof.trim() },
        }),
      ),
    changes: ["/v1/people"],
    done: () => t("Recorded."),
  });
  return (
    <AskAct
      label={t("Record a consent")}
      consequence={t(
        "It is kept as proof with today's date and your name, and counts from now on. It cannot be changed, only overruled.",
      )}
      act={{ ...act, mutateAsync: () => act.mutateAsync({ reason: t("Told an operator") }) }}
      ready={proof.trim() !== "" && purpose.trim() !== ""}
      button={{ size: "xs" }}
    >
      <Group grow>
        <TextInput label={t("What for")} value={purpose} onChange={(event) => setPurpose(event.currentTarget.value)} required />
        <Select
          label={t("By which way")}
          allowDeselect={false}
          data={CHANNELS.map((each) => ({ value: each, label: channelWord(each) }))}
          value={channel}
          onChange={(next) => next !== null && setChannel(next as Channel)}
        />
      </Group>
      <Select
        label={t("What she said")}
        allowDeselect={false}
        data={[
          { value: "yes", label: t("Agreed") },
          { value: "no", label: t("Took it back") },
        ]}
        value={granted}
        onChange={(next) => setGranted(next ?? "yes")}
      />
      <TextInput
        label={t("How you know")}
        description={t("For example: on the phone on 3 March, or the form of the fair.")}
        maxLength={128}
        required
        value={proof}
        onChange={(event) => setProof(event.currentTarget.value)}
      />
    </AskAct>
  );
}
