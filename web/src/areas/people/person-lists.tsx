/** What somebody brought, was brought by, earned and holds. */
import { Group, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { type Row, pages, read } from "../../api/query.ts";
import { Figure, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Money, Status, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { money } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { referralWord, rewardWord } from "../referrals/words.ts";
import { Line, ShortList } from "./short-list.tsx";
import { Thanks } from "./thanks.tsx";

type Referral = Row<"/v1/referrals">;
type Reward = Row<"/v1/rewards">;

export function ReferralsGiven({ person }: { person: string }) {
  const list = useInfiniteQuery(pages("/v1/referrals", { query: { advocate: person, limit: 10 } }));
  return (
    <ShortList<Referral>
      of={list}
      keyOf={(row) => row.id}
      empty={t("Nobody came by this person's recommendation yet.")}
      row={(row) => (
        <Line end={<Thanks person={person} referral={row} />}>
          <ReferralLine of={row} who={row.friend} />
        </Line>
      )}
    />
  );
}

export function ReferralsReceived({ person }: { person: string }) {
  const list = useInfiniteQuery(pages("/v1/referrals", { query: { friend: person, limit: 10 } }));
  return (
    <ShortList<Referral>
      of={list}
      keyOf={(row) => row.id}
      empty={t("Nobody recommended you to this person, as far as is known.")}
      row={(row) => <ReferralLine of={row} who={row.advocate} />}
    />
  );
}

function ReferralLine({ of, who }: { of: Referral; who: string }) {
  const { tone, word, why } = referralWord(of.status);
  return (
    <>
      <Group gap="xs">
        <Who id={who} />
        <Status tone={tone} word={word} why={why} />
      </Group>
      <Text size="xs" c="dimmed">
        {t("{program}, stage {stage}", { program: of.program, stage: of.stage })}, <When at={of.bound_at} />
      </Text>
    </>
  );
}

export function Rewards({ person }: { person: string }) {
  const list = useInfiniteQuery(pages("/v1/rewards", { query: { person, limit: 10 } }));
  return (
    <ShortList<Reward>
      of={list}
      keyOf={(row) => row.id}
      empty={t("No reward yet.")}
      row={(row) => {
        const { tone, word, why } = rewardWord(row);
        return (
          <Line end={<Status tone={tone} word={word} why={why} />}>
            <Money of={row.value} />
            <Text size="xs" c="dimmed">
              {t("{program}, rule {rule}", { program: row.program, rule: row.rule })}, <When at={row.at} />
            </Text>
            <Text size="xs">{why}</Text>
          </Line>
        );
      }}
    />
  );
}

export function Balances({ person }: { person: string }) {
  const balances = useQuery(read("/v1/people/{person}/balances", { path: { person } }));
  return (
    <Section title={t("Balances")}>
      <Shown of={balances}>
        {(data) =>
          data.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t("Nothing was earned yet.")}
            </Text>
          ) : (
            <Group gap="xl" align="flex-start">
              {data.flatMap((each) => [
                <Figure
                  key={`${each.unit}a`}
                  label={t("Available")}
                  value={money(each.available, each.unit)}
                  hint={t("Can be used or paid.")}
                />,
                <Figure
                  key={`${each.unit}p`}
                  label={t("Waiting")}
                  value={money(each.pending, each.unit)}
                  hint={t("Until its time is over.")}
                />,
                <Figure key={`${each.unit}s`} label={t("Paid or used")} value={money(each.settled, each.unit)} />,
              ])}
            </Group>
          )
        }
      </Shown>
    </Section>
  );
}
