/** The pages of this area. */
import { useMay } from "../../app/me.ts";
import { SubNav } from "../../kit/sub-nav.tsx";
import { t } from "../../words/say.ts";

export function ReferralsNav() {
  const may = useMay();
  const pages = [
    { to: "/referrals", label: t("All referrals") },
    { to: "/referrals/desk", label: t("Where is my reward?"), needs: "people:read" },
    { to: "/referrals/boards", label: t("Boards") },
    { to: "/referrals/deals", label: t("Deals"), needs: "claims:read" },
    { to: "/referrals/inbox", label: t("Inbox"), needs: "claims:read" },
  ];
  return <SubNav label={t("Referrals")} of={pages.filter((each) => each.needs === undefined || may(each.needs))} />;
}
