/** Groups of people who could recommend: how many, whether they agreed to be written to, and who looks after them. */
import { Box, Button, Group, Modal, NumberInput, Select, Stack, Table, Text, TextInput, Textarea } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { type Row, pages, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { EmptyState, ErrorState, Lines } from "../../kit/states.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";

export type SourceGroup = Row<"/v1/source-groups">;
const KINDS = ["segment", "partners", "employees", "influencers", "communities", "other"] as const;
const CONSENTS = ["given", "some", "none", "unknown"] as const;

export const groupsQuery = () => pages("/v1/source-groups", { query: { limit: 50 } });

function kindWord(kind: SourceGroup["kind"]): string {
  const words = {
    segment: t("Customers of a segment"),
    partners: t("Partners"),
    employees: t("Employees"),
    influencers: t("Influencers"),
    communities: t("Community"),
    other: t("Other"),
  };
  return words[kind];
}

function consentWord(consent: SourceGroup["consent"]): string {
  return { given: t("all agreed"), some: t("some agreed"), none: t("nobody agreed"), unknown: t("not known") }[consent];
}

export function GroupsSection() {
  const may = useMay();
  const [edited, setEdited] = useState<SourceGroup | "new" | null>(null);
  const groups = useInfiniteQuery(groupsQuery());
  const rows = groups.data?.pages.flatMap((page) => page.data) ?? [];
  return (
    <Section
      title={t("Who could tell others")}
      text={t("Everybody whom you could ask: the likeliest customers, partners, your own people, communities.")}
      acts={
        may("people:write") && (
          <Button size="xs" variant="default" onClick={() => setEdited("new")}>
            {t("Add a group")}
          </Button>
        )
      }
    >
      {groups.error !== null && <ErrorState error={groups.error} retry={() => void groups.refetch()} />}
      {groups.data === undefined && groups.error === null && <Lines n={3} />}
      {groups.data !== undefined && rows.length === 0 && (
        <EmptyState
          title={t("No group yet")}
          text={t("Begin with a segment of your best customers, then think of partners and communities.")}
        />
      )}
      {rows.length > 0 && (
        <Box style={{ overflowX: "auto" }}>
          <Table aria-label={t("Groups")}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("Group")}</Table.Th>
                <Table.Th ta="end">{t("People")}</Table.Th>
                <Table.Th>{t("May be written to")}</Table.Th>
                <Table.Th>{t("Owner")}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.id}>
                  <Table.Td style={{ overflowWrap: "anywhere" }}>
                    {row.name}
                    <Text size="xs" c="dimmed">
                      {kindWord(row.kind)}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="end">{sizeOf(row)}</Table.Td>
                  <Table.Td>{row.contactable === null ? consentWord(row.consent) : number(row.contactable)}</Table.Td>
                  <Table.Td style={{ overflowWrap: "anywhere" }}>{row.owner || t("nobody")}</Table.Td>
                  <Table.Td ta="end">
                    {may("people:write") && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        onClick={() => setEdited(row)}
                        aria-label={t("Change {name}", { name: row.name })}
                      >
                        {t("Change")}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Box>
      )}
      <Modal
        opened={edited !== null}
        onClose={() => setEdited(null)}
        title={edited === "new" ? t("A group of people") : t("Change the group")}
      >
        {edited !== null && <GroupForm of={edited === "new" ? null : edited} close={() => setEdited(null)} />}
      </Modal>
    </Section>
  );
}

function sizeOf(row: SourceGroup): string {
  if (row.size === null) return t("not known");
  return row.exact ? number(row.size) : t("about {n}", { n: number(row.size) });
}

function GroupForm({ of, close }: { of: SourceGroup | null; close: () => void }) {
  const segments = useQuery(read("/v1/segments", { query: { limit: 200 } }));
  const [kind, setKind] = useState<SourceGroup["kind"]>(of?.kind ?? "segment");
  const [name, setName] = useState(of?.name ?? "");
  const [owner, setOwner] = useState(of?.owner ?? "");
  const [segment, setSegment] = useState<string | null>(of?.segment ?? null);
  const [size, setSize] = useState<number | "">(of !== null && of.kind !== "segment" ? (of.size ?? "") : "");
  const [consent, setConsent] = useState<SourceGroup["consent"]>(of?.consent ?? "unknown");
  const [note, setNote] = useState(of?.note ?? "");
  const isSegment = kind === "segment";
  const save = useAct({
    run: () => {
      const body = {
        kind,
        name: name.trim(),
        owner: owner.trim(),
        segment: isSegment ? segment : null,
        size: isSegment || size === "" ? null : size,
        consent,
        note: note.trim(),
      };
      return of === null
        ? unwrap(api.POST("/v1/source-groups", { body }))
        : unwrap(api.PUT("/v1/source-groups/{group}", { params: { path: { group: of.id } }, body }));
    },
    changes: ["/v1/source-groups"],
    done: () => t("Saved."),
    after: close,
  });
  return (
    <form onSubmit={(event) => (event.preventDefault(), save.mutate())}>
      <Stack gap="sm">
        <Select
          label={t("What they are")}
          allowDeselect={false}
          data={KINDS.map((each) => ({ value: each, label: kindWord(each) }))}
          value={kind}
          onChange={(next) => setKind((next ?? "segment") as typeof kind)}
        />
        {isSegment && (
          <Select
            label={t("Segment")}
            required
            searchable
            data={(segments.data?.data ?? []).map((each) => ({ value: each.id, label: each.name }))}
            value={segment}
            onChange={(next, option) => (setSegment(next), name === "" && option != null && setName(option.label))}
            nothingFoundMessage={t("There is no segment yet: make one first.")}
          />
        )}
        <TextInput label={t("Name")} required maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput
          label={t("Who looks after it")}
          maxLength={200}
          value={owner}
          onChange={(event) => setOwner(event.currentTarget.value)}
        />
        {!isSegment && (
          <Group grow>
            <NumberInput label={t("About how many")} min={0} value={size} onChange={(next) => setSize(next === "" ? "" : Number(next))} />
            <Select
              label={t("Did they agree to be written to?")}
              allowDeselect={false}
              data={CONSENTS.map((each) => ({ value: each, label: consentWord(each) }))}
              value={consent}
              onChange={(next) => setConsent((next ?? "unknown") as typeof consent)}
            />
          </Group>
        )}
        <Textarea label={t("Note")} minRows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        {save.error && <ErrorState error={save.error} />}
        <Group justify="space-between">
          {of === null ? <span /> : <RemoveGroup of={of} close={close} />}
          <Group gap="xs">
            <Button variant="default" onClick={close}>
              {t("Cancel")}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === "" || (isSegment && segment === null)}>
              {t("Save")}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

function RemoveGroup({ of, close }: { of: SourceGroup; close: () => void }) {
  const act = useAct<{ reason: string }>({
    run: () => unwrap(api.DELETE("/v1/source-groups/{group}", { params: { path: { group: of.id } } })),
    changes: ["/v1/source-groups"],
    done: () => t("{name} is gone from the list.", { name: of.name }),
    after: close,
  });
  return (
    <AskAct
      label={t("Delete")}
      consequence={t("It goes from this list. Plans that were made from it stay as they are.")}
      act={act}
      button={{ color: "rust", variant: "subtle" }}
    />
  );
}
