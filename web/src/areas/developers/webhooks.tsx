/** Webhook endpoints: addresses of yours that are told what happens here. */
import { Button, Checkbox, Drawer, Group, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Row, pages } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { SaveBar, takeErrors, useKeptForm } from "../../kit/form.tsx";
import { List } from "../../kit/list.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { DeveloperPage } from "./nav.tsx";
import { SecretOnce } from "./secret-once.tsx";
import { OUTGOING } from "./outgoing.ts";

type Webhook = Row<"/v1/webhooks">;

export function Webhooks() {
  const may = useMay();
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  const hooks = useInfiniteQuery(pages("/v1/webhooks", { query: { limit: 50 } }));
  const add = may("webhooks:write") ? <Button onClick={() => setMaking(true)}>{t("Add an endpoint")}</Button> : undefined;
  return (
    <DeveloperPage
      title={t("Webhooks")}
      text={t("Addresses of yours that are told what happens here: a reward was earned, a payout failed, a program was published.")}
      acts={add}
    >
      <List<Webhook>
        of={hooks}
        label={t("Webhook endpoints")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/developers/webhooks/$webhook", params: { webhook: row.id } })}
        columns={[
          { key: "url", label: t("Address"), cell: (row) => row.url },
          { key: "status", label: t("Status"), cell: (row) => <HookStatus of={row} />, width: 130 },
          {
            key: "types",
            label: t("Told of"),
            cell: (row) =>
              row.types.length === 0 ? t("everything") : t("{n, plural, one {# type} other {# types}}", { n: row.types.length }),
            wide: true,
          },
          { key: "since", label: t("Since"), cell: (row) => <When at={row.created_at} />, wide: true, width: 140 },
        ]}
        empty={
          <EmptyState
            title={t("No address is told yet")}
            text={t("Add one, and it gets a signed request for whatever happens. Failed requests are tried ten times over three days.")}
            act={add}
          />
        }
      />
      <Drawer opened={making} onClose={() => setMaking(false)} position="right" size="lg" title={t("Add an endpoint")}>
        {making && <NewWebhook close={() => setMaking(false)} />}
      </Drawer>
    </DeveloperPage>
  );
}

export function HookStatus({ of }: { of: Webhook }) {
  if (of.status === "enabled")
    return (
      <Status
        tone={of.slow ? "amber" : "leaf"}
        word={of.slow ? t("On, slow") : t("On")}
        why={of.slow ? t("It answers slowly, so it waits in a lane of its own.") : t("It is told what happens.")}
      />
    );
  return <Status tone="gray" word={t("Off")} why={of.reason ?? t("Nothing is sent to it.")} />;
}

function NewWebhook({ close }: { close: () => void }) {
  const form = useKeptForm("webhook", { url: "", description: "", types: [] as string[] });
  const [secret, setSecret] = useState<string | null>(null);
  const act = useAct({
    run: async () => {
      const { url, description, types } = form.values;
      const body = { url, types: types as ["reward.granted"], ...(description === "" ? {} : { description }) };
      return await unwrap(api.POST("/v1/webhooks", { body }));
    },
    changes: ["/v1/webhooks"],
    after: (made) => (form.forget(), setSecret(made.secret)),
  });
  if (secret !== null) return <SecretOnce secret={secret} what={t("the signing secret")} close={close} />;
  const save = (): void => act.mutate(undefined, { onError: (error) => takeErrors(form, error) });
  return (
    <form onSubmit={form.onSubmit(save)}>
      <Stack>
        <TextInput
          label={t("Address")}
          description={t("https, reachable from the internet, answering within 15 seconds.")}
          placeholder="https://shop.example/grapevine"
          required
          type="url"
          data-autofocus
          {...form.getInputProps("url")}
        />
        <TextInput label={t("What it is for")} {...form.getInputProps("description")} />
        <TypesPicker value={form.values.types} onChange={(types) => form.setFieldValue("types", types)} />
        <SaveBar error={act.error} pending={act.isPending} dirty={form.values.url !== ""} label={t("Add it")} />
      </Stack>
    </form>
  );
}

/** What it is told of; none chosen is everything, now and whatever is added later. */
export function TypesPicker({ value, onChange }: { value: string[]; onChange: (types: string[]) => void }) {
  return (
    <Checkbox.Group
      label={t("Told of")}
      description={t("Choose none to be told of everything, also of what is added later.")}
      value={value}
      onChange={onChange}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
        {OUTGOING.map((type) => (
          <Checkbox key={type} value={type} label={type} />
        ))}
      </SimpleGrid>
      <Group mt="xs">
        <Text size="sm" c="dimmed" role="status">
          {value.length === 0 ? t("Everything") : t("{n, plural, one {# type} other {# types}}", { n: value.length })}
        </Text>
      </Group>
    </Checkbox.Group>
  );
}
