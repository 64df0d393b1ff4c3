/** Words of the developers' corner for what the API says in keys. */
import type { Tone } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";

type Word = { tone: Tone; word: string; why: string };

/** What became of an event. */
export function eventStatus(status: string): Word {
  const words: Record<string, Word> = {
    settled: { tone: "leaf", word: t("Settled"), why: t("It was decided, and its decision is in the books.") },
    parked: { tone: "amber", word: t("Parked"), why: t("It waits for what it refers to, and is decided by itself once that comes.") },
    rejected: { tone: "rust", word: t("Refused"), why: t("It cannot be taken as it is. Send a corrected one under a new id.") },
    failed: {
      tone: "rust",
      word: t("Failed"),
      why: t("Deciding it failed on our side. It can be tried again; nothing was counted twice."),
    },
    withdrawn: { tone: "gray", word: t("Taken back"), why: t("Somebody told it by hand and took it back: it counts no more.") },
  };
  return words[status] ?? { tone: "gray", word: status, why: status };
}

/** What a program made of an event. */
export function outcomeWord(outcome: string): Word {
  const words: Record<string, Word> = {
    rewarded: { tone: "leaf", word: t("Rewarded"), why: t("Somebody earned something by it.") },
    advanced: { tone: "sky", word: t("Went further"), why: t("A recommendation reached a stage.") },
    recorded: { tone: "gray", word: t("Recorded"), why: t("It is known now, and changed nothing yet.") },
    not_referred: { tone: "gray", word: t("Not recommended"), why: t("Nobody's recommendation stands behind it.") },
    not_rewarded: { tone: "amber", word: t("Not rewarded"), why: t("A recommendation stands behind it, but no rule pays for it.") },
    adjusted: { tone: "sky", word: t("Corrected"), why: t("It changed what was earned before.") },
    parked: { tone: "amber", word: t("Parked"), why: t("It waits for what it refers to, and is decided by itself once that comes.") },
    failed: {
      tone: "rust",
      word: t("Failed"),
      why: t("Deciding it failed on our side. It can be tried again; nothing was counted twice."),
    },
  };
  return words[outcome] ?? { tone: "gray", word: outcome, why: outcome };
}

/** What became of a delivery of a webhook. */
export function deliveryStatus(status: string): Word {
  const words: Record<string, Word> = {
    waiting: { tone: "amber", word: t("Waiting"), why: t("It is sent next, or tried again after a failure.") },
    delivered: { tone: "leaf", word: t("Delivered"), why: t("Your address answered with a status of 200 to 299.") },
    dead: { tone: "rust", word: t("Given up"), why: t("Ten tries failed in three days. Send it again once your address works.") },
  };
  return words[status] ?? { tone: "gray", word: status, why: status };
}

/** What became of a mail. */
export function mailStatus(status: string): Word {
  const words: Record<string, Word> = {
    due: { tone: "amber", word: t("Waiting"), why: t("It is sent when it is due, or tried again after a failure.") },
    delivered: { tone: "leaf", word: t("Sent"), why: t("The mail server took it.") },
    dropped: { tone: "gray", word: t("Not sent"), why: t("It was held back; the reason stands beside it.") },
  };
  return words[status] ?? { tone: "gray", word: status, why: status };
}
