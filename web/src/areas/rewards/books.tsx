/** Verify now: each proof of the books with its result, how far it is, and the trial balance of that moment. */
import { Button, Group, List as Bullets, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Row, read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { Page, Section } from "../../kit/page.tsx";
import { EmptyState, ErrorState, Shown } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { money, number } from "../../words/format.ts";
import { Wide } from "../../kit/wide.tsx";
import { t } from "../../words/say.ts";
import { RewardsNav, accountLabel } from "./words.tsx";

type Proof = Row<"/v1/ledger/proofs">;

export function Books() {
  const may = useMay();
  const proofs = useQuery({
    ...read("/v1/ledger/proofs", { query: { limit: 10 } }),
    refetchInterval: ({ state }) => (state.data?.data[0]?.state === "running" ? 700 : false),
  });
  const verify = useAct({ run: () => unwrap(api.POST("/v1/ledger/verify")), changes: ["/v1/ledger/proofs"] });
  const latest = proofs.data?.data[0];
  const button = may("ledger:write") && (
    <Button loading={verify.isPending || latest?.state === "running"} onClick={() => verify.mutate()}>
      {t("Verify now")}
    </Button>
  );
  return (
    <Page
      title={t("Verify the books")}
      text={t(
        "Every balance, reward and payout is worked out again from the facts and compared with what is stored. Nothing changes or stops.",
      )}
      acts={button}
    >
      <RewardsNav />
      {verify.error && <ErrorState error={verify.error} />}
      <Shown of={proofs}>
        {({ data }) =>
          latest === undefined ? (
            <EmptyState
              title={t("Never verified yet")}
              text={t("Verify the books before a payout, or whenever a figure surprises you.")}
            />
          ) : (
            <>
              <Latest of={latest} />
              {latest.balance.length > 0 && <Balance of={latest} />}
              <Earlier of={data.slice(1)} />
            </>
          )
        }
      </Shown>
    </Page>
  );
}

function ProofStatus({ of }: { of: Proof }) {
  if (of.state === "running") return <Status tone="sky" word={t("Running")} />;
  if (of.state !== "ended") return <Status tone="amber" word={t("Not finished")} why={of.step} />;
  return of.ok ? <Status tone="leaf" word={t("The books are right")} /> : <Status tone="rust" word={t("Something is wrong")} />;
}

function Latest({ of }: { of: Proof }) {
  return (
    <Section title={t("Latest")}>
      <Group gap="sm" role="status">
        <ProofStatus of={of} />
        <Text size="sm">
          {of.state === "running"
            ? t("{n} rows so far: {step}", { n: number(of.checked), step: of.step })
            : t("{n} rows looked at", { n: number(of.checked) })}
        </Text>
        <Text size="sm" c="dimmed">
          <When at={of.ended_at ?? of.started_at} exact />
        </Text>
      </Group>
      {of.checks.length > 0 && (
        <Wide minWidth={320} mt="sm" label={t("Proofs")}>
          <Table verticalSpacing="xs" aria-label={t("Proofs")}>
            <Table.Tbody>
              {of.checks.map((check) => (
                <Table.Tr key={check.id}>
                  <Table.Td w={90}>
                    <Group gap={6} wrap="nowrap" c={check.ok ? "leaf" : "rust"}>
                      {check.ok ? <Check size={16} aria-hidden /> : <X size={16} aria-hidden />}
                      {check.ok ? t("Right") : t("Wrong")}
                    </Group>
                  </Table.Td>
                  <Table.Td>
                    <Text size="sm">{check.name}</Text>
                    {check.examples.length > 0 && (
                      <Bullets size="xs">
                        {check.examples.map((example) => (
                          <Bullets.Item key={example}>{example}</Bullets.Item>
                        ))}
                      </Bullets>
                    )}
                  </Table.Td>
                  <Table.Td ta="end">
                    {check.ok ? number(check.checked) : t("{bad} of {n}", { bad: number(check.bad), n: number(check.checked) })}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Wide>
      )}
    </Section>
  );
}

function Balance({ of }: { of: Proof }) {
  const units = [...Map.groupBy(of.balance, (row) => row.unit)];
  return (
    <Section
      title={t("Trial balance")}
      text={t("All postings of each kind of account at that moment. Each unit comes to nothing: what one account has, another gave.")}
    >
      <Stack gap="md">
        {units.map(([unit, rows]) => (
          <Table key={unit} verticalSpacing={4} aria-label={t("Trial balance in {unit}", { unit })}>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.kind}>
                  <Table.Td>{accountLabel(row.kind)}</Table.Td>
                  <Table.Td ta="end">{money(Number(row.amount), unit)}</Table.Td>
                </Table.Tr>
              ))}
              <Table.Tr>
                <Table.Td fw={600}>{t("Together")}</Table.Td>
                <Table.Td ta="end" fw={600}>
                  {money(Number(rows.reduce((sum, row) => sum + BigInt(row.amount), 0n)), unit)}
                </Table.Td>
              </Table.Tr>
            </Table.Tbody>
          </Table>
        ))}
      </Stack>
    </Section>
  );
}

function Earlier({ of }: { of: readonly Proof[] }) {
  if (of.length === 0) return null;
  return (
    <Section title={t("Before")}>
      <Stack gap="xs">
        {of.map((proof) => (
          <Group key={proof.id} gap="sm">
            <ProofStatus of={proof} />
            <Text size="sm" c="dimmed">
              <When at={proof.started_at} exact /> · {t("{n} rows", { n: number(proof.checked) })}
            </Text>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
