/** Who came by whom, drawn: a circle for everybody, as far down as one looks; with the same as a table below it. */
import { Anchor, Breadcrumbs, Button, Group, Stack, Text } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Answer, pages, read, queries } from "../../api/query.ts";
import { type Column, List } from "../../kit/list.tsx";
import { Facts, Section } from "../../kit/page.tsx";
import { PickPerson } from "../../kit/pick-person.tsx";
import { EmptyState, Lines, Shown } from "../../kit/states.tsx";
import { Who, nameKnown, useName } from "../../kit/who.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { PickProgram, useProgramsRead } from "../rewards/filters.tsx";
import { type GoPeriod, countedText, usePeriod } from "./asked.tsx";
import { Charted } from "./charted.tsx";
import { GroveCanvas } from "./grove-canvas.tsx";
import { type Node, type Scene, add, addFriends, sceneOf } from "./grove-scene.ts";
import { InsightsPage } from "./nav.tsx";
import { AT_ONCE, Studied, useStudied } from "./studied.tsx";

type Report = Answer<"/v1/reports/tree">;
type Person = Report["nodes"][number];

/** Drawn at first; and what is asked for more where one looks closer. */
const FIRST = 2_000;
const MORE = 2_000;
const PAGE = 200;

export function Grove() {
  const { search, go } = usePeriod();
  const programs = useProgramsRead();
  return (
    <InsightsPage
      title={t("Referral tree")}
      text={t("Everybody who brought somebody or was brought, by whom they came. Find a person, look closer, or begin anywhere.")}
    >
      <Shown of={programs}>
        {({ data }) => {
          const found = data.find((each) => each.key === search.program) ?? data.find((each) => each.status === "live") ?? data[0];
          const program = search.program ?? found?.key;
          return (
            <Stack gap="md">
              <Group align="flex-end">
                <PickProgram value={program} onChange={(next) => go({ program: next, top: undefined, pick: undefined })} required />
                <PickPerson
                  label={t("Begin with")}
                  value={search.top ?? null}
                  onChange={(top) => go({ top: top ?? undefined, pick: undefined })}
                />
              </Group>
              {program === undefined ? (
                <Section>
                  <EmptyState
                    title={t("No program yet")}
                    text={t("Each program spreads in its own way. Make the first one, and it stands here.")}
                  />
                </Section>
              ) : (
                <Whole key={`${program}|${search.top}`} program={program} top={search.top} pick={search.pick} go={go} />
              )}
            </Stack>
          );
        }}
      </Shown>
    </InsightsPage>
  );
}

type Props = { program: string; top: string | undefined; pick: string | undefined; go: GoPeriod };

function Whole({ program, top, pick, go }: Props) {
  const query = { program, limit: FIRST, ...(top !== undefined && { under: top }) };
  const tree = useStudied<Report>(read("/v1/reports/tree", { query: { ...query, ...AT_ONCE } }));
  return (
    <Studied of={tree} skeleton={<Lines n={8} height={48} />}>
      {(data) =>
        data.people === 0 ? (
          <Section>
            <EmptyState
              title={t("Nobody has brought a friend yet")}
              text={t("With the first referral stands here how far it goes on from there.")}
            />
          </Section>
        ) : data.way === null ? (
          <Section>
            <EmptyState
              title={t("Not in this tree")}
              text={t("They have brought nobody to this program, and nobody brought them.")}
              act={<Button onClick={() => go({ top: undefined })}>{t("Show all of it")}</Button>}
            />
          </Section>
        ) : (
          <Stack gap="md">
            <Way of={data.way} go={go} />
            <Drawn of={data} program={program} top={top} pick={pick} go={go} />
            <Table program={program} top={top} go={go} />
          </Stack>
        )
      }
    </Studied>
  );
}

/** From the root down to where it begins. */
function Way({ of, go }: { of: readonly { person: string }[]; go: GoPeriod }) {
  if (of.length === 0) return null;
  const begin = (top: string | undefined) => () => go({ top, pick: undefined });
  return (
    <nav aria-label={t("By whom they came")}>
      <Breadcrumbs style={{ flexWrap: "wrap" }}>
        <Anchor component="button" type="button" size="sm" onClick={begin(undefined)}>
          {t("Everybody")}
        </Anchor>
        {of.map(({ person }, nth) =>
          nth === of.length - 1 ? (
            <Text key={person} size="sm" aria-current="location">
              <Who id={person} link={false} />
            </Text>
          ) : (
            <Anchor key={person} component="button" type="button" size="sm" onClick={begin(person)}>
              <Who id={person} link={false} />
            </Anchor>
          ),
        )}
      </Breadcrumbs>
    </nav>
  );
}

/** Brings what is next below her: everything where that is little, else a page of her friends. */
async function nextOf(scene: Scene, node: Node, program: string): Promise<void> {
  const before = node.kids.length;
  await bring(scene, node, program);
  // Whoever has gone meanwhile is not asked for again.
  if (node.kids.length === before) node.friends = before;
}

async function bring(scene: Scene, node: Node, program: string): Promise<void> {
  const under = node.person === "" ? {} : { under: node.person };
  if (node.below <= MORE) {
    const { nodes } = await queries.fetchQuery({
      ...read("/v1/reports/tree", { query: { program, limit: MORE + 1, ...under } }),
      staleTime: 60_000,
    });
    add(scene, nodes);
    return;
  }
  const after = node.kids.at(-1)?.person;
  const query = { program, limit: PAGE, ...under, ...(after !== undefined && { after }) };
  const { data } = await queries.fetchQuery({ ...read("/v1/reports/tree/friends", { query }), staleTime: 60_000 });
  addFriends(scene, node, data);
}

