/** One connected shop: its address, how it is doing, its secret. */
import { Alert, Button, NumberInput, PasswordInput, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, read } from "../../api/query.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Facts, Figure, Page, Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Copyable, When } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { PROVIDERS, SourceStatus, whereToPaste } from "./sources.tsx";
import { Figures } from "./figures.tsx";

type Source = Answer<"/v1/sources/{source}">;

const route = getRouteApi("/developers/sources/$source");

export function SourcePage() {
  const { source } = route.useParams();
  const may = useMay();
  const found = useQuery(read("/v1/sources/{source}", { path: { source } }));
  return (
    <Shown of={found}>
      {(data) => (
        <Page
          title={data.name === "" ? PROVIDERS[data.provider] : data.name}
          under={{ label: t("Connected shops"), to: "/developers/sources" }}
          acts={may("sources:write") ? <SourceActs source={data} /> : undefined}
        >
          <Section title={t("Address to paste into the shop")} text={whereToPaste(data.provider).address}>
            <Copyable value={data.url} />
          </Section>
          <Section>
            <Facts
              of={[
                [t("Shop system"), PROVIDERS[data.provider]],
                [t("Status"), <SourceStatus key="s" of={data} />],
                [t("Since"), <When key="c" at={data.created_at} exact />],
                [t("Secret changed"), <When key="r" at={data.rotated_at} exact />],
                [
                  t("Former secret is good until"),
                  data.former_secret_until === null ? t("it is not") : <When key="f" at={data.former_secret_until} exact />,
                ],
                [t("Id"), <Copyable key="id" value={data.id} />],
              ]}
            />
          </Section>
          <HealthOf source={source} />
        </Page>
      )}
    </Shown>
  );
}

function HealthOf({ source }: { source: string }) {
  const health = useQuery({ ...read("/v1/sources/{source}/health", { path: { source } }), refetchInterval: 10_000 });
  return (
    <Section title={t("How it is doing")}>
      <Shown of={health}>
        {(data) => (
          <>
            <Figures>
              <Figure label={t("Last came in")} value={<When at={data.last_received_at} />} />
              <Figure label={t("Refused")} value={number(data.refused)} hint={t("Wrong signature, too old, or unreadable")} />
              <Figure label={t("Waiting")} value={number(data.waiting)} hint={t("Refunds whose order is not known yet")} />
            </Figures>
            {data.last_refused_reason !== null && (
              <Alert color="rust" variant="light" mt="sm" icon={<TriangleAlert size={18} />} title={t("The last refusal")}>
                {data.last_refused_reason} <When at={data.last_refused_at} />
              </Alert>
            )}
            <Received of={data.received} />
          </>
        )}
      </Shown>
    </Section>
  );
}

function Received({ of }: { of: Answer<"/v1/sources/{source}/health">["received"] }) {
  if (of.length === 0)
    return (
      <EmptyState
        title={t("Nothing has come in yet")}
        text={t("Paste the address into the shop, then make a test order or press its own test button.")}
      />
    );
  return (
    <Table mt="sm" aria-label={t("What came in, by kind")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("What the shop calls it")}</Table.Th>
          <Table.Th>{t("What became of it")}</Table.Th>
          <Table.Th ta="end">{t("How often")}</Table.Th>
          <Table.Th>{t("Last")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {of.map((each) => (
          <Table.Tr key={`${each.topic} ${each.status} ${each.reason}`}>
            <Table.Td style={{ overflowWrap: "anywhere" }}>{each.topic}</Table.Td>
            <Table.Td>
              {each.status}
              {each.reason !== null && (
                <Text size="xs" c="dimmed">
                  {each.reason}
                </Text>
              )}
            </Table.Td>
            <Table.Td ta="end">{number(each.count)}</Table.Td>
            <Table.Td>
              <When at={each.last_at} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function SourceActs({ source }: { source: Source }) {
  const params = { params: { path: { source: source.id } } };
  const [secret, setSecret] = useState("");
  const [hours, setHours] = useState<number | string>(24);
  const isOn = source.status === "active";
  const set = async (on: boolean) =>
    on ? await unwrap(api.POST("/v1/sources/{source}/enable", params)) : await unwrap(api.POST("/v1/sources/{source}/disable", params));
  const turn = useAct({
    run: set,
    changes: ["/v1/sources"],
    done: (_, on) => (on ? t("What it sends is taken again") : t("What it sends is refused now")),
    undo: (_, on) => set(!on),
  });
  const rotate = useAct({
    run: async () => await unwrap(api.POST("/v1/sources/{source}/rotate", { ...params, body: { secret, overlap_hours: Number(hours) } })),
    changes: ["/v1/sources"],
    done: () => t("The new secret is in use"),
    after: () => setSecret(""),
  });
  return (
    <>
      <Button variant="default" loading={turn.isPending} onClick={() => turn.mutate(!isOn)}>
        {isOn ? t("Turn off") : t("Turn on")}
      </Button>
      <AskAct
        label={t("New secret")}
        consequence={t("What is signed with the former secret is taken until its time is over.")}
        act={rotate}
      >
        <PasswordInput
          label={t("Secret that signs its webhooks")}
          description={whereToPaste(source.provider).secret}
          required
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
        <NumberInput label={t("Hours in which both are good")} min={0} max={168} value={hours} onChange={setHours} />
      </AskAct>
    </>
  );
}
