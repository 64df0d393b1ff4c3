/** What campaigns hold, and the frame of their pages. */
import type { ReactNode } from "react";
import { useMay } from "../../app/me.ts";
import { Page } from "../../kit/page.tsx";
import { SubNav } from "../../kit/sub-nav.tsx";
import { t } from "../../words/say.ts";

type Props = { title: string; text?: ReactNode; acts?: ReactNode; children: ReactNode };

/** A page of this area: the links to its others, then itself. */
export function CampaignPage({ children, ...rest }: Props) {
  const may = useMay();
  const pages = [
    { to: "/campaigns", label: t("Announcements"), permission: "messages:read" },
    { to: "/campaigns/asks", label: t("Asks"), permission: "messages:read" },
    { to: "/campaigns/bonuses", label: t("Bonus windows"), permission: "programs:read" },
    { to: "/campaigns/contests", label: t("Contests"), permission: "contests:read" },
    { to: "/campaigns/leaderboards", label: t("Leaderboards"), permission: "contests:read" },
    { to: "/campaigns/levels", label: t("Levels and badges"), permission: "levels:read" },
    { to: "/campaigns/gatherings", label: t("Gatherings"), permission: "gatherings:read" },
  ];
  return (
    <Page {...rest}>
      <SubNav of={pages.filter((page) => may(page.permission))} label={t("Campaigns")} />
      {children}
    </Page>
  );
}
