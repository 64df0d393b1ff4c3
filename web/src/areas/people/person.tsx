/** Everything about one person: who she is, what she did and has, what happened, and what can be done. */
import { Tabs } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { Facts, Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Detail } from "../../kit/timeline.tsx";
import { Copyable, When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { StoryTimeline } from "../referrals/story.tsx";
import { OnePage, PeoplePage } from "./nav.tsx";
import { PersonActs } from "./person-acts.tsx";
import { ConsentSection } from "./person-consent.tsx";
import { type PersonData, titleOf } from "./person-data.ts";
import { Balances, ReferralsGiven, ReferralsReceived, Rewards } from "./person-lists.tsx";
import { Events, Messages, Tickets } from "./person-log.tsx";
import { NotesSection } from "./person-notes.tsx";
import { ScoreSection } from "./score.tsx";

const route = getRouteApi("/people/$person");

export function Person() {
  const { person } = route.useParams();
  const found = useQuery(read("/v1/people/{person}", { path: { person } }));
  return (
    <OnePage of={found} title={t("Person")} under={under()}>
      {(data) => (data.erased_at === null ? <Known of={data} /> : <Erased of={data} />)}
    </OnePage>
  );
}

const under = () => ({ label: t("People"), to: "/people" });

function Erased({ of }: { of: PersonData }) {
  return (
    <PeoplePage title={t("Somebody who was erased")} under={under()}>
      <EmptyState
        title={t("This person was erased")}
        text={t("Name, addresses and everything she wrote are gone. The books keep their amounts under a bare id.")}
      />
      <Facts of={[[t("Erased"), <When key="at" at={of.erased_at} exact />]]} />
    </PeoplePage>
  );
}

function Known({ of }: { of: PersonData }) {
  const may = useMay();
  const story = useQuery(read("/v1/people/{person}/story", { path: { person: of.id } }));
  return (
    <PeoplePage title={titleOf(of)} under={under()} acts={<PersonActs of={of} />}>
      <Detail
        aside={
          <>
            <NotesSection person={of.id} />
            <Section title={t("What happened")} text={t("Newest first, with the reason.")}>
              <Shown of={story}>{(data) => <StoryTimeline of={data.timeline} />}</Shown>
            </Section>
          </>
        }
      >
        <Identities of={of} />
        <ScoreSection person={of.id} />
        {may("rewards:read") && <Balances person={of.id} />}
        <Folders person={of.id} />
        <ConsentSection person={of.id} />
      </Detail>
    </PeoplePage>
  );
}

function Identities({ of }: { of: PersonData }) {
  const attributes = Object.entries(of.attributes);
  return (
    <Section title={t("Who this is")}>
      <Facts
        of={[
          [t("E-mail"), of.email],
          [t("Your id"), of.user_id === null ? null : <Copyable key="user" value={of.user_id} />],
          [t("Phone"), of.phone],
          [t("Company"), of.company],
          [t("Known since"), <When key="at" at={of.created_at} exact />],
          [t("Id here"), <Copyable key="id" value={of.id} shown={`${of.id.slice(0, 16)}…`} />],
          ...(of.anonymous_ids.length === 0 ? [] : [[t("Browsers"), String(of.anonymous_ids.length)] as const]),
          ...attributes.slice(0, 30).map(([name, value]) => [name, shownValue(value)] as const),
        ]}
      />
    </Section>
  );
}

const shownValue = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 300);

function Folders({ person }: { person: string }) {
  const { tab = "given" } = route.useSearch();
  const navigate = useNavigate();
  const may = useMay();
  const tabs = [
    { key: "given", label: t("Friends brought"), permission: "referrals:read", page: <ReferralsGiven person={person} /> },
    { key: "received", label: t("Brought by"), permission: "referrals:read", page: <ReferralsReceived person={person} /> },
    { key: "rewards", label: t("Rewards"), permission: "rewards:read", page: <Rewards person={person} /> },
    { key: "events", label: t("Events"), permission: "events:read", page: <Events person={person} /> },
    { key: "messages", label: t("Messages"), permission: "messages:read", page: <Messages person={person} /> },
    { key: "tickets", label: t("Tickets"), permission: "people:read", page: <Tickets person={person} /> },
  ].filter((each) => may(each.permission));
  return (
    <Section>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) =>
          void navigate({
            to: "/people/$person",
            params: { person },
            search: { tab: next ?? undefined },
            replace: true,
            resetScroll: false,
          })
        }
      >
        <Tabs.List mb="sm">
          {tabs.map((each) => (
            <Tabs.Tab key={each.key} value={each.key}>
              {each.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((each) => (
          <Tabs.Panel key={each.key} value={each.key}>
            {each.page}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Section>
  );
}
