/** Where customers come from today, who could be asked, and plans to ask them. */
import { t } from "../../words/say.ts";
import { AuditSection } from "./audit.tsx";
import { GroupsSection } from "./groups.tsx";
import { PeoplePage } from "./nav.tsx";
import { PlansSection } from "./plans.tsx";

export function Sources() {
  return (
    <PeoplePage
      title={t("Sources")}
      text={t("How customers hear of you today, which groups of people could tell others, and a calendar to ask them.")}
    >
      <AuditSection />
      <GroupsSection />
      <PlansSection />
    </PeoplePage>
  );
}
