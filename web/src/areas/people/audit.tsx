/** How customers heard of the business: counted, with what each share may really be, and one count kept as the baseline. */
import { Badge, Box, Button, Checkbox, Group, Modal, SegmentedControl, Stack, Table, Text, TextInput, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api, unwrap } from "../../api/client.ts";
import { type Row, pages } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { EmptyState, ErrorState } from "../../kit/states.tsx";
import { When } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { countsIn } from "./counts.ts";

type Audit = Row<"/v1/source-audits">;

export function AuditSection() {
  const may = useMay();
  const [opened, { open, close }] = useDisclosure();
  const audits = useInfiniteQuery(pages("/v1/source-audits", { query: { limit: 10 } }));
  const rows = audits.data?.pages.flatMap((page) => page.data) ?? [];
  const shown = rows.find((each) => each.baseline) ?? rows[0];
  const add = may("people:write") && (
    <Button size="xs" variant={rows.length === 0 ? "filled" : "default"} onClick={open}>
      {t("Count sources")}
    </Button>
  );
  return (
    <Section
      title={t("How did you hear about us?")}
      text={t("Count it before a program starts, and again later: the difference is what the program did.")}
      acts={add}
    >
      {audits.error !== null && <ErrorState error={audits.error} retry={() => void audits.refetch()} />}
      {audits.data !== undefined && shown === undefined && (
        <EmptyState
          title={t("Nothing was counted yet")}
          text={t("Take answers that you collected, orders with their channel, or numbers that you have already.")}
        />
      )}
      {shown !== undefined && (
        <Stack gap="lg">
          <AuditTable of={shown} />
          {rows.length > 1 && <Others of={rows.filter((each) => each.id !== shown.id)} />}
        </Stack>
      )}
      <Modal opened={opened} onClose={close} title={t("Count sources")} size="lg">
        {opened && <NewAudit first={rows.length === 0} close={close} />}
      </Modal>
    </Section>
  );
}

/** One decimal, always: an interval is read by its ends. */
const exact = (share: number): string => number(share, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });

