/** One referral: both people, the chain of evidence, the decision and why in words that can be sent, rewards, and what can be done. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { read } from "../../api/query.ts";
import { Facts, Page, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Detail } from "../../kit/timeline.tsx";
import { Copyable, Status, When } from "../../kit/values.tsx";
import { Who, useName } from "../../kit/who.tsx";
import { t } from "../../words/say.ts";
import { ReferralActs } from "./referral-acts.tsx";
import { RewardLines } from "./reward-lines.tsx";
import { StoryTimeline, Tellings } from "./story.tsx";
import { evidenceWord, referralWord } from "./words.ts";

const route = getRouteApi("/referrals/$referral");

export function Referral() {
  const { referral: id } = route.useParams();
  const story = useQuery(read("/v1/referrals/{referral}/story", { path: { referral: id } }));
  const friend = useName(story.data?.referral.friend);
  return (
    <Shown of={story}>
      {({ referral, timeline, tell }) => (
        <Page
          title={t("{name}'s referral", { name: friend?.name ?? "…" })}
          text={referralWord(referral.status).why}
          under={{ label: t("Referrals"), to: "/referrals" }}
          acts={<ReferralActs referral={referral} />}
        >
          <Detail
            aside={
              <Section title={t("What happened, and why")}>
                <StoryTimeline of={timeline} />
              </Section>
            }
          >
            <Section title={t("Who sent whom")}>
              <Facts
                of={[
                  [t("Advocate"), <Who key="a" id={referral.advocate} />],
                  [t("Friend"), <Who key="f" id={referral.friend} />],
                  [t("State"), <Status key="s" {...referralWord(referral.status)} />],
                  [t("Stage"), referral.stage],
                  [t("Program"), `${referral.program} · ${t("version {n}", { n: referral.version })}`],
                  [t("Evidence"), evidenceWord(referral.manual ? "operator" : referral.evidence, null)],
                  [t("Since"), <When key="b" at={referral.bound_at} exact />],
                  [t("Counts since"), referral.qualified_at === null ? t("not yet") : <When key="q" at={referral.qualified_at} exact />],
                  [t("Id"), <Copyable key="id" value={referral.id} shown={`${referral.id.slice(0, 12)}…`} />],
                ]}
              />
            </Section>
            <Section title={t("Rewards")}>
              <RewardLines of={{ friend: referral.friend, program: referral.program }} />
            </Section>
            <Section title={t("Words to send")} text={t("Each in her own language, and about nobody else.")}>
              <Tellings of={tell} />
            </Section>
          </Detail>
        </Page>
      )}
    </Shown>
  );
}
