/** Own addresses for links and pages, and whether mails in your name are believed. */
import { Button, Code, Group, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, type Row, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Facts, Section } from "../../kit/page.tsx";
import { ErrorState, Shown } from "../../kit/states.tsx";
import { Copyable, Status, type Tone, When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { SettingsFrame } from "./frame.tsx";

type Domain = Row<"/v1/domains">;
type Finding = NonNullable<Answer<"/v1/settings/mail-domain">["spf"]>;

export function DomainsPage() {
  const may = useMay()("settings:write");
  const domains = useQuery(read("/v1/domains"));
  return (
    <SettingsFrame title={t("Domains")} text={t("Links and pages under your own name, and mails that arrive.")}>
      <Section
        title={t("Your own addresses")}
        text={t("Links under refer.your-shop.example instead of this server's address. Earlier links keep working.")}
      >
        <Stack gap="md">
          <Shown of={domains}>
            {({ data }) => (
              <>
                {data.map((each) => (
                  <OneDomain key={each.domain} of={each} may={may} />
                ))}
                {data.length === 0 && (
                  <Text size="sm" c="dimmed">
                    {t("None yet.")}
                  </Text>
                )}
              </>
            )}
          </Shown>
          {may && <Add />}
        </Stack>
      </Section>
      <Sender />
    </SettingsFrame>
  );
}

function OneDomain({ of, may }: { of: Domain; may: boolean }) {
  const path = { params: { path: { domain: of.domain } } };
  const verify = useAct({
    run: () => unwrap(api.POST("/v1/domains/{domain}/verify", path)),
    changes: ["/v1/domains"],
    done: () => t("{domain} is yours: links and pages answer there.", { domain: of.domain }),
  });
  const remove = useAct({
    run: () => unwrap(api.DELETE("/v1/domains/{domain}", path)),
    changes: ["/v1/domains"],
    done: () => t("{domain} is removed.", { domain: of.domain }),
  });
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Group gap="xs">
          <Text fw={500}>{of.domain}</Text>
          <Status
            tone={of.status === "verified" ? "leaf" : "amber"}
            word={of.status === "verified" ? t("In use") : t("Waiting")}
            why={of.status === "verified" ? t("The DNS says that it is yours.") : t("Until the record below stands in its DNS.")}
          />
        </Group>
        {may && (
          <Group gap="xs">
            {of.status === "waiting" && (
              <Button size="xs" loading={verify.isPending} onClick={() => verify.mutate()}>
                {t("Look now")}
              </Button>
            )}
            <AskAct
              label={t("Remove")}
              consequence={t("Links under {domain} lead nowhere from then on. Under this server's own address they still work.", {
                domain: of.domain,
              })}
              act={{ ...remove, mutateAsync: () => remove.mutateAsync() }}
              button={{ size: "xs", color: "rust" }}
            />
          </Group>
        )}
      </Group>
      {of.status === "waiting" && (
        <Facts
          of={[
            [t("Record"), of.record.type],
            [t("Name"), <Copyable key="name" value={of.record.name} />],
            [t("Value"), <Copyable key="value" value={of.record.value} />],
            [t("Looked"), <When key="at" at={of.checked_at} />],
          ]}
        />
      )}
      {verify.error && <ErrorState error={verify.error} />}
    </Stack>
  );
}

function Add() {
  const [domain, setDomain] = useState("");
  const act = useAct({
    run: () => unwrap(api.POST("/v1/domains", { body: { domain: domain.trim() } })),
    changes: ["/v1/domains"],
    after: () => setDomain(""),
  });
  return (
    <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
      <Stack gap="xs">
        {act.error && <ErrorState error={act.error} />}
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t("Add an address")}
            placeholder="refer.your-shop.example"
            required
            value={domain}
            onChange={(event) => setDomain(event.currentTarget.value)}
            style={{ flex: "1 1 240px" }}
          />
          <Button type="submit" variant="default" loading={act.isPending}>
            {t("Add")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Sender() {
  const found = useQuery({ ...read("/v1/settings/mail-domain"), staleTime: 60_000 });
  return (
    <Section
      title={t("Mails in your name")}
      text={t("Three records in the DNS of the sender's domain decide whether mails arrive or land in spam.")}
      acts={
        <Button variant="default" size="xs" loading={found.isFetching} onClick={() => void found.refetch()}>
          {t("Look now")}
        </Button>
      }
    >
      <Shown of={found}>
        {(data) =>
          data.domain === null ? (
            <Text size="sm" c="dimmed">
              {t("No sender is set: whoever runs the server sets SMTP_URL and MAIL_FROM. Until then mails wait in the mailbox.")}
            </Text>
          ) : (
            <Stack gap="sm">
              <Text size="sm">{t("The domain is {domain}.", { domain: data.domain })}</Text>
              <OneFinding name="SPF" of={data.spf} />
              <OneFinding name="DKIM" of={data.dkim} />
              <OneFinding name="DMARC" of={data.dmarc} />
            </Stack>
          )
        }
      </Shown>
    </Section>
  );
}

const TONES: Record<Finding["state"], Tone> = { ok: "leaf", weak: "amber", missing: "rust", broken: "rust", unknown: "gray" };

function OneFinding({ name, of }: { name: string; of: Finding | null }) {
  if (of === null) return null;
  const words = { ok: t("Right"), weak: t("Weak"), missing: t("Missing"), broken: t("Broken"), unknown: t("Not known") };
  return (
    <div>
      <Group gap="xs">
        <Text size="sm" fw={500} w={56}>
          {name}
        </Text>
        <Status tone={TONES[of.state]} word={words[of.state]} />
      </Group>
      {of.remedy !== null && <Text size="sm">{of.remedy}</Text>}
      {of.record !== null && <Code style={{ overflowWrap: "anywhere" }}>{of.record}</Code>}
    </div>
  );
}
