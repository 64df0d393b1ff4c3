/** A further workspace of the same operator: another business, another country, with books of its own. */
import { Button, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { useMay, useMe } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { Facts, Section } from "../../kit/page.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { Copyable } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";

type Made = { slug: string; secret_key: string; publishable_key: string; test_key: string };

export function FurtherWorkspace() {
  const may = useMay()("workspaces:write");
  const { operator } = useMe();
  const [opened, { open, close }] = useDisclosure();
  const [made, setMade] = useState<Made | null>(null);
  if (!may || operator === null) return null;
  return (
    <Section
      title={t("Further workspaces")}
      text={t("Another business or country, with its own people, programs and books. You become its owner.")}
      acts={
        <Button onClick={open} variant="default">
          {t("Make a workspace")}
        </Button>
      }
    >
      <Modal opened={opened} onClose={close} title={made === null ? t("Make a workspace") : t("Your workspace is there")}>
        {made === null ? <Wish done={setMade} /> : <Keys made={made} />}
      </Modal>
    </Section>
  );
}

function Wish({ done }: { done: (made: Made) => void }) {
  const [name, setName] = useState("");
  const [slug, setSlug] = useState<string | null>(null);
  const [zone, setZone] = useState(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const suggested =
    slug ??
    name
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^[^a-z]+|-+$/g, "")
      .slice(0, 40);
  const act = useAct({
    run: () => unwrap(api.POST("/v1/workspaces", { body: { name, slug: suggested, zone } })),
    changes: ["/v1/me"],
    after: done,
  });
  return (
    <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
      <Stack gap="sm">
        {act.error && <ErrorState error={act.error} />}
        <TextInput label={t("Name")} required value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
        <TextInput
          label={t("Short name")}
          description={t("Part of every link, for ever: /r/{slug}/ANN-7K2M", { slug: suggested || "shop" })}
          required
          value={suggested}
          onChange={(event) => setSlug(event.currentTarget.value)}
        />
        <Select
          label={t("Time zone")}
          searchable
          allowDeselect={false}
          data={[...new Set(["UTC", zone, ...Intl.supportedValuesOf("timeZone")])]}
          value={zone}
          onChange={(value) => setZone(value ?? "UTC")}
        />
        <Button type="submit" loading={act.isPending}>
          {t("Make a workspace")}
        </Button>
      </Stack>
    </form>
  );
}

function Keys({ made }: { made: Made }) {
  return (
    <Stack gap="sm">
      <Text size="sm">{t("Copy its keys now: they are shown this once.")}</Text>
      <Facts
        of={[
          [t("Secret key"), <Copyable key="secret" value={made.secret_key} />],
          [t("Publishable key"), <Copyable key="public" value={made.publishable_key} />],
          [t("Sandbox key"), <Copyable key="test" value={made.test_key} />],
        ]}
      />
      <Button component="a" href={`/app/${encodeURIComponent(made.slug)}`}>
        {t("Open it")}
      </Button>
    </Stack>
  );
}