function AuditTable({ of }: { of: Audit }) {
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Text fw={600}>{of.name}</Text>
        {of.baseline && (
          <Badge color="vine" variant="light" tt="none">
            {t("baseline")}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          {t("{n, plural, one {# answer} other {# answers}}", { n: of.total })}, <When at={of.created_at} />
        </Text>
      </Group>
      <Text className="gv-text">
        {t("{share} came because somebody told them. With {total} counted, the true share lies between {low} and {high}.", {
          share: exact(of.friends.share),
          total: number(of.total),
          low: exact(of.friends.low),
          high: exact(of.friends.high),
        })}
      </Text>
      <Box style={{ overflowX: "auto" }}>
        <Table aria-label={t("Sources")} verticalSpacing={6} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th miw={110}>{t("Source")}</Table.Th>
              <Table.Th ta="end">{t("Count")}</Table.Th>
              <Table.Th ta="end">{t("Share")}</Table.Th>
              <Table.Th ta="end">{t("Between (95 %)")}</Table.Th>
              <Table.Th w="30%" visibleFrom="sm" aria-hidden />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {of.rows.slice(0, 30).map((row) => (
              <Table.Tr key={row.source}>
                <Table.Td style={{ overflowWrap: "anywhere" }}>
                  {row.source}{" "}
                  {row.friend && (
                    <Text span size="xs" c="dimmed">
                      {t("(a person)")}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="end">{number(row.count)}</Table.Td>
                <Table.Td ta="end">{exact(row.share)}</Table.Td>
                <Table.Td ta="end" style={{ whiteSpace: "nowrap" }}>
                  {t("{low} to {high}", { low: exact(row.low), high: exact(row.high) })}
                </Table.Td>
                <Table.Td visibleFrom="sm" aria-hidden>
                  <IntervalBar of={row} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
    </Stack>
  );
}

/** The share as a bar from zero, its interval as a line across the bar's end. */
function IntervalBar({ of }: { of: { share: number; low: number; high: number; friend: boolean } }) {
  const at = (share: number): string => `${(100 * share).toFixed(2)}%`;
  const color = of.friend ? "var(--mantine-color-vine-5)" : "var(--mantine-color-gray-5)";
  return (
    <Box pos="relative" h={14}>
      <Box pos="absolute" h={8} top={3} style={{ insetInlineStart: 0, width: at(of.share), background: color, borderRadius: 2 }} />
      <Box
        pos="absolute"
        h={2}
        top={6}
        bg="var(--mantine-color-text)"
        style={{ insetInlineStart: at(of.low), width: at(of.high - of.low) }}
      />
    </Box>
  );
}

function Others({ of }: { of: readonly Audit[] }) {
  const may = useMay();
  const act = useAct({
    run: (audit: string) => unwrap(api.POST("/v1/source-audits/{audit}/baseline", { params: { path: { audit } } })),
    changes: ["/v1/source-audits"],
    done: () => t("This is the baseline now."),
  });
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {t("Other counts")}
      </Text>
      {of.map((each) => (
        <Group key={each.id} justify="space-between" gap="xs">
          <Text size="sm">
            {t("{name}: {share} by somebody ({low} to {high}), of {total}", {
              name: each.name,
              share: exact(each.friends.share),
              low: exact(each.friends.low),
              high: exact(each.friends.high),
              total: number(each.total),
            })}
          </Text>
          {may("people:write") && (
            <Button size="compact-sm" variant="subtle" onClick={() => act.mutate(each.id)}>
              {t("Make it the baseline")}
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  );
}

type Origin = "answers" | "orders" | "given";

function NewAudit({ first, close }: { first: boolean; close: () => void }) {
  const [name, setName] = useState(first ? t("Before the program") : "");
  const [origin, setOrigin] = useState<Origin>("given");
  const [text, setText] = useState(sessionStorage.getItem("gv-sources") ?? "");
  const [baseline, setBaseline] = useState(first);
  const counts = countsIn(text);
  const act = useAct({
    run: () =>
      unwrap(api.POST("/v1/source-audits", { body: { name: name.trim(), origin, baseline, counts: origin === "given" ? counts : [] } })),
    changes: ["/v1/source-audits"],
    done: () => t("Counted and kept."),
    after: () => (sessionStorage.removeItem("gv-sources"), close()),
  });
  const words: Record<Origin, string> = {
    given: t("One source a line: its name, a comma and the count. Or one answer a line, as you collected them."),
    answers: t("Events of the type survey_response with the name source; the answer is their subject."),
    orders: t("Orders that came with a channel: import past orders with their source first, or send it with each order."),
  };
  return (
    <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
      <Stack gap="sm">
        <TextInput label={t("Name")} required maxLength={200} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <SegmentedControl
          aria-label={t("What is counted")}
          value={origin}
          onChange={(next) => setOrigin(next as Origin)}
          data={[
            { value: "given", label: t("My numbers") },
            { value: "answers", label: t("Answers") },
            { value: "orders", label: t("Orders") },
          ]}
        />
        <Text size="sm" c="dimmed">
          {words[origin]}
        </Text>
        {origin === "given" && (
          <Textarea
            label={t("Sources")}
            minRows={6}
            maxRows={16}
            placeholder={"a friend, 180\nsearch, 520\nadvert, 300"}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
              sessionStorage.setItem("gv-sources", event.currentTarget.value);
            }}
            description={
              counts.length === 0
                ? undefined
                : t("{sources, plural, one {# source} other {# sources}}, {total} in all", {
                    sources: counts.length,
                    total: number(counts.reduce((sum, each) => sum + each.count, 0)),
                  })
            }
          />
        )}
        <Checkbox
          label={t("Measure the program against this count")}
          checked={baseline}
          onChange={(event) => setBaseline(event.currentTarget.checked)}
        />
        {act.error && <ErrorState error={act.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t("Cancel")}
          </Button>
          <Button type="submit" loading={act.isPending} disabled={name.trim() === "" || (origin === "given" && counts.length === 0)}>
            {t("Count and keep")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
