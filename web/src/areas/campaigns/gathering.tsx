/** One gathering: who comes, who waits, a seat given or given up. */
import { Button, NumberInput, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { type Answer, read } from "../../api/query.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Facts, Page, Section } from "../../kit/page.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { GatheringStatus } from "./gatherings.tsx";

type Gathering = Answer<"/v1/gatherings/{gathering}">;

const route = getRouteApi("/campaigns/gatherings/$gathering");
const CHANGES = ["/v1/gatherings"];

export function GatheringPage() {
  const { gathering } = route.useParams();
  const may = useMay();
  const found = useQuery(read("/v1/gatherings/{gathering}", { path: { gathering } }));
  return (
    <Shown of={found}>
      {(data) => (
        <Page
          title={data.title}
          text={data.description === "" ? undefined : data.description}
          under={{ label: t("Gatherings"), to: "/campaigns/gatherings" }}
          acts={may("gatherings:write") && data.status === "open" ? <Acts of={data} /> : undefined}
        >
          <Section>
            <Facts
              of={[
                [t("Status"), <GatheringStatus key="s" of={data} />],
                [t("Begins"), <When key="b" at={data.starts_at} exact />],
                [t("Seats"), t("{taken} of {seats}", { taken: number(data.taken), seats: number(data.seats) })],
                [t("Waiting"), number(data.waiting)],
                [
                  t("For whom"),
                  data.level === null
                    ? t("Everybody")
                    : t("{program}, from {level} on", { program: data.program ?? "", level: data.level }),
                ],
              ]}
            />
          </Section>
          <Places of={data} />
        </Page>
      )}
    </Shown>
  );
}

function Places({ of }: { of: Gathering }) {
  const may = useMay();
  const [person, setPerson] = useState<string | null>(null);
  const params = { params: { path: { gathering: of.id } } };
  const reasons: Record<string, string> = {
    cancelled: t("It was called off."),
    over: t("It is over."),
    level_missing: t("She does not stand on the level."),
  };
  const seat = useAct({
    run: async (who: string) => {
      const answer = await unwrap(api.POST("/v1/gatherings/{gathering}/join", { ...params, body: { person: who } }));
      if (answer.reason !== null) throw new Error(reasons[answer.reason] ?? answer.reason);
      return answer;
    },
    changes: CHANGES,
    done: ({ state, waiting_place }) =>
      state === "seat" ? t("She has a seat, and is told") : t("She waits in place {n}, and is told", { n: waiting_place ?? 0 }),
    after: () => setPerson(null),
  });
  const leave = useAct({
    run: async (who: string) => await unwrap(api.POST("/v1/gatherings/{gathering}/leave", { ...params, body: { person: who } })),
    changes: CHANGES,
    done: () => t("Her place is free; the next one moved up"),
  });
  const canWrite = may("gatherings:write") && of.status === "open";
  return (
    <Section title={t("Who comes, in the order of joining")}>
      {canWrite && (
        <Stack gap="xs" maw={420} mb="sm">
          <PickPerson label={t("Give somebody a seat")} value={person} onChange={setPerson} error={seat.error?.message} />
          <Button
            variant="default"
            disabled={person === null}
            loading={seat.isPending}
            onClick={() => person !== null && seat.mutate(person)}
          >
            {t("Give her a seat")}
          </Button>
        </Stack>
      )}
      {of.places.length === 0 ? (
        <EmptyState title={t("Nobody yet")} text={t("People join on their own side, or you give them a seat.")} />
      ) : (
        <Table aria-label={t("Who comes, in the order of joining")}>
          <Table.Tbody>
            {of.places.map((each) => (
              <Table.Tr key={each.person}>
                <Table.Td>
                  <Who id={each.person} />
                </Table.Td>
                <Table.Td>
                  {each.state === "seat" ? <Status tone="leaf" word={t("Has a seat")} /> : <Status tone="amber" word={t("Waiting")} />}
                </Table.Td>
                <Table.Td visibleFrom="sm">
                  <When at={each.joined_at} exact />
                </Table.Td>
                <Table.Td ta="end">
                  {canWrite && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      color="rust"
                      loading={leave.isPending}
                      onClick={() => leave.mutate(each.person)}
                    >
                      {t("Give it up for her")}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

function Acts({ of }: { of: Gathering }) {
  const params = { params: { path: { gathering: of.id } } };
  const [seats, setSeats] = useState<number | string>(of.seats);
  const change = useAct({
    run: async () => await unwrap(api.PATCH("/v1/gatherings/{gathering}", { ...params, body: { seats: Number(seats) } })),
    changes: CHANGES,
    done: () => t("Saved"),
  });
  const cancel = useAct({
    run: async () => await unwrap(api.POST("/v1/gatherings/{gathering}/cancel", params)),
    changes: CHANGES,
    done: () => t("Called off. Everybody who had a seat or waited is told."),
  });
  return (
    <>
      <AskAct
        label={t("Change the seats")}
        consequence={t("Who waits moves up into seats that are added. Fewer seats send nobody away.")}
        act={change}
      >
        <NumberInput label={t("Seats")} min={1} max={1_000_000} value={seats} onChange={setSeats} />
      </AskAct>
      <AskAct
        label={t("Call it off")}
        button={{ color: "rust" }}
        consequence={
          <Text size="sm">
            {t("{n, plural, one {# person} other {# people}} who come or wait are told by mail. It cannot be undone.", {
              n: of.places.length,
            })}
          </Text>
        }
        act={cancel}
      />
    </>
  );
}
