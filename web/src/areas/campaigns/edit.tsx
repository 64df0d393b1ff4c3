/** An announcement changed, before it goes out; an ask at any time. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { api, unwrap } from "../../api/client.ts";
import { read } from "../../api/query.ts";
import { useAct } from "../../kit/act.tsx";
import { Page } from "../../kit/page.tsx";
import { Shown } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";
import { AnnouncementForm } from "./editor.tsx";
import { type Values, bodyOf, valuesOf } from "./form.ts";

const route = getRouteApi("/campaigns/announcements/$announcement/edit");

export function EditAnnouncement() {
  const { announcement } = route.useParams();
  const navigate = useNavigate();
  const found = useQuery(read("/v1/announcements/{announcement}", { path: { announcement } }));
  const save = useAct<Values>({
    run: async (values) =>
      await unwrap(api.PATCH("/v1/announcements/{announcement}", { params: { path: { announcement } }, body: bodyOf(values) })),
    changes: ["/v1/announcements"],
    done: () => t("Saved"),
    after: () => void navigate({ to: "/campaigns/announcements/$announcement", params: { announcement } }),
  });
  return (
    <Shown of={found}>
      {(data) => (
        <Page title={data.name} under={{ label: t("Back to it"), to: `/campaigns/announcements/${announcement}` }}>
          <AnnouncementForm name={announcement} initial={valuesOf(data)} save={save} />
        </Page>
      )}
    </Shown>
  );
}
