/** Contests: when they run, what state they are in. */
import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { read } from "../../api/query.ts";
import { Go } from "../../kit/go.tsx";
import { Facts, Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { contestState } from "./contest-words.ts";
import { CampaignPage } from "./nav.tsx";

export function Contests() {
  const contests = useQuery({ ...read("/v1/contests"), refetchInterval: 15_000 });
  const go = { component: Link, to: "/programs" } as object;
  return (
    <CampaignPage
      title={t("Contests")}
      text={t("Who brings the most, or a draw among all who took part, that everybody can check. A contest belongs to a program.")}
    >
      <Shown of={contests}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState
              title={t("No program has a contest")}
              text={t("Start one from the contest preset, or add a contest to a program in its editor.")}
              act={<Button {...go}>{t("Choose a program")}</Button>}
            />
          ) : (
            data.map((each) => (
              <Section
                key={each.id}
                title={t("{program}: {key}", { program: each.program, key: each.key })}
                acts={<Status {...contestState(each)} />}
              >
                <Facts
                  of={[
                    [t("Begins"), <When key="f" at={each.from} exact />],
                    [t("Ends"), <When key="t" at={each.to} exact />],
                    [t("Frozen"), <When key="z" at={each.frozen_at ?? each.freeze_at} exact />],
                    [t("Entries"), each.draw?.entries == null ? t("counted when it is frozen") : number(each.draw.entries)],
                  ]}
                />
                <Go to="/campaigns/contests/$contest" params={{ contest: each.key }}>
                  {t("Entries, draw and winners")}
                </Go>
                <Text size="xs" c="dimmed">
                  {contestState(each).why}
                </Text>
              </Section>
            ))
          )
        }
      </Shown>
    </CampaignPage>
  );
}
