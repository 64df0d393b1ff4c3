/** What was published, newest first: compare two in words and as documents, put an old one back. */
import { Button, Group, NativeSelect, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { api, unwrap } from "../../api/client.ts";
import { type Row, read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { AskAct, useAct } from "../../kit/act.tsx";
import { Section } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { When } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Difference } from "./difference.tsx";
import { type Program, documentOf } from "./draft/draft.tsx";
import { type Json, same } from "./draft/path.ts";
import { ProgramFrame } from "./frame.tsx";

type Version = Row<"/v1/programs/{program}/versions">;
const route = getRouteApi("/programs/$program/versions");

export function ProgramVersions() {
  const { program: key } = route.useParams();
  const versions = useQuery(read("/v1/programs/{program}/versions", { path: { program: key } }));
  return (
    <ProgramFrame program={key}>
      {(program) => (
        <Shown of={versions}>
          {({ data }) =>
            data.length === 0 ? (
              <EmptyState
                title={t("Nothing is published yet")}
                text={t("Each time you publish, what was live is kept here, and can be put back.")}
              />
            ) : (
              <Stack gap="md">
                <All program={program} versions={data} />
                <Compare versions={data} />
              </Stack>
            )
          }
        </Shown>
      )}
    </ProgramFrame>
  );
}

function All({ program, versions }: { program: Program; versions: readonly Version[] }) {
  const navigate = route.useNavigate();
  const may = useMay();
  return (
    <Section title={t("Versions")}>
      <Table.ScrollContainer minWidth={520}>
        <Table aria-label={t("Versions")} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("Version")}</Table.Th>
              <Table.Th>{t("Published")}</Table.Th>
              <Table.Th>{t("In force")}</Table.Th>
              <Table.Th>{t("For whom")}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {versions.map((each) => (
              <Table.Tr key={each.version}>
                <Table.Td>{number(each.version)}</Table.Td>
                <Table.Td>
                  <When at={each.published_at} exact />
                </Table.Td>
                <Table.Td>
                  {Date.parse(each.effective_from) <= 0 ? t("from the beginning") : <When at={each.effective_from} exact />}
                </Table.Td>
                <Table.Td>{each.applies_to === "open_referrals" ? t("also friends on their way") : t("new friends")}</Table.Td>
                <Table.Td>
                  <Group gap="xs" justify="flex-end" wrap="nowrap">
                    {each.version > 1 && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        onClick={() => void navigate({ search: { from: each.version - 1, to: each.version } })}
                      >
                        {t("What it changed")}
                      </Button>
                    )}
                    {may("programs:write") && program.status !== "ended" && !same(each.definition, documentOf(program)) && (
                      <PutBack program={program} version={each} />
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}

/** An old document becomes the draft; publishing it is the next step, with its plan before. */
function PutBack({ program, version }: { program: Program; version: Version }) {
  const navigate = route.useNavigate();
  const { key } = program;
  const put = (document: unknown, revision: number): Promise<Program> =>
    unwrap(
      api.PUT("/v1/programs/{program}", { params: { path: { program: key }, query: { revision } }, body: document as never }),
    ) as Promise<Program>;
  const act = useAct({
    run: (_input: { reason: string }) => put(version.definition, program.revision),
    changes: ["/v1/programs"],
    done: () => t("The draft is version {n} again.", { n: version.version }),
    undo: (saved) => put(documentOf(program), saved.revision),
    after: () => void navigate({ to: "/programs/$program/publish", params: { program: key } }),
  });
  return (
    <AskAct
      label={t("Put back")}
      act={act}
      button={{ size: "compact-sm", variant: "default" }}
      consequence={[
        t("The draft becomes what version {n} said; what the draft says now goes, and can be undone.", { n: version.version }),
        t("Nothing live changes before you have seen the plan and published it as a new version."),
      ].join(" ")}
    />
  );
}

function Compare({ versions }: { versions: readonly Version[] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const newest = versions[0]!.version;
  const to = versions.find((each) => each.version === (search.to ?? newest));
  const from = versions.find((each) => each.version === (search.from ?? Math.max(1, newest - 1)));
  const data = versions.map((each) => ({ value: String(each.version), label: t("Version {n}", { n: each.version }) }));
  if (versions.length === 1)
    return (
      <Text size="sm" c="dimmed">
        {t("With the second version there is something to compare.")}
      </Text>
    );
  return (
    <Section title={t("Compare")}>
      <Stack gap="md">
        <Group gap="xs" align="flex-end">
          <NativeSelect
            label={t("From")}
            data={data}
            value={String(from?.version ?? "")}
            onChange={(event) => void navigate({ search: { ...search, from: Number(event.currentTarget.value) }, replace: true })}
          />
          <NativeSelect
            label={t("To version")}
            data={data}
            value={String(to?.version ?? "")}
            onChange={(event) => void navigate({ search: { ...search, to: Number(event.currentTarget.value) }, replace: true })}
          />
        </Group>
        {from !== undefined && to !== undefined && <Difference from={from.definition as Json} to={to.definition as Json} />}
      </Stack>
    </Section>
  );
}
