/** Segments: people who have something in common, found whenever they are asked for. */
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type Row, pages } from "../../api/query.ts";
import { useMay } from "../../app/me.ts";
import { List } from "../../kit/list.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { When } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";
import { filterWords } from "./fields.ts";
import { PeoplePage } from "./nav.tsx";

type Segment = Row<"/v1/segments">;

export function Segments() {
  const may = useMay();
  const navigate = useNavigate();
  const segments = useInfiniteQuery(pages("/v1/segments", { query: { limit: 50 } }));
  const toNew = { component: Link, to: "/people/segments/new" } as object;
  const make = may("people:write") && <Button {...toNew}>{t("New segment")}</Button>;
  return (
    <PeoplePage
      title={t("Segments")}
      text={t("People with something in common: whom to ask, to write to, or to offer more. Programs and campaigns use them.")}
      acts={make}
    >
      <List<Segment>
        of={segments}
        label={t("Segments")}
        keyOf={(row) => row.id}
        open={(row) => void navigate({ to: "/people/segments/$segment", params: { segment: row.id } })}
        columns={[
          { key: "name", label: t("Name"), cell: (row) => row.name, width: "30%" },
          { key: "filter", label: t("Who is in it"), cell: (row) => filterWords(row.filter as Record<string, unknown>), wide: true },
          { key: "at", label: t("Changed"), cell: (row) => <When at={row.updated_at} />, width: 160 },
        ]}
        empty={
          <EmptyState
            title={t("No segment yet")}
            text={t("A segment is a question such as: who ordered twice and was here this month? The answer is always today's.")}
            act={make}
          />
        }
      />
    </PeoplePage>
  );
}
