/** One webhook endpoint: what it is told, what was sent to it, and what waits or was given up. */
import { Button, Drawer, Group, NumberInput, Stack, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, type Row, pages, read } from "../../api/query.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { SaveBar, takeErrors, useKeptForm } from "../../kit/form.tsx";
import { List } from "../../kit/list.tsx";
import { Facts, Page, Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Copyable, Status, When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { Choice, Filters } from "./filters.tsx";
import { OUTGOING } from "./outgoing.ts";
import type { StatusSearch } from "./search.ts";
import { SecretOnce } from "./secret-once.tsx";
import { HookStatus, TypesPicker } from "./webhooks.tsx";
import { deliveryStatus } from "./words.ts";

type Hook = Answer<"/v1/webhooks/{webhook}">;
type Delivery = Row<"/v1/webhooks/{webhook}/deliveries">;

const route = getRouteApi("/developers/webhooks/$webhook");
const CHANGES = ["/v1/webhooks"];

export function WebhookPage() {
  const { webhook } = route.useParams();
  const hook = useQuery(read("/v1/webhooks/{webhook}", { path: { webhook } }));
  const may = useMay();
  return (
    <Shown of={hook}>
      {(data) => (
        <Page
          title={data.url}
          text={data.description === "" ? undefined : data.description}
          under={{ label: t("Webhooks"), to: "/developers/webhooks" }}
          acts={may("webhooks:write") ? <HookActs hook={data} /> : undefined}
        >
          <Section>
            <Facts
              of={[
                [t("Status"), <HookStatus key="status" of={data} />],
                [t("Told of"), data.types.length === 0 ? t("everything") : data.types.join(", ")],
                [t("Shape of what is sent"), data.version],
                [
                  t("Both secrets sign until"),
                  data.rotating_until === null ? t("only one is in use") : <When key="r" at={data.rotating_until} exact />,
                ],
                [t("Since"), <When key="since" at={data.created_at} exact />],
                [t("Id"), <Copyable key="id" value={data.id} />],
              ]}
            />
          </Section>
          <Deliveries webhook={webhook} />
        </Page>
      )}
    </Shown>
  );
}

function HookActs({ hook }: { hook: Hook }) {
  const [secret, setSecret] = useState<string | null>(null);
  const [hours, setHours] = useState<number | string>(24);
  const [editing, setEditing] = useState(false);
  const params = { params: { path: { webhook: hook.id } } };
  const isOn = hook.status === "enabled";
  const test = useAct({
    run: async () => await unwrap(api.POST("/v1/webhooks/{webhook}/test", params)),
    changes: CHANGES,
    done: () => t("A test event is on its way; it appears below."),
  });
  const turn = useAct({
    run: async (on: boolean) =>
      on
        ? await unwrap(api.POST("/v1/webhooks/{webhook}/enable", params))
        : await unwrap(api.POST("/v1/webhooks/{webhook}/disable", params)),
    changes: CHANGES,
    done: (_, on) => (on ? t("It is told again") : t("Nothing is sent to it any more")),
    undo: async (_, on) =>
      on
        ? await unwrap(api.POST("/v1/webhooks/{webhook}/disable", params))
        : await unwrap(api.POST("/v1/webhooks/{webhook}/enable", params)),
  });
  const rotate = useAct({
    run: async () => await unwrap(api.POST("/v1/webhooks/{webhook}/rotate", { ...params, body: { overlap_hours: Number(hours) } })),
    changes: CHANGES,
    after: (answer) => setSecret(answer.secret),
  });
  const resend = useAct({
    run: async () => await unwrap(api.POST("/v1/webhooks/{webhook}/resend", params)),
    changes: CHANGES,
    done: ({ resent }) =>
      t("{n, plural, =0 {Nothing was given up: nothing is sent again} one {# is sent again} other {# are sent again}}", { n: resent }),
  });
  return (
    <>
      <Button variant="default" loading={test.isPending} disabled={!isOn} onClick={() => test.mutate()}>
        {t("Send a test")}
      </Button>
      <Button variant="default" onClick={() => setEditing(true)}>
        {t("Change")}
      </Button>
      <Button variant="default" loading={turn.isPending} onClick={() => turn.mutate(!isOn)}>
        {isOn ? t("Turn off") : t("Turn on")}
      </Button>
      <AskAct
        label={t("New secret")}
        consequence={t("Requests are signed with the new secret and the old one until the time is over; then with the new one only.")}
        act={rotate}
      >
        <NumberInput label={t("Hours in which both are good")} min={0} max={168} value={hours} onChange={setHours} />
      </AskAct>
      <AskAct
        label={t("Send the failed ones again")}
        consequence={t("Whatever was given up for this address is sent again, oldest first, each under the same webhook-id as before.")}
        act={resend}
      />
      <Drawer opened={editing} onClose={() => setEditing(false)} position="right" size="lg" title={t("Change")}>
        {editing && <ChangeWebhook hook={hook} close={() => setEditing(false)} />}
      </Drawer>
      <Drawer opened={secret !== null} onClose={() => setSecret(null)} position="right" title={t("New secret")}>
        {secret !== null && <SecretOnce secret={secret} what={t("the signing secret")} close={() => setSecret(null)} />}
      </Drawer>
    </>
  );
}

function ChangeWebhook({ hook, close }: { hook: Hook; close: () => void }) {
  const form = useKeptForm(`webhook-${hook.id}`, { url: hook.url, description: hook.description, types: hook.types });
  const act = useAct({
    run: async () =>
      await unwrap(
        api.PATCH("/v1/webhooks/{webhook}", {
          params: { path: { webhook: hook.id } },
          body: { ...form.values, types: form.values.types as ["reward.granted"] },
        }),
      ),
    changes: CHANGES,
    done: () => t("Saved"),
    after: () => (form.forget(), close()),
  });
  return (
    <form onSubmit={form.onSubmit(() => act.mutate(undefined, { onError: (error) => takeErrors(form, error) }))}>
      <Stack>
        <TextInput label={t("Address")} required type="url" {...form.getInputProps("url")} />
        <TextInput label={t("What it is for")} {...form.getInputProps("description")} />
        <TypesPicker value={form.values.types} onChange={(types) => form.setFieldValue("types", types)} />
        <SaveBar error={act.error} pending={act.isPending} dirty={form.isDirty()} />
      </Stack>
    </form>
  );
}

function Deliveries({ webhook }: { webhook: string }) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/developers/webhooks/$webhook" });
  const set = (change: StatusSearch): void => void navigate({ search: (old) => ({ ...old, ...change }), replace: true });
  const isFiltered = search.status !== undefined || search.type !== undefined;
  const query = { limit: 50, status: search.status as "dead", type: search.type };
  const sent = useInfiniteQuery({ ...pages("/v1/webhooks/{webhook}/deliveries", { path: { webhook }, query }), refetchInterval: 5_000 });
  return (
    <Section title={t("What was sent")}>
      <Filters clear={isFiltered ? () => void navigate({ search: {} }) : undefined}>
        <Choice
          label={t("Status")}
          value={search.status}
          of={["waiting", "delivered", "dead"].map((each) => ({ value: each, label: deliveryStatus(each).word }))}
          set={(status) => set({ status })}
        />
        <Choice
          label={t("Type")}
          value={search.type}
          of={OUTGOING.map((each) => ({ value: each, label: each }))}
          set={(type) => set({ type })}
        />
      </Filters>
      <Group mt="sm" />
      <List<Delivery>
        of={sent}
        label={t("Deliveries")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/developers/deliveries/$delivery", params: { delivery: row.id } })}
        columns={[
          { key: "type", label: t("Type"), cell: (row) => row.type },
          { key: "status", label: t("Status"), cell: (row) => <Status {...deliveryStatus(row.status)} />, width: 120 },
          { key: "tries", label: t("Tries"), cell: (row) => row.tries, end: true, width: 80, wide: true },
          { key: "error", label: t("Why not"), cell: (row) => row.error ?? "", wide: true },
          { key: "at", label: t("Happened"), cell: (row) => <When at={row.created_at} />, width: 140 },
        ]}
        empty={
          <EmptyState
            title={isFiltered ? t("Nothing is like this") : t("Nothing was sent yet")}
            text={isFiltered ? t("Take a filter away.") : t("Send a test, or wait until something happens.")}
          />
        }
      />
    </Section>
  );
}
