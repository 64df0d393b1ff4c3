/** A new announcement, or a new ask. */
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { api, unwrap } from "../../api/client.ts";
import { useAct } from "../../kit/act.tsx";
import { Page } from "../../kit/page.tsx";
import { language, t } from "../../words/say.ts";
import { AnnouncementForm } from "./editor.tsx";
import { type Values, bodyOf, fresh } from "./form.ts";
import type { Announcement } from "./words.ts";

const route = getRouteApi("/campaigns/new");

export function NewAnnouncement() {
  const { kind } = route.useSearch();
  const isAsk = kind === "ask";
  const navigate = useNavigate();
  const save = useAct<Values, Announcement>({
    run: async (values) => await unwrap(api.POST("/v1/announcements", { body: bodyOf(values) })),
    changes: ["/v1/announcements"],
    done: () => t("Kept as a draft. Nobody gets it before you say when."),
    after: ({ id }) => void navigate({ to: "/campaigns/announcements/$announcement", params: { announcement: id } }),
  });
  return (
    <Page
      title={isAsk ? t("A new ask") : t("A new announcement")}
      under={isAsk ? { label: t("Asks"), to: "/campaigns/asks" } : { label: t("Announcements"), to: "/campaigns" }}
    >
      <AnnouncementForm name={isAsk ? "new-ask" : "new-announcement"} initial={fresh({ isAsk, language: language() })} save={save} />
    </Page>
  );
}
