/** The links of a kept view: each shows its figures to whoever has it, until it ends or is taken back. */
import { Alert, Button, Group, Select, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Share2 } from "lucide-react";
import { useState } from "react";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Row, read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { ErrorState } from "../../kit/states.tsx";
import { Copyable, Status, When } from "../../kit/values.tsx";
import { Wide } from "../../kit/wide.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import type { KeptView } from "./views.ts";

const DAYS = ["7", "30", "90"] as const;
const CHANGES = ["/v1/report-views"];

export function Links({ view }: { view: KeptView }) {
  const may = useMay();
  const path = { view: view.id };
  const [days, setDays] = useState<string>("30");
  const links = useQuery(read("/v1/report-views/{view}/links", { path }));
  const share = useAct({
    run: async () => await unwrap(api.POST("/v1/report-views/{view}/links", { params: { path }, body: { days: Number(days) } })),
    changes: CHANGES,
  });
  const all = links.data?.data ?? [];
  return (
    <Stack gap="xs">
      {may("reports:write") && (
        <Group align="flex-end" gap="sm">
          <Select
            label={t("A link that shows it for")}
            w={200}
            data={DAYS.map((value) => ({ value, label: t("{n} days", { n: number(Number(value)) }) }))}
            value={days}
            onChange={(next) => setDays(next ?? "30")}
            allowDeselect={false}
          />
          <Button
            leftSection={<Share2 size={16} aria-hidden />}
            variant="default"
            loading={share.isPending}
            onClick={() => share.mutate()}
          >
            {t("Make a link")}
          </Button>
        </Group>
      )}
      {share.error && <ErrorState error={share.error} />}
      {share.data !== undefined && (
        <Alert color="leaf" variant="light" title={t("The link is made")}>
          <Text size="sm">{t("Copy it now: it is shown once. Whoever has it sees the figures, without signing in.")}</Text>
          <Copyable value={share.data.url} />
        </Alert>
      )}
      {all.length > 0 && <Made of={all} view={view} />}
    </Stack>
  );
}

type Shared = Row<"/v1/report-views/{view}/links">;

function Made({ of, view }: { of: Shared[]; view: KeptView }) {
  const title = t("Links of “{name}”", { name: view.name });
  return (
    <Wide minWidth={420} label={title}>
      <Table verticalSpacing={4} aria-label={title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("Made")}</Table.Th>
            <Table.Th>{t("Shows until")}</Table.Th>
            <Table.Th ta="end">{t("Opened")}</Table.Th>
            <Table.Th>{t("State")}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.map((link) => (
            <OneLink key={link.id} of={link} view={view} />
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function OneLink({ of, view }: { of: Shared; view: KeptView }) {
  const may = useMay();
  const isOpen = of.revoked_at === null && Date.parse(of.expires_at) > Date.now();
  const revoke = useAct({
    run: async () =>
      await unwrap(api.DELETE("/v1/report-views/{view}/links/{shared}", { params: { path: { view: view.id, shared: of.id } } })),
    changes: CHANGES,
    done: () => t("The link shows nothing any more."),
  });
  const state = isOpen
    ? { tone: "leaf" as const, word: t("Shows"), why: t("Whoever has it sees the figures as they are then.") }
    : of.revoked_at === null
      ? { tone: "gray" as const, word: t("Over"), why: t("Its days are over.") }
      : { tone: "gray" as const, word: t("Taken back"), why: t("It was taken back and shows nothing.") };
  return (
    <Table.Tr>
      <Table.Td>
        <When at={of.created_at} />
      </Table.Td>
      <Table.Td>
        <When at={of.expires_at} />
      </Table.Td>
      <Table.Td ta="end" className="gv-number">
        {t("{n, plural, =0 {never} one {once} other {# times}}", { n: of.seen })}
      </Table.Td>
      <Table.Td>
        <Status {...state} />
      </Table.Td>
      <Table.Td ta="end">
        {isOpen && may("reports:write") && (
          <Button size="compact-sm" variant="subtle" color="rust" loading={revoke.isPending} onClick={() => revoke.mutate()}>
            {t("Take the link back")}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
