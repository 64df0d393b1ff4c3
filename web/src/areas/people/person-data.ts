/** One person as her page has her. */
import type { Answer } from "../../api/query.ts";
import { t } from "../../words/say.ts";

export type PersonData = Answer<"/v1/people/{person}">;

/** What she is called at the top of her page. */
export const titleOf = (data: PersonData): string => data.name ?? data.email ?? data.user_id ?? t("Somebody without a name");
