/** What a good friend looks like: what those who bought have in common, and who of those who came lately fits that. */
import { Group, Stack, Table, Text } from "@mantine/core";
import { type Answer, read } from "../../api/query.ts";
import { DataTable } from "../../kit/data-table.tsx";
import { Figure, Section } from "../../kit/page.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Who } from "../../kit/who.tsx";
import { dayName, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { PickProgram } from "../rewards/filters.tsx";
import { countedText, daysWords, usePeriod } from "./asked.tsx";
import { InsightsPage } from "./nav.tsx";
import { groupName } from "./names.ts";
import { Studied, useStudied } from "./studied.tsx";

type Study = Answer<"/v1/reports/good-friends">;
type Trait = Study["traits"][number];

export function GoodFriends() {
  const { search, go } = usePeriod();
  const { program } = search;
  const study = useStudied<Study>(read("/v1/reports/good-friends", { query: program === undefined ? {} : { program } }));
  return (
    <InsightsPage
      title={t("Good friends")}
      text={t("What friends who became customers have in common: so you can tell advocates whom to think of.")}
    >
      <Group>
        <PickProgram value={program} onChange={(next) => go({ program: next })} />
      </Group>
      <Studied of={study}>
        {(data) => (
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {t("{n, plural, one {# friend} other {# friends}} who came from {from} to {to}, days of {zone}.", {
                n: data.friends,
                ...daysWords(data.period),
              })}{" "}
              {t("Good: who ordered within {n} days.", { n: number(data.within) })} {countedText(data.as_of)}
            </Text>
            <Traits of={data} />
            <Fitting of={data} />
          </Stack>
        )}
      </Studied>
    </InsightsPage>
  );
}

const KINDS: Record<Trait["kind"], () => string> = {
  channel: () => t("Channel"),
  country: () => t("Country"),
  evidence: () => t("What linked them"),
  advocate: () => t("The advocate"),
  earlier: () => t("The advocate's friends"),
};
const VALUES: Readonly<Record<string, () => string>> = {
  customer: () => t("had ordered before"),
  no_customer: () => t("had not ordered"),
  first: () => t("the first one"),
  later: () => t("one of several"),
};

const valueName = ({ kind, value }: Trait): string => VALUES[value]?.() ?? groupName(kind === "evidence" ? "evidence" : null, value);

const between = ({ low, high }: Trait["own"]): string => t("{low} to {high}", { low: percent(low), high: percent(high) });

function Traits({ of }: { of: Study }) {
  const title = t("What they have in common");
  if (of.traits.length === 0)
    return (
      <Section title={title}>
        <EmptyState
          title={t("Too little to learn from yet")}
          text={of.score_reason?.message ?? t("A trait is shown from ten friends with it and ten without.")}
        />
      </Section>
    );
  return (
    <Section title={title} text={t("Each by itself, and not left to chance. The interval of 95 of 100 stands below each share.")}>
      <DataTable
        label={title}
        minWidth={560}
        heads={[t("Trait"), { end: t("Friends") }, { end: t("Of them good") }, { end: t("Of the others") }, t("Says")]}
        tight
      >
        {of.traits.map((row) => (
          <Table.Tr key={`${row.kind}|${row.value}`}>
            <Table.Th scope="row" fw={500} style={{ overflowWrap: "anywhere" }}>
              {KINDS[row.kind]()}: {valueName(row)}
            </Table.Th>
            <Table.Td ta="end">{number(row.friends)}</Table.Td>
            {[row.own, row.others].map((share, nth) => (
              <Table.Td key={nth === 0 ? "own" : "others"} ta="end" className="gv-number">
                {percent(share.share)}
                <Text size="xs" c="dimmed">
                  {between(share)}
                </Text>
              </Table.Td>
            ))}
            <Table.Td>{said(row)}</Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
    </Section>
  );
}

/** What a trait says, where the intervals leave no doubt. */
const said = ({ own, others }: Trait): string =>
  own.low > others.high ? t("good more often") : own.high < others.low ? t("good less often") : t("nothing sure");

/** Of one who ordered and one who did not, a coin puts the right one first so often. */
const BY_CHANCE = 0.5;

function Fitting({ of }: { of: Study }) {
  const title = t("New friends who fit");
  if (of.score === null) return null;
  const { area, judged_on: judged } = of.score;
  return (
    <Section
      title={title}
      text={t("Who came lately and has not ordered yet, by how likely that is after what was known when they came.")}
    >
      <Group mb="sm">
        <Figure
          label={t("Puts the right one first, of 100")}
          value={area.value === null ? t("not known") : number(Math.round(100 * area.value))}
          {...(area.low !== null &&
            area.high !== null && {
              hint: t("between {low} and {high}; judged on {n}", {
                low: number(Math.round(100 * area.low)),
                high: number(Math.round(100 * area.high)),
                n: number(judged),
              }),
            })}
        />
      </Group>
      {area.low === null || area.low <= BY_CHANCE ? (
        <Text size="sm">
          {t("By chance it would be 50, and this is not shown to be more: what is known when friends come does not tell who will order.")}
        </Text>
      ) : of.people.length === 0 ? (
        <Text size="sm">{t("Nobody came lately who has not ordered.")}</Text>
      ) : (
        <DataTable label={title} minWidth={380} heads={[t("Who"), t("Came"), { end: t("Fits") }]} tight>
          {of.people.slice(0, 25).map((row) => (
            <Table.Tr key={row.person}>
              <Table.Th scope="row" fw={500}>
                <Who id={row.person} />
              </Table.Th>
              <Table.Td>{dayName(row.came)}</Table.Td>
              <Table.Td ta="end" className="gv-number">
                {percent(row.chance)}
              </Table.Td>
            </Table.Tr>
          ))}
        </DataTable>
      )}
    </Section>
  );
}
