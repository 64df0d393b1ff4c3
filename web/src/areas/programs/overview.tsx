/** One program at a glance: what it gives in words, how this month goes, its goal, and what may be done with it. */
import { Anchor, Group, List, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import { read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { Facts, Figure, Section } from "../../kit/page.tsx";
import { Lines } from "../../kit/states.tsx";
import { Detail } from "../../kit/timeline.tsx";
import { Copyable, Money, When } from "../../kit/values.tsx";
import { instant, number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Acts } from "./acts.tsx";
import { type Program, documentOf } from "./draft/draft.tsx";
import { previewRead } from "./draft/preview.ts";
import { ProgramFrame } from "./frame.tsx";
import { Goal } from "./goal.tsx";
import { Given } from "./list.tsx";
import { usePace } from "./use-pace.ts";
import { kindWords } from "./words.ts";

const route = getRouteApi("/programs/$program");

export function ProgramOverview() {
  const { program: key } = route.useParams();
  return <ProgramFrame program={key}>{(program) => <Overview program={program} />}</ProgramFrame>;
}

function Overview({ program }: { program: Program }) {
  return (
    <Detail
      aside={
        <>
          <Month program={program} />
          <Goal program={program.key} />
          <Section title={t("What may be done")}>
            <Acts program={program} />
          </Section>
        </>
      }
    >
      <Words program={program} />
      <About program={program} />
    </Detail>
  );
}

/** What is live; of a program that is not, the draft. */
function Words({ program }: { program: Program }) {
  const document = (program.definition ?? documentOf(program)) as Record<string, unknown>;
  const { data } = useQuery(previewRead(document));
  const edit = { component: Link, to: "/programs/$program/edit", params: { program: program.key } } as object;
  return (
    <Section title={program.definition === null ? t("What it will give") : t("What it gives")}>
      {data === undefined ? (
        <Lines />
      ) : data.words === null ? (
        <Text size="sm">
          {t("The draft cannot be read as a whole yet.")}{" "}
          <Anchor {...edit} underline="always">
            {t("Go on with it")}
          </Anchor>
        </Text>
      ) : (
        <Stack gap="sm">
          <Text fw={600} size="lg">
            {data.words.headline}
          </Text>
          <Side title={t("The advocate")} of={data.words.you_get} none={t("Nothing: she recommends without a reward.")} />
          <Side title={t("The friend")} of={data.words.friend_gets} none={t("Nothing: no reward for her.")} />
        </Stack>
      )}
    </Section>
  );
}

function Side({ title, of, none }: { title: string; of: readonly { text: string; detail: string }[]; none: string }) {
  return (
    <div>
      <Text size="xs" c="dimmed" fw={600}>
        {title}
      </Text>
      {of.length === 0 ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <List size="sm" spacing={4}>
          {of.map((each) => (
            <List.Item key={each.text}>
              {each.text}{" "}
              <Text span size="xs" c="dimmed">
                {each.detail}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

function Month({ program }: { program: Program }) {
  const pace = usePace(program.key);
  const may = useMay();
  const { data: budgets } = useQuery({ ...read("/v1/budgets", { query: { program: program.key } }), enabled: may("budgets:read") });
  const budget = budgets?.data.find((each) => each.key === "budget");
  const document = (program.definition ?? {}) as { budget?: { amount?: string } };
  return (
    <Section title={t("This month")}>
      <Group gap="xl">
        <Figure label={t("Referrals")} value={pace === undefined ? "" : number(pace.referrals)} hint={t("Friends who came.")} />
        <Figure label={t("Rewards")} value={pace === undefined ? "" : number(pace.rewards)} hint={t("Given and not taken back.")} />
        <Figure
          label={t("Worth")}
          value={<Given program={program.key} />}
          hint={pace?.at == null ? t("As of now.") : t("Counted up to {at}.", { at: instant(pace.at) })}
        />
        {document.budget?.amount !== undefined && budget !== undefined && (
          <Figure
            label={t("Of the budget")}
            value={<Money of={{ amount: budget.used, currency: document.budget.amount.slice(-3) }} />}
            hint={t("used of {amount}", { amount: document.budget.amount })}
          />
        )}
      </Group>
    </Section>
  );
}

function About({ program }: { program: Program }) {
  const document = documentOf(program) as { kind?: string; destination?: string };
  const of = { program: program.key };
  const links: [string, string, object][] = [
    [t("People in this program"), "/people", of],
    [t("Applications and referrals"), "/referrals", of],
  ];
  return (
    <Section title={t("About")}>
      <Stack gap="md">
        <Facts
          of={[
            [t("Kind"), kindWords(document.kind ?? "")],
            [t("Key"), <Copyable key="key" value={program.key} />],
            [t("Version"), program.version === null ? t("none yet") : number(program.version)],
            [t("Made"), <When key="made" at={program.created_at} />],
            [t("The link leads to"), document.destination],
            [t("Draft saved"), program.saved === null ? undefined : <When key="saved" at={program.saved.at} />],
          ]}
        />
        <Group gap="md">
          {links.map(([label, to, search]) => (
            <Anchor key={to} {...({ component: Link, to, search } as object)} size="sm">
              {label}
            </Anchor>
          ))}
        </Group>
      </Stack>
    </Section>
  );
}
