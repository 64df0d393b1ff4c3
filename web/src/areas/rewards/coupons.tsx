/** Coupon pools: what is left, which run low, and new codes by paste or file. And the coupons that were given. */
import { Alert, Button, FileButton, Group, Modal, Progress, Stack, Table, Text, Textarea } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Row, pages, read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { List } from "../../kit/list.tsx";
import { Page, Section } from "../../kit/page.tsx";
import { EmptyState, ErrorState, Shown } from "../../kit/states.tsx";
import { Copyable, Status, When } from "../../kit/values.tsx";
import { Wide } from "../../kit/wide.tsx";
import { Who } from "../../kit/who.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { RewardsNav } from "./words.tsx";

type Coupon = Row<"/v1/coupons">;
type Pool = Row<"/v1/coupon-pools">;
const route = getRouteApi("/rewards/coupons");

/** Ten, which is what the mail about low stock takes where the rule says nothing, or a tenth of them. */
const isLow = (pool: Pool): boolean => pool.left <= Math.max(10, pool.total * 0.1);

export function Coupons() {
  const { refill } = route.useSearch();
  const navigate = useNavigate();
  const may = useMay();
  const go = (pool: string | undefined): void => void navigate({ to: "/rewards/coupons", search: { refill: pool } });
  const pools = useQuery(read("/v1/coupon-pools"));
  const opened = pools.data?.data.find((pool) => `${pool.program}:${pool.rule}` === refill);
  return (
    <Page title={t("Coupons")} text={t("Codes of your own that rules give out, and every coupon that somebody holds.")}>
      <RewardsNav />
      <Section title={t("Pools")}>
        <Shown of={pools}>
          {({ data }) =>
            data.length === 0 ? (
              <EmptyState
                title={t("No pools")}
                text={t(
                  "A rule that gives a coupon makes its own codes. Where your shop makes them, say so in the rule and upload them here.",
                )}
              />
            ) : (
              <Stack gap="sm">
                {data.some(isLow) && (
                  <Alert color="amber" variant="light" title={t("A pool runs low")}>
                    {t("When it is empty, rewards wait for new codes. Nobody loses anything meanwhile.")}
                  </Alert>
                )}
                <Wide minWidth={460} label={t("Pools")}>
                  <Table verticalSpacing="xs" aria-label={t("Pools")}>
                    <Table.Thead>
                      <Table.Tr>
                        <Table.Th>{t("Program and rule")}</Table.Th>
                        <Table.Th ta="end">{t("Left")}</Table.Th>
                        <Table.Th w="25%">{t("Given out")}</Table.Th>
                        <Table.Th>{t("State")}</Table.Th>
                        <Table.Th>{t("Refill")}</Table.Th>
                      </Table.Tr>
                    </Table.Thead>
                    <Table.Tbody>
                      {data.map((pool) => (
                        <Table.Tr key={`${pool.program}:${pool.rule}`}>
                          <Table.Td>
                            {pool.program} · {pool.rule}
                          </Table.Td>
                          <Table.Td ta="end">{t("{left} of {all}", { left: number(pool.left), all: number(pool.total) })}</Table.Td>
                          <Table.Td>
                            <Progress
                              value={pool.total === 0 ? 0 : ((pool.total - pool.left) / pool.total) * 100}
                              aria-label={t("Given out")}
                            />
                          </Table.Td>
                          <Table.Td>
                            {pool.left === 0 ? (
                              <Status tone="rust" word={t("Empty")} why={t("Rewards of this rule wait for codes.")} />
                            ) : isLow(pool) ? (
                              <Status tone="amber" word={t("Low")} />
                            ) : (
                              <Status tone="leaf" word={t("Enough")} />
                            )}
                          </Table.Td>
                          <Table.Td>
                            {may("coupons:write") && (
                              <Button size="xs" variant="default" onClick={() => go(`${pool.program}:${pool.rule}`)}>
                                {t("Add codes")}
                              </Button>
                            )}
                          </Table.Td>
                        </Table.Tr>
                      ))}
                    </Table.Tbody>
                  </Table>
                </Wide>
              </Stack>
            )
          }
        </Shown>
      </Section>
      <Given />
      <Modal opened={opened !== undefined} onClose={() => go(undefined)} title={t("Add codes")}>
        {opened !== undefined && <Refill pool={opened} done={() => go(undefined)} />}
      </Modal>
    </Page>
  );
}

