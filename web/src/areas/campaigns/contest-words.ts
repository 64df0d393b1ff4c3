/** Words of contests. */
import type { Answer } from "../../api/query.ts";
import type { Tone } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";

export type Contest = Answer<"/v1/contests/{contest}">;
export type Winner = NonNullable<Contest["draw"]>["drawn"][number];
type Word = { tone: Tone; word: string; why: string };

export function contestState({ status }: Pick<Contest, "status">): Word {
  const words: Record<Contest["status"], Word> = {
    planned: { tone: "gray", word: t("Planned"), why: t("It has not begun.") },
    open: { tone: "leaf", word: t("Open"), why: t("What happens now counts.") },
    over: { tone: "amber", word: t("Over"), why: t("It has ended. Once frozen, entries no longer change and can be drawn.") },
    frozen: { tone: "sky", word: t("Frozen"), why: t("The list of entries is published with its hash. It can be drawn.") },
    drawn: { tone: "leaf", word: t("Drawn"), why: t("Winners are told, and accept within their time.") },
  };
  return words[status];
}

export function winnerState({ status }: Winner): Word {
  const words: Record<Winner["status"], Word> = {
    waiting: { tone: "gray", word: t("In reserve"), why: t("She moves up when a winner does not accept.") },
    notified: { tone: "amber", word: t("Told"), why: t("She has until her time to accept.") },
    accepted: { tone: "leaf", word: t("Accepted"), why: t("The prize is hers.") },
    declined: { tone: "rust", word: t("Declined"), why: t("She did not want it; the next one moves up.") },
    lapsed: { tone: "rust", word: t("Too late"), why: t("She did not answer in time; the next one moved up.") },
  };
  return words[status];
}
