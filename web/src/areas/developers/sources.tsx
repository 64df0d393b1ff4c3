/** Shops that send what happens in them: connect one, paste its address there, see that it comes in. */
import { Button, Drawer, PasswordInput, Select, Stack, Text, TextInput } from "@mantine/core";
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
import { Copyable, Status, When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { DeveloperPage } from "./nav.tsx";

type Source = Row<"/v1/sources">;
type Provider = Source["provider"];

export const PROVIDERS: Record<Provider, string> = { stripe: "Stripe", shopify: "Shopify", woocommerce: "WooCommerce" };

/** Where the provider shows the secret that signs its webhooks, and what to choose there. */
export function whereToPaste(provider: Provider): { address: string; secret: string } {
  const words: Record<Provider, { address: string; secret: string }> = {
    stripe: {
      address: t("In Stripe: Developers, Webhooks, Add destination. Choose checkout, invoice, charge and customer events."),
      secret: t("Stripe shows it as the signing secret; it begins with whsec_."),
    },
    shopify: {
      address: t("In Shopify: Settings, Notifications, Webhooks. Add one for each of order payment, order cancellation and refund."),
      secret: t("Shopify shows it below the list of webhooks."),
    },
    woocommerce: {
      address: t("In WooCommerce: Settings, Advanced, Webhooks. Add one for order created and one for order updated."),
      secret: t("You make it up yourself, and type the same one there."),
    },
  };
  return words[provider];
}

export function Sources() {
  const may = useMay();
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  const sources = useInfiniteQuery(pages("/v1/sources", { query: { limit: 50 } }));
  const add = may("sources:write") ? <Button onClick={() => setMaking(true)}>{t("Connect a shop")}</Button> : undefined;
  return (
    <DeveloperPage
      title={t("Connected shops")}
      text={t("Orders, refunds and subscriptions come in by themselves, signed by the shop's own webhooks.")}
      acts={add}
    >
      <List<Source>
        of={sources}
        label={t("Connected shops")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/developers/sources/$source", params: { source: row.id } })}
        columns={[
          { key: "name", label: t("Name"), cell: (row) => (row.name === "" ? PROVIDERS[row.provider] : row.name) },
          { key: "provider", label: t("Shop system"), cell: (row) => PROVIDERS[row.provider], wide: true },
          { key: "status", label: t("Status"), cell: (row) => <SourceStatus of={row} />, width: 130 },
          { key: "since", label: t("Since"), cell: (row) => <When at={row.created_at} />, wide: true, width: 140 },
        ]}
        empty={
          <EmptyState
            title={t("No shop is connected yet")}
            text={t("Connect yours, and its orders are here as they happen. No plug-in, no code.")}
            act={add}
          />
        }
      />
      <Drawer opened={making} onClose={() => setMaking(false)} position="right" size="lg" title={t("Connect a shop")}>
        {making && <NewSource close={() => setMaking(false)} />}
      </Drawer>
    </DeveloperPage>
  );
}

export function SourceStatus({ of }: { of: Source }) {
  if (of.disconnected_at !== null)
    return <Status tone="rust" word={t("Disconnected")} why={t("The shop said that it is disconnected.")} />;
  if (of.status === "active") return <Status tone="leaf" word={t("On")} why={t("What it sends is taken.")} />;
  return <Status tone="gray" word={t("Off")} why={t("What it sends is refused.")} />;
}

function NewSource({ close }: { close: () => void }) {
  const form = useKeptForm("source", { provider: "stripe" as Provider, name: "", secret: "" });
  const [made, setMade] = useState<Source | null>(null);
  const { provider, name, secret } = form.values;
  const act = useAct({
    run: async () => await unwrap(api.POST("/v1/sources", { body: { provider, secret, ...(name === "" ? {} : { name }) } })),
    changes: ["/v1/sources"],
    after: (answer) => (form.forget(), setMade(answer)),
  });
  if (made !== null)
    return (
      <Stack>
        <Text>{t("Now paste this address into the shop:")}</Text>
        <Copyable value={made.url} />
        <Text size="sm">{whereToPaste(made.provider).address}</Text>
        <Button onClick={close}>{t("Done")}</Button>
      </Stack>
    );
  return (
    <form onSubmit={form.onSubmit(() => act.mutate(undefined, { onError: (error) => takeErrors(form, error) }))}>
      <Stack>
        <Select
          label={t("Shop system")}
          data={Object.entries(PROVIDERS).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          data-autofocus
          {...form.getInputProps("provider")}
        />
        <TextInput label={t("Name")} description={t("For yourself, where there are several.")} {...form.getInputProps("name")} />
        <PasswordInput
          label={t("Secret that signs its webhooks")}
          description={whereToPaste(provider).secret}
          required
          {...form.getInputProps("secret")}
        />
        <SaveBar error={act.error} pending={act.isPending} dirty={secret !== ""} label={t("Connect")} />
      </Stack>
    </form>
  );
}
