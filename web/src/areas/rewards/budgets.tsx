/** Budgets with their pace: what is spent, how fast, and until when it lasts. */
import { Group, Progress, SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Row, read } from "../../api/query.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Page, Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Status, type Tone, When } from "../../kit/values.tsx";
import { instant, money, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { RewardsNav } from "./words.tsx";

type Budget = Row<"/v1/reports/budgets">;

export function Budgets() {
  const found = useQuery(read("/v1/reports/budgets"));
  return (
    <Page title={t("Budgets")} text={t("What a program or a rule may spend, how fast it does, and until when that lasts.")}>
      <RewardsNav />
      <Shown of={found}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState
              title={t("No program has a budget")}
              text={t("Set one in a program's rules: an amount for a month or for ever. When it is spent, rewards stop or you are told.")}
            />
          ) : (
            <SimpleGrid cols={{ base: 1, md: 2 }}>
              {data.map((budget) => (
                <OneBudget key={`${budget.program}${budget.key}${budget.period}`} of={budget} />
              ))}
            </SimpleGrid>
          )
        }
      </Shown>
    </Page>
  );
}

const EVERY: Record<string, () => string> = {
  ever: () => t("once and for all"),
  day: () => t("each day"),
  week: () => t("each week"),
  month: () => t("each month"),
  quarter: () => t("each quarter"),
  year: () => t("each year"),
};

function stateOf(of: Budget): { tone: Tone; word: string; why: string } {
  if (of.spent_at !== null)
    return {
      tone: "rust",
      word: t("Spent"),
      why: of.blocks ? t("No reward of it is granted any more.") : t("Rewards go on; you are told."),
    };
  if (of.lasts_until !== null && of.ends_at !== null)
    return { tone: "amber", word: t("Too fast"), why: t("At this pace it is spent before its time is over.") };
  return { tone: "leaf", word: t("In step"), why: t("At this pace it lasts.") };
}

function OneBudget({ of }: { of: Budget }) {
  const may = useMay();
  const show = (amount: number): string =>
    of.unit === null ? t("{n, plural, one {# reward} other {# rewards}}", { n: Math.round(amount) }) : money(Math.round(amount), of.unit);
  const reopen = useAct<{ reason: string }>({
    run: () =>
      unwrap(
        api.POST("/v1/programs/{program}/budget/reopen", {
          params: { path: { program: of.program } },
          body: { key: of.key, period: of.period },
        }),
      ),
    changes: ["/v1/reports", "/v1/budgets", "/v1/rewards"],
    done: () => t("It pays again, as far as there is room."),
  });
  return (
    <Section
      title={of.rule === null ? of.program : t("{program}: rule {rule}", { program: of.program, rule: of.rule })}
      text={EVERY[of.every]?.()}
      acts={<Status {...stateOf(of)} />}
    >
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={600} className="gv-number">
            {t("{used} of {all}", { used: show(of.used), all: show(of.amount) })}
          </Text>
          <Text size="sm">{percent(of.share)}</Text>
        </Group>
        <Progress.Root size="lg">
          <Progress.Section
            value={Math.min(100, of.share * 100)}
            color={of.spent_at === null ? "vine" : "rust"}
            aria-label={t("Spent")}
          />
        </Progress.Root>
        {of.elapsed !== null && (
          <Text size="sm" c="dimmed">
            {t("{share} of its time has passed.", { share: percent(of.elapsed) })}
          </Text>
        )}
        <Text size="sm">
          {of.spent_at !== null ? (
            <>
              {t("Spent since")} <When at={of.spent_at} exact />
            </>
          ) : of.per_day === 0 ? (
            t("Nothing of it is spent yet.")
          ) : of.lasts_until === null ? (
            t("About {pace} a day: it outlasts its time.", { pace: show(of.per_day) })
          ) : (
            t("About {pace} a day: at that it lasts until {until}.", { pace: show(of.per_day), until: instant(of.lasts_until, "date") })
          )}
        </Text>
        {of.ends_at !== null && (
          <Text size="xs" c="dimmed">
            {t("Begins anew on {date}.", { date: instant(of.ends_at, "date") })}
          </Text>
        )}
        {of.spent_at !== null && may("budgets:write") && (
          <Group>
            <AskAct
              label={t("Let it pay again")}
              consequence={t(
                "For when you raised the amount, or money came back. What it refused is granted now as far as there is room ({left} left).",
                { left: show(Math.max(0, of.amount - of.used)) },
              )}
              act={reopen}
            />
          </Group>
        )}
      </Stack>
    </Section>
  );
}
