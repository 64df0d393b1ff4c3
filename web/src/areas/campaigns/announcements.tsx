/** Announcements, which go once, and asks, which run: two lists of one kind of thing. */
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMay } from "../../app/me.ts";
import { pages } from "../../api/query.ts";
import { List } from "../../kit/list.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { Status, When } from "../../kit/values.tsx";
import { number } from "../../words/format.ts";
import { t } from "../../words/say.ts";
import { Choice, Filters } from "../developers/filters.tsx";
import { CampaignPage } from "./nav.tsx";
import { type Announcement, momentWords, stateOf } from "./words.ts";

export function Announcements() {
  return (
    <Both
      kind="announcement"
      title={t("Announcements")}
      text={t("Something to tell, once, to those it concerns: by mail to whoever agreed to it.")}
      label={t("Write one")}
      empty={t("A bonus week, a new reward, a thank-you. Write it, look at it, send it to yourself, then choose when.")}
    />
  );
}

export function Asks() {
  return (
    <Both
      kind="ask"
      title={t("Asks")}
      text={t("Who has just had a good moment is asked to recommend: after a second order, a delivery, a 9 or 10. Never after a return.")}
      label={t("Set up an ask")}
      empty={t("Most people recommend when somebody asks at the right time. Choose the moment and write what you would say.")}
    />
  );
}

type Props = { kind: "announcement" | "ask"; title: string; text: string; label: string; empty: string };

function Both({ kind, title, text, label, empty }: Props) {
  const may = useMay();
  const navigate = useNavigate();
  const { status } = useSearch({ strict: false }) as { status?: Announcement["status"] };
  const rows = useInfiniteQuery({ ...pages("/v1/announcements", { query: { limit: 50, kind, status } }), refetchInterval: 10_000 });
  const to = kind === "ask" ? "/campaigns/asks" : "/campaigns";
  const make = { component: Link, to: "/campaigns/new", search: kind === "ask" ? { kind } : {} } as object;
  const add = may("messages:write") ? <Button {...make}>{label}</Button> : undefined;
  const states: readonly Announcement["status"][] =
    kind === "ask" ? ["draft", "running", "cancelled"] : ["draft", "scheduled", "running", "sent", "cancelled"];
  return (
    <CampaignPage title={title} text={text} acts={add}>
      <Filters clear={status === undefined ? undefined : () => void navigate({ to, search: {} })}>
        <Choice
          label={t("Status")}
          value={status}
          of={states.map((each) => ({
            value: each,
            label: stateOf({ status: each, moment: kind === "ask" ? {} : null } as Announcement).word,
          }))}
          set={(chosen) => void navigate({ to, search: chosen === undefined ? {} : { status: chosen } })}
        />
      </Filters>
      <List<Announcement>
        of={rows}
        label={title}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/campaigns/announcements/$announcement", params: { announcement: row.id } })}
        columns={[
          { key: "name", label: t("Name"), cell: (row) => row.name },
          ...(kind === "ask"
            ? [{ key: "moment", label: t("When"), cell: (row: Announcement) => row.moment && momentWords(row.moment), wide: true }]
            : []),
          { key: "status", label: t("Status"), cell: (row) => <Status {...stateOf(row)} />, width: 120 },
          { key: "asked", label: t("Asked"), cell: (row) => number(row.asked), end: true, width: 90 },
          {
            key: "held",
            label: t("Held back"),
            cell: (row) => number(Object.values(row.held).reduce((a, b) => a + (b ?? 0), 0)),
            end: true,
            width: 100,
            wide: true,
          },
          {
            key: "at",
            label: t("Begins"),
            cell: (row) => <When at={row.started_at ?? row.scheduled_at ?? row.created_at} />,
            width: 140,
            wide: true,
          },
        ]}
        empty={
          status === undefined ? (
            <EmptyState title={kind === "ask" ? t("Nobody is asked yet") : t("Nothing was announced yet")} text={empty} act={add} />
          ) : (
            <EmptyState title={t("None is like this")} text={t("Take the filter away.")} />
          )
        }
      />
    </CampaignPage>
  );
}
