/** One contest: its entries, its draw with what was published before, its check, its winners. */
import { Button, Stack, Table, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "../../app/me.ts";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Facts, Page, Section } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { Copyable, Status, When } from "../../kit/values.tsx";
import { Who } from "../../kit/who.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { CheckDraw } from "./contest-check.tsx";
import { type Contest, type Winner, contestState, winnerState } from "./contest-words.ts";

const route = getRouteApi("/campaigns/contests/$contest");

export function ContestPage() {
  const { contest } = route.useParams();
  const may = useMay();
  const found = useQuery({ ...read("/v1/contests/{contest}", { path: { contest } }), refetchInterval: 10_000 });
  return (
    <Shown of={found}>
      {(data) => (
        <Page
          title={data.key}
          text={contestState(data).why}
          under={{ label: t("Contests"), to: "/campaigns/contests" }}
          acts={may("contests:write") ? <Acts of={data} /> : undefined}
        >
          <Section>
            <Facts
              of={[
                [t("Status"), <Status key="s" {...contestState(data)} />],
                [t("Program"), data.program],
                [t("Begins"), <When key="f" at={data.from} exact />],
                [t("Ends"), <When key="t" at={data.to} exact />],
                [t("Frozen"), <When key="z" at={data.frozen_at ?? data.freeze_at} exact />],
                [t("Drawn"), <When key="d" at={data.drawn_at} exact />],
                ...(data.leaderboard === null ? [] : [[t("Places that win by rank"), number(data.leaderboard.places)] as const]),
              ]}
            />
          </Section>
          {data.draw !== null && <Draw of={data} draw={data.draw} />}
        </Page>
      )}
    </Shown>
  );
}

type DrawOf = NonNullable<Contest["draw"]>;

function Draw({ of, draw }: { of: Contest; draw: DrawOf }) {
  return (
    <>
      <Section
        title={t("What was published")}
        text={t(
          "The seed's hash stood before the contest, the list's hash before the draw: nobody, you included, could choose who wins.",
        )}
        acts={of.frozen_at !== null && <CheckDraw contest={of} draw={draw} />}
      >
        <Facts
          of={[
            [t("Hash of the seed"), <Copyable key="h" value={draw.seed_hash} shown={short(draw.seed_hash)} />],
            [
              t("Hash of the entries"),
              draw.entries_hash === null ? (
                t("when it is frozen")
              ) : (
                <Copyable key="e" value={draw.entries_hash} shown={short(draw.entries_hash)} />
              ),
            ],
            [
              t("The seed itself"),
              draw.seed === null ? t("when it is drawn") : <Copyable key="s" value={draw.seed} shown={short(draw.seed)} />,
            ],
            [
              t("Public number"),
              draw.beacon ?? (draw.beacon_named === null ? t("none") : t("to come: {what}", { what: draw.beacon_named })),
            ],
            [t("Took part"), draw.entrants === null ? t("counted when it is frozen") : number(draw.entrants)],
            [t("Entries"), draw.entries === null ? t("counted when it is frozen") : number(draw.entries)],
            [t("Most entries of one person"), draw.entry_cap === null ? t("no limit") : number(draw.entry_cap)],
            [t("Winners and reserves"), `${number(draw.winners)} + ${number(draw.alternates)}`],
          ]}
        />
      </Section>
      {draw.drawn.length > 0 && <Winners of={of} drawn={draw.drawn} />}
    </>
  );
}

const short = (hash: string): string => `${hash.slice(0, 12)}…${hash.slice(-6)}`;

function Winners({ of, drawn }: { of: Contest; drawn: readonly Winner[] }) {
  const may = useMay();
  return (
    <Section title={t("Winners and reserves")} text={t("In the order in which they were drawn.")}>
      <Table aria-label={t("Winners and reserves")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={60}>{t("Drawn")}</Table.Th>
            <Table.Th>{t("Person")}</Table.Th>
            <Table.Th>{t("Status")}</Table.Th>
            <Table.Th visibleFrom="sm">{t("Until")}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {drawn.map((each) => (
            <Table.Tr key={each.position}>
              <Table.Td>{number(each.position)}</Table.Td>
              <Table.Td>{each.person === null ? each.participant : <Who id={each.person} />}</Table.Td>
              <Table.Td>
                <Status {...winnerState(each)} />
              </Table.Td>
              <Table.Td visibleFrom="sm">
                <When at={each.decided_at ?? each.accept_by} exact />
              </Table.Td>
              <Table.Td ta="end">
                {each.status === "notified" && each.person !== null && may("contests:write") && (
                  <Decide contest={of.key} person={each.person} />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

function Decide({ contest, person }: { contest: string; person: string }) {
  const act = useAct({
    run: async (accept: boolean) =>
      await unwrap(api.POST("/v1/contests/{contest}/accept", { params: { path: { contest } }, body: { person, accept } })),
    changes: ["/v1/contests"],
    done: ({ accepted }) => (accepted ? t("The prize is hers") : t("The next one moves up")),
  });
  const decline = { ...act, mutateAsync: () => act.mutateAsync(false) };
  return (
    <Stack gap={4} align="flex-end">
      <Button size="compact-sm" variant="default" loading={act.isPending} onClick={() => act.mutate(true)}>
        {t("She accepts")}
      </Button>
      <AskAct
        label={t("She declines")}
        button={{ size: "compact-sm", variant: "subtle", color: "rust" }}
        consequence={t("The prize goes to the next one in reserve. It cannot be given back to her.")}
        act={decline}
      />
    </Stack>
  );
}

function Acts({ of }: { of: Contest }) {
  const params = { params: { path: { contest: of.key } } };
  const [beacon, setBeacon] = useState("");
  const freeze = useAct({
    run: async () => await unwrap(api.POST("/v1/contests/{contest}/freeze", params)),
    changes: ["/v1/contests"],
    done: () => t("Frozen. The list of entries is published with its hash."),
  });
  const draw = useAct({
    run: async () =>
      await unwrap(api.POST("/v1/contests/{contest}/draw", { ...params, body: beacon.trim() === "" ? {} : { beacon: beacon.trim() } })),
    changes: ["/v1/contests"],
    done: () => t("Drawn. The winners are told."),
  });
  const named = of.draw?.beacon_named ?? null;
  return (
    <>
      {of.status === "over" && (
        <AskAct
          label={t("Freeze")}
          consequence={t("Entries no longer change, whatever comes in late. The list is published with its hash. This cannot be undone.")}
          act={freeze}
        />
      )}
      {of.status === "frozen" && of.draw !== null && (
        <AskAct
          label={t("Draw")}
          button={{ variant: "filled" }}
          consequence={t(
            "The seed is shown, {n, plural, one {a winner is} other {# winners are}} drawn and told by mail. It can be done once.",
            { n: of.draw.winners },
          )}
          act={draw}
        >
          {named !== null && (
            <>
              <Text size="sm">{t("Before the contest you named this public number: {what}.", { what: named })}</Text>
              <TextInput
                label={t("The public number")}
                required
                value={beacon}
                onChange={(event) => setBeacon(event.currentTarget.value)}
              />
            </>
          )}
        </AskAct>
      )}
    </>
  );
}
