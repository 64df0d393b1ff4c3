/** What a report shows where nothing happened. */
import { Section } from "../../kit/page.tsx";
import { EmptyState } from "../../kit/states.tsx";
import { t } from "../../words/say.ts";

/** A report without anything in it says what would fill it. */
export function NothingYet() {
  return (
    <Section>
      <EmptyState
        title={t("Nothing in these days")}
        text={t("Choose other days, or all programs. What happens from now on is counted within a minute or two.")}
      />
    </Section>
  );
}