/** One code a line; of a CSV file the first column. */
export function codesOf(text: string): string[] {
  const lines = text.split(/[\r\n]+/).map((line) => (line.split(/[,;\t]/)[0] ?? "").trim().replace(/^"(.*)"$/, "$1"));
  const codes = lines.filter((line) => line !== "" && !/^(code|codes|coupon)$/i.test(line));
  return [...new Set(codes)];
}

/** The endpoint takes as many at once. */
const AT_ONCE = 10_000;

type Added = { added: number; known: number; taken: string[]; malformed: string[] };

function Refill({ pool, done }: { pool: Pool; done: () => void }) {
  const [text, setText] = useState("");
  const codes = codesOf(text);
  const act = useAct({
    run: async () => {
      const sum: Added = { added: 0, known: 0, taken: [], malformed: [] };
      for (let from = 0; from < codes.length; from += AT_ONCE) {
        const some = await unwrap(
          api.POST("/v1/coupon-pools", { body: { program: pool.program, rule: pool.rule, codes: codes.slice(from, from + AT_ONCE) } }),
        );
        sum.added += some.added;
        sum.known += some.known;
        sum.taken.push(...some.taken);
        sum.malformed.push(...some.malformed);
      }
      return sum;
    },
    changes: ["/v1/coupon-pools", "/v1/coupons", "/v1/rewards"],
    done: ({ added }) => t("{n, plural, one {# code} other {# codes}} added.", { n: added }),
    after: ({ taken, malformed }) => taken.length + malformed.length === 0 && done(),
  });
  return (
    <form onSubmit={(event) => (event.preventDefault(), act.mutate())}>
      <Stack gap="sm">
        <Text size="sm">
          {t("For {program}, rule {rule}. {left} are left.", { program: pool.program, rule: pool.rule, left: number(pool.left) })}
        </Text>
        <FileButton onChange={(file) => void file?.text().then(setText)} accept=".csv,.txt,text/csv,text/plain">
          {(props) => (
            <Button variant="default" {...props}>
              {t("Choose a file")}
            </Button>
          )}
        </FileButton>
        <Textarea
          label={t("Codes")}
          description={t("One a line; of a CSV file the first column. Codes that are there already are left alone.")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          minRows={6}
          maxRows={14}
          styles={{ input: { fontFamily: "monospace" } }}
          data-autofocus
        />
        {act.error && <ErrorState error={act.error} />}
        {act.data !== undefined && act.data.taken.length + act.data.malformed.length > 0 && (
          <Alert color="amber" variant="light" title={t("Some codes were not taken")}>
            {act.data.malformed.length > 0 && (
              <Text size="sm">{t("Not a code: {some}", { some: act.data.malformed.slice(0, 10).join(", ") })}</Text>
            )}
            {act.data.taken.length > 0 && (
              <Text size="sm">{t("In use for something else: {some}", { some: act.data.taken.slice(0, 10).join(", ") })}</Text>
            )}
          </Alert>
        )}
        <Group justify="space-between">
          <Text size="sm" role="status">
            {t("{n, plural, one {# code} other {# codes}}", { n: codes.length })}
          </Text>
          <Button type="submit" disabled={codes.length === 0} loading={act.isPending}>
            {t("Add codes")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Given() {
  const found = useInfiniteQuery(pages("/v1/coupons", { query: { limit: 50 } }));
  return (
    <Section title={t("Given out")}>
      <List<Coupon>
        of={found}
        label={t("Coupons")}
        keyOf={(row) => row.code}
        columns={[
          { key: "code", label: t("Code"), cell: (row) => <Copyable value={row.code} /> },
          { key: "person", label: t("Holder"), cell: (row) => <Who id={row.person} /> },
          { key: "at", label: t("Given"), wide: true, cell: (row) => <When at={row.issued_at} /> },
          {
            key: "until",
            label: t("Good until"),
            wide: true,
            cell: (row) => (row.valid_until === null ? t("no end") : <When at={row.valid_until} exact />),
          },
          {
            key: "used",
            label: t("State"),
            cell: (row) =>
              row.redeemed_at === null ? (
                <Status tone="leaf" word={t("Available")} />
              ) : (
                <Status tone="sky" word={t("Used")} why={row.order ?? undefined} />
              ),
          },
        ]}
        empty={<EmptyState title={t("No coupons yet")} text={t("They appear when a rule gives one.")} />}
      />
    </Section>
  );
}
