/** Which programs have a board: those whose stages people move by hand. */
import { Card, SimpleGrid, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Page } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { boardKind } from "./board-kinds.ts";
import { ReferralsNav } from "./nav.tsx";
import { nameOf, usePrograms } from "./programs.ts";

function what(kind: "cases" | "leads" | "referrals"): string {
  if (kind === "cases") return t("Cases with owners and due dates. You see those that you are on.");
  if (kind === "leads") return t("Leads between companies, to be accepted in time.");
  return t("Referrals that move from stage to stage by hand: deals, candidates.");
}

export function Boards() {
  const programs = usePrograms();
  return (
    <Page title={t("Boards")} text={t("What moves from stage to stage by hand: deals, candidates, leads and cases.")}>
      <ReferralsNav />
      <Shown of={programs}>
        {({ data }) => {
          const all = data.filter((each) => each.status !== "draft").flatMap((each) => ({ program: each, kind: boardKind(each) }));
          const some = all.filter((each) => each.kind !== null);
          if (some.length === 0)
            return (
              <EmptyState
                title={t("No program has a board")}
                text={t("Partners' deals, candidates, leads and cases have one. A shop's program needs none: its orders move it on.")}
              />
            );
          return (
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
              {some.map(({ program, kind }) => {
                const to = { component: Link, to: "/referrals/boards/$program", params: { program: program.key } } as object;
                return (
                  <Card key={program.key} {...to} c="inherit">
                    <Text fw={600}>{nameOf(program)}</Text>
                    <Text size="sm" c="dimmed">
                      {what(kind!)}
                    </Text>
                  </Card>
                );
              })}
            </SimpleGrid>
          );
        }}
      </Shown>
    </Page>
  );
}