/** Asks for what a part that is looked at lacks, one part at a time. */
function useMore(report: Report, { program, top }: { program: string; top: string | undefined }) {
  const scene = useMemo(() => sceneOf(report, top), [report, top]);
  const [grown, setGrown] = useState(0);
  const busy = useRef(false);
  const over = useRef(false);
  useEffect(() => () => void (over.current = true), []);
  const want = useCallback(
    (nodes: readonly Node[]): void => {
      const node = nodes[0];
      if (node === undefined || busy.current) return;
      busy.current = true;
      nextOf(scene, node, program).then(
        () => {
          busy.current = false;
          if (!over.current) setGrown((n) => n + 1);
        },
        () => void (busy.current = false),
      );
    },
    [scene, program],
  );
  return { scene, grown, want };
}

function Drawn({ of, program, top, pick, go }: Props & { of: Report }) {
  const { scene, grown, want } = useMore(of, { program, top });
  const picked = pick === undefined ? undefined : scene.nodes.get(pick);
  const first = useName(of.largest?.person);
  const label = [
    t(
      "{people, plural, one {# person} other {# people}}, of whom {roots, plural, one {# came by themselves} other {# came by themselves}}",
      { people: of.people, roots: of.roots },
    ),
    t("{n, plural, one {# generation} other {# generations}}", { n: of.deepest }),
    t("Most came by {who} and those after: {largest}.", { who: first?.name ?? "", largest: number(of.largest?.below ?? 0) }),
  ].join(" · ");
  const title = t("Who came by whom");
  const fresh = countedText(of.as_of);
  const how = t("Each dot is a person; who came by them lies around them in their circle. A full dot has brought somebody.");
  return (
    <Section
      title={title}
      text={
        <>
          {label} {fresh}
        </>
      }
    >
      <Charted title={title} behind={LISTED} lines={[label]} notes={[how, fresh]} rows={() => rowsOf(scene)}>
        <GroveCanvas scene={scene} grown={grown} label={label} picked={pick} onPick={(next) => go({ pick: next })} onWanted={want} />
      </Charted>
      {/* `scene.nodes` grows as one looks closer: what is there is what the file has. */}
      {scene.nodes.size < of.people && (
        <Text size="xs" c="dimmed">
          {t("The file has the {n} who are drawn so far; the others come when you look closer.", { n: number(scene.nodes.size) })}
        </Text>
      )}
      <div role="status">{picked !== undefined && <Picked of={picked} go={go} />}</div>
    </Section>
  );
}

/** Everybody who is drawn. */
function rowsOf(scene: Scene): string[][] {
  const people = [...scene.nodes.values()].map((each) => [
    each.person,
    nameKnown(each.person),
    each.parent?.person ?? "",
    String(each.generation),
    String(each.friends),
    String(each.below),
  ]);
  return [[t("Id"), t("Who"), t("Came by"), t("Generation"), t("Brought"), t("Came by them in all")], ...people];
}

function Picked({ of, go }: { of: Node; go: GoPeriod }) {
  return (
    <Stack gap="xs" mt="sm">
      <Facts
        of={[
          [t("Who"), <Who key="who" id={of.person} />],
          [t("Brought"), number(of.friends)],
          [t("Everybody who came by them"), number(of.below)],
          [t("Generation"), of.generation === 0 ? t("Came by themselves") : number(of.generation)],
        ]}
      />
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => go({ top: of.person, pick: undefined })}>
          {t("Begin here")}
        </Button>
      </Group>
    </Stack>
  );
}

/** Who is drawn stands there one by one. */
const LISTED = "tree-as-a-list";

/** The same as a list: whom she brought, those with most people below them first. */
function Table({ program, top, go }: Omit<Props, "pick">) {
  const query = { program, limit: 50, ...(top !== undefined && { under: top }) };
  const friends = useInfiniteQuery({ ...pages("/v1/reports/tree/friends", { query }), placeholderData: keepPreviousData });
  const columns: Column<Omit<Person, "parent">>[] = [
    { key: "who", label: t("Who"), cell: (row) => <Who id={row.person} /> },
    { key: "friends", label: t("Brought"), cell: (row) => number(row.friends), end: true, width: 110 },
    { key: "below", label: t("Came by them in all"), cell: (row) => number(row.below), end: true, width: 170 },
    {
      key: "open",
      label: t("Friends"),
      width: 140,
      cell: (row) =>
        row.friends === 0 ? (
          <Text size="sm" c="dimmed" span>
            {t("nobody yet")}
          </Text>
        ) : (
          <Anchor component="button" type="button" size="sm" onClick={() => go({ top: row.person, pick: undefined })}>
            {t("Begin here")}
          </Anchor>
        ),
    },
  ];
  const title = top === undefined ? t("Who came by themselves and brought others") : t("Whom they brought");
  return (
    <Section id={LISTED} title={title}>
      <List<Omit<Person, "parent">>
        of={friends}
        label={title}
        keyOf={(row) => row.person}
        columns={columns}
        empty={<EmptyState title={t("Nobody came by them yet.")} />}
      />
    </Section>
  );
}
