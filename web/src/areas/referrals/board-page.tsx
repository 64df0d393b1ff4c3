/** The board of one program. What is open in the drawer stands in the address. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { read } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { Page } from "../../kit/page.tsx";
import { EmptyState, Shown } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { Board } from "./board.tsx";
import { boardKind, columnsOf } from "./board-kinds.ts";
import { CardDrawer } from "./card-drawer.tsx";
import { OpenCase } from "./open-case.tsx";
import { ReferralsNav } from "./nav.tsx";
import { type Program, nameOf } from "./programs.ts";

const route = getRouteApi("/referrals/boards/$program");
const WRITES = { cases: "cases:write", leads: "leads:write", referrals: "referrals:write" } as const;

export function BoardPage() {
  const { program } = route.useParams();
  const found = useQuery(read("/v1/programs/{program}", { path: { program } }));
  return <Shown of={found}>{(data) => <Known program={data as Program} />}</Shown>;
}

function Known({ program }: { program: Program }) {
  const { card } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const kind = boardKind(program);
  const open = (id: string | undefined): void =>
    void navigate({ search: id === undefined ? {} : { card: id }, replace: id === undefined });
  const back = { label: t("Boards"), to: "/referrals/boards" };
  if (kind === null)
    return (
      <Page title={nameOf(program)} under={back}>
        <EmptyState title={t("This program has no board")} text={t("Its stages are reached by orders and sign-ups, not by hand.")} />
      </Page>
    );
  const writes = may(WRITES[kind]);
  return (
    <Page
      title={nameOf(program)}
      under={back}
      text={
        writes
          ? t("Drag a card, or use its menu. With the keyboard: space takes a card up, arrows choose the column, space puts it down.")
          : t("You may look at it; moving needs another role.")
      }
      acts={kind === "cases" && writes ? <OpenCase program={program.key} opened={open} /> : undefined}
    >
      <ReferralsNav />
      <Board program={program} kind={kind} columns={columnsOf(program, kind)} open={open} writes={writes} />
      <CardDrawer kind={kind} id={card} close={() => open(undefined)} />
    </Page>
  );
}
