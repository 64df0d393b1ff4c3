/** Rewards of a referral or a person: how much, in which state and why, and what can be done. */
import { Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { read } from "../../api/query.ts";
import { Go } from "../../kit/go.tsx";
import { Shown } from "../../kit/states.tsx";
import { Money, Status, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { RewardActs } from "./reward-acts.tsx";
import { rewardWord } from "./words.ts";

type Of = { friend?: string; person?: string; program?: string };

export function RewardLines({ of }: { of: Of }) {
  const rewards = useQuery(read("/v1/rewards", { query: { limit: 50, ...of } }));
  return (
    <Shown of={rewards}>
      {({ data, next }) =>
        data.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t("No reward so far.")}
          </Text>
        ) : (
          <Stack gap="md">
            {data.map((each) => (
              <Group key={each.id} justify="space-between" gap="xs" data-reward={each.id}>
                <div style={{ minWidth: 0, flex: "1 1 200px" }}>
                  <Group gap={6}>
                    <Text span fw={600}>
                      <Money of={each.value.amount === 0 ? each.granted : each.value} />
                    </Text>
                    <Status {...rewardWord(each)} />
                  </Group>
                  <Text size="sm" component="div">
                    <Who id={each.person} /> · {each.rule} · <When at={each.at} />
                  </Text>
                  <Text size="sm" c="dimmed">
                    {rewardWord(each).why}
                  </Text>
                </div>
                <Group gap="xs">
                  <RewardActs reward={each} />
                </Group>
              </Group>
            ))}
            {next !== null && (
              <Text size="sm">
                <Go to={"/rewards" as "/"}>{t("All of them are among the rewards")}</Go>
              </Text>
            )}
          </Stack>
        )
      }
    </Shown>
  );
}
