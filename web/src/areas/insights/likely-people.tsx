/** The likeliest to bring a first friend, each with why and what she could want next; and a segment of them. */
import { Badge, Group, Table, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { api, unwrap } from "../../api/client.ts";
import type { Answer } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { DataTable } from "../../kit/data-table.tsx";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { Who } from "../../kit/who.tsx";
import { dayName, number, percent } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { reasonFor } from "./likely-words.ts";

type Study = Answer<"/v1/reports/likely">;
type Score = NonNullable<Study["score"]>;

/** Of those listed, so many are shown. */
const SHOWN = 25;

export function LikelyPeople({ of, score }: { of: Study; score: Score }) {
  const title = t("The likeliest");
  const weights = new Map(score.weights.map(({ feature, weight }) => [feature, weight]));
  if (of.people.length === 0)
    return (
      <Section title={title}>
        <Text size="sm">{t("Everybody has brought somebody or was asked already.")}</Text>
      </Section>
    );
  return (
    <Section
      title={title}
      text={t("The chance that they bring a first friend in the next {n} days, if it goes on as in the days it was learnt from.", {
        n: number(daysIn(of)),
      })}
      acts={<MakeSegment of={of} />}
    >
      <DataTable label={title} minWidth={640} heads={[t("Who"), { end: t("Chance") }, t("Because"), t("Could want next")]}>
        {of.people.slice(0, SHOWN).map((row) => (
          <Table.Tr key={row.person}>
            <Table.Th scope="row" fw={500}>
              <Who id={row.person} />
            </Table.Th>
            <Table.Td ta="end" className="gv-number">
              {percent(row.chance)}
            </Table.Td>
            <Table.Td>
              <Text size="sm">
                {row.contributions
                  .filter((each) => each.adds > 0)
                  .slice(0, 3)
                  .map((each) => reasonFor({ ...each, weight: weights.get(each.feature) ?? 0 }))
                  .join(", ")}
              </Text>
            </Table.Td>
            <Table.Td>
              <Group gap={4}>
                {row.next.map(({ next }) => (
                  <Badge key={next} variant="light" color="gray" tt="none" fw={400}>
                    {next}
                  </Badge>
                ))}
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
    </Section>
  );
}

const daysIn = ({ period }: Study): number => Math.round((Date.parse(period.to) - Date.parse(period.from ?? period.to)) / 86_400_000) + 1;

/** A segment of those who are listed, to be asked. */
function MakeSegment({ of }: { of: Study }) {
  const may = useMay();
  const navigate = useNavigate();
  const make = useAct<{ reason: string }, { id: string }>({
    run: () =>
      unwrap(
        api.POST("/v1/segments/of-people", {
          body: { name: t("Likely advocates, {day}", { day: dayName(of.period.to) }), people: of.people.map(({ person }) => person) },
        }),
      ),
    changes: ["/v1/segments"],
    done: () => t("The segment is made. Ask its people under Campaigns."),
    after: ({ id }) => void navigate({ to: "/people/segments/$segment" as "/", params: { segment: id } as never }),
  });
  if (!may("people:write")) return null;
  return (
    <AskAct
      label={t("Make a segment of these")}
      consequence={
        <>
          {t("{n, plural, one {# person is} other {# people are}} marked, and a segment finds them by that.", { n: of.people.length })}{" "}
          {t("Nobody is asked yet: choose it as the audience of an ask or a plan.")}
        </>
      }
      act={make}
    />
  );
}
