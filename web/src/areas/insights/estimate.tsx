/** What the parts of the report on lifetime value share: its answer, its groups' names, an estimate with its interval. */
import { Text } from "@mantine/core";
import type { Answer } from "../../api/query.ts";
import { t } from "../../words/say.ts";

export type Study = Answer<"/v1/reports/value">;
export type Cohort = Study["cohorts"][number];
export type Estimate = Cohort["worth"];

const NAMES: Record<string, () => string> = {
  referred: () => t("Came by a friend"),
  not_referred: () => t("Came by themselves"),
  segment: () => t("In the segment"),
  others: () => t("All others"),
};
export const cohortName = (key: string): string => NAMES[key]?.() ?? key;

/** An estimate as it is read, its interval below it; or why there is none. */
export function Estimated({ of, say }: { of: Estimate; say: (value: number) => string }) {
  if (of.value === null)
    return (
      <Text size="xs" c="dimmed">
        {of.reason?.message ?? t("not known")}
      </Text>
    );
  return (
    <>
      <div className="gv-number">{say(of.value)}</div>
      {of.low !== null && of.high !== null && (
        <Text size="xs" c="dimmed" className="gv-number">
          {t("{low} to {high}", { low: say(of.low), high: say(of.high) })}
        </Text>
      )}
    </>
  );
}
