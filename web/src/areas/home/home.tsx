/** How things stand, and what needs somebody. */
import { Button, SimpleGrid, Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, getRouteApi, useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import { read } from "../../api/query.ts";
import { useMay, useMe } from "../../app/me.ts";
import { Page } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import type { SetupState } from "../setup/state.ts";
import type { HomeData } from "./data.ts";
import { Feed } from "./feed.tsx";
import { Figures } from "./figures.tsx";
import { Goals } from "./goals.tsx";
import { Money } from "./money.tsx";
import { Needs } from "./needs.tsx";
import { Week } from "./week.tsx";

const route = getRouteApi("/");
/** Not of the first screen: forms bring a good part of what the console weighs. */
const GoalForm = lazy(async () => ({ default: (await import("./goal-form.tsx")).GoalForm }));
/** What the sums of a large workspace may be behind. */
const BEHIND_MS = 120_000;
/** While they are behind it is asked sooner: new ones are made meanwhile. */
const isBehind = (home: HomeData | undefined): boolean =>
  home !== undefined && [home.counted_at, home.money?.at ?? home.at].some((at) => Date.parse(home.at) - Date.parse(at) > BEHIND_MS);

export function Home() {
  const me = useMe();
  const may = useMay();
  const navigate = useNavigate();
  const editing = route.useSearch().goal === "edit";
  // News are told as they happen; what nobody is told of (a claim that was made) is found by asking now and then.
  const home = useQuery({ ...read("/v1/home"), refetchInterval: ({ state }) => (isBehind(state.data) ? 3_000 : 30_000) });
  const settings = useQuery(read("/v1/settings"));
  const setup = settings.data?.settings["setup"] as SetupState | undefined;
  const isNew =
    settings.data !== undefined && setup === undefined && home.data !== undefined && !home.data.begun.click && !home.data.begun.reward;
  if (isNew && may("settings:write")) return <Navigate to="/setup" search={{}} replace />;
  return (
    <Page
      title={me.workspace.name}
      acts={
        may("programs:write") && (
          <Button variant={setup === undefined ? "filled" : "default"} {...({ component: Link, to: "/setup" } as object)}>
            {setup?.step === "improve" ? t("Improve") : setup === undefined ? t("Set up a program") : t("Go on with the set-up")}
          </Button>
        )
      }
    >
      <Shown of={home} skeleton={<Waiting />}>
        {(data) => (
          <div className="gv-home">
            <Needs of={data} />
            <Stack gap="md" className="gv-home-main">
              <Goals of={data} />
              <Figures of={data} />
              <Money of={data} />
            </Stack>
            <Stack gap="md">
              {setup?.program !== undefined && <Week of={data} setup={setup} />}
              <Feed of={data} />
            </Stack>
            {editing && (
              <Suspense>
                <GoalForm of={data} onClose={() => void navigate({ to: "/", search: {} })} />
              </Suspense>
            )}
          </div>
        )}
      </Shown>
    </Page>
  );
}

function Waiting() {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} aria-busy aria-label={t("Loading")}>
      {[180, 120, 260, 360].map((height) => (
        <Skeleton key={height} height={height} radius={8} />
      ))}
    </SimpleGrid>
  );
}
