/** Whether the model can be trusted: fitted on the earlier days, compared with the weeks that were held out. */
import { Stack, Table, Text } from "@mantine/core";
import { DataTable, NumberCell } from "../../kit/data-table.tsx";
import { Section } from "../../kit/page.tsx";
import { number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { type Cohort, Estimated, type Study, cohortName } from "./estimate.tsx";

export function Calibrations({ of }: { of: Study }) {
  return (
    <Section
      title={t("Expected and what came")}
      text={t(
        "The model saw only the earlier days, and said how often customers buy in the weeks after. Beside it stands what they did.",
      )}
    >
      <Stack gap="lg">
        {of.cohorts.map((row) => (
          <Calibration key={row.cohort} of={row} />
        ))}
      </Stack>
    </Section>
  );
}

const one = (value: number): string => number(value, { maximumFractionDigits: 1 });

function Calibration({ of: { cohort, calibration, calibration_reason: reason } }: { of: Cohort }) {
  const name = cohortName(cohort);
  if (calibration === null) return <Text size="sm">{t("{name}: {why}", { name, why: reason?.message ?? t("not known") })}</Text>;
  const { rows, total, error, covered, promised, weeks } = calibration;
  const label = t("{name}: expected and actual purchases in {n} weeks", { name, n: number(weeks, { maximumFractionDigits: 0 }) });
  const off = error.value === null ? null : percent(Math.abs(error.value));
  return (
    <Stack gap="xs">
      <Text size="sm">
        {off !== null &&
          (error.value! >= 0
            ? t("{name}: {off} more purchases expected than came.", { name, off })
            : t("{name}: {off} fewer purchases expected than came.", { name, off }))}{" "}
        {t("{covered} of customers lay within their own range; {promised} were promised.", {
          covered: percent(covered),
          promised: percent(promised),
        })}
      </Text>
      <DataTable
        label={label}
        minWidth={380}
        heads={[t("Bought again before"), { end: t("Customers") }, { end: t("Expected") }, { end: t("Came") }]}
        tight
      >
        {[...rows, { ...total, bought_again: null }].map((row, nth) => (
          <Table.Tr key={row.bought_again ?? "all"}>
            <Table.Th scope="row" fw={row.bought_again === null ? 600 : 500}>
              {row.bought_again === null
                ? t("All")
                : nth === rows.length - 1
                  ? t("{low} or more", { low: number(row.bought_again) })
                  : number(row.bought_again)}
            </Table.Th>
            <NumberCell>{number(row.customers)}</NumberCell>
            <Table.Td ta="end">
              <Estimated of={row.expected} say={one} />
            </Table.Td>
            <NumberCell>{number(row.actual)}</NumberCell>
          </Table.Tr>
        ))}
      </DataTable>
    </Stack>
  );
}
