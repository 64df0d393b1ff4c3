/** What is shown where there is no page, or a page failed. */
import { EmptyState, ErrorState } from "../kit/states.tsx";
import { t } from "../words/say.ts";

export function NotFound() {
  return <EmptyState title={t("There is no such page")} text={t("The address may be mistyped, or what it named is gone.")} />;
}

export function PageError({ error, reset }: { error: unknown; reset: () => void }) {
  return <ErrorState error={error} retry={reset} />;
}
