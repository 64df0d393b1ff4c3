/** Words of campaigns for what the API says in keys. */
import type { Row } from "../../api/query.ts";
import type { Tone } from "../../kit/values.tsx";
import { t } from "../../words/say.ts";

export type Announcement = Row<"/v1/announcements">;
type Word = { tone: Tone; word: string; why: string };

/** What state an announcement is in; an ask runs until it is stopped. */
export function stateOf({ status, moment }: Announcement): Word {
  const words: Record<Announcement["status"], Word> = {
    draft: { tone: "gray", word: t("Draft"), why: t("Nobody gets it yet.") },
    scheduled: { tone: "amber", word: t("Planned"), why: t("It begins at its time.") },
    running:
      moment === null
        ? { tone: "sky", word: t("Going out"), why: t("It is being sent, as fast as its rate allows.") }
        : { tone: "leaf", word: t("Running"), why: t("Whoever has the moment is asked, until you stop it.") },
    sent: { tone: "leaf", word: t("Sent"), why: t("Everybody it was for was asked or held back.") },
    cancelled: { tone: "rust", word: t("Stopped"), why: t("Nobody else is asked.") },
  };
  return words[status];
}

/** Why somebody was not asked, or not by mail. */
export function heldWord(reason: string): string {
  const words: Record<string, string> = {
    no_consent: t("Did not agree to marketing mails"),
    suppressed: t("Unsubscribed, or not to be written to"),
    no_address: t("No e-mail address"),
    asked_lately: t("Was asked a short while ago"),
    complained: t("Returned something, or complained, of late"),
    preference: t("Switched news off"),
    erased: t("Was erased"),
    cancelled: t("You stopped it before"),
  };
  return words[reason] ?? reason;
}

/** A good moment in a sentence. */
export function momentWords(moment: NonNullable<Announcement["moment"]>): string {
  const after = waitWords(moment.delay_hours);
  if (moment.on === "purchase") return t("{after} after purchase number {n}", { after, n: moment.nth });
  if (moment.on === "stage") return t("{after} after reaching {stage}", { after, stage: moment.stage });
  if (moment.on === "activity") return t("{after} after the activity {name}", { after, name: moment.name });
  return t("{after} after answering {n} or more of 10", { after, n: moment.at_least });
}

export function waitWords(hours: number): string {
  if (hours === 0) return t("Right");
  if (hours % 24 === 0) return t("{n, plural, one {# day} other {# days}}", { n: hours / 24 });
  return t("{n, plural, one {# hour} other {# hours}}", { n: hours });
}

/** Names of languages as their readers write them. */
export function languageName(tag: string): string {
  return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
}
