/** How many first purchases each channel is credited with, by six rules side by side. None of them pays anybody. */
import { Table, Text } from "@mantine/core";
import { type Answer, read } from "../../api/query.ts";
import { Section } from "../../kit/page.tsx";
import { Wide } from "../../kit/wide.tsx";
import { number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { AT_ONCE, Studied, useStudied } from "./studied.tsx";

type Study = Answer<"/v1/reports/credit">;
type Query = { from?: string; to?: string; program?: string };

const MODELS: Record<Study["models"][number], () => string> = {
  first: () => t("First touch"),
  last: () => t("Last touch"),
  linear: () => t("Even"),
  position: () => t("By position"),
  markov: () => t("Markov"),
  shapley: () => t("Shapley"),
};

export function Credit({ query }: { query: Query }) {
  const study = useStudied<Study>(read("/v1/reports/credit", { query: { ...query, ...AT_ONCE } }));
  return (
    <Section
      title={t("Channels side by side")}
      text={t(
        "First purchases by the channels that led to them, by six rules. No reward follows any of them, and credit is no proof of effect.",
      )}
    >
      <Studied of={study}>{(data) => <Rules of={data} />}</Studied>
    </Section>
  );
}

function Rules({ of }: { of: Study }) {
  if (of.conversions === null || of.channels.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {of.reason?.message ?? t("Nothing in these days")}
      </Text>
    );
  const label = t("Channels side by side");
  const say = (value: number | undefined): string => number(value ?? 0, { maximumFractionDigits: 1 });
  return (
    <>
      <Wide minWidth={640} label={label}>
        <Table verticalSpacing="xs" aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("Channel")}</Table.Th>
              {of.models.map((model) => (
                <Table.Th key={model} ta="end">
                  {MODELS[model]()}
                </Table.Th>
              ))}
              <Table.Th ta="end">{t("Lost without it")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {of.channels.map((row) => (
              <Table.Tr key={row.channel}>
                <Table.Th scope="row" fw={500} style={{ overflowWrap: "anywhere" }}>
                  {row.channel === "" ? t("Not known") : row.channel}
                </Table.Th>
                {of.models.map((model) => (
                  <Table.Td key={model} ta="end" className="gv-number">
                    {say(row.credit[model]?.conversions)}
                  </Table.Td>
                ))}
                <Table.Td ta="end" className="gv-number">
                  {row.removal === null ? t("not known") : percent(row.removal)}
                </Table.Td>
              </Table.Tr>
            ))}
            {of.others !== null && (
              <Table.Tr>
                <Table.Th scope="row" fw={400}>
                  {t("{n, plural, one {# other channel} other {# other channels}}", { n: of.others.channels })}
                </Table.Th>
                {of.models.map((model) => (
                  <Table.Td key={model} ta="end" className="gv-number">
                    {say(of.others?.credit[model]?.conversions)}
                  </Table.Td>
                ))}
                <Table.Td />
              </Table.Tr>
            )}
          </Table.Tbody>
        </Table>
      </Wide>
      <Text size="xs" c="dimmed" mt="xs">
        {t("{n} first purchases with a link before them; {others} that no link led to, of which no rule knows anything.", {
          n: number(of.conversions),
          others: number(of.without_touch ?? 0),
        })}
      </Text>
    </>
  );
}
