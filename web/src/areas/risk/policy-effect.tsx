/** What a policy would have made of the past: counts before and after, money, and the referrals whose verdict changes. */
import { Anchor, Stack, Table, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { paths } from "@grapevine/sdk";
import { EmptyState } from "../../kit/states.tsx";
import { Money } from "../../kit/values.tsx";
import { Wide } from "../../kit/wide.tsx";
import { Who } from "../../kit/who.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";

type Effect = paths["/v1/reviews/policy-preview"]["post"]["responses"][200]["content"]["application/json"];
const VERDICTS = ["allow", "hold", "refuse"] as const;
type Verdict = (typeof VERDICTS)[number];

const verdictLabel: Record<Verdict, () => string> = {
  allow: () => t("Goes through"),
  hold: () => t("Waits for a review"),
  refuse: () => t("Refused at once"),
};

export function PolicyEffect({ of }: { of: Effect }) {
  if (of.scored === 0)
    return (
      <EmptyState
        title={t("Nothing was scored in the last 30 days")}
        text={t("There is no past to try it on. Referrals are scored when something is earned.")}
      />
    );
  return (
    <Stack gap="sm">
      <Text size="sm" fw={600} role="status">
        {of.changed_total === 0
          ? t("Of {n, plural, one {# referral} other {# referrals}} none would have been judged otherwise.", { n: of.scored })
          : t("{changed, plural, one {# referral} other {# referrals}} of {n} would have been judged otherwise.", {
              changed: of.changed_total,
              n: number(of.scored),
            })}
      </Text>
      <Table verticalSpacing={4} maw={520} aria-label={t("Before and after")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("Referrals")}</Table.Th>
            <Table.Th ta="end">{t("As it was")}</Table.Th>
            <Table.Th ta="end">{t("Under this policy")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {VERDICTS.map((verdict) => (
            <Table.Tr key={verdict}>
              <Table.Td>{verdictLabel[verdict]()}</Table.Td>
              <Table.Td ta="end">{number(of.before[verdict])}</Table.Td>
              <Table.Td ta="end" fw={of.before[verdict] === of.after[verdict] ? undefined : 600}>
                {number(of.after[verdict])}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {of.money.map(({ from, to, value, rewards }) => (
        <Text key={`${from}${to}${value.currency}`} size="sm">
          {t("{from} before, {to} now:", { from: verdictLabel[from](), to: verdictLabel[to]().toLowerCase() })} <Money of={value} />{" "}
          {t("in {n, plural, one {# reward} other {# rewards}}", { n: rewards })}
        </Text>
      ))}
      {of.decided.refused + of.decided.approved > 0 && (
        <Text size="sm">
          {t("Of {refused} that you refused it would have stopped {stopped}; of {approved} that you let through, {wrongly}.", {
            refused: of.decided.refused,
            stopped: of.decided.refused_stopped,
            approved: of.decided.approved,
            wrongly: of.decided.approved_stopped,
          })}
        </Text>
      )}
      {of.changed.length > 0 && <Changed of={of} />}
      {of.truncated && (
        <Text size="xs" c="dimmed">
          {t("Only the newest 20,000 were looked at.")}
        </Text>
      )}
    </Stack>
  );
}

function Changed({ of }: { of: Effect }) {
  return (
    <Wide minWidth={420} label={t("Judged otherwise")}>
      <Table verticalSpacing={4} aria-label={t("Judged otherwise")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("Friend")}</Table.Th>
            <Table.Th>{t("Advocate")}</Table.Th>
            <Table.Th ta="end">{t("Doubt")}</Table.Th>
            <Table.Th>{t("Now")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {of.changed.slice(0, 20).map((row) => (
            <Table.Tr key={row.review}>
              <Table.Td>
                <Anchor size="sm" {...({ component: Link, to: "/risk/$review", params: { review: row.review } } as object)}>
                  <Who id={row.friend} link={false} />
                </Anchor>
              </Table.Td>
              <Table.Td>
                <Who id={row.advocate} link={false} />
              </Table.Td>
              <Table.Td ta="end">
                {row.score === row.score_after ? row.score : t("{before}, now {after}", { before: row.score, after: row.score_after })}
              </Table.Td>
              <Table.Td>{verdictLabel[row.verdict_after]()}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
