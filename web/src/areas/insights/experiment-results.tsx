/** What an experiment says: whether chance dealt as told, and only then what to do, each figure with its interval, and what it cost. */
import { Alert, Group, Stack, Table, Text } from "@mantine/core";
import { read } from "../../api/query.ts";
import { Facts, Section } from "../../kit/page.tsx";
import { Status } from "../../kit/values.tsx";
import { instant, money, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { type Experiment, type Results, VERDICTS, armName, chanceOf } from "./experiment-words.ts";
import { Intervals } from "./intervals.tsx";
import { AT_ONCE, Studied, useStudied } from "./studied.tsx";

export function ExperimentResults({ of }: { of: Experiment }) {
  const results = useStudied<Results>(read("/v1/experiments/{experiment}/results", { path: { experiment: of.id }, query: AT_ONCE }));
  return (
    <Studied of={results}>
      {(found) => (
        <Stack gap="md">
          <Ratio of={of} results={found} />
          {!found.sample_ratio.broken && (
            <>
              <Decisions of={of} results={found} />
              {of.arms.slice(1).map((arm) => (
                <Intervals key={arm.key} of={of} results={found} arm={arm.key} />
              ))}
              <Increments of={of} results={found} />
              <Mixed results={found} />
            </>
          )}
        </Stack>
      )}
    </Studied>
  );
}

/** First of all. When it is broken it is all there is: an effect one has seen is not forgotten. */
function Ratio({ of, results }: { of: Experiment; results: Results }) {
  const { p, broken } = results.sample_ratio;
  const weights = results.arms.reduce((sum, { weight }) => sum + weight, 0);
  const all = results.arms.reduce((sum, { rows }) => sum + rows, 0);
  const isTogether = results.unit !== "advocate";
  const days = { from: instant(results.from), to: instant(results.to) };
  const title = t("Did chance deal as it was told?");
  return (
    <Section
      title={title}
      text={
        isTogether
          ? t("{from} to {to}. One row for each circle or company that was dealt: what its advocates did, to how many they are.", days)
          : t("{from} to {to}. One row for each advocate who takes part, whether she did anything or not.", days)
      }
    >
      {broken ? (
        <Alert color="rust" variant="light" role="alert" title={t("No: do not trust what it says")}>
          {t(
            "The arms are not as large as they were dealt; by chance alone that happens with a probability of {p}. " +
              "Rows are lost or doubled, so no effect is shown. Stop it, find out why, and start another.",
            { p: chanceOf(p) },
          )}
        </Alert>
      ) : (
        <Text size="sm">
          {all === 0
            ? t("Nobody takes part yet.")
            : t("Yes: the arms are as large as chance would make them (p {p}).", { p: chanceOf(p) })}
        </Text>
      )}
      <Table verticalSpacing={4} mt="xs" aria-label={title} maw={560}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("Arm")}</Table.Th>
            <Table.Th ta="end">{t("Advocates")}</Table.Th>
            {isTogether && <Table.Th ta="end">{t("Dealt")}</Table.Th>}
            <Table.Th ta="end">{t("Expected")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {results.arms.map(({ key, weight, advocates, rows }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={500} style={{ overflowWrap: "anywhere" }}>
                {armName(of, key)}
              </Table.Th>
              <Table.Td ta="end" className="gv-number">
                {number(advocates)}
              </Table.Td>
              {isTogether && (
                <Table.Td ta="end" className="gv-number">
                  {number(rows)}
                </Table.Td>
              )}
              <Table.Td ta="end" className="gv-number">
                {number(Math.round((all * weight) / weights))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

function Decisions({ of, results }: { of: Experiment; results: Results }) {
  return (
    <Section title={t("What to do")}>
      <Stack gap="md">
        {results.decisions.map(({ arm, verdict, reasons }) => (
          <div key={arm}>
            <Group gap="xs">
              <Text fw={600}>{armName(of, arm)}</Text>
              <Status tone={VERDICTS[verdict].tone} word={VERDICTS[verdict].word()} />
            </Group>
            {reasons.map((reason) => (
              <Text key={`${reason.code}${JSON.stringify(reason.values)}`} size="sm">
                {reason.message}
              </Text>
            ))}
            {verdict === "ship" && (
              <Text size="sm" c="dimmed">
                {t("To take it over: stop the experiment, then publish this arm’s offer in the program.")}
              </Text>
            )}
          </div>
        ))}
      </Stack>
    </Section>
  );
}

/** What the offer earned beyond what comes anyway. */
function Increments({ of, results }: { of: Experiment; results: Results }) {
  if (results.increments.length === 0) return null;
  return (
    <Section
      title={t("What comes only because of the offer")}
      text={t("Against the arm without an offer: customers who would not have come anyway, and what each of those costs.")}
    >
      <Stack gap="md">
        {results.increments.map(({ arm, customers, cost, reason }) => (
          <div key={arm}>
            <Facts
              of={[
                [t("Compared with"), armName(of, arm)],
                [
                  t("Customers more for each advocate"),
                  customers &&
                    t("{value} (between {low} and {high})", {
                      value: number(customers.value, { maximumFractionDigits: 3 }),
                      low: number(customers.low, { maximumFractionDigits: 3 }),
                      high: number(customers.high, { maximumFractionDigits: 3 }),
                    }),
                ],
                [
                  t("What one of them costs"),
                  cost &&
                    of.currency !== null &&
                    t("{value} (between {low} and {high})", {
                      value: money(Math.round(cost.value), of.currency),
                      low: money(Math.round(cost.low), of.currency),
                      high: money(Math.round(cost.high), of.currency),
                    }),
                ],
              ]}
            />
            {reason !== null && (
              <Text size="sm" mt="xs">
                {reason.message}
              </Text>
            )}
          </div>
        ))}
      </Stack>
    </Section>
  );
}

/** Friends whom links of several arms reached: they make arms more alike than they are. */
function Mixed({ results }: { results: Results }) {
  const of = results.contamination;
  return (
    <Section title={t("Friends between the arms")}>
      <Text size="sm">
        {of === null
          ? t("No friend has come yet.")
          : of.both === 0
            ? t(
                "{n, plural, one {# friend came, and no links of two arms reached her.} " +
                  "other {# friends came, and links of two arms reached none of them.}}",
                { n: of.friends },
              )
            : t(
                "Links of more than one arm reached {both} of {friends} friends ({share}, between " +
                  "{low} and {high}). They make the arms look more alike than they are.",
                {
                  both: number(of.both),
                  friends: number(of.friends),
                  share: percent(of.share),
                  low: percent(of.low),
                  high: percent(of.high),
                },
              )}
        {of !== null &&
          of.moved > 0 &&
          ` ${t(
            "{n, plural, one {# friend was promised another arm’s offer than the advocate’s whom she counts for} " +
              "other {# friends were promised another arm’s offer than the advocate’s whom they count for}}: " +
              "two people turned out to be one.",
            { n: of.moved },
          )}`}
      </Text>
    </Section>
  );
}
