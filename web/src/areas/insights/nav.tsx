/** What the area of insights holds, and the frame of its pages. */
import type { ReactNode } from "react";
import { Page } from "../../kit/page.tsx";
import { SubNav } from "../../kit/sub-nav.tsx";
import { t } from "../../words/say.ts";

type Props = { title: string; text?: ReactNode; acts?: ReactNode; under?: { label: string; to: string }; children: ReactNode };

/** A page of this area: the links to its others, then itself. */
export function InsightsPage({ children, ...rest }: Props) {
  const pages = [
    { to: "/insights", label: t("Funnel") },
    { to: "/insights/money", label: t("Money") },
    { to: "/insights/incentives", label: t("Incentives") },
    { to: "/insights/sources", label: t("Sources") },
    { to: "/insights/cohorts", label: t("Cohorts") },
    { to: "/insights/value", label: t("Lifetime value") },
    { to: "/insights/growth", label: t("Growth") },
    { to: "/insights/tree", label: t("Referral tree") },
    { to: "/insights/advocates", label: t("Advocates") },
    { to: "/insights/likely", label: t("Likely advocates") },
    { to: "/insights/advocating", label: t("Effect on advocates") },
    { to: "/insights/participation", label: t("Participation") },
    { to: "/insights/tracking", label: t("Tracking") },
    { to: "/insights/experiments", label: t("Experiments") },
    { to: "/insights/forecast", label: t("Forecast") },
  ];
  return (
    <Page {...rest}>
      <SubNav of={pages} label={t("Insights")} />
      {children}
    </Page>
  );
}
